import type { Rule } from "./candidate.js";
import { trimEnd } from "./clause-end.js";
import { nounPhraseStartingAt } from "./noun-phrases.js";
import { type Reading, type Run, sentenceAt, word } from "./reading.js";

/** What {@link accordingTo} signs its proposals with. */
export const ACCORDING_TO = "quotes/according-to";

/**
 * 'According to the mayor, the bridge is safe.', 'The bridge is safe, according to the mayor.', and between the two parts
 * of a clause. Refuses 'according to plan' by its having no clause of its own.
 */
export const accordingTo: Rule = (reading, verbs) =>
  verbs.flatMap((verb) => {
    if (!verb.entry.complements.has("according") || verb.end === verb.head + 1) return [];
    const sentence = sentenceAt(reading, verb.head);
    const source = nounPhraseStartingAt(reading, verb.end, sentence.endToken);
    if (!source) return [];
    let sourceEnd = source.end;
    const content: Run[] = [];
    if (verb.head > sentence.firstToken + 1) {
      let first = sentence.firstToken;
      for (let i = verb.head - 2; i > first; i--) if (reading.tokens[i]!.text === ";") first = i + 1;
      while (reading.tokens[first]!.pos === "CCONJ") first++;
      if (first < verb.head) content.push({ first, end: trimEnd(reading, first, verb.head) });
    }
    const atStart = content.length === 0;
    const first = commaAfter(reading.tokens, source.end, sentence.endToken);
    const comma = (atStart && first !== undefined && asideEnd(reading, first, sentence.endToken)) || first;
    if (comma !== undefined && comma + 1 < sentence.endToken) {
      const next = reading.tokens[comma + 1]!;
      if (atStart || next.pos === "VERB" || next.pos === "AUX") {
        content.push({ first: comma + 1, end: trimEnd(reading, comma + 1, sentence.endToken) });
        const isRelative = first !== comma && /^(who|which|whose)$/.test(word(reading, first! + 1));
        if (atStart && !isRelative) sourceEnd = comma;
      }
    }
    if (content.length === 0) return [];
    return [
      {
        content,
        cue: [{ first: verb.head, end: verb.end }],
        source: [{ first: source.first, end: sourceEnd }],
        entry: verb.entry,
        by: ACCORDING_TO,
        strength: 0.95,
      },
    ];
  });

/** The comma that closes ', who chairs the board,' or ', the chairman,' after a source; undefined when none opens there. */
function asideEnd(reading: Reading, comma: number, to: number): number | undefined {
  const close = commaAfter(reading.tokens, comma + 1, to);
  if (close === undefined) return undefined;
  if (/^(who|which|whose)$/.test(word(reading, comma + 1))) return close;
  if (nounPhraseStartingAt(reading, comma + 1, to)?.end !== close) return undefined;
  const subject = nounPhraseStartingAt(reading, close + 1, to);
  return subject && /^(VERB|AUX|ADV)$/.test(reading.tokens[subject.end]?.pos ?? "") ? close : undefined;
}

function commaAfter(tokens: readonly { readonly text: string }[], from: number, to: number): number | undefined {
  for (let i = from; i < to; i++) if (tokens[i]!.text === ",") return i;
  return undefined;
}
