import { defineStage } from "../core/stage.js";
import type { EntityType } from "../model/mention.js";
import type { RecognizedName } from "../model/recognition.js";
import { surface } from "../model/span.js";
import { partAtAcronym } from "./names/part-at-acronym.js";
import { widened } from "./names/widen.js";

/** Scores below this let the rest of the article, and the lexicon, decide the type: conll-dev F1 0.929 to 0.937. */
const UNSURE = 0.7;
/** What the lexicon's type of a name weighs beside the scores of the name's mentions: best of 0, 0.3, 0.6, 0.9, 1.2. */
const LEXICON_WEIGHT = 0.6;

/**
 * Named mentions as the encoder found them, made of one mind over the article. A name that a listed one begins with
 * ('Fox' in 'Fox News') is widened to it; a mention whose type is doubtful takes the type that the same name has
 * elsewhere and in the lexicon, by the sum of scores; a bracketed acronym parts two names run together. `by` is `encoder/names`, or `names/widened`, `names/voted` or
 * `names/parted` where the lexicon or the article had a say.
 */
export const adoptNames = (options: { readonly known: ReadonlyMap<string, EntityType> }) =>
  defineStage({
    name: "adopt-names",
    reads: ["words", "recognition"],
    writes: "names",
    run: ({ article, words, recognition }) => {
      const votes = votesOf(article.text, recognition.names, options.known);
      const names = widened(article.text, words, recognition.names.filter(isName(article.text)), options.known);
      return names
        .flatMap((name) => partAtAcronym(article.text, name, options.known))
        .map((name) => {
          const { start, end, type } = name;
          const form = "name" as const;
          if ("isParted" in name) return { start, end, type, form, by: "names/parted" };
          if (name.isWidened) return { start, end, type, form, by: "names/widened" };
          const elected = name.score < UNSURE ? winner(votes.get(surface(article.text, name)), type) : type;
          return { start, end, type: elected, form, by: elected === type ? "encoder/names" : "names/voted" };
        });
    },
  });

/** True for all but addresses of mail and pages, which the encoder takes for names at times. */
const isName =
  (text: string) =>
  (name: RecognizedName): boolean =>
    !/[@]|:\/\//.test(surface(text, name));

type Votes = ReadonlyMap<EntityType, number>;

/** For each name as written, the sum of scores of each type. */
function votesOf(
  text: string,
  names: readonly RecognizedName[],
  known: ReadonlyMap<string, EntityType>,
): ReadonlyMap<string, Votes> {
  const votes = new Map<string, Map<EntityType, number>>();
  for (const name of names) {
    const words = surface(text, name);
    let own = votes.get(words);
    if (own === undefined) {
      const listed = known.get(words);
      own = new Map(listed ? [[listed, LEXICON_WEIGHT]] : []);
      votes.set(words, own);
    }
    own.set(name.type, (own.get(name.type) ?? 0) + name.score);
  }
  return votes;
}

/** The type with the most votes; the encoder's own for this mention when none has more. */
function winner(votes: Votes | undefined, own: EntityType): EntityType {
  let best = own;
  for (const [type, sum] of votes ?? []) if (sum > (votes?.get(best) ?? 0)) best = type;
  return best;
}
