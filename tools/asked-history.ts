import { findDates } from "../src/core/identity/dates.ts";
import { parseDecisionNumber } from "../src/core/identity/decision-number.ts";
import { findParcels, parseParcel, printParcel } from "../src/core/identity/parcel.ts";
import { findSignatures } from "../src/core/identity/signature.ts";
import { UnreadableQuery } from "./unreadable-query.ts";

/** What a history is asked of: exactly one. */
export type Subject =
  | { kind: "parcel"; value: string }
  | { kind: "address"; value: string }
  | { kind: "signature"; value: string }
  | { kind: "number"; value: string };

interface Asked {
  parcel?: string | undefined;
  address?: string | undefined;
  signature?: string | undefined;
  number?: string | undefined;
  on: string;
}

/** As an officer writes them: `dz. nr 87/14, AM-28`, `614/14`, `1.03.2016`. @throws UnreadableQuery, naming the field */
export function askedOf({ parcel, address, signature, number, on }: Asked): { subject: Subject; on: string } {
  const day = findDates(on)[0]?.value;
  if (!day) throw unreadable("on", on, "daty", "2016-03-01 albo 1.03.2016");
  return { subject: subjectOf({ parcel, address, signature, number }), on: day };
}

/** Of what is given the first is meant. @throws UnreadableQuery, naming the field */
export function subjectOf({ parcel, address, signature, number }: Omit<Asked, "on">): Subject {
  if (parcel) return { kind: "parcel", value: parcelIn(parcel) };
  if (address) {
    if (!/\p{L}{2}/u.test(address)) throw unreadable("address", address, "adresu", "Krucza 64-66");
    return { kind: "address", value: address };
  }
  if (signature) {
    const [found] = findSignatures(signature);
    if (!found) throw unreadable("signature", signature, "znaku sprawy", "AB.6740.1.234.2018.JK");
    return { kind: "signature", value: found.value };
  }
  const parsed = parseDecisionNumber(number ?? "");
  if (!parsed || !("number" in parsed)) throw unreadable("number", number ?? "", "numeru decyzji", "614/2014");
  return { kind: "number", value: parsed.number };
}

/** Printed, as core/identity does. @throws UnreadableQuery, naming the field */
export function parcelIn(text: string): string {
  if (/^\d{1,5}(?:\/\d{1,4})?(?:;|$)/u.test(text.trim())) return printParcel(parseParcel(text.trim()));
  const found = findParcels(text)[0] ?? findParcels(`dz. nr ${text}`)[0];
  if (!found) throw unreadable("parcel", text, "działki", "87/14, AM-28, obręb Poświętne");
  const { part: _part, ...whole } = found.value;
  return printParcel(whole);
}

function unreadable(field: keyof Asked, value: string, name: string, like: string): UnreadableQuery {
  return new UnreadableQuery(field, `„${value}” nie ma postaci ${name}.`, `Podaj na przykład: ${like}.`);
}
