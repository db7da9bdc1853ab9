import type { KnowledgeFile } from "../../src/model/knowledge-file.js";
import { type Facts, normal, type Refusals } from "./facts.js";

/** A knowledge file with the text it was read from, which the file itself may leave out. */
export interface Read {
  readonly file: KnowledgeFile;
  readonly text: string;
}

/** The facts of a list that do not hold, as JSON with the name of their list: `times {"text":"Friday",…}`. */
export function unmet(facts: Facts, read: Read): string[] {
  return [
    ...Object.entries(facts.article)
      .filter(([field, wanted]) => !articleHolds(field, wanted, read.file.article))
      .map(([field, wanted]) => `article ${JSON.stringify({ [field]: wanted })}`),
    ...failing("blocks", facts.blocks, (fact) => blockHolds(fact, read)),
    ...failing("entities", facts.entities, (fact) => entityHolds(fact, read)),
    ...failing("mentions", facts.mentions, (fact) => mentionHolds(fact, read)),
    ...failing("times", facts.times, (fact) => timeHolds(fact, read)),
    ...failing("quotes", facts.quotes, (fact) => quoteHolds(fact, read)),
    ...failing("claims", facts.claims, (fact) => claimHolds(fact, read)),
    ...failing("problems", facts.problems, (fact) => problemHolds(fact, read)),
  ];
}

/** The refusals of a list that the file goes against, in the same form. */
export function broken(refusals: Refusals, { file, text }: Read): string[] {
  const names = file.mentions.filter((mention) => mention.form === "name");
  return [
    ...failing("names", refusals.names, (fact) => !names.some((m) => at(fact, m, text) && same(fact.type, m.type))),
    ...failing("times", refusals.times, (fact) => !file.times.some((time) => at(fact, time, text))),
    ...failing(
      "quotes",
      refusals.quotes,
      ({ content, kind }) =>
        !file.quotes.some(
          (quote) =>
            same(kind, quote.kind) &&
            (saysAll(content, quote) || quote.content.some((part) => matches(String(content), part.text))),
        ),
    ),
    ...failing("claims", refusals.claims, (fact) => !claimHolds(fact, { file, text })),
  ];
}

/** How many facts a list states. */
export const count = (lists: Facts | Refusals): number =>
  Object.values(lists).reduce((sum, list) => sum + (Array.isArray(list) ? list.length : Object.keys(list).length), 0);

const failing = <T>(list: string, facts: readonly T[], holds: (fact: T) => boolean): string[] =>
  facts.filter((fact) => !holds(fact)).map((fact) => `${list} ${JSON.stringify(fact)}`);

type ArticleFacts = Facts["article"];

function articleHolds(field: string, wanted: unknown, article: KnowledgeFile["article"]): boolean {
  if (field === "published") {
    return wanted === null ? article.published === null : (article.published ?? "").startsWith(String(wanted));
  }
  if (field === "bylines") {
    const bylines = wanted as NonNullable<ArticleFacts["bylines"]>;
    return (
      bylines.length === article.bylines.length &&
      bylines.every(({ name, email }, i) => {
        const found = article.bylines[i]!;
        return normal(found.name) === name && same(email, found.email);
      })
    );
  }
  if (field === "dateline") {
    const { place, date } = wanted as NonNullable<ArticleFacts["dateline"]>;
    return same(place, article.dateline?.place) && same(date, article.dateline?.date);
  }
  const found = article[field as "title" | "language" | "publishedFrom"];
  return typeof found === "string" ? normal(found) === normal(String(wanted)) : found === wanted;
}

function blockHolds(fact: Facts["blocks"][number], { file, text }: Read): boolean {
  let offset = 0;
  let seen = 0;
  for (const [number, line] of text.split("\n").entries()) {
    const meant = typeof fact.line === "number" ? number === fact.line : normal(line).startsWith(normal(fact.line));
    if (meant && ++seen === (fact.nth ?? 1)) {
      const middle = offset + line.search(/\S/u);
      const block = file.article.blocks.find((b) => b.start <= middle && middle < b.end);
      return same(fact.kind, block?.kind) && same(fact.duplicate, block?.duplicateOf !== undefined);
    }
    offset += line.length + 1;
  }
  return false;
}

const entityHolds = (fact: Facts["entities"][number], { file }: Read): boolean =>
  file.entities.some(
    (entity) =>
      normal(entity.name) === normal(fact.name) &&
      same(fact.type, entity.type) &&
      (fact.aliases ?? []).every((alias) => entity.aliases.some((found) => normal(found) === normal(alias))) &&
      (fact.roles ?? []).every((role) => entity.roles.some((found) => hasWords(found, role))),
  );

const mentionHolds = (fact: Facts["mentions"][number], { file, text }: Read): boolean =>
  file.mentions.some(
    (mention) =>
      at(fact, mention, text) &&
      same(fact.type, mention.type) &&
      same(fact.form, mention.form) &&
      (fact.entity === undefined || isNamed(file, mention.entity, fact.entity)),
  );

const timeHolds = (fact: Facts["times"][number], { file, text }: Read): boolean =>
  file.times.some((time) => at(fact, time, text) && same(fact.value, time.value) && same(fact.type, time.type));

type FoundQuote = KnowledgeFile["quotes"][number];

const quoteHolds = (fact: Facts["quotes"][number], { file }: Read): boolean =>
  file.quotes.some(
    (quote) =>
      (fact.part ? hasWords(joined(quote), String(fact.content)) : saysAll(fact.content, quote)) &&
      same(fact.kind, quote.kind) &&
      same(fact.attitude, quote.attitude) &&
      (fact.source === undefined || quote.source.some((span) => hasWords(span.text, fact.source!))) &&
      (fact.cue === undefined || hasWords(quote.cue.map((span) => span.text).join(" "), fact.cue)) &&
      (fact.speaker === undefined || isSpeaker(file, quote, fact.speaker)),
  );

const claimHolds = (fact: Facts["claims"][number], { file }: Read): boolean =>
  file.claims.some(
    (claim) =>
      (fact.text === undefined || matches(fact.text, claim.text)) &&
      (fact.subject === undefined || isPart(file, claim.subject, fact.subject)) &&
      (fact.predicate === undefined || hasWords(wordsOf(claim.predicate), fact.predicate)) &&
      (fact.object === undefined || claim.arguments.some((part) => isPart(file, part, fact.object!))) &&
      (fact.quantity === undefined || claim.arguments.some((part) => isQuantity(fact.quantity!, part.quantity))) &&
      same(fact.lemma, claim.lemma) &&
      same(fact.relation, claim.relation?.type) &&
      same(fact.polarity, claim.polarity) &&
      same(fact.modality, claim.modality) &&
      same(fact.stance, claim.stance) &&
      same(fact.time, file.times.find(({ id }) => id === claim.time)?.value ?? undefined) &&
      (fact.place === undefined || (claim.place !== undefined && isNamed(file, claim.place, fact.place))) &&
      (fact.assertedBy === undefined || isAsserter(file, claim.assertedBy, fact.assertedBy)) &&
      (fact.via === undefined || (claim.chain !== undefined && isAsserter(file, claim.chain[0]!, fact.via))),
  );

type ClaimPart = KnowledgeFile["claims"][number]["subject"];

/** True for a part with these words, or one that means what has this name. */
const isPart = (file: KnowledgeFile, part: ClaimPart, wanted: string): boolean =>
  part !== null &&
  (hasWords(wordsOf(part), wanted) || (part.entity !== undefined && isNamed(file, part.entity, wanted)));

const wordsOf = (part: ClaimPart): string => (part?.pieces ?? [part]).map((piece) => piece?.text ?? "").join(" ");

const isQuantity = (
  wanted: NonNullable<Facts["claims"][number]["quantity"]>,
  found: NonNullable<ClaimPart>["quantity"],
): boolean =>
  same(wanted.value, found?.value) && same(wanted.unit, found?.unit) && same(wanted.currency, found?.currency);

const problemHolds = (fact: Facts["problems"][number], { file, text }: Read): boolean =>
  file.problems.some((problem) => {
    if (!same(fact.rule, problem.rule)) return false;
    if (fact.in === undefined) return true;
    const start = text.indexOf(fact.in);
    const end = text.indexOf("\n", start);
    return problem.start !== undefined && problem.start >= start && problem.start < (end < 0 ? text.length : end);
  });

function isSpeaker(file: KnowledgeFile, quote: FoundQuote, wanted: string | null): boolean {
  if (quote.speaker.status === "unresolved") return wanted === null;
  return wanted !== null && isNamed(file, quote.speaker.entity, wanted);
}

function isAsserter(file: KnowledgeFile, found: string, wanted: string | null): boolean {
  if (wanted === "article" || found === "article") return wanted === found;
  const quote = file.quotes.find(({ id }) => id === found);
  if (quote !== undefined) return isSpeaker(file, quote, wanted);
  return wanted !== null && isNamed(file, found, wanted);
}

const isNamed = (file: KnowledgeFile, id: string, name: string): boolean =>
  file.entities.some((e) => e.id === id && [e.name, ...e.aliases].some((found) => normal(found) === normal(name)));

/** True for the item that stands where `fact` says: its text is the same, and so is its place when `in` gives one. */
function at(
  fact: { readonly text: string; readonly in?: string | undefined },
  item: { readonly start: number; readonly text: string },
  text: string,
): boolean {
  if (normal(item.text) !== normal(fact.text)) return false;
  if (fact.in === undefined) return true;
  const around = text.indexOf(fact.in);
  return around >= 0 && item.start === around + fact.in.indexOf(fact.text);
}

const saysAll = (wanted: string | readonly string[], quote: FoundQuote): boolean =>
  typeof wanted === "string"
    ? matches(wanted, joined(quote))
    : wanted.length === quote.content.length && wanted.every((part, i) => matches(part, quote.content[i]!.text));

const joined = (quote: FoundQuote): string => quote.content.map((part) => part.text).join(" ");

/** True when `found` is `wanted`, quotation marks, edge punctuation and a leading 'that' aside; ' […] ' takes anything. */
function matches(wanted: string, found: string): boolean {
  const parts = words(wanted).split(" […] ");
  const text = words(found);
  if (parts.length === 1) return text === parts[0];
  let from = 0;
  for (const part of parts) {
    const next = text.indexOf(part, from);
    if (next < 0) return false;
    from = next + part.length;
  }
  return text.startsWith(parts[0]!) && text.endsWith(parts.at(-1)!);
}

const words = (text: string): string =>
  normal(text.replace(/[“”"«»]|''|``/gu, " "))
    .replace(/^[\s,.;:!?…–—-]+|[\s,.;:!?…–—-]+$/gu, "")
    .replace(/^that /u, "");

/** True when `text` holds `wanted` as whole words. */
function hasWords(text: string, wanted: string): boolean {
  const escaped = normal(wanted).replace(/[\\^$.*+?()[\]{}|/]/gu, "\\$&");
  return new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, "u").test(normal(text));
}

/** True when nothing is asked for, or just what is there. */
const same = <T>(wanted: T | undefined, found: T | undefined): boolean =>
  wanted === undefined ||
  (typeof wanted === "string" && typeof found === "string" ? normal(wanted) === normal(found) : wanted === found);
