import { remembered } from "../../core/remembered.ts";

/*
 * Persons are not imported (RWDZ publishes none, the city blanked them), so an investor's cell is kept only when every
 * part of it is provably no person: it ends in the form of a company, or begins with the name of a body. Whole words
 * only: „Kosa” ends like „S.A.”, and „Gazda” begins like „Gaz”. What is in doubt is left out.
 */

const word = (words: string, flags = "iu") =>
  new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${words})(?![\p{L}\p{N}])`, flags);

const form = String.raw`sp(?:\.|ó[łl]ka)?\s?z\s?o\.?\s?o\.?(?:\s?(?:sp(?:\.|ó[łl]ka)\s?k(?:\.|omandytowa)?(?:\s?-?\s?a\.?)?))?|sp(?:ó[łl]ka|\.)\s(?:akcyjna|komandytowa|komandytowo-akcyjna|jawna|z ograniczon[ąa] odpowiedzialno[śs]ci[ąa](?:\s(?:sp[óo][łl]ka komandytowa|sp\.\s?k\.?))?)|prosta sp[óo][łl]ka akcyjna|sp\.\s?[jk]\.|p\.?\s?s\.?\s?a\.|s\.\s?k\.\s?a\.`;
/** What may follow a form: the company's state or seat, never a name of somebody. */
const behind = String.raw`(?:\s?(?:w (?:likwidacji|upad[łl]o[śs]ci(?: likwidacyjnej| uk[łl]adowej)?|restrukturyzacji)|w organizacji|oddzia[łl] w polsce))?[.\s]*$`;
const endsInForm = new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${form})${behind}`, "iu");
/** In capitals alone: so are the letters of the form written, and no name ends in them as a word. */
const endsInShares =
  /(?<![\p{L}\p{N}])(?:S\.\s?A\.?|SA)(?:\s(?:w (?:likwidacji|upad[łl]ości|restrukturyzacji)|Oddział w Polsce))?\s*$/u;
/** Beginnings of bodies; what is a surname too stands with its second word. */
const begins = new RegExp(
  String.raw`^(?:gmina(?: miejska| wiejska)?|gminn[ay]|miasto|powiat|powiatow[ya] zarz[ąa]d|wojew[óo]dztwo|skarb pa[ńn]stwa|wsp[óo]lnota (?:mieszkaniowa|gruntowa)|sp[óo][łl]dzielni[ae]|[\p{L}]+ sp[óo][łl]dzielnia mieszkaniowa|zarz[ąa]d (?:dr[óo]g|zieleni|zlewni|inwestycji|infrastruktury|mienia|zasob[uó]\p{L}*|budynk\p{L}*|transportu|komunalny|wojew[óo]dztwa|powiatu)|generalna dyrekcja|regionalna dyrekcja|fundacja|stowarzyszenie|parafia|uniwersytet|politechnika|akademia|szpital|szko[łl]a|zesp[óo][łl] szk[óo][łl]|przedszkole|urz[ąa]d|starostwo|nadle[śs]nictwo|lasy pa[ńn]stwowe|ochotnicza stra[żz] po[żz]arna|przedsi[ęe]biorstwo (?:wodoci[ąa]g|komunaln|gospodark|energetyk)\p{L}*)(?!\p{L})`,
  "iu",
);
const ofPersons = word(
  String.raw`prezes\p{L}*|reprezent\p{L}*|pe[łl]nomocni\p{L}*|zast[ęe]powan\p{L}*|w[łl]a[śs]ciciel\p{L}*|dyrektor\p{L}*|w[óo]jt\p{L}*|burmistrz\p{L}*|starost[ay]|ks\.?|pan|pani|pa[ńn]stwo|ma[łl][żz]\p{L}*|in[żz]|mgr|dr`,
);
const stateAsPersons = /skarb\p{L}* pa[ńn]stwa|lasy pa[ńn]stwowe/giu;
/** Between two investors. */
const between = /[,;\n]|(?<!\p{L})(?:i|oraz|a tak[żz]e)(?!\p{L})/u;

/** Whether an investor's cell names companies and bodies alone. */
export const isCompany = remembered((cell: string): boolean => {
  if (ofPersons.test(cell.replace(stateAsPersons, ""))) return false;
  const parts = cell.split(between).map((part) => part.trim());
  return (
    parts.length > 0 && parts.every((part) => endsInForm.test(part) || endsInShares.test(part) || begins.test(part))
  );
});
