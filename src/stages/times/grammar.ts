import { addTo } from "../../text/grouped.js";
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
  readonly patterns: readonly Pattern[];
}

/** Compiles and indexes the rules. Throws a RangeError on a pattern with an unknown fact. */
export function buildGrammar(rules: readonly TimeRule[]): Grammar {
  const byWord = new Map<string, RulePattern[]>();
  const patterns: Pattern[] = [];
  const byBit: RulePattern[][] = FACT_NAMES.map(() => []);
  for (const [order, rule] of rules.entries()) {
    for (const source of rule.patterns) {
      const pattern = compile(source);
      patterns.push(pattern);
      const entry = { rule, pattern, order };
      const starts = startsOf(entry.pattern);
      for (const word of new Set(starts.words)) addTo(byWord, word, entry);
      for (let bit = 0; bit < FACT_NAMES.length; bit++) if ((starts.mask & (1 << bit)) !== 0) byBit[bit]!.push(entry);
    }
  }
  return { byWord, byBit, patterns };
}

/** Every match of every rule in the cells. A pattern may be found twice at one place; {@link settle} keeps one. */
export function matchesIn(grammar: Grammar, cells: readonly Cell[]): readonly Candidate[] {
  const found: Candidate[] = [];
  for (let i = 0; i < cells.length; i++) {
    const { lower, mask } = cells[i]!;
    const words = grammar.byWord.get(lower);
    if ((words === undefined && mask === 0) || lower === "-") continue; // a hyphen may be optional, but opens nothing
    const ahead = maskAhead(cells, i);
    if (words !== undefined) attempt(words, cells, i, ahead, found);
    for (let bits = mask; bits !== 0; bits &= bits - 1) {
      attempt(grammar.byBit[31 - Math.clz32(bits & -bits)]!, cells, i, ahead, found);
    }
  }
  return found;
}

/** All facts of the cells a pattern from `i` on may reach. */
function maskAhead(cells: readonly Cell[], i: number): number {
  let mask = 0;
  const end = Math.min(cells.length, i + LONGEST_PATTERN);
  for (let k = i; k < end; k++) mask |= cells[k]!.mask;
  return mask;
}

function meets(needs: readonly number[], facts: number): boolean {
  for (let i = 0; i < needs.length; i++) if ((needs[i]! & facts) === 0) return false;
  return true;
}

function attempt(
  entries: readonly RulePattern[],
  cells: readonly Cell[],
  i: number,
  ahead: number,
  found: Candidate[],
): void {
  for (const { rule, pattern, order } of entries) {
    if (!meets(pattern.needs, ahead)) continue;
    const match = matchAt(pattern, cells, i);
    if (match !== null) found.push({ rule, match, order });
  }
}

const LONGEST_PATTERN = 16; // cells; no pattern has more elements, as its test checks

const width = ({ match }: Candidate): number => match.end - match.first;

/** Drops candidates that overlap a longer one; of equal ones the one that looked at more words stays, then the earlier rule. Result in text order. */
export function settle(candidates: readonly Candidate[]): readonly Candidate[] {
  const ranked = [...candidates].sort(
    (a, b) => width(b) - width(a) || b.match.size - a.match.size || a.order - b.order || a.match.first - b.match.first,
  );
  const kept: Candidate[] = [];
  const taken = new Set<number>();
  for (const one of ranked) {
    const { first, end } = one.match;
    let isFree = true;
    for (let i = first; i < end && isFree; i++) isFree = !taken.has(i);
    if (!isFree) continue;
    for (let i = first; i < end; i++) taken.add(i);
    kept.push(one);
  }
  return kept.sort((a, b) => a.match.first - b.match.first);
}
