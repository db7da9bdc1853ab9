import { baseForm } from "../../text/base-form.js";
import type { Argument } from "./arguments.js";
import type { Clause } from "./find-clauses.js";
import { type Phrase, prepositionsOf } from "./phrases.js";
import { copulaOf, type Predicate, sharedWords } from "./predicates.js";
import type { Tree } from "./tree.js";

/** An argument, and the preposition before it, wherever that was put. */
export interface Complement extends Argument {
  /** Lower-case words: 'in', 'ahead of'; empty without. */
  readonly preposition: string;
}

/** Something said of something: the shape all claims have before they are judged. */
export interface Proposition {
  /** The rule: `claims/main`, `claims/relative`, … */
  readonly by: string;
  /** The clause's head. */
  readonly head: number;
  readonly subject: Phrase;
  /** Tokens of the predicate with the preposition it ends in: 'was born in'. Empty when all of it is implied. */
  readonly words: readonly number[];
  /** The verb that is understood before `words`: 'is' for 'men charged with theft'. */
  readonly implied?: string;
  /** 'take over', 'be', 'increase'. */
  readonly lemma: string;
  readonly main: number;
  readonly isPassive: boolean;
  /** Verbs that govern the main one, the outermost first: 'tend' in 'tended to increase'. */
  readonly governors: readonly number[];
  /** What follows the predicate first, then what was put before it. */
  readonly complements: readonly Complement[];
}

const RULES: Readonly<Record<string, string>> = {
  acl: "claims/participle",
  advcl: "claims/side-clause",
  ccomp: "claims/complement-clause",
  conj: "claims/coordinated",
};

/**
 * A clause as a proposition. The preposition right after the predicate goes with it ('was born in | Ghent'), an adjective
 * too when more follows ('is responsible for | the damage'), and a 'that' ('said that | it was closed'); later ones stay
 * with their nouns ('in 1913').
 */
export function propositionOf(tree: Tree, clause: Clause): Proposition {
  const { predicate, head, subject } = clause;
  const words = [...sharedWords(tree, head, predicate), ...predicate.words];
  const complements: Complement[] = clause.arguments.map((argument) => ({
    ...argument,
    preposition: prepositionAt(tree, argument),
  }));
  let end = (words.at(-1) ?? Number.NaN) + 1;
  const startsAt = (at: number) => complements.findIndex(({ range }) => range.first === at);
  const adjective = complements[startsAt(end)];
  if (
    adjective &&
    isBareAdjective(tree, adjective) &&
    /^(obl|ccomp)/.test(complements[startsAt(end + 1)]?.relation ?? "")
  ) {
    complements.splice(complements.indexOf(adjective), 1);
    words.push(adjective.head);
    end++;
  }
  const next = startsAt(end);
  const first = complements[next];
  const saysMore = complements.some(({ relation, head }) => relation === "ccomp" && head > (words.at(-1) ?? 0)); // 'said in | May | that …'
  if (first && !saysMore && (first.relation.startsWith("obl") || first.relation === "cop")) {
    const prepositions = prepositionsOf(tree, first.head);
    const last = tree.reach(prepositions.at(-1) ?? first.head).end - 1; // both of 'because of'
    if (prepositions[0] === end && last < first.range.end - 1 && last < first.head) {
      for (let word = end; word <= last; word++) words.push(word);
      complements[next] = { ...first, range: { first: last + 1, end: first.range.end } };
    }
  }
  const mark = first?.relation === "ccomp" && tree.word(end) === "that" && tree.kind(end) === "mark";
  if (first && mark && first.range.end > end + 1) {
    words.push(end);
    complements[next] = { ...first, range: { first: end + 1, end: first.range.end } };
  }
  const isAfter = ({ range }: Complement): boolean => range.first >= (words[0] ?? 0);
  return {
    by: ruleOf(tree, head, subject),
    head,
    subject,
    words,
    ...((words.length === 0 || isParticiple(tree, predicate, head)) && { implied: "is" }),
    lemma: lemmaOf(tree, predicate),
    main: predicate.main,
    isPassive: isPassive(tree, predicate, head),
    governors: predicate.chain.slice(0, -1),
    complements: [...complements.filter(isAfter), ...complements.filter((complement) => !isAfter(complement))],
  };
}

function ruleOf(tree: Tree, head: number, subject: Phrase): string {
  if (tree.relation(head) === "acl:relcl") return "claims/relative";
  if (tree.kind(head) === "acl" && subject.head !== tree.head(head)) return "claims/complement-clause"; // 'the fear that he left'
  return RULES[tree.kind(head)] ?? "claims/main";
}

const prepositionAt = (tree: Tree, { head }: Argument): string =>
  prepositionsOf(tree, head)
    .map((token) => tree.word(token))
    .join(" ");

const isBareAdjective = (tree: Tree, { head, range, relation }: Argument): boolean =>
  relation === "cop" && tree.pos(head) === "ADJ" && range.end === range.first + 1;

function lemmaOf(tree: Tree, { main, isCopular }: Predicate): string {
  const verb = isCopular ? copulaOf(tree, main) : main;
  if (verb === undefined) return "be";
  const particle = tree.children(verb).find((child) => tree.relation(child) === "compound:prt");
  const lemma = baseForm(tree.word(verb), tree.tokens[verb]!.lemma);
  return particle === undefined ? lemma : `${lemma} ${tree.word(particle)}`;
}

/** True for 'was charged' and for the participle of 'men charged with theft'. */
function isPassive(tree: Tree, { main, isCopular }: Pick<Predicate, "main" | "isCopular">, head: number): boolean {
  if (isCopular) return false;
  if (tree.children(main).some((child) => /^(aux|nsubj|csubj):pass$/.test(tree.relation(child)))) return true;
  return isParticiple(tree, { main, isCopular }, head) && !tree.word(main).endsWith("ing");
}

/** True for a verb that stands without any auxiliary and says what is: 'men charged with theft', 'workers wearing helmets', 'reached by phone, …'. */
function isParticiple(tree: Tree, { main, isCopular }: Pick<Predicate, "main" | "isCopular">, head: number): boolean {
  const has = (...kinds: readonly string[]): boolean =>
    tree.children(main).some((child) => kinds.includes(tree.kind(child)));
  if (isCopular || has("aux", "mark", "nsubj")) return false;
  if (tree.kind(head) === "advcl") {
    const isPast = !tree.word(main).endsWith("ing") && tree.word(main) !== tree.tokens[main]!.lemma;
    return main === head && isPast && !has("obj");
  }
  return tree.relation(head) === "acl";
}
