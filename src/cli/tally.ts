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

/** Counts files as they come. */
export function tallier(): { readonly add: (file: KnowledgeFile) => void; readonly total: () => Tally } {
  const entities = zeros(ENTITY_TYPES);
  const quotes = zeros(QUOTE_KINDS);
  const said = zeros(ATTITUDES);
  const resolved = zeros(ATTITUDES);
  const unresolved = new Map<string, number>();
  const problems = new Map<string, number>();
  let articles = 0;
  let mentions = 0;
  let times = 0;
  let withValue = 0;
  let claims = 0;
  return {
    add: (file) => {
      articles++;
      mentions += file.mentions.length;
      claims += file.claims.length;
      for (const { type } of file.entities) entities[type]++;
      for (const { kind, attitude, speaker } of file.quotes) {
        quotes[kind]++;
        said[attitude]++;
        if (speaker.status === "resolved") resolved[attitude]++;
        else count(unresolved, speaker.reason);
      }
      times += file.times.length;
      withValue += file.times.filter((time) => time.value !== null).length;
      for (const { stage, rule } of file.problems) count(problems, `${stage}/${rule}`);
    },
    total: () => ({
      articles,
      entities,
      mentions,
      quotes,
      speakers: Object.fromEntries(
        ATTITUDES.map((attitude) => [attitude, { quotes: said[attitude], resolved: resolved[attitude] }]),
      ) as Tally["speakers"],
      unresolved: ranked(unresolved),
      times: { all: times, withValue },
      claims,
      problems: ranked(problems),
    }),
  };
}

const zeros = <K extends string>(keys: readonly K[]): Record<K, number> =>
  Object.fromEntries(keys.map((key) => [key, 0])) as Record<K, number>;

const count = (counts: Map<string, number>, key: string): void => {
  counts.set(key, (counts.get(key) ?? 0) + 1);
};

const ranked = (counts: ReadonlyMap<string, number>): Record<string, number> =>
  Object.fromEntries([...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)));
