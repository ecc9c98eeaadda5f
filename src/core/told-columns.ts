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

/** A row's cells that tell the field, or any of the fields, and the others; all are told where no name is known. */
export function toldColumns(
  fields: Readonly<Record<string, string>>,
  field?: string,
): { told: Record<string, string>; others: Record<string, string> } {
  const telling = field === undefined ? Object.values(columns) : [columns[field]];
  const { told = [], others = [] } = Object.groupBy(Object.entries(fields), ([name]) =>
    telling.some((pattern) => pattern?.test(name)) ? "told" : "others",
  );
  if (told.length === 0) return { told: { ...fields }, others: {} };
  return { told: Object.fromEntries(told), others: Object.fromEntries(others) };
}
