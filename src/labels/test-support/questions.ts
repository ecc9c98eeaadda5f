import type { TestPaper } from "../../../agents/permit-clerk/test-support/archive.ts";
import { decision } from "../../../agents/permit-clerk/test-support/papers.ts";
import { sha256Hex } from "../../core/canonical-json.ts";
import type { Asked } from "./answers.ts";
import { sharedLine } from "./town.ts";

/** What is looked for of the town: what only barred papers hold, what open ones hold too, and what nobody holds. */
const words = [
  "strzelnica Tajna",
  "opłata skarbowa",
  "opłata za odpis",
  "wysokość budynków",
  "uchylam decyzję 614/2014",
  "87/14",
  "87/41",
  "400/7",
  "AB.6740.1.999.2018",
  "Krucza 64",
  "zażalenie",
  "nigdzie niestojące słowo",
  "strzelnca opłta",
];
const narrowed = ["parcel=87/14", "signature=AB.6740.1.234.2014", "kind=permit_decision", "from=2015&to=2018"];
const subjects = [
  "number=614/2014",
  "number=641/2014",
  "number=999/2018",
  "number=88/2017",
  "number=12/2016",
  "parcel=87/14",
  "parcel=87/20",
  "parcel=87/41",
  "parcel=400/7",
  "signature=AB.6740.1.234.2014",
  "signature=AB.6740.1.999.2018",
  "address=Krucza%2064",
  "address=Tajna%203",
];
export const questions = [
  "614/2014 ostateczna? od kiedy",
  "jaki jest status decyzji 614/2014",
  "czy decyzja 614/2014 została uchylona",
  "na kogo przeniesiono decyzję 614/2014",
  "co zmienia decyzja zamienna do 614/2014",
  "pnb na 87/14",
  "czy działka 87/14 była dzielona",
  "pnb na 400/7 AM-3",
  "decyzja 999/2018",
  "dec 77/2016",
  "spis pism AB.6740.1.234.2014",
  "czy sąsiad 87/1 był stroną w sprawie AB.6740.1.234.2014",
  "czemu odmowa Wronia 7",
  "wysokość budynków w 3MN",
  "ile wynosi opłata za odpis",
  "decyzja 9/2015",
  "pnb na 555/5 AM-1",
  "czy wydano decyzję 5/1999",
  "ile wynosi opłata skarbowa za pełnomocnictwo",
  "jaka jest kategoria i kubatura budynku z decyzji 614/2014",
];

const enc = encodeURIComponent;

/** Every way in that reads: lists, pages, look-ups, searches, drafts, checks; and every paper by each of its names. */
export function readingOf(papers: readonly TestPaper[]): Asked[] {
  const apart = papers.filter(({ path }) => !path.startsWith("tlum/") || path.startsWith("tlum/1."));
  const names = apart.flatMap(({ path, text }) => [path, path.slice(path.lastIndexOf("/") + 1), sha256Hex(text)]);
  const documents = [...new Set(names)].map((name) => enc(name));
  const of = (paths: string[], prefixes: string[]) => prefixes.flatMap((prefix) => paths.map((path) => prefix + path));
  const lists = ["documents", "documents?kind=permit_decision", "documents?limit=5", "documents?limit=5&offset=10"];
  const get = [
    ...of(lists, ["/v1/", "/"]).filter((path) => !path.startsWith("/documents?limit")),
    "/documents?unreadable=true",
    "/documents?signature=AB.6740.1.234.2014",
    "/documents?number=999/2018",
    ...documents.flatMap((name) => [`/v1/documents/${name}`, `/documents/${name}`, `/v1/documents/${name}/pages/1`]),
    ...documents.slice(0, 12).flatMap((name) => [`/v1/documents/${name}/file`, `/documents/${name}/pages/1`]),
    ...words.flatMap((text) => [`/v1/search?q=${enc(text)}`, `/search?q=${enc(text)}`]),
    ...of(narrowed, ["/v1/search?q=decyzja%20Krucza&", "/search?q=decyzja%20Krucza&"]),
    ...of(subjects, ["/v1/permits?", "/permits?", "/v1/conflicts?", "/conflicts?"]),
    ...of(subjects, ["/v1/history?on=2018-01-01&", "/history?on=2018-01-01&"]),
    ...subjects.map((subject) => `/v1/permits?related=true&${subject}`),
    "/v1/conflicts",
    "/v1/conflicts?documents=3",
    "/v1/conflicts?field=date&from=4",
    "/conflicts",
    "/registers",
    "/v1/audit",
    "/upload",
    "/",
  ];
  return [
    ...get.map((path) => ({ path })),
    ...questions.map((question) => ({ path: "/v1/drafts", body: { question } })),
    { path: "/v1/citations/check", body: { claims: [commonplace, ...claimsOn(apart)] } },
    { path: "/v1/drafts" },
    { path: "/drafts" },
  ];
}

/** What stands in one open paper, and in half of the whole archive. */
const commonplace = {
  text: "Organ ustalił, że projekt jest zgodny z planem.",
  citations: [{ document: decision.path, page: 1, quote: sharedLine }],
};

/** True and false ones, on papers that the asker may see and on others. */
function claimsOn(papers: readonly TestPaper[]) {
  return papers
    .filter(({ text }) => text.includes("\n"))
    .flatMap(({ path, text }) => {
      const quote = text.split("\n").find((line) => line.length > 30) ?? text.slice(0, 40);
      return [
        { text: quote, citations: [{ document: path, page: 1, quote }] },
        { text: quote, citations: [{ document: sha256Hex(text), page: 1, quote }] },
        { text: "Udzielono pozwolenia.", citations: [{ document: path, page: 1, quote }] },
      ];
    });
}
