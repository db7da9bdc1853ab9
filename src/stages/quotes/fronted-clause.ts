import type { Rule } from "./candidate.js";
import { trimEnd } from "./clause-end.js";
import { addresseeOf } from "./complements.js";
import { invertedPhrase } from "./noun-phrases.js";
import { isClass, type Reading, type Run, sentenceAt, word, wordCount } from "./reading.js";
import { subjectOf } from "./subjects.js";
import type { CueVerb } from "./verb-groups.js";

/**
 * What was said first, then who said it, without quotation marks: 'The bridge is safe, the mayor said.', 'The bridge,
 * said the mayor, is safe.' (two parts), 'Bridge worst in a century, says mayor'. Refuses 'On Monday, the mayor said'.
 */
export const frontedClause: Rule = (reading, verbs) =>
  verbs.flatMap((verb) => {
    const isSaying = verb.entry.complements.has("quote");
    const mayFollow = isSaying || verb.entry.complements.has("last");
    if (!mayFollow || verb.passive || verb.participle || verb.infinitive) return [];
    const sentence = sentenceAt(reading, verb.head);
    const inverted = /^[,”"’']$/.test(reading.tokens[verb.first - 1]?.text ?? "") && verb.first > sentence.firstToken;
    const source = inverted ? invertedPhrase(reading, verb.end, sentence.endToken) : subjectOf(reading, verb);
    if (!source || (!inverted && source.end > verb.first)) return [];
    const comma = pauseBefore(reading, inverted ? verb.first : source.first);
    if (comma === undefined || comma <= sentence.firstToken) return [];
    const rest = restOf(reading, inverted ? source.end : verb.end, sentence.endToken, verb);
    if (rest === undefined || (rest !== null && !isSaying)) return [];
    const form = {
      goesOn: rest !== null,
      mayLackVerb:
        inverted && isSaying && namesSomebody(reading, source) && isLast(reading, source.end, sentence.endToken),
    };
    const front = frontOf(reading, sentence.firstToken, inverted ? verb.first : source.first, form);
    if (!front) return [];
    return [
      {
        content: rest ? [front, rest] : [front],
        cue: [{ first: verb.first, end: verb.end }],
        source: [source],
        entry: verb.entry,
        by: "quotes/fronted-clause",
        strength: isSaying ? SAYING : SHOWING,
      },
    ];
  });

/** How sure the rule is of 'Lee said', and of 'a survey showed'. */
const SAYING = 0.85;
const SHOWING = 0.7;

/** 'the mayor', 'Lee', 'police': not the 'bankruptcy' of 'firms, one by one, declared bankruptcy'. */
const namesSomebody = (reading: Reading, { first, end }: Run): boolean =>
  /^(DET|PROPN|PRON)$/.test(reading.tokens[first]!.pos) ||
  isClass(reading, first, "owner") ||
  reading.lexicon.sourceNouns.has(word(reading, end - 1));

/** True when the sentence ends there: 'Storm worst in a century, says mayor'. */
const isLast = (reading: Reading, from: number, to: number): boolean =>
  reading.tokens.slice(from, to).every(({ pos }) => pos === "PUNCT");

/** The comma right before `index`, inside closing quotation marks or not. */
function pauseBefore(reading: Reading, index: number): number | undefined {
  let i = index - 1;
  while (/^["”’']$/.test(reading.tokens[i]?.text ?? "")) i--;
  return reading.tokens[i]?.text === "," ? i : undefined;
}

interface FrontForm {
  /** True when the clause goes on after its source. */
  readonly goesOn: boolean;
  /** True where nothing but the source and 'says' follows: 'Not so, says Lee.' */
  readonly mayLackVerb: boolean;
}

/** The clause before the comma, from the sentence's start; undefined when it has no verb, or is a side clause. */
function frontOf(
  reading: Reading,
  firstToken: number,
  comma: number,
  { goesOn, mayLackVerb }: FrontForm,
): Run | undefined {
  let first = firstToken;
  while (first < comma && (reading.tokens[first]!.pos === "CCONJ" || /^[—–-]$/.test(reading.tokens[first]!.text)))
    first++;
  if (first >= comma) return undefined;
  if (goesOn) return { first, end: trimEnd(reading, first, comma) };
  if (reading.lexicon.subordinators.has(word(reading, first))) {
    if (!reading.tokens.slice(first, comma).some((token) => token.text === ",")) return undefined;
  }
  const verb = reading.tokens
    .slice(first, comma)
    .some((token) => ["VERB", "AUX"].includes(token.pos) && !/ing$/.test(token.text));
  if (mayLackVerb && wordCount(reading, first, comma) > 1) return { first, end: trimEnd(reading, first, comma) };
  if (!verb || reading.tokens[first]!.pos === "VERB") return undefined;
  return { first, end: trimEnd(reading, first, comma) };
}

/**
 * What is left of the sentence after source and cue: null when nothing of it belongs to the content, a run when the
 * clause goes on after a comma, undefined when the cue has a content of its own to its right.
 */
function restOf(reading: Reading, from: number, to: number, verb: CueVerb): Run | null | undefined {
  const hearer = verb.entry.complements.has("addressee") ? addresseeOf(reading, verb, to) : undefined;
  const at = hearer ? Math.max(from, hearer.end) : from;
  const next = reading.tokens[at];
  if (!next || at >= to) return null;
  const isClose =
    /^[.,;:!?)”"—–-]/.test(next.text) ||
    next.pos === "ADP" ||
    next.pos === "SCONJ" ||
    next.pos === "ADV" ||
    next.pos === "CCONJ" ||
    reading.lexicon.occasions.has(word(reading, at)) ||
    (next.pos === "DET" && reading.lexicon.occasions.has(word(reading, at + 1)));
  if (!isClose || word(reading, at) === "that") return undefined;
  const comma = next.text === "," ? asideEnd(reading, at, to) : undefined;
  if (comma === undefined || comma + 1 >= to) return null;
  const after = word(reading, comma + 1);
  const { pos } = reading.tokens[comma + 1]!;
  const goesOn = pos === "VERB" ? !after.endsWith("ing") : ["AUX", "CCONJ"].includes(pos);
  return goesOn ? { first: comma + 1, end: trimEnd(reading, comma + 1, to) } : null;
}

/** The comma itself, or the one that closes an aside on where the words are from: ', citing two officials,'. */
function asideEnd(reading: Reading, comma: number, to: number): number {
  if (!/^(citing|quoting)$/.test(word(reading, comma + 1))) return comma;
  for (let i = comma + 2; i < to; i++) if (reading.tokens[i]!.text === ",") return i;
  return comma;
}
