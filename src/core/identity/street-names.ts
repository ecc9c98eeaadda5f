import { z } from "zod";
import { TeczkaError } from "../errors.ts";
import { type Address, matchAddress } from "./address.ts";
import { findDates, printDate } from "./dates.ts";
import { sameName } from "./inflection.ts";
import { matchStreet } from "./street.ts";

/** A street that bears another name now. */
export const streetRenamingSchema = z.object({
  former: z.string(),
  present: z.string(),
  /** First day of the present name, ISO. */
  from: z.string().optional(),
  /** Where it lies; absent when the archive is of one town. */
  town: z.string().optional(),
});
export type StreetRenaming = z.infer<typeof streetRenamingSchema>;

const columns = ["dawna", "obecna", "od", "miejscowość"] as const;

/**
 * A file of renamings: a header `dawna;obecna;od;miejscowość` and a line each, `Dworcowa Stara;Kolejowa;01.03.1991;`.
 * Date and town may be left out; empty lines and lines that begin with `#` count for nothing.
 * @throws TeczkaError `streets_invalid`, naming the file and the line
 */
export function readStreetRenamings(text: string, fileName: string): StreetRenaming[] {
  const lines = text.replace(/^\uFEFF/u, "").split(/\r?\n/u);
  const told = lines
    .map((line, at) => ({ line, number: at + 1 }))
    .filter(({ line }) => line.trim() !== "" && !line.startsWith("#"));
  const [header, ...rest] = told;
  const named = header?.line.split(";").map((cell) => cell.trim().toLowerCase().replace("miejscowosc", "miejscowość"));
  if (!header || !named || columns.slice(0, named.length).join() !== named.join() || named.length < 2)
    throw invalid(fileName, header?.number ?? 1, "nagłówek powinien brzmieć: dawna;obecna;od;miejscowość");
  return rest.map(({ line, number }) =>
    renamingOf(
      line.split(";").map((cell) => cell.trim()),
      fileName,
      number,
    ),
  );
}

function renamingOf(cells: readonly string[], fileName: string, line: number): StreetRenaming {
  const [former = "", present = "", since = "", town = "", ...more] = cells;
  if (more.some((cell) => cell !== ""))
    throw invalid(fileName, line, `pól jest ${cells.length}, a powinno być najwyżej 4`);
  if (!/\p{L}{2}/u.test(former) || !/\p{L}{2}/u.test(present))
    throw invalid(fileName, line, "brakuje dawnej albo obecnej nazwy");
  if (matchStreet(former, present) === "same")
    throw invalid(fileName, line, `„${former}” i „${present}” to ta sama nazwa`);
  const from = findDates(since)[0]?.value;
  if (since !== "" && !from) throw invalid(fileName, line, `„${since}” nie jest datą, np. 01.03.1991`);
  return { former, present, ...(from ? { from } : {}), ...(town ? { town } : {}) };
}

function invalid(fileName: string, line: number, what: string): TeczkaError {
  return new TeczkaError(
    "invalid",
    "streets_invalid",
    `Plik nazw ulic „${fileName}”, wiersz ${line}: ${what}.`,
    "Popraw wiersz i wczytaj plik ponownie; dotychczasowe nazwy pozostały bez zmian.",
  );
}

/** „ul. Gajowa nosi od 1 marca 1991 r. nazwę Krzycka”. */
export function renamingInWords({ former, present, from }: StreetRenaming): string {
  const street = /^(?:ul|al|pl|os|rondo|skwer|bulwar)/iu.test(former) ? former : `ul. ${former}`;
  return from ? `${street} nosi od ${printDate(from)} nazwę ${present}` : `${street} nosi teraz nazwę ${present}`;
}

/** The renaming by which an address is the asked one; undefined when it is by its own name, or is another. */
export function renamingBetween(
  asked: Address,
  held: Address,
  renamings: readonly StreetRenaming[],
  town?: string,
): StreetRenaming | undefined {
  if (matchAddress(asked, held) !== "different") return undefined;
  return otherNamesOf(asked, renamings, town).find(({ address }) => matchAddress(address, held) !== "different")
    ?.renaming;
}

/** The same place by another name of its street. */
export interface OtherName {
  address: Address;
  /** Of the renaming; absent where it holds in all towns. */
  town?: string;
  renaming: StreetRenaming;
}

/**
 * The address under the former and later names of its street, those of several renamings in a row too. A name that only
 * may be the street's (`matchStreet`) is none.
 * @param town the address's own; renamings of other towns do not hold for it
 */
export function otherNamesOf(address: Address, renamings: readonly StreetRenaming[], town?: string): OtherName[] {
  const found: OtherName[] = [];
  const names = [address.street];
  for (let at = 0; at < names.length; at += 1) {
    for (const renaming of renamings) {
      if (town && renaming.town && !sameName(town, renaming.town)) continue;
      for (const [one, other] of [
        [renaming.former, renaming.present],
        [renaming.present, renaming.former],
      ] as const) {
        if (matchStreet(names[at] ?? "", one) !== "same" || names.some((name) => matchStreet(name, other) === "same"))
          continue;
        names.push(other);
        found.push({
          address: { ...address, street: other },
          ...(renaming.town ? { town: renaming.town } : {}),
          renaming,
        });
      }
    }
  }
  return found;
}
