import { defineStage } from "../core/stage.js";
import type { EntityType } from "../model/mention.js";
import type { RecognizedName } from "../model/recognition.js";
import { surface } from "../model/span.js";
import { addUnseen } from "./names/add-unseen.js";
import type { AdoptedName, AdoptionLexicons } from "./names/adoption.js";
import { joinPieces } from "./names/join-pieces.js";
import { mendEdges } from "./names/mend-edges.js";
import { partAtAcronym } from "./names/part-at-acronym.js";
import { retype } from "./names/retype.js";
import { settleTypes } from "./names/settle-types.js";
import { widened } from "./names/widen.js";

/** Scores below this let the rest of the article, and the lexicon, decide the type: conll-dev F1 0.929 to 0.937. */
const UNSURE = 0.7;
/** What the lexicon's type of a name weighs beside the scores of the name's mentions: best of 0, 0.3, 0.6, 0.9, 1.2. */
const LEXICON_WEIGHT = 0.6;

/**
 * Named mentions as the encoder found them, made of one mind over the article. A name that a listed one begins with
 * ('Fox' in 'Fox News') is widened to it; a mention whose type is doubtful takes the type that the same name has elsewhere
 * and in the lexicon, by the sum of scores; a bracketed acronym parts two names run together. Then rules mend edges, join
 * pieces, tell types by the words around and add what was passed over, each where it is surer than the encoder. `by` is
 * `encoder/names`, or `names/…` and the rule that had the last word.
 */
export const adoptNames = ({ lexicons }: { readonly lexicons: AdoptionLexicons }) =>
  defineStage({
    name: "adopt-names",
    reads: ["words", "tokens", "recognition"],
    writes: "names",
    run: ({ article: { text }, words, tokens, recognition }) => {
      const { known } = lexicons;
      const votes = votesOf(text, recognition.names, known);
      /** Names that the encoder is sure of somewhere: a listed place of which it never is stays one ('Lima wants talks'). */
      const sure = new Set(recognition.names.filter(({ score }) => score >= UNSURE).map((name) => surface(text, name)));
      const found = widened(text, words, recognition.names.filter(isName(text)), known)
        .flatMap((name) => partAtAcronym(text, name, known))
        .map((name): AdoptedName => {
          const { start, end, type, score } = name;
          if ("isParted" in name) return { start, end, type, score, by: "names/parted" };
          if (name.isWidened) return { start, end, type, score, by: "names/widened" };
          const words = surface(text, name);
          const isPlace = type !== "person" && known.get(words) === "place" && !sure.has(words);
          const elected = score < UNSURE ? (isPlace ? "place" : winner(votes.get(words), type)) : type;
          return { start, end, type: elected, score, by: elected === type ? "encoder/names" : "names/voted" };
        });
      const adoption = { text, tokens, lexicons };
      const whole = joinPieces(adoption, found).map((name) => mendEdges(adoption, name));
      const typed = settleTypes(
        adoption,
        whole.map((name) => retype(adoption, name)),
      );
      return addUnseen(adoption, typed).map(({ start, end, type, by }) => ({
        start,
        end,
        type,
        form: "name" as const,
        by,
      }));
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
