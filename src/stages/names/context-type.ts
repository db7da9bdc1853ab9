import type { EntityType } from "../../model/mention.js";
import { type Candidate, type NameContext, phrase, titleCase } from "./candidate.js";

const PLACE_BEFORE: ReadonlySet<string> = new Set(["in", "near", "throughout", "outside", "across"]);
const TRAVEL_BEFORE: ReadonlySet<string> = new Set(["at", "from", "to"]);

/**
 * Types a run that no list knows by the words around it: 'in X' is a place, 'X said' or 'coach X' a person, 'X (ABC)'
 * and an acronym an organization. A lone word at the start of a sentence, or in a headline, with no such sign is refused.
 */
export function typeByContext(context: NameContext, candidate: Candidate): Candidate | undefined {
  const { words, lexicons } = context;
  const { from, to } = candidate;
  const first = words[from]!;
  const inSentence = (index: number): string => {
    const word = words[index];
    return word && word.sentence === first.sentence ? word.text : "";
  };
  const before = inSentence(from - 1);
  const after = inSentence(to);
  const typed = (type: EntityType, rule: string): Candidate => ({ from, to, type, rule: `names/${rule}` });
  const single = to - from === 1;
  if (single && !["PROPN", "NOUN", "X"].includes(first.pos)) return undefined;

  if (single && /^(North|South|East|West)$/.test(first.text))
    return first.opens ? undefined : typed("place", "direction");
  if (/^[“"‘]$/.test(before) && /^[”"’,]$/.test(after) && !lexicons.firstNames.has(first.text)) {
    return single ? undefined : typed("other", "quoted");
  }
  const isUpper = words.slice(from, to).every((word) => word.shape === "upper");
  if (isUpper) {
    const known = lexicons.known.get(titleCase(phrase(words, from, to)));
    if (known && phrase(words, from, to).length > 4) return typed(known, "upper");
    if (!single) return lexicons.firstNames.has(titleCase(first.text)) ? typed("person", "upper") : undefined;
    return first.text.replace(/\W/g, "").length <= 6 && first.style === "text"
      ? typed("organization", "acronym")
      : undefined;
  }
  if (lexicons.roles.has(before.toLowerCase()) && (!first.opens || !single)) return typed("person", "role-before");
  if (isAge(context, to) && !single) return typed("person", "age");
  if (PLACE_BEFORE.has(before.toLowerCase())) return typed("place", "in-place");
  if (isSaying(after) && (!single || !first.opens)) return typed("person", "says");
  if (first.style === "title") return undefined;
  if (!single) return to - from <= 3 ? typed("person", "shape") : undefined;
  if (first.opens) return undefined;
  if (TRAVEL_BEFORE.has(before.toLowerCase())) return typed("place", "to-place");
  if (before === "the" || before === "The") return typed("organization", "the-name");
  return /^\p{Lu}\.?$/u.test(phrase(words, from, to)) ? undefined : typed("person", "shape");
}

const isAge = ({ words }: NameContext, to: number): boolean =>
  words[to]?.text === "," && /^\d{1,3}$/.test(words[to + 1]?.text ?? "") && words[to + 2]?.text === ",";

const isSaying = (word: string): boolean =>
  /^(said|says|told|added|wrote|tweeted|argued|insisted|explained)$/.test(word);
