const units = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"];
/** I to XXX: the annex to Prawo budowlane knows no other. */
export const buildingCategories = Array.from(
  { length: 30 },
  (_, at) => `${"X".repeat(Math.floor((at + 1) / 10))}${units[(at + 1) % 10]}`,
);
const written =
  /^(?:kat(?:\.|eg\p{L}*\.?)?\s*)?(?:obiekt\p{L}*\s+)?(?:budowlan\p{L}*\s+)?(?:nr\s*)?([ivx]+|\d{1,2})(?![\p{L}\d])/iu;

/** `XIII`, `kat. xiii`, `kategoria 13`, `I - budynki mieszkalne` as the Roman numeral; undefined for what is no category. */
export function buildingCategory(text: string): string | undefined {
  const numeral = written.exec(text.trim())?.[1]?.toUpperCase();
  if (numeral === undefined) return undefined;
  return /\d/u.test(numeral)
    ? buildingCategories[Number(numeral) - 1]
    : buildingCategories.find((one) => one === numeral);
}
