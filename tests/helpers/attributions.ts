import { cueLexicons, quoteLexicons } from "../../pipelines/cue-lexicons.js";
import type { Doc } from "../../src/model/layers.js";
import type { Attribution } from "../../src/model/quote.js";
import type { Span } from "../../src/model/span.js";
import { findAttributions } from "../../src/stages/find-attributions.js";
import { doc, ignore } from "./doc.js";

/** The word lists of attribution, as the pipelines load them. */
export const CUES = cueLexicons();

/** The word lists of quotes, what cues mean among them, as the pipelines load them. */
export const QUOTES = quoteLexicons();

const stage = findAttributions(CUES);

type Extra = Partial<Pick<Doc<"header">, "header">>;

/** The attributions of a text by the real stage, its layers built by hand. */
export const attributionsOf = (text: string, extra: Extra = {}): readonly Attribution[] =>
  stage.run({ ...doc(text), ...extra }, ignore) as readonly Attribution[];

/** Each attribution as 'source | cue | content', parts joined by ' … '. */
export const shown = (text: string, extra: Extra = {}): readonly string[] =>
  attributionsOf(text, extra).map(({ source, cue, content }) =>
    [source, cue, content].map((spans) => joined(text, spans)).join(" | "),
  );

/** The texts of spans, joined by ' … '. */
export const joined = (text: string, spans: readonly Span[]): string =>
  spans.map((span) => text.slice(span.start, span.end)).join(" … ");
