/**
 * A reading form of a text: soft hyphens, zero-width characters and combining marks left out, accented Latin letters
 * without their accents, so that tools made for plain English see whole words. Offsets lead back to the text as given.
 */
export interface Folded {
  readonly text: string;
  /** Offset in the given text of a code unit of the folded one, 0 to `text.length` inclusive. */
  readonly offsetOf: (index: number) => number;
}

/** Soft hyphen, zero-width space and joiners, word joiner, byte order mark, bidirectional marks. */
const INVISIBLE = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/u;
const NEEDS_FOLDING = /[\u00AD\u0100-\u024F\u1E00-\u1EFF\u200B-\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]|\p{M}/u;
const MARK = /\p{M}/u;

/** Folds a text. 'Nguyễn' becomes 'Nguyen', 'Novem\u00ADber' 'November'; a text that needs nothing is given back as it is. */
export function fold(text: string): Folded {
  if (!NEEDS_FOLDING.test(text)) return { text, offsetOf: (index) => index };
  const kept: string[] = [];
  const offsets: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const unit = text[i]!;
    if (INVISIBLE.test(unit) || MARK.test(unit)) continue;
    kept.push(plain(unit));
    offsets.push(i);
  }
  offsets.push(text.length);
  return { text: kept.join(""), offsetOf: (index) => offsets[index] ?? text.length };
}

/** A word without invisible characters, in NFC: the form that lexicons hold. */
export const visible = (word: string): string =>
  isPlain(word) ? word : word.replace(new RegExp(INVISIBLE, "gu"), "").normalize("NFC");

/** True for a word of printable ASCII, which folding leaves alone. */
const isPlain = (word: string): boolean => /^[\x20-\x7E]*$/.test(word);

/** The letter under the accent: one code unit for one, so that offsets hold. */
function plain(unit: string): string {
  if (unit < "\u0100") return unit;
  const base = unit.normalize("NFD")[0]!;
  return base < "\u0080" ? base : (PLAIN_LETTERS[unit] ?? unit);
}

/** Latin letters that have no decomposition (Unicode: letters with stroke, dotless i, eng). */
const PLAIN_LETTERS: Readonly<Record<string, string>> = {
  Ł: "L",
  ł: "l",
  Đ: "D",
  đ: "d",
  ı: "i",
  Ħ: "H",
  ħ: "h",
  Ŋ: "N",
  ŋ: "n",
};
