import type { Cell } from "./cell.js";
import { compile, type Match, matchAt, type Pattern, startsOf } from "./pattern.js";
import type { TimeRule } from "./rule.js";
import { FACT_NAMES } from "./vocabulary.js";

/** A rule's pattern with its place in the order of rules. */
export interface RulePattern {
  readonly rule: TimeRule;
  readonly pattern: Pattern;
  readonly order: number;
}

/** A rule's match, before it competes. */
export interface Candidate {
  readonly rule: TimeRule;
  readonly match: Match;
  readonly order: number;
}

/** Rules indexed by what they may start with, so that most words cost one look-up. */
export interface Grammar {
  readonly byWord: ReadonlyMap<string, readonly RulePattern[]>;
  /** One list a bit, in the order of FACT_NAMES. */
  readonly byBit: readonly (readonly RulePattern[])[];
}

/** Compiles and indexes the rules. Throws a RangeError on a pattern with an unknown fact. */
export function buildGrammar(rules: readonly TimeRule[]): Grammar {
  const byWord = new Map<string, RulePattern[]>();
  const byBit: RulePattern[][] = FACT_NAMES.map(() => []);
  for (const [order, rule] of rules.entries()) {
    for (const source of rule.patterns) {
      const entry = { rule, pattern: compile(source), order };
      const starts = startsOf(entry.pattern);
      for (const word of new Set(starts.words)) byWord.set(word, [...(byWord.get(word) ?? []), entry]);
      for (let bit = 0; bit < FACT_NAMES.length; bit++) if ((starts.mask & (1 << bit)) !== 0) byBit[bit]!.push(entry);
    }
  }
  return { byWord, byBit };
}

/** Every match of every rule that starts at cell `i`, a pattern at most once. */
export function matchesAt(grammar: Grammar, cells: readonly Cell[], i: number, found: Candidate[]): void {
  const cell = cells[i]!;
  const words = grammar.byWord.get(cell.lower);
  const tried = new Set<RulePattern>();
  const attempt = (entries: readonly RulePattern[]): void => {
    for (const entry of entries) {
      if (tried.has(entry)) continue;
      tried.add(entry);
      const match = matchAt(entry.pattern, cells, i);
      if (match !== null) found.push({ rule: entry.rule, match, order: entry.order });
    }
  };
  if (words !== undefined) attempt(words);
  if (cell.mask === 0) return;
  for (let bit = 0; bit < FACT_NAMES.length; bit++) if ((cell.mask & (1 << bit)) !== 0) attempt(grammar.byBit[bit]!);
}

const width = ({ match }: Candidate): number => match.end - match.first;

/** Drops candidates that overlap a longer one; of equal ones the earlier rule stays. Result in text order. */
export function settle(candidates: readonly Candidate[]): readonly Candidate[] {
  const ranked = [...candidates].sort(
    (a, b) => width(b) - width(a) || a.order - b.order || a.match.first - b.match.first,
  );
  const kept: Candidate[] = [];
  for (const one of ranked) {
    if (!kept.some((k) => k.match.first < one.match.end && one.match.first < k.match.end)) kept.push(one);
  }
  return kept.sort((a, b) => a.match.first - b.match.first);
}
