import type { KnowledgeFile } from "../model/knowledge-file.js";
import { ENTITY_TYPES, type EntityType } from "../model/mention.js";
import { ATTITUDES, type Attitude, QUOTE_KINDS, type QuoteKind } from "../model/quote.js";

/** Quotes of one attitude and how many of them have an entity behind them. */
export interface SpeakerCount {
  readonly quotes: number;
  readonly resolved: number;
}

/** What a set of knowledge files holds, in numbers. */
export interface Tally {
  readonly articles: number;
  readonly entities: Readonly<Record<EntityType, number>>;
  readonly mentions: number;
  readonly quotes: Readonly<Record<QuoteKind, number>>;
  readonly speakers: Readonly<Record<Attitude, SpeakerCount>>;
  /** Reasons for which quotes have no speaker, with their counts, the most frequent first. */
  readonly unresolved: Readonly<Record<string, number>>;
  readonly times: { readonly all: number; readonly withValue: number };
  readonly claims: number;
  /** Problems by stage and rule: 'find-quotes/unclosed-quote'. The most frequent first. */
  readonly problems: Readonly<Record<string, number>>;
}

/** What one knowledge file holds, or several together: counts by name, those that are zero left out. */
export type Counts = Readonly<Record<string, number>>;

/** The counts of one file, under names such as 'entity person' and 'problem find-quotes/unclosed-quote'. */
export function countsOf(file: KnowledgeFile): Counts {
  const counts = new Map<string, number>();
  const count = (name: string, by = 1): void => {
    if (by > 0) counts.set(name, (counts.get(name) ?? 0) + by);
  };
  for (const { type } of file.entities) count(`entity ${type}`);
  count("mentions", file.mentions.length);
  for (const { kind, attitude, speaker } of file.quotes) {
    count(`quote ${kind}`);
    count(`said ${attitude}`);
    if (speaker.status === "resolved") count(`resolved ${attitude}`);
    else count(`unresolved ${speaker.reason}`);
  }
  count("times", file.times.length);
  count("valued", file.times.filter((time) => time.value !== null).length);
  count("claims", file.claims.length);
  for (const { stage, rule } of file.problems) count(`problem ${stage}/${rule}`);
  return Object.fromEntries(counts);
}

/** Sums counts as they come. */
export function tallier(): { readonly add: (counts: Counts) => void; readonly total: () => Tally } {
  const sums = new Map<string, number>();
  let articles = 0;
  const sum = (name: string): number => sums.get(name) ?? 0;
  const each = <K extends string>(prefix: string, keys: readonly K[]): Record<K, number> =>
    Object.fromEntries(keys.map((key) => [key, sum(`${prefix} ${key}`)])) as Record<K, number>;
  const ranked = (prefix: string): Record<string, number> =>
    Object.fromEntries(
      [...sums]
        .filter(([name]) => name.startsWith(prefix))
        .sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
        .map(([name, count]) => [name.slice(prefix.length), count]),
    );
  return {
    add: (counts) => {
      articles++;
      for (const [name, count] of Object.entries(counts)) sums.set(name, sum(name) + count);
    },
    total: () => ({
      articles,
      entities: each("entity", ENTITY_TYPES),
      mentions: sum("mentions"),
      quotes: each("quote", QUOTE_KINDS),
      speakers: Object.fromEntries(
        ATTITUDES.map((attitude) => [
          attitude,
          { quotes: sum(`said ${attitude}`), resolved: sum(`resolved ${attitude}`) },
        ]),
      ) as Tally["speakers"],
      unresolved: ranked("unresolved "),
      times: { all: sum("times"), withValue: sum("valued") },
      claims: sum("claims"),
      problems: ranked("problem "),
    }),
  };
}
