import { defineStage } from "../core/stage.js";
import type { ClaimLexicons } from "../lexicons/claim-lexicons.js";
import type { Claim, ClaimPart } from "../model/claim.js";
import { bySpan } from "../model/span.js";
import { findAppositions } from "./clauses/appositions.js";
import { modalityOf, polarityOf } from "./clauses/factuality.js";
import { findClauses } from "./clauses/find-clauses.js";
import { mended } from "./clauses/mended.js";
import { runsOf } from "./clauses/predicates.js";
import { type Proposition, propositionOf } from "./clauses/propositions.js";
import { quantityOf } from "./clauses/quantities.js";
import { isDated, isPerson, partAt, type Scene, sceneOf, spanOfRange } from "./clauses/scene.js";
import { type TokenRange, type Tree, treeOf } from "./clauses/tree.js";
import { typedRelationOf } from "./clauses/typed-relations.js";
import { voiceOf } from "./clauses/voices.js";
import { findWishes } from "./clauses/wishes.js";

/**
 * Claims over the dependency tree: what each clause says, with its subject, predicate and arguments, when and where, on
 * whose word, and whether as a fact. A clause of subject and verb alone ('prices fell') is kept when it is of somebody or
 * something named, or has a type ('he died'). Reports nothing; trees that make no sense give fewer claims.
 */
export const extractClaims = ({ lexicons }: { readonly lexicons: ClaimLexicons }) =>
  defineStage({
    name: "extract-claims",
    reads: ["header", "tokens", "sentences", "times", "entities", "quotes", "recognition"],
    writes: "claims",
    run: ({ header, tokens, sentences, recognition, ...found }) => {
      const tree = mended(treeOf(tokens, sentences, recognition, header.dateline?.span));
      const scene = sceneOf(tree, found, lexicons);
      return tree.sentences
        .flatMap((sentence) =>
          [
            ...findClauses(tree, sentence, lexicons, (token) => isPerson(scene, token)).map((clause) =>
              propositionOf(tree, clause),
            ),
            ...findWishes(scene, sentence),
            ...findAppositions(
              tree,
              sentence,
              (token) => isPlace(scene, token),
              (token) => isPerson(scene, token) === true,
            ),
          ]
            .map((proposition) => withoutSaying(scene, proposition))
            .filter((proposition) => !isBareSaying(scene, proposition) && !isBareGerund(tree, proposition))
            .map((proposition) => claimOf(scene, proposition, sentence)),
        )
        .filter(isTelling)
        .toSorted(bySpan);
    },
  });

/**
 * A claim without the words that say whose it is ('A vote is due, | according to Kim'), or that stand outside its quotation
 * marks: '“We go,” Kim said | on Monday'.
 */
function withoutSaying(scene: Scene, proposition: Proposition): Proposition {
  const { assertedBy } = voiceOf(scene, proposition);
  if (assertedBy === "article") return proposition;
  const isDirect = scene.quotes[assertedBy.quote]!.kind === "direct";
  const says = ({ head, range }: Proposition["complements"][number]): boolean => {
    if (scene.sourceAt.get(head) === assertedBy.quote && scene.quoteAt.get(head) !== assertedBy.quote) return true;
    for (let token = range.first; token < range.end; token++)
      if (scene.cueAt.get(token) === assertedBy.quote) return true;
    return isDirect && scene.quoteAt.get(head) === undefined;
  };
  return { ...proposition, complements: proposition.complements.filter((complement) => !says(complement)) };
}

/** True for 'Kim says' with nothing of what is said. */
const isBareSaying = ({ cueAt }: Scene, { main, complements, lemma }: Proposition): boolean =>
  complements.length === 0 && (cueAt.has(main) || lemma === "say");

/** True for 'she | passing out': a side clause of one word tells nothing by itself. */
const isBareGerund = (tree: Tree, { complements, words, main, by }: Proposition): boolean =>
  complements.length === 0 && words.length === 1 && by === "claims/side-clause" && tree.word(main).endsWith("ing");

const EMPTY_VERBS = new Set(["be", "do", "have", "want"]); // 'they do', 'which he had wanted': their sense is elsewhere

/** Refuses 'prices fell', 'there were two', 'they do': a verb alone of something without a name, number or denial, or without sense. */
const isTelling = ({ arguments: rest, relation, subject, lemma, polarity }: Claim): boolean =>
  rest.length > 0 ||
  relation !== undefined ||
  polarity === "negated" ||
  (!EMPTY_VERBS.has(lemma ?? "") && (subject?.entity !== undefined || subject?.quantity !== undefined));

function claimOf(scene: Scene, proposition: Proposition, sentence: TokenRange): Claim {
  const { tree, lexicons } = scene;
  const { complements, words, implied, lemma, by } = proposition;
  const part = ({ head, range }: Proposition["subject"]): ClaimPart =>
    partAt(
      scene,
      range,
      head,
      quantityOf(tree, { head, range }, lexicons, (token) => isDated(scene, token)),
    );
  const parts = { subject: part(proposition.subject), complements: complements.map(part) };
  const isFirst = ({ start, end }: ClaimPart, i: number): boolean =>
    parts.complements.findIndex((other) => other.start === start && other.end === end) === i;
  const predicate = words.length > 0 ? predicatePart(scene, words, proposition.main) : null;
  const all = [parts.subject, ...parts.complements, ...(predicate ? [predicate, ...(predicate.pieces ?? [])] : [])];
  const relation = typedRelationOf(scene, proposition, parts);
  const time = timeOf(scene, proposition);
  const place = placeOf(scene, proposition);
  return {
    start: Math.min(...all.map(({ start }) => start)),
    end: Math.max(...all.map(({ end }) => end)),
    subject: parts.subject,
    predicate,
    arguments: parts.complements.filter(isFirst),
    lemma,
    ...(implied !== undefined && { implied }),
    ...(relation && { relation }),
    ...(time !== undefined && { time }),
    ...(place !== undefined && { place }),
    ...voiceOf(scene, proposition),
    polarity: polarityOf(tree, proposition, lexicons),
    modality: modalityOf(tree, proposition, sentence, lexicons),
    by,
  };
}

/** The predicate as a part: its own span is the run that holds the verb, `pieces` all runs when there are several. */
function predicatePart({ tree }: Scene, words: readonly number[], main: number): ClaimPart {
  const runs = runsOf(words).map((run) => spanOfRange(tree, { first: run[0]!, end: run.at(-1)! + 1 }));
  const verb = tree.tokens[words.includes(main) ? main : words.at(-1)!]!;
  const chief = runs.find(({ start, end }) => start <= verb.start && verb.end <= end) ?? runs[0]!;
  return runs.length > 1 ? { ...chief, pieces: runs } : chief;
}

/** The first time expression in an adjunct of the clause itself; not one inside a clause it takes. */
function timeOf({ timeAt }: Scene, { complements }: Proposition): number | undefined {
  for (const { relation, range } of complements) {
    if (!/^(obl|advmod|obj)/.test(relation)) continue;
    for (let token = range.first; token < range.end; token++) {
      const time = timeAt.get(token);
      if (time !== undefined) return time;
    }
  }
  return undefined;
}

/** The place that an adjunct with a preposition names: 'in Ghent'. */
function placeOf({ entityAt, entities }: Scene, { complements }: Proposition): number | undefined {
  return complements
    .filter(({ relation, preposition }) => preposition !== "" && /^(obl|cop)/.test(relation))
    .map(({ head }) => entityAt.get(head))
    .find((entity) => entity !== undefined && entities[entity]?.type === "place");
}

/** True when a token is in a mention of a place. */
const isPlace = ({ entityAt, entities }: Scene, token: number): boolean =>
  entities[entityAt.get(token) ?? -1]?.type === "place";
