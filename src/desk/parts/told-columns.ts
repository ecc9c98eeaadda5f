/**
 * Columns that tell a field, in the names that registers give them (`Nr decyzji`, `numer_decyzji_urzedu`):
 * of twenty columns side by side nobody sees the one that differs.
 */
const columns: Readonly<Record<string, RegExp>> = {
  number: /(?:nr|numer)[._\s]*decyzji/iu,
  date: /data.*decyzji/iu,
  parcel: /adres$|dzialki|arkusz|obreb/iu,
  address: /^adres$|miasto|^ulica|nr_domu/iu,
  investor: /inwestor/iu,
  category: /kategoria/iu,
  volume: /kubatura/iu,
  outcome: /^opis$|^stan$/iu,
};

/** A row's cells that tell the field, and the others; all of them are told where no name is known. */
export function toldColumns(
  field: string,
  fields: Readonly<Record<string, string>>,
): { told: Record<string, string>; others: Record<string, string> } {
  const { told = [], others = [] } = Object.groupBy(Object.entries(fields), ([name]) =>
    columns[field]?.test(name) ? "told" : "others",
  );
  if (told.length === 0) return { told: { ...fields }, others: {} };
  return { told: Object.fromEntries(told), others: Object.fromEntries(others) };
}
