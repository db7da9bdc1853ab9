import { defineStage } from "../core/stage.js";
import { RULES } from "./find-attributions.js";
import type { Candidate } from "./quotes/candidate.js";
import { withFronted, withoutLink, withWholeEnds } from "./quotes/content-edges.js";
import { type CueLexiconSources, cueLexicon } from "./quotes/cue-lexicon.js";
import { decode } from "./quotes/decode.js";
import { encoderCandidates } from "./quotes/encoder-candidates.js";
import { fuse } from "./quotes/fuse.js";
import { FUSE_LIMITS } from "./quotes/fuse-limits.js";
import { beforeOtherClause, withFirstSource } from "./quotes/other-clauses.js";
import { quoteKind } from "./quotes/quote-kind.js";
import { findQuotations } from "./quotes/quote-marks.js";
import { type Reading, type Run, readingOf } from "./quotes/reading.js";
import { findCueVerbs } from "./quotes/verb-groups.js";

/**
 * Who said, thought or wanted what, by the rules of find-attributions and the encoder together; `decode` settles between them.
 * `limits`: how sure of itself the encoder must be where they differ.
 */
export const joinAttributions = (options: CueLexiconSources, limits = FUSE_LIMITS) => {
  const lexicon = cueLexicon(options);
  return defineStage({
    name: "join-attributions",
    reads: ["header", "tokens", "sentences", "blocks", "recognition"],
    writes: "attributions",
    run: (doc, report) => {
      const reading = readingOf(doc, lexicon, findQuotations(doc.tokens, report));
      const verbs = findCueVerbs(reading);
      const ended = <C extends Candidate>(candidate: C) => beforeOtherClause(reading, doc.recognition, candidate);
      const ruled = RULES.flatMap((rule) => rule(reading, verbs)).map(ended);
      const read = encoderCandidates(reading, doc.recognition).map(ended);
      const isQuoted = ({ kind, content }: Candidate) => (kind ?? quoteKind(reading, content)) !== "indirect";
      const isSpeech = ({ content, cue }: Candidate) => cue.length > 0 && blocksOf(reading, content) > 1;
      const fused = fuse(ruled, read, doc.recognition, { isQuoted, isSpeech }, limits);
      const sourced = withFirstSource(reading, doc.recognition, fused);
      const whole = withWholeEnds(reading, doc.recognition, sourced, limits.goesOn);
      return decode(
        reading,
        whole.map((candidate) => withoutLink(reading, withFronted(reading, candidate))),
      );
    },
  });
};

const blocksOf = ({ tokens }: Reading, runs: readonly Run[]): number =>
  new Set(runs.map(({ first }) => tokens[first]!.block)).size;
