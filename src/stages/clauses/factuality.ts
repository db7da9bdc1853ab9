import type { ClaimLexicons } from "../../lexicons/claim-lexicons.js";
import type { Claim } from "../../model/claim.js";
import type { Proposition } from "./propositions.js";
import type { TokenRange, Tree } from "./tree.js";
import { WISH } from "./wishes.js";

const WHETHER = new Set(["if", "whether"]);
const MAX_STEPS = 12; // clauses climbed in search of an 'if'

/**
 * How a claim is meant. Asked: a question's main clause, or after 'whether'. Conditional: after 'if', 'unless', or with
 * 'would', or beside such a clause. Then by the verb that governs it ('plans to', 'is able to'), a modal word in its predicate, or an adverb.
 */
export function modalityOf(
  tree: Tree,
  proposition: Proposition,
  sentence: TokenRange,
  { modals, governors }: Pick<ClaimLexicons, "modals" | "governors">,
): Claim["modality"] {
  if (isAsked(tree, proposition.head, sentence)) return "asked";
  if (isUnderCondition(tree, proposition.head, modals)) return "conditional";
  if (proposition.by === WISH || isToBe(tree, proposition)) return "intended";
  const adverbs = tree.children(proposition.head).filter((child) => tree.kind(child) === "advmod");
  for (const token of [...proposition.words, ...proposition.governors, ...adverbs]) {
    if (token === proposition.main && tree.pos(token) !== "ADJ") continue;
    const isGovernor = proposition.governors.includes(token) || tree.pos(token) === "ADJ";
    const found = isGovernor
      ? (governors.get(tree.tokens[token]!.lemma) ?? governors.get(tree.word(token)))
      : modals.get(tree.word(token));
    const modality = found?.[0];
    if (modality === "possible" || modality === "intended" || modality === "conditional") return modality;
  }
  return hasCondition(tree, proposition.head, modals) ? "conditional" : "asserted";
}

/** Negated by an odd number of negations: in the predicate, by a governor ('failed to'), in subject or object ('no one', 'no evidence'). */
export function polarityOf(
  tree: Tree,
  { head, words, governors, subject, complements }: Proposition,
  lexicons: Pick<ClaimLexicons, "negations" | "governors">,
): Claim["polarity"] {
  const isNegation = (token: number): boolean =>
    lexicons.negations.has(tree.word(token)) || tree.word(token).endsWith("n't");
  const negatesNoun = (noun: number): boolean =>
    isNegation(noun) || tree.children(noun).some((child) => tree.kind(child) === "det" && isNegation(child));
  const inWords = words.filter((token) => isNegation(token) && tree.kind(token) !== "case").length;
  const isOutside = (child: number): boolean => child < subject.head || !words.includes(child);
  const outside = [subject.head, head] // 'Not everyone left', 'Not all were warm', 'was “not safe”'
    .flatMap(tree.children)
    .filter((child) => tree.kind(child) === "advmod" && tree.word(child) === "not" && isOutside(child)).length;
  const byGovernor = governors.filter(
    (token) => lexicons.governors.get(tree.tokens[token]!.lemma)?.[1] === "negated",
  ).length;
  const objects = complements.filter(({ relation }) => relation === "obj" || relation === "cop");
  const byNouns = [subject, ...objects].filter(({ head }) => negatesNoun(head)).length;
  return (inWords + outside + byGovernor + byNouns) % 2 === 1 ? "negated" : "affirmed";
}

/** True for 'is to hear the case'. */
const isToBe = (tree: Tree, { words, main }: Proposition): boolean =>
  words.some(
    (word, i) =>
      tree.tokens[word]!.lemma === "be" &&
      words[i + 1] === word + 1 &&
      tree.word(word + 1) === "to" &&
      words[i + 2] === main,
  );

function isAsked(tree: Tree, head: number, { first, end }: TokenRange): boolean {
  const kind = tree.kind(head);
  const opener = marks(tree, head).find((mark) => WHETHER.has(mark));
  if (opener === "whether" || (opener !== undefined && kind === "ccomp")) return true;
  if (kind === "ccomp") return endsInQuestion(tree, head);
  if (kind !== "root" && !(kind === "conj" && tree.kind(tree.head(head)) === "root")) return false;
  for (let token = end - 1; token >= first && tree.pos(token) === "PUNCT"; token--)
    if (tree.tokens[token]!.text.includes("?")) return true;
  return false;
}

/** True for a clause with a question mark at its end: '“Is it safe?” she asked'. */
function endsInQuestion(tree: Tree, head: number): boolean {
  const { end } = tree.reach(head);
  const marksAtEnd = [end, end - 1, end - 2, end - 3].filter((token) => tree.pos(token) === "PUNCT");
  return marksAtEnd.some((token) => tree.tokens[token]!.text === "?" && tree.head(token) === head);
}

/** True inside an 'if' clause, however deep. */
function isUnderCondition(tree: Tree, head: number, modals: ClaimLexicons["modals"]): boolean {
  let at = head;
  for (let step = 0; step < MAX_STEPS; step++) {
    if (tree.kind(at) === "advcl" && marks(tree, at).some((mark) => modals.get(mark)?.[0] === "conditional"))
      return true;
    const up = tree.head(at);
    if (up === at) return false;
    at = up;
  }
  return false;
}

/** True for 'we go home' in 'if it fails, we go home'. Refuses 'even if'. */
const hasCondition = (tree: Tree, head: number, modals: ClaimLexicons["modals"]): boolean =>
  tree
    .children(head)
    .filter((child) => tree.kind(child) === "advcl")
    .flatMap(tree.children)
    .some(
      (mark) =>
        tree.kind(mark) === "mark" &&
        modals.get(tree.word(mark))?.[0] === "conditional" &&
        tree.word(mark - 1) !== "even",
    );

const marks = (tree: Tree, head: number): readonly string[] =>
  tree
    .children(head)
    .filter((child) => tree.kind(child) === "mark")
    .map((child) => tree.word(child));
