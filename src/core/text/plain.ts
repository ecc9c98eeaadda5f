/** Lower case without diacritics, ł included (NFD leaves it): how officers type in a hurry. Same length as the input when that is NFC Polish. */
export function foldDiacritics(text: string): string {
  const lower = text.toLowerCase();
  // Of what an archive holds, next to all; a tenth of the time.
  if (plainOrPolish.test(lower)) return lower.replace(polish, (letter) => plainOf[letter] ?? letter);
  return lower
    .normalize("NFD")
    .replace(/\p{Mn}+/gu, "")
    .replace(/ł/g, "l");
}

const polish = /[ąćęłńóśźż]/g;
const plainOrPolish = /^[\0-\x7Fąćęłńóśźż–—„”«»§°²³·•…½\xA0]*$/;
const plainOf: Readonly<Record<string, string>> = {
  ą: "a",
  ć: "c",
  ę: "e",
  ł: "l",
  ń: "n",
  ó: "o",
  ś: "s",
  ź: "z",
  ż: "z",
};
