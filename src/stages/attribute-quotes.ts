import { defineStage } from "../core/stage.js";
import type { Quote } from "../model/quote.js";
import { addresseeOf } from "./quotes/addressee.js";
import { meaningOf } from "./quotes/cue-meaning.js";
import { type MeaningSources, meaningLexicon } from "./quotes/meaning-lexicon.js";
import { mentionPlaces, placeOf, speakerOf } from "./quotes/speaker.js";

/** Word lists of the stage. */
export interface AttributeQuotesOptions {
  readonly cues: MeaningSources;
  /** `indefinite-pronouns.txt`: 'some', 'everyone'. */
  readonly indefinites: ReadonlySet<string>;
  /** `utterance-nouns.txt`: 'remark', 'letter', whose owner speaks. */
  readonly utterances: ReadonlySet<string>;
}

/**
 * Quotes: attributions with the entity behind each source, the one spoken to with its entity, and the meaning of the cue,
 * its attitude among it: nothing before this stage says whether something was said or only thought.
 * `via` points to the attribution that holds this one.
 */
export const attributeQuotes = (options: AttributeQuotesOptions) => {
  const cues = meaningLexicon(options.cues);
  return defineStage({
    name: "attribute-quotes",
    reads: ["attributions", "entities", "tokens"],
    writes: "quotes",
    run: ({ attributions, entities, tokens }) => {
      const { indefinites, utterances } = options;
      const context = { tokens, places: mentionPlaces(entities), indefinites, utterances };
      return attributions.map(({ within, addressee: _, ...attribution }, index): Quote => {
        const { takesHearer, takesAt, isPassive, ...meaning } = meaningOf(tokens, attribution, cues);
        const cue = { takesHearer, takesAt, isPassive, cueClass: meaning.cueClass };
        const hearer = addresseeOf(tokens, attributions[index]!, cue);
        const entity = hearer && placeOf(hearer, context)?.entity;
        return {
          ...attribution,
          ...meaning,
          ...(hearer && { addressee: { ...hearer, ...(entity !== undefined && { entity }) } }),
          speaker: speakerOf(attribution.source, context),
          ...(within !== undefined && { via: within }),
        };
      });
    },
  });
};
