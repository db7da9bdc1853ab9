import type { CoreData, QuoteChunk } from "../site-data.js";
import { folded, hasTerms, termsOf } from "./words.js";

/** What a list of quotations is narrowed to; empty strings narrow nothing. */
export interface QuoteFilter {
  /** A name's id. */
  readonly by: string;
  /** Words of the speaker's name or of the source. */
  readonly who: string;
  readonly outlet: string;
  readonly from: string;
  readonly to: string;
  readonly kind: string;
  readonly attitude: string;
  readonly presented: string;
  readonly q: string;
}

/** A quotation by its place: chunk and row. */
export type Place = readonly [chunk: number, row: number];

/** Lists that quotations' numbers lead into. */
export interface Kinds {
  readonly kinds: readonly string[];
  readonly attitudes: readonly string[];
  readonly presented: readonly string[];
}

const foldedTexts = new WeakMap<QuoteChunk, readonly string[]>();
const foldedNames = new WeakMap<CoreData, readonly string[]>();

function once<Key extends object>(known: WeakMap<Key, readonly string[]>, key: Key, make: () => readonly string[]) {
  const made = known.get(key) ?? make();
  known.set(key, made);
  return made;
}

/** The rows of a chunk that pass. A narrower that names what the corpus has not lets nothing pass. */
export function passing(core: CoreData, chunk: QuoteChunk, filter: QuoteFilter, lists: Kinds): readonly number[] {
  const tests: ((row: number) => boolean)[] = [];
  const equal = (given: string, list: readonly string[], column: readonly number[]) => {
    if (given === "") return;
    const wanted = list.indexOf(given);
    tests.push((row) => wanted >= 0 && column[row] === wanted);
  };
  equal(filter.kind, lists.kinds, chunk.kinds);
  equal(filter.attitude, lists.attitudes, chunk.attitudes);
  equal(filter.presented, lists.presented, chunk.presented);
  equal(filter.by, core.names.ids, chunk.speakers);
  if (filter.outlet !== "") {
    const wanted = core.outlets.indexOf(filter.outlet);
    tests.push((row) => wanted >= 0 && core.articles.outlets[chunk.articles[row]!] === wanted);
  }
  const dayOf = (row: number): string => core.articles.days[chunk.articles[row]!]!;
  if (filter.from !== "")
    tests.push((row) => dayOf(row) !== "" && dayOf(row) >= filter.from.slice(0, dayOf(row).length));
  if (filter.to !== "") tests.push((row) => dayOf(row) !== "" && dayOf(row).slice(0, filter.to.length) <= filter.to);
  const who = termsOf(filter.who);
  if (who.length > 0) {
    const names = once(foldedNames, core, () =>
      core.names.names.map((name, n) => folded(`${name} ${core.names.also[n]}`)),
    );
    const isName = names.map((name) => hasTerms(name, who));
    const isSource = chunk.words.map((word) => hasTerms(folded(word), who));
    tests.push((row) => (chunk.speakers[row]! >= 0 ? isName[chunk.speakers[row]!]! : isSource[chunk.sources[row]!]!));
  }
  const terms = termsOf(filter.q);
  if (terms.length > 0) {
    const texts = once(foldedTexts, chunk, () => chunk.texts.map(folded));
    tests.push((row) => hasTerms(texts[row]!, terms));
  }
  const rows: number[] = [];
  for (let row = 0; row < chunk.texts.length; row++) if (tests.every((test) => test(row))) rows.push(row);
  return rows;
}
