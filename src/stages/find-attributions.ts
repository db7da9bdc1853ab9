import { defineStage } from "../core/stage.js";
import { accordingTo } from "./quotes/according-to.js";
import { adjectiveCues } from "./quotes/adjective-cues.js";
import { asked } from "./quotes/asked.js";
import type { Rule } from "./quotes/candidate.js";
import { colon } from "./quotes/colon.js";
import { cueBefore } from "./quotes/cue-before.js";
import { type CueLexiconSources, cueLexicon } from "./quotes/cue-lexicon.js";
import { decode } from "./quotes/decode.js";
import { frontedClause } from "./quotes/fronted-clause.js";
import { hearsay } from "./quotes/hearsay.js";
import { nounCues } from "./quotes/noun-cues.js";
import { passive } from "./quotes/passive.js";
import { findQuotations } from "./quotes/quote-marks.js";
import { readingOf } from "./quotes/reading.js";
import { seem } from "./quotes/seem.js";
import { speech } from "./quotes/speech.js";
import { told } from "./quotes/told.js";
import { findCueVerbs } from "./quotes/verb-groups.js";
import { viewpoint } from "./quotes/viewpoint.js";

/** Every rule, surest first; `decode` settles between them. */
export const RULES: readonly Rule[] = [
  speech,
  accordingTo,
  viewpoint,
  asked,
  told,
  cueBefore,
  frontedClause,
  nounCues,
  adjectiveCues,
  colon,
  passive,
  seem,
  hearsay,
];

/**
 * Who said, thought or wanted what: content, cue and source as spans, from quotation marks, cue words and word classes.
 * Spans follow docs/attribution-spans.md. Reports a quotation mark without a partner.
 */
export const findAttributions = (options: CueLexiconSources) => {
  const lexicon = cueLexicon(options);
  return defineStage({
    name: "find-attributions",
    reads: ["header", "tokens", "sentences", "blocks"],
    writes: "attributions",
    run: (doc, report) => {
      const reading = readingOf(doc, lexicon, findQuotations(doc.tokens, report));
      const verbs = findCueVerbs(reading);
      return decode(
        reading,
        RULES.flatMap((rule) => rule(reading, verbs)),
      );
    },
  });
};
