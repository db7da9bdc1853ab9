import { partitionPoint } from "../../text/partition-point.js";
import { type AdoptedName, type Adoption, PASSED_OVER, tokensOf } from "./adoption.js";

/** Score from which a full name is looked for elsewhere in the article. */
const SURE = 0.6;

/**
 * The names, and those the encoder passed over: X the company ('posted on X'), the place behind a party's letter
 * ('(D-Reno)'), the initials that stand before the turns of an interview ('AL: I do.'), a full name that it found elsewhere.
 * Initials are people, whatever they were taken for.
 */
export function addUnseen(adoption: Adoption, names: readonly AdoptedName[]): readonly AdoptedName[] {
  const labels = turnLabels(adoption);
  const seen = names.filter((name) => !isAmong(labels, name));
  const found = [...labels, ...theCompanyX(adoption), ...homes(adoption), ...repeated(adoption, seen)];
  const unseen = found.filter((one) => !isAmong(seen, one) && hasTokens(adoption, one));
  return [...seen, ...unseen].sort((a, b) => a.start - b.start);
}

/** True for one that reaches into one of the names, which are in text order and do not overlap. */
function isAmong(names: readonly AdoptedName[], { start, end }: AdoptedName): boolean {
  const next = names[partitionPoint(names, (name) => name.end <= start)];
  return next !== undefined && next.start < end;
}

/** Boilerplate has no tokens, and so no names. */
function hasTokens(adoption: Adoption, name: AdoptedName): boolean {
  const { first, end } = tokensOf(adoption, name);
  return end > first && adoption.tokens[first]!.start === name.start && adoption.tokens[end - 1]!.end === name.end;
}

type Found = readonly AdoptedName[];

const matches = ({ text }: Adoption, pattern: RegExp, type: AdoptedName["type"], by: string): Found =>
  [...text.matchAll(pattern)].map(({ 0: words, index }) => ({
    start: index,
    end: index + words.length,
    type,
    score: PASSED_OVER,
    by,
  }));

const theCompanyX = (adoption: Adoption): Found =>
  matches(
    adoption,
    /(?<=\b(?:on|via|platform|network|site) )X(?=[\s,.;:?!)’'](?!\p{Lu}))/gu,
    "organization",
    "names/x",
  );

/** '(D-Reno)', 'Dunne, D-Conn.,'. */
const homes = (adoption: Adoption): Found =>
  matches(
    adoption,
    /(?<=(?:\(|, )[RDI]-)(?:N\.[HYJMCD]\.|\p{Lu}\p{Ll}+\.?(?: \p{Lu}\p{Ll}+)?)(?=[),])/gu,
    "place",
    "names/home",
  );

/** Two or more initials that come back before a colon at the start of lines. */
function turnLabels(adoption: Adoption): Found {
  const labels = matches(adoption, /^\p{Lu}{2,3}(?=: )/gmu, "person", "names/turn");
  const counts = new Map<string, number>();
  const wordsOf = ({ start, end }: AdoptedName): string => adoption.text.slice(start, end);
  for (const label of labels) counts.set(wordsOf(label), (counts.get(wordsOf(label)) ?? 0) + 1);
  const back = [...counts].filter(([, count]) => count > 1).map(([words]) => words);
  return back.length < 2 ? [] : labels.filter((label) => back.includes(wordsOf(label)));
}

/** 'Ann Lee', 'University of Holm': more than one word, capitals at both ends. */
const isFull = (words: string): boolean =>
  words.includes(" ") && /^\p{Lu}/u.test(words) && /^\p{Lu}\S/u.test(words.slice(words.lastIndexOf(" ") + 1));

/** Asked of each token, not of each name: an article may hold thousands of names. */
function repeated({ text, tokens }: Adoption, names: readonly AdoptedName[]): Found {
  const byOpening = new Map<string, Map<string, AdoptedName["type"]>>();
  for (const { start, end, type, score } of names) {
    const words = text.slice(start, end);
    if (score <= SURE || type === "other" || !isFull(words)) continue;
    const opening = words.slice(0, words.indexOf(" ") + 1 + SHELF);
    byOpening.set(opening, (byOpening.get(opening) ?? new Map()).set(words, type));
  }
  const found: AdoptedName[] = [];
  for (const { start, end } of tokens) {
    const fits = [...(byOpening.get(text.slice(start, end + 1 + SHELF)) ?? [])].filter(([words]) =>
      text.startsWith(words, start),
    );
    const longest = fits.reduce((top, fit) => (fit[0].length > top[0].length ? fit : top), fits[0] ?? NONE);
    if (longest !== NONE) {
      const [words, type] = longest;
      found.push({ start, end: start + words.length, type, score: PASSED_OVER, by: "names/repeated" });
    }
  }
  return found;
}
/** Letters of the second word by which names are shelved; a full name has them. */
const SHELF = 2;
const NONE: readonly [string, AdoptedName["type"]] = ["", "other"];
