import type { Rule } from "./candidate.js";
import { trimEnd } from "./clause-end.js";
import { addresseeOf } from "./complements.js";
import { invertedPhrase } from "./noun-phrases.js";
import { type Reading, type Run, sentenceAt, word } from "./reading.js";
import { subjectOf } from "./subjects.js";
import type { CueVerb } from "./verb-groups.js";

/**
 * What was said first, then who said it, without quotation marks: 'The bridge is safe, the mayor said.', 'The bridge,
 * said the mayor, is safe.' (two parts). Refuses 'On Monday, the mayor said'.
 */
export const frontedClause: Rule = (reading, verbs) =>
  verbs.flatMap((verb) => {
    if (!verb.entry.complements.has("quote") || verb.passive || verb.participle || verb.infinitive) return [];
    const sentence = sentenceAt(reading, verb.head);
    const inverted = /^[,”"’']$/.test(reading.tokens[verb.first - 1]?.text ?? "") && verb.first > sentence.firstToken;
    const source = inverted ? invertedPhrase(reading, verb.end, sentence.endToken) : subjectOf(reading, verb);
    if (!source || (!inverted && source.end > verb.first)) return [];
    const comma = pauseBefore(reading, inverted ? verb.first : source.first);
    if (comma === undefined || comma <= sentence.firstToken) return [];
    const rest = restOf(reading, inverted ? source.end : verb.end, sentence.endToken, verb);
    if (rest === undefined) return [];
    const front = frontOf(reading, sentence.firstToken, inverted ? verb.first : source.first, rest !== null);
    if (!front) return [];
    return [
      {
        content: rest ? [front, rest] : [front],
        cue: [{ first: verb.first, end: verb.end }],
        source: [source],
        entry: verb.entry,
        by: "quotes/fronted-clause",
        strength: 0.85,
      },
    ];
  });

/** The comma right before `index`, inside closing quotation marks or not. */
function pauseBefore(reading: Reading, index: number): number | undefined {
  let i = index - 1;
  while (/^["”’']$/.test(reading.tokens[i]?.text ?? "")) i--;
  return reading.tokens[i]?.text === "," ? i : undefined;
}

/** The clause before the comma, from the sentence's start; undefined when it has no verb, or is a side clause. */
function frontOf(reading: Reading, firstToken: number, comma: number, goesOn: boolean): Run | undefined {
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
  if (next.text !== "," || at + 1 >= to) return null;
  const after = word(reading, at + 1);
  const goesOn =
    reading.tokens[at + 1]!.pos === "VERB"
      ? !after.endsWith("ing")
      : ["AUX", "CCONJ"].includes(reading.tokens[at + 1]!.pos);
  return goesOn ? { first: at + 1, end: trimEnd(reading, at + 1, to) } : null;
}
