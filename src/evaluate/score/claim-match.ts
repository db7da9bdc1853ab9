import type { GoldClaim } from "../gold/gold-article.js";

/** Forms of 'be': a predicted 'be' is one of gold's forms. CaRB's rule. */
const BE = new Set(["be", "is", "am", "are", "was", "were", "been", "being"]);

/** Relations whose arguments may stand in either order, as in 'X, Y said': parts of the relation's text. */
const SAID = ["said", "told", "added", "adds", "says"];

/** A claim cut into words: the relation, and the arguments. */
interface Words {
  readonly relation: readonly string[];
  readonly parts: readonly (readonly string[])[];
}

/** Share of the predicted words that are right, and share of gold's that are found. */
export interface ClaimMatch {
  readonly precision: number;
  readonly recall: number;
}

const NONE: ClaimMatch = { precision: 0, recall: 0 };

const split = (text: string): readonly string[] => text.split(/\s+/).filter(Boolean);

/** Words of gold found in what is predicted, each predicted word used once, and what is left of it. */
function common(
  gold: readonly string[],
  predicted: readonly string[],
): { readonly count: number; readonly left: string[] } {
  const left = [...predicted];
  let count = 0;
  for (const word of gold) {
    const at = left.indexOf(word);
    if (at === -1) continue;
    left.splice(at, 1);
    count++;
  }
  return { count, left };
}

function tupleMatch(gold: Words, predicted: Words): ClaimMatch {
  const { count, left } = common(gold.relation, predicted.relation);
  let hit = count + (left.includes("be") && gold.relation.some((word) => BE.has(word)) ? 1 : 0);
  if (hit === 0 || gold.parts.length > predicted.parts.length) return NONE;
  let [said, all] = [predicted.relation.length, gold.relation.length];
  gold.parts.forEach((part, index) => {
    const other = predicted.parts[index]!;
    all += part.length;
    said += other.length;
    hit += common(part, other).count;
  });
  return { precision: said === 0 ? 0 : hit / said, recall: all === 0 ? 0 : hit / all };
}

/** The arguments after the first as one. */
const folded = ({ predicate, arguments: parts }: GoldClaim): Words => ({
  relation: split(predicate),
  parts: parts.length < 2 ? parts.map(split) : [split(parts[0]!), split(parts.slice(1).join(" "))],
});

/** CaRB's match of a predicted claim with a gold one, word by word (Bhardwaj, Aggarwal and Mausam, EMNLP 2019). */
export function claimMatch(gold: GoldClaim, predicted: GoldClaim): ClaimMatch {
  const own = folded(gold);
  const straight = tupleMatch(own, folded(predicted));
  if (predicted.arguments.length < 2 || !SAID.some((word) => gold.predicate.includes(word))) return straight;
  const [first = "", ...rest] = predicted.arguments;
  const turned = tupleMatch(own, {
    relation: split(predicted.predicate),
    parts: [split(rest.join(" ")), split(first)],
  });
  const isBetter =
    turned.precision > straight.precision ||
    (turned.precision === straight.precision && turned.recall > straight.recall);
  return isBetter ? turned : straight;
}
