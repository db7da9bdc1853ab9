import type { Candidate, Rule } from "./candidate.js";
import { trimEnd } from "./clause-end.js";
import type { CueEntry } from "./cue-lexicon.js";
import { ownerBefore } from "./noun-cues.js";
import { nounPhraseStartingAt } from "./noun-phrases.js";
import { isClass, type Reading, type Run, sentenceAt, word } from "./reading.js";
import { type CueVerb, verbsBetween } from "./verb-groups.js";

/** What names the viewpoint of a clause, between commas or at an end of its sentence. */
interface Viewpoint extends Run {
  readonly cue: readonly Run[];
  readonly source: Run;
  readonly entry?: CueEntry;
}

/**
 * Whose view a clause gives, without a clause of saying around it: 'In Lee's view, the bridge is safe.', 'As the mayor
 * put it, …', 'By his own account, …', '…, per the log.'. Refuses 'In view of the storm, …', 'twice per day' and 'As the mayor left, …'.
 */
export const viewpoint: Rule = (reading, verbs) =>
  reading.tokens.flatMap((_, i) => {
    if (!/^(per|in|as|by)$/.test(word(reading, i)) || reading.quotationOf[i] !== -1) return [];
    const sentence = sentenceAt(reading, i);
    const opens = i === sentence.firstToken;
    if (!opens && reading.tokens[i - 1]!.text !== ",") return [];
    const found = frameAt(reading, verbs, i, sentence.endToken);
    const content = found && contentAround(reading, found, sentence.firstToken, sentence.endToken);
    return found && content ? [candidate(found, content)] : [];
  });

const candidate = ({ cue, source, entry }: Viewpoint, content: readonly Run[]): Candidate => ({
  content,
  cue,
  source: [source],
  ...(entry && { entry }),
  by: "quotes/viewpoint",
  strength: 0.9,
});

function frameAt(reading: Reading, verbs: readonly CueVerb[], i: number, to: number): Viewpoint | undefined {
  const opener = word(reading, i);
  if (opener === "as") return asPut(reading, verbs, i, to);
  if (opener === "per") {
    const source = nounPhraseStartingAt(reading, i + 1, to);
    const isName = /^(DET|PROPN)$/.test(reading.tokens[i + 1]?.pos ?? "");
    if (!source || !(isName || reading.lexicon.sourceNouns.has(word(reading, source.end - 1)))) return undefined;
    return { first: i, end: source.end, cue: [{ first: i, end: i + 1 }], source };
  }
  if (word(reading, i + 1) === "the" && isClass(reading, i + 2, "viewpoint") && word(reading, i + 3) === "of") {
    const source = nounPhraseStartingAt(reading, i + 4, to);
    return source && { first: i, end: source.end, cue: [{ first: i, end: i + 4 }], source };
  }
  for (let noun = i + 2; noun < Math.min(to, i + MAX_OWNER); noun++) {
    if (!isClass(reading, noun, "viewpoint")) continue;
    const source = ownerBefore(reading, noun, i + 1);
    const cue = [
      { first: i, end: i + 1 },
      { first: noun, end: noun + 1 },
    ];
    return source?.first === i + 1 ? { first: i, end: noun + 1, cue, source } : undefined;
  }
  return undefined;
}

/** Tokens from 'in' to 'view': 'in the former prime minister's own view'. */
const MAX_OWNER = 10;

/** 'as the mayor put it', 'as Lee noted'. */
function asPut(reading: Reading, verbs: readonly CueVerb[], i: number, to: number): Viewpoint | undefined {
  const source = nounPhraseStartingAt(reading, i + 1, to);
  if (!source) return undefined;
  const isPut = /^puts?$/.test(word(reading, source.end)) && word(reading, source.end + 1) === "it";
  if (isPut) {
    const cue = { first: source.end, end: source.end + 2 };
    return { first: i, end: cue.end, cue: [cue], source };
  }
  const verb = verbsBetween(verbs, source.end, source.end + 4).find((each) => each.first === source.end);
  if (!verb?.entry.complements.has("quote") || verb.passive) return undefined;
  return { first: i, end: verb.end, cue: [{ first: verb.first, end: verb.end }], source, entry: verb.entry };
}

/** The clause after the viewpoint's comma, before it, or both parts around it. */
function contentAround(reading: Reading, { first, end }: Run, from: number, to: number): readonly Run[] | undefined {
  const run = (a: number, b: number): Run[] => (b > a ? [{ first: a, end: trimEnd(reading, a, b) }] : []);
  const after = reading.tokens[end]?.text === "," ? end + 1 : undefined;
  if (first === from) return after === undefined || after >= to ? undefined : run(after, to);
  const isLast = /^[.!?]$/.test(reading.tokens[end]?.text ?? ".");
  const goesOn = after !== undefined && /^(VERB|AUX)$/.test(reading.tokens[after]?.pos ?? "");
  if (!isLast && !goesOn) return undefined;
  return [...run(from, first - 1), ...(goesOn ? run(after, to) : [])];
}
