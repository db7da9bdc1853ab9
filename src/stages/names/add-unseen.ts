import { overlaps } from "../../model/span.js";
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
  const seen = names.filter((name) => !labels.some((label) => overlaps(label, name)));
  const found = [...labels, ...theCompanyX(adoption), ...homes(adoption), ...repeated(adoption, seen)];
  const unseen = found.filter((one) => !seen.some((name) => overlaps(name, one)) && hasTokens(adoption, one));
  return [...seen, ...unseen].sort((a, b) => a.start - b.start);
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

function repeated(adoption: Adoption, names: readonly AdoptedName[]): Found {
  const { text } = adoption;
  const full = new Map<string, AdoptedName["type"]>();
  for (const { start, end, type, score } of names) {
    const words = text.slice(start, end);
    if (score > SURE && type !== "other" && /^\p{Lu}.* \p{Lu}\S*$/u.test(words)) full.set(words, type);
  }
  const found: AdoptedName[] = [];
  for (const [words, type] of full) {
    for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + words.length)) {
      found.push({ start: at, end: at + words.length, type, score: PASSED_OVER, by: "names/repeated" });
    }
  }
  return found;
}
