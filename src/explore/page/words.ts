/** A text without case and accents, to be searched. */
export const folded = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** What is asked for: words, or, in double quotes, phrases; folded. 'flood "no warning"' is two. */
export const termsOf = (query: string): readonly string[] =>
  [...folded(query).matchAll(/["“”]([^"“”]+)["“”]?|([^\s"“”]+)/g)]
    .map(([, phrase, word]) => (phrase ?? word ?? "").trim())
    .filter((term) => term !== "");

/** True when each term begins at the beginning of a word of the text, which must be folded: 'flood' is in 'floods'. */
export const hasTerms = (text: string, terms: readonly string[]): boolean => terms.every((term) => hasTerm(text, term));

function hasTerm(text: string, term: string): boolean {
  for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + 1)) {
    if (at === 0 || !LETTER.test(text[at - 1]!)) return true;
  }
  return false;
}

const LETTER = /[\p{L}\p{N}]/u;

/** '1,234'. */
export const count = (number: number): string => String(number).replace(/\B(?=(\d{3})+$)/g, ",");

/** '1 quotation', '1,234 quotations'. */
export const counted = (number: number, one: string, many = `${one}s`): string =>
  `${count(number)} ${number === 1 ? one : many}`;

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** '7 Feb 2025' for 2025-02-07; 'Feb 2025' for 2025-02; other texts as they are. */
export function dayText(day: string): string {
  const [, year, month, date] = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(day) ?? [];
  if (year === undefined) return day;
  return [date === undefined ? undefined : String(Number(date)), MONTHS[Number(month) - 1], year]
    .filter((part) => part !== undefined)
    .join(" ");
}
