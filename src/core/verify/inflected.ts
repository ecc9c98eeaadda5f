/**
 * Are two words forms of one lemma? Without a dictionary: they share a beginning, and what is left of each is a Polish
 * ending, after the usual changes at the seam (k–c–cz, r–rz, fleeting e, ą–ę, ó–o). A prefix is never let go, so
 * „budowa” is not „przebudowa” and „zgodny” not „niezgodny”. All words here are lower case without diacritics.
 */
const cases =
  " a e i o u y ow om em ami ach owi ie iem iom iami iach ia io iu ii ego emu ej ym im ych ich ymi imi iego iemu iej";
const personal =
  "m am im em my amy imy emy sz asz isz esz cie acie icie ja aja ieja eja uja l al il yl el ial la ala ila yla ela iala " +
  "lo alo ilo ylo elo ialo li ali ili yli eli ieli ly aly ily yly ely ialy c ac ic yc ec iec uje ujesz ujemy ujac owac owal owala owalo " +
  "owali owaly ywac iwac awia awiam aj ajmy t ta to ono iono ano yto uto eto iano owano oze os osi osl";
const participles =
  "n an on en ian ion ien aln yjn t yt ut et owan ywan iwan ajac ujac iac jac ac ni ani eni ieni owani yci ici uci eci ywani iwani iani";
const adjectives = "ow sk ck n an in yn iow nik osc k ek ent";

function combine(stems: string, endings: string): string[] {
  return stems.split(" ").flatMap((stem) => endings.split(" ").map((ending) => stem + ending));
}
const caseEndings = new Set(cases.split(" "));
const suffixes = new Set([
  ...cases.split(" "),
  ...personal.split(" "),
  ...combine(participles, cases),
  ...combine(adjectives, cases),
]);

/** Seams: the left may stand where the right does, either way round. */
const seams: readonly [string, string][] = [
  ["k", "c"],
  ["k", "cz"],
  ["g", "dz"],
  ["g", "z"],
  ["h", "sz"],
  ["ch", "sz"],
  ["r", "rz"],
  ["t", "c"],
  ["d", "dz"],
  ["d", "z"],
  ["sl", "sn"],
  ["st", "sc"],
  ["s", "sz"],
  ["z", "zn"],
  ["on", "en"],
  ["os", "ies"],
  ["osz", "ies"],
  ["osz", "ios"],
  ["a", "o"],
];

/** Lower case, no diacritics. */
export function sameLemma(a: string, b: string): boolean {
  if (a === b) return true;
  let shared = 0;
  while (shared < a.length && a.charCodeAt(shared) === b.charCodeAt(shared)) shared += 1;
  if (shared < 3) return false;
  const restA = a.slice(shared);
  const restB = b.slice(shared);
  const endings = shared === 3 ? caseEndings : suffixes;
  if (endings.has(restA) && endings.has(restB)) return true;
  // The shared part may reach into the ending: bud|owa – bud|owy share „budow”; step back by up to two letters.
  for (let back = 1; back <= 2 && shared - back >= 4; back += 1) {
    if (suffixes.has(a.slice(shared - back)) && suffixes.has(b.slice(shared - back))) return true;
  }
  return overSeam(restA, restB, endings);
}

function overSeam(restA: string, restB: string, endings: ReadonlySet<string>): boolean {
  // Fleeting e: wnios|ek – wnios|ku, dzień – dnia.
  if (fleeting(restA, restB) || fleeting(restB, restA)) return true;
  // ą – ę – e before the same consonants: miesi|ąc – miesi|ęcy.
  if (/^[aeo]/.test(restA) && /^[aeo]/.test(restB) && restA[1] !== undefined && restA[1] === restB[1]) {
    if (endings.has(restA.slice(2)) && endings.has(restB.slice(2))) return true;
  }
  return seams.some(
    ([left, right]) => meets(restA, restB, left, right, endings) || meets(restA, restB, right, left, endings),
  );
}

function fleeting(withVowel: string, without: string): boolean {
  const vowel = /^i?e/.exec(withVowel)?.[0].length ?? 0;
  if (vowel === 0 || withVowel[vowel] === undefined || withVowel[vowel] !== without[0]) return false;
  return caseEndings.has(withVowel.slice(vowel + 1)) && suffixes.has(without.slice(1));
}

function meets(restA: string, restB: string, left: string, right: string, endings: ReadonlySet<string>): boolean {
  return (
    restA.startsWith(left) &&
    restB.startsWith(right) &&
    endings.has(restA.slice(left.length)) &&
    endings.has(restB.slice(right.length))
  );
}
