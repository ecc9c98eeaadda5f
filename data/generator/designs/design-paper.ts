import type { DocumentKind } from "../../../src/core/document.ts";
import type { Block, Look, Paper } from "../paper/blocks.ts";
import { centred, drawLook, para, told } from "../paper/compose.ts";
import { dateDots, dateLong } from "../polish.ts";
import type { Rng } from "../rng.ts";
import { basis, numbering, siteState } from "./site-texts.ts";
import { fire, safety, services } from "./service-texts.ts";
import { energy, keyFigures, rooms, structure } from "./structure-texts.ts";
import type { Design } from "./design.ts";
import { tradeBlocks } from "./trades.ts";

/** Folder of the case inside `archive/`. */
function folderOf({ model }: Pick<Design, "model">): string {
  const [first] = model.papers;
  if (!first?.includes("/")) throw new Error(`${model.key} has no folder`);
  return first.slice(0, first.lastIndexOf("/"));
}

interface Sheet {
  name: string;
  title: string;
  kind: DocumentKind;
  date: string;
  traps?: string[];
  look?: Partial<Look>;
}

export function designPaper(rng: Rng, design: Design, blocks: Block[], sheet: Sheet): Paper {
  const { model } = design;
  return {
    path: `${folderOf(design)}/${sheet.name}.pdf`,
    format: "pdf",
    kind: sheet.kind,
    title: sheet.title,
    blocks,
    look: drawLook(rng.fork("look"), {
      size: rng.pick([10, 10.5, 11]),
      metadata: { author: "Pracownia projektowa" },
      ...sheet.look,
    }),
    date: sheet.date,
    parcels: model.site.parcels,
    address: `${model.site.street} ${model.site.house}`,
    traps: sheet.traps ?? [],
  };
}

/** Title page with the stamp that ties the design to the decision which approved it. */
export function titlePage(rng: Rng, design: Design, title: string, date: string): Block[] {
  const { model, approvedBy, key } = design;
  const { parcels, street, house } = model.site;
  const [first] = parcels;
  const stampText = approvedBy && `Załącznik do decyzji nr ${approvedBy.number} z dnia ${dateDots(approvedBy.date)}`;
  const sheet = first?.sheet === undefined ? "" : `, AM-${first.sheet}`;
  return [
    ...(stampText
      ? [
          {
            type: "stamp" as const,
            text: `${approvedBy.authority}\n${stampText}`,
            facts: [told(`${key}.stamp`, "design-stamp", approvedBy.number, stampText)],
            color: "#8a1c1c",
          },
        ]
      : []),
    centred(title.toUpperCase()),
    para(`Obiekt: ${model.works.object}`),
    para(`Zamierzenie: ${model.works.name}`),
    para(
      `Adres: ul. ${street} ${house}, dz. nr ${parcels.map(({ number }) => number).join(", ")}${sheet}, obręb ${first?.precinct ?? ""}`,
    ),
    para(`Inwestor: ${model.applicant.name.nom.replace(/^spółka /, "")}`),
    para(
      `Projektant: ${rng.pick(["mgr inż. arch.", "inż. arch."])} ${model.designer.name.nom}, upr. nr ${model.designer.licence}`,
    ),
    para(`Data opracowania: ${dateLong(date)}`),
    para(
      rng.pick([
        "Oświadczam, że projekt sporządzono zgodnie z obowiązującymi przepisami i zasadami wiedzy technicznej.",
        "Projektant oświadcza, że projekt jest kompletny z punktu widzenia celu, któremu ma służyć.",
      ]),
    ),
  ];
}

/** The text of an ordinary design: five to twenty pages, by the size of the building. */
export function descriptionBlocks(rng: Rng, design: Design): Block[] {
  const number = numbering();
  return [
    ...basis(rng, design, number),
    ...siteState(rng, design, number),
    ...keyFigures(design, number),
    ...rooms(design, number),
    ...structure(rng, design, number),
    ...services(rng, number),
    ...tradeBlocks(rng, number, design.works.category === "I" ? rng.int(9, 13) : rng.int(15, 17)),
    ...energy(rng, design, number),
    ...fire(rng, design, number),
    ...safety(rng, number),
  ];
}
