import { cueLexicons } from "../../pipelines/cue-lexicons.js";
import type { Attribution } from "../../src/model/quote.js";
import type { Span } from "../../src/model/span.js";
import { findAttributions } from "../../src/stages/find-attributions.js";
import { doc, ignore } from "./doc.js";

/** The word lists of attribution, as the pipelines load them. */
export const CUES = cueLexicons();

const stage = findAttributions(CUES);

/** The attributions of a text by the real stage, its layers built by hand. */
export const attributionsOf = (text: string): readonly Attribution[] =>
  stage.run(doc(text), ignore) as readonly Attribution[];

/** Each attribution as 'source | cue | content', parts joined by ' … '. */
export const shown = (text: string): readonly string[] =>
  attributionsOf(text).map(({ source, cue, content }) =>
    [source, cue, content].map((spans) => joined(text, spans)).join(" | "),
  );

/** The texts of spans, joined by ' … '. */
export const joined = (text: string, spans: readonly Span[]): string =>
  spans.map((span) => text.slice(span.start, span.end)).join(" … ");
