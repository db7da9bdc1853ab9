import type { EntityType } from "../../model/mention.js";
import { isAcronymOf } from "./acronym.js";
import { type Candidate, isCapital, type NameContext, phrase, titleCase } from "./candidate.js";
import { familyNameIndex } from "./family-name.js";

/**
 * One name, one type in one article: names found by a sure rule type their repetitions, and a person's surname, or an
 * acronym given in brackets after the long form, types its later occurrences, also in capitals and at the start of a
 * sentence. 'National Security Council (NSC) … NSC', 'Nasser Hussain … Hussain … HUSSAIN'.
 */
export function repeats(context: NameContext, found: readonly Candidate[]): readonly Candidate[] {
  const { words, lexicons } = context;
  const votes = new Map<string, Map<EntityType, number>>();
  const vote = (name: string, type: EntityType, weight: number): void => {
    const types = votes.get(name) ?? new Map<EntityType, number>();
    types.set(type, (types.get(type) ?? 0) + weight);
    votes.set(name, types);
  };
  for (const candidate of found) {
    const { from, to, type, rule } = candidate;
    const weight = WEAK.has(rule) ? 1 : 3;
    vote(phrase(words, from, to), type, weight);
    const short = words[to]?.text === "(" && words[to + 2]?.text === ")" ? words[to + 1]! : undefined;
    if (short && isAcronymOf(short.text, phrase(words, from, to))) vote(short.text, type, 5);
    if (type !== "person" || to - from < 2) continue;
    const parts = words.slice(from, to).map((word) => word.text);
    const family = parts[familyNameIndex(parts, lexicons)]!;
    if (family.length > 1 && !lexicons.notNames.has(family)) vote(family, "person", lexicons.known.has(family) ? 1 : 3);
  }
  const longest = Math.max(1, ...[...votes.keys()].map((name) => name.split(" ").length));
  const upper = new Map([...votes.keys()].map((name) => [name.toUpperCase(), name] as const));
  const out: Candidate[] = [];
  for (let i = 0; i < words.length; i++) {
    if (!isCapital(words[i])) continue;
    for (let to = Math.min(words.length, i + longest); to > i; to--) {
      if (words[to - 1]!.sentence !== words[i]!.sentence) continue;
      const text = phrase(words, i, to);
      const name = votes.has(text) ? text : words[i]!.style === "upper" ? upper.get(text) : undefined;
      const type = name === undefined ? gazetteer(context, i, text) : best(votes.get(name)!);
      if (!type) continue;
      out.push({ from: i, to, type, rule: "names/repeated" });
      i = to - 1;
      break;
    }
  }
  return out;
}

/** Rules whose type is a guess: a repetition found by a sure rule overrules it. */
const WEAK: ReadonlySet<string> = new Set([
  "names/shape",
  "names/acronym",
  "names/to-place",
  "names/the-name",
  "names/place-first",
]);

/** Known names in a line all in capitals; the short ones ('US', 'AP') would be words there. */
function gazetteer({ words, lexicons }: NameContext, from: number, text: string): EntityType | undefined {
  if (words[from]!.style !== "upper" || text.length < 4) return undefined;
  return lexicons.known.get(titleCase(text));
}

const best = (votes: ReadonlyMap<EntityType, number>): EntityType =>
  [...votes].reduce((top, vote) => (vote[1] > top[1] ? vote : top))[0];
