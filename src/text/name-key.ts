/** Latin letters that have no decomposition, by the plain letters they are written with where accents cannot be. */
const SPELLED: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  đ: "d",
  ð: "d",
  þ: "th",
  ł: "l",
  ħ: "h",
  ı: "i",
  ŋ: "n",
};

/** First words of names of places as they are shortened. */
const SHORTENED: ReadonlyMap<string, string> = new Map([
  ["ft", "fort"],
  ["mt", "mount"],
  ["st", "saint"],
  ["ste", "sainte"],
]);

/**
 * The form under which a name is looked up: small plain letters and digits, one blank between words, 'Saint' for 'St.', 'Mount' for 'Mt.'.
 * 'Łódź' and 'LODZ' have one key, as have 'U.S.' and 'US', 'St. Louis' and 'Saint Louis'. Empty for a name in other scripts.
 */
export function nameKey(name: string): string {
  const plain = name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[ßæœøđðþłħıŋ]/g, (letter) => SPELLED[letter] ?? letter)
    .replace(/['’`ʻʼ‘.]/g, "")
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
  const [first = ""] = plain.split(" ", 1);
  const full = first === plain ? undefined : SHORTENED.get(first);
  return full ? full + plain.slice(first.length) : plain;
}
