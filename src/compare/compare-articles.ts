import type { KnowledgeFile } from "../model/knowledge-file.js";
import { type Alignment, alignTexts, NOTHING, SAME } from "./align-texts.js";
import {
  type ArticleDiff,
  CHANGE_KINDS,
  type Change,
  type ChangeKind,
  type Count,
  type Counts,
  weightOf,
} from "./change.js";
import { compareClaims, pairClaims } from "./compare-claims.js";
import { compareEntities, compareMentions } from "./compare-entities.js";
import { compareHeader, HEADER_FIELDS } from "./compare-header.js";
import { compareProblems } from "./compare-problems.js";
import { compareQuotes, pairQuotes } from "./compare-quotes.js";
import { compareTimes, pairTimes } from "./compare-times.js";
import { pairEntities } from "./pair-entities.js";
import { partnersOf } from "./partners.js";
import { type Readings, readingsOf } from "./reading.js";

/**
 * Compares two readings of one article as knowledge: facts are paired by the words they are about, never by id, after the
 * old text's offsets have been led to the new text. The files must be valid. Equal files give no changes.
 */
export function compareArticles(old: KnowledgeFile, now: KnowledgeFile): ArticleDiff {
  const alignment = alignmentOf(old, now);
  const readings = readingsOf(old, now, alignment);
  const entities = pairEntities(readings);
  const quotes = pairQuotes(readings);
  const times = pairTimes(readings);
  const partners = partnersOf(readings, { entities, quotes, times });
  const changes = [
    ...textChange(readings),
    ...compareHeader(readings),
    ...compareEntities(readings, entities),
    ...compareMentions(readings, entities),
    ...compareQuotes(readings, quotes, partners),
    ...compareTimes(readings, times),
    ...compareClaims(readings, pairClaims(readings), partners),
    ...compareProblems(readings),
  ];
  return {
    id: now.article.id,
    text: alignment.change,
    counts: countsOf(old, now, changes),
    changes,
    weight: changes.reduce((sum, change) => sum + weightOf(change), 0),
  };
}

/** An article that only one reading has, as a change of its own; its facts are not counted one by one. */
export function compareWithNothing(file: KnowledgeFile, side: "old" | "new"): ArticleDiff {
  const { id, title } = file.article;
  const outcome = side === "old" ? "lost" : "gained";
  const facts = FACTS.map((kind) => `${file[kind].length} ${kind}`).join(", ");
  const change: Change = {
    kind: "articles",
    outcome,
    label: `${title ?? id} (${facts})`,
    [side]: [{ id }],
    fields: [],
  };
  const counts = countsOf(side === "old" ? file : undefined, side === "new" ? file : undefined, [change], ["articles"]);
  return { id, text: "unknown", counts, changes: [change], weight: weightOf(change) };
}

const FACTS = ["entities", "quotes", "times", "claims"] as const;

function alignmentOf({ article: old }: KnowledgeFile, { article: now }: KnowledgeFile): Alignment {
  if (old.sha256 === now.sha256) return SAME;
  return old.text === undefined || now.text === undefined ? NOTHING : alignTexts(old.text, now.text);
}

function textChange({ old, now, alignment: { change } }: Readings): readonly Change[] {
  if (change === "same") return [];
  const told = {
    edited: "its text was edited",
    rewritten: "its text was written anew",
    unknown: "its text is another",
  };
  const size = ({ article }: KnowledgeFile): string =>
    article.text === undefined ? article.sha256.slice(0, 12) : `${article.text.length} code units`;
  return [
    {
      kind: "articles",
      outcome: "changed",
      label: told[change],
      old: [{ id: old.article.id }],
      new: [{ id: now.article.id }],
      fields: [{ field: "text", old: size(old), new: size(now) }],
    },
  ];
}

function countsOf(
  old: KnowledgeFile | undefined,
  now: KnowledgeFile | undefined,
  changes: readonly Change[],
  only: readonly ChangeKind[] = CHANGE_KINDS,
): Counts {
  const size = (file: KnowledgeFile | undefined, kind: ChangeKind): number => {
    if (file === undefined || !only.includes(kind)) return 0;
    return kind === "articles" ? 1 : kind === "header" ? HEADER_FIELDS : file[kind].length;
  };
  const count = (kind: ChangeKind): Count => {
    const own = changes.filter((change) => change.kind === kind);
    const of = (...outcomes: readonly string[]): number =>
      own.filter(({ outcome }) => outcomes.includes(outcome)).length;
    return {
      old: size(old, kind),
      new: size(now, kind),
      lost: of("lost"),
      gained: of("gained"),
      changed: of("changed", "merged", "split"),
    };
  };
  return Object.fromEntries(CHANGE_KINDS.map((kind) => [kind, count(kind)])) as unknown as Counts;
}
