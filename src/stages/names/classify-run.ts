import type { EntityType } from "../../model/mention.js";
import { type Candidate, type NameContext, phrase } from "./candidate.js";
import type { Run } from "./runs.js";

/** The longest name in words that is looked up in the lists of known names. */
const LONGEST_KNOWN = 6;

/**
 * Cuts a run of capitalized words into names: known names, titles and what is left by its first or last word.
 * 'U.S. President Donald Trump' gives a place and a person; 'South Korean Foreign Ministry' a demonym and an organization.
 */
export function classifyRun(context: NameContext, { from, to }: Run): readonly Candidate[] {
  const { words, lexicons } = context;
  if (from >= to) return [];
  if (words[from]!.shape === "lower") return classifyRun(context, { from: from + 1, to });
  const name = (a: number, b: number, type: EntityType, rule: string): Candidate => ({ from: a, to: b, type, rule });
  const rest = (a: number, b: number): readonly Candidate[] => classifyRun(context, { from: a, to: b });

  const whole = lexicons.known.get(phrase(words, from, to));
  if (whole) return [name(from, to, whole, "names/known")];

  const first = words[from]!.text;
  const last = words[to - 1]!.text;
  if (lexicons.honorifics.has(first) && to - from > 1) {
    // 'Madam Speaker', 'Mr. President' address somebody without a name.
    if (lexicons.roles.has(phrase(words, from + 1, to).toLowerCase())) return [];
    return isPersonLength(to - from - 1) ? [name(from + 1, to, "person", "names/honorific")] : rest(from + 1, to);
  }
  const opening = knownPrefix(context, from, to);
  if (opening?.type === "organization" && lexicons.known.has(phrase(words, opening.to, to))) {
    return [opening, ...rest(opening.to, to)];
  }
  const tail = tailType(context, from, to);
  if (tail && to - from > 1) {
    const lead = leadingDemonym(context, from, to);
    if (lead > from && to - lead >= 1) return [...rest(from, lead), name(lead, to, tail, `names/${tail}-noun`)];
    return [name(from, to, tail, `names/${tail}-noun`)];
  }
  const title = titleIn(context, from, to);
  if (title) {
    const left = rest(from, title.from);
    if (title.to >= to) return left;
    const right = rest(title.to, to);
    const isWhole = right.length === 1 && right[0]!.from === title.to && right[0]!.to === to;
    const personal =
      isPersonLength(to - title.to) && (right.length === 0 || (isWhole && right[0]!.rule === "names/shape"));
    return [...left, ...(personal ? [name(title.to, to, "person", "names/title")] : right)];
  }
  const prefix = knownPrefix(context, from, to);
  if (
    prefix &&
    prefix.to - prefix.from >= 1 &&
    (prefix.type !== "place" || prefix.to - from > 1 || lexicons.firstNames.has(words[prefix.to]!.text))
  ) {
    return [prefix, ...rest(prefix.to, to)];
  }
  if (lexicons.placeOpeners.has(first) && to - from > 1) return [name(from, to, "place", "names/place-opener")];
  if (lexicons.firstNames.has(first) && to - from > 1 && to - from <= 4)
    return [name(from, to, "person", "names/first-name")];
  if (prefix) return [name(from, to, to - from === 2 ? "organization" : prefix.type, "names/place-first")];
  if (/^[A-Z]\.?$/.test(last)) return [];
  return [name(from, to, "person", "names/shape")];
}

const isPersonLength = (length: number): boolean => length >= 1 && length <= 4;

/** The first title inside a run, such as 'Vice President', 'Secretary of State'; none when it starts a longer known name. */
function titleIn({ words, lexicons }: NameContext, from: number, to: number): Run | undefined {
  for (let i = from; i < to; i++) {
    for (let end = Math.min(to, i + 3); end > i; end--) {
      const role = lexicons.roles.get(phrase(words, i, end).toLowerCase());
      if (!role) continue;
      if (end - i === 1 && lexicons.firstNames.has(words[i]!.text)) continue;
      let start = i;
      while (start > from && isModifier(words[start - 1]!.text, lexicons.titleModifiers)) start--;
      return { from: start, to: end };
    }
  }
  return undefined;
}

const isModifier = (word: string, modifiers: ReadonlySet<string>): boolean => modifiers.has(word.toLowerCase());

/** The type that a run's last word, or its word before 'of', tells. */
function tailType({ words, lexicons }: NameContext, from: number, to: number): EntityType | undefined {
  const last = words[to - 1]!.text;
  if (lexicons.orgSuffixes.has(last) || lexicons.orgNouns.has(last)) return "organization";
  if (lexicons.otherNouns.has(last)) return "other";
  for (let i = from; i < to - 1; i++) {
    if (!/^(of|for|on)$/.test(words[i + 1]!.text)) continue;
    if (lexicons.orgNouns.has(words[i]!.text)) return "organization";
    if (lexicons.placeNouns.has(words[i]!.text)) return "place";
  }
  return lexicons.placeNouns.has(last) ? "place" : undefined;
}

/** Where a name goes on after demonyms and country acronyms before it: 'South Korean | Foreign Ministry', not 'American Airlines'. */
function leadingDemonym({ words, lexicons }: NameContext, from: number, to: number): number {
  for (let end = Math.min(to - 1, from + 3); end > from; end--) {
    const text = phrase(words, from, end);
    const isDemonym = lexicons.demonyms.has(text) || /^(U\.S\.|U\.K\.|US|UK)$/.test(text);
    if (isDemonym && to - end > 1) return end;
  }
  return from;
}

function knownPrefix({ words, lexicons }: NameContext, from: number, to: number): Candidate | undefined {
  for (let end = Math.min(to - 1, from + LONGEST_KNOWN); end > from; end--) {
    const type = lexicons.known.get(phrase(words, from, end));
    if (type) return { from, to: end, type, rule: "names/known" };
  }
  return undefined;
}
