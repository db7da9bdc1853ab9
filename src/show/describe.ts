import type { KnowledgeFile } from "../model/knowledge-file.js";
import type { EntityType } from "../model/mention.js";

type Quote = KnowledgeFile["quotes"][number];
type Time = KnowledgeFile["times"][number];
type Claim = KnowledgeFile["claims"][number];
type ClaimPart = Claim["arguments"][number];
type Entity = KnowledgeFile["entities"][number];

/** How the views call the types of entities, in the order they list them. */
export const TYPE_TITLES: readonly (readonly [type: EntityType, title: string])[] = [
  ["person", "People"],
  ["organization", "Organizations"],
  ["place", "Places"],
  ["other", "Other names"],
];

/** Entities by id. */
export const entityTable = (file: KnowledgeFile): ReadonlyMap<string, Entity> =>
  new Map(file.entities.map((entity) => [entity.id, entity]));

/**
 * An entity's roles as written, each with what it belongs to where the words do not say: 'Its chief executive [Holm
 * Ferries]'; and what a person without a role is of: 'of Holm Ferries'.
 */
export function rolesShown(
  { roles, positions = [] }: Entity,
  entities: ReadonlyMap<string, Entity>,
): readonly string[] {
  const nameOf = (id: string | undefined): string => (id === undefined ? "" : (entities.get(id)?.name ?? ""));
  const shown = roles.map((role) => {
    const owner = nameOf(positions.find((position) => position.role === role)?.of);
    return oneLine(owner === "" || role.includes(owner) ? role : `${role} [${owner}]`);
  });
  const bare = positions.filter(({ role }) => role === undefined).map(({ of }) => oneLine(`of ${nameOf(of)}`));
  return [...shown, ...bare];
}

/** Who said it: the entity's name, else the source as written with the reason why it is nobody's, else the reason. */
export function speakerOf(quote: Quote, entities: ReadonlyMap<string, Entity>): string {
  if (quote.speaker.status === "resolved") return entities.get(quote.speaker.entity)?.name ?? quote.speaker.entity;
  const source = quote.source.map(({ text }) => text).join(" ");
  return source === "" ? `(${quote.speaker.reason})` : `“${source}” (${quote.speaker.reason})`;
}

/** By entity, the bodies that its name stands for, with how often: 'government of North Korea ×2'. */
export function metonymsOf(file: KnowledgeFile): ReadonlyMap<string, string> {
  const counts = new Map<string, Map<string, number>>();
  for (const { entity, metonymFor } of file.mentions) {
    if (!metonymFor) continue;
    const own = counts.get(entity) ?? new Map<string, number>();
    counts.set(entity, own.set(metonymFor.name, (own.get(metonymFor.name) ?? 0) + 1));
  }
  return new Map(
    [...counts].map(([entity, own]) => [entity, [...own].map(([name, count]) => `${name} ×${count}`).join(", ")]),
  );
}

/** True for what was said or written; the rest is thought, known, wanted or planned, and is listed and counted apart. */
const isSaid = ({ attitude }: Quote): boolean => attitude === "assertion";

/** The lists of quotes that views show, with their titles, what was said first. */
export const quoteLists = (file: KnowledgeFile): readonly (readonly [title: string, quotes: Quote[]])[] => [
  ["Quotations", file.quotes.filter(isSaid)],
  ["Attitudes", file.quotes.filter((quote) => !isSaid(quote))],
];

/**
 * A quote in a few words: kind, what the cue presents the content as, the cue's base form, the one spoken to: 'direct,
 * denied, dispute, to Axios'. Said by a plain 'say' is not mentioned.
 */
export function manner(quote: Quote, entities: ReadonlyMap<string, Entity>): string {
  const { kind, attitude, presentedAs, cueLemma, addressee } = quote;
  const as = presentedAs ?? (isSaid(quote) ? undefined : attitude);
  const how = [
    ...(as === undefined || as === "said" ? [] : [as]),
    ...(cueLemma && cueLemma !== "say" ? [cueLemma] : []),
  ];
  const hearer = addressee && (entities.get(addressee.entity ?? "")?.name ?? addressee.text);
  return [kind, ...(how.length > 0 ? [how.join(", ")] : []), ...(hearer ? [`to ${oneLine(hearer)}`] : [])].join(", ");
}

/** A quote's content on one line; its parts joined by an ellipsis. */
export const contentOf = (quote: Quote): string => quote.content.map(({ text }) => oneLine(text)).join(" … ");

/** A time's value with what it was reckoned from: '2025-02-07, from published 2025-02-10'. */
export function timeValue({ value, mod, anchor }: Time): string {
  const stated = `${value ?? "no value"}${mod === undefined ? "" : ` ${mod}`}`;
  if (anchor.kind === "none") return stated;
  return `${stated}, from ${anchor.kind}${anchor.value === undefined ? "" : ` ${anchor.value}`}`;
}

/**
 * A claim as a row: 'he [Kim Jong-un] | met with | Lee | on Monday'. A part that does not hold its entity's name shows it
 * in square brackets; an implied verb stands in round ones. Parts longer than `longest` characters are cut short.
 */
export function rowOf(claim: Claim, entities: ReadonlyMap<string, Entity>, longest = Number.POSITIVE_INFINITY): string {
  const words = (part: ClaimPart): string =>
    shortened(oneLine((part.pieces ?? [part]).map(({ text }) => text).join(" ")), longest);
  const named = (part: ClaimPart): string => {
    const name = part.entity === undefined ? undefined : entities.get(part.entity)?.name;
    return name === undefined || part.text.includes(name) ? words(part) : `${words(part)} [${name}]`;
  };
  const predicate = [
    ...(claim.implied === undefined ? [] : [`(${claim.implied})`]),
    ...(claim.predicate ? [words(claim.predicate)] : []),
  ].join(" ");
  if (predicate === "") return oneLine(claim.text);
  return [...(claim.subject ? [named(claim.subject)] : []), predicate, ...claim.arguments.map(named)].join(" | ");
}

/** The beginning of a long text, to a whole word. */
export const shortened = (text: string, longest: number): string =>
  text.length <= longest ? text : `${text.slice(0, text.lastIndexOf(" ", longest) + 1 || longest).trimEnd()} …`;

/** On whose word a claim stands: a speaker, with those it came through ('aide < leadership'), or 'article'. */
export function asserterOf(claim: Claim, file: KnowledgeFile, entities: ReadonlyMap<string, Entity>): string {
  const speaker = (id: string): string => {
    const quote = file.quotes.find((item) => item.id === id);
    return quote ? speakerOf(quote, entities) : (entities.get(id)?.name ?? "article");
  };
  return (claim.chain ?? [claim.assertedBy]).map(speaker).join(" < ");
}

/** How a claim is meant, and what it comes to: 'alleged, negated, possible, died, 2024-12-30, in Ghent'; empty for a plain one. */
export function standingOf(claim: Claim, file: KnowledgeFile, entities: ReadonlyMap<string, Entity>): string {
  const time = file.times.find(({ id }) => id === claim.time)?.value;
  const place = claim.place === undefined ? undefined : entities.get(claim.place)?.name;
  const quantity = claim.relation?.object?.quantity;
  return [
    ...(claim.stance === undefined || claim.stance === "stated" ? [] : [claim.stance]),
    ...(claim.polarity === "negated" ? ["negated"] : []),
    ...(claim.modality === "asserted" ? [] : [claim.modality]),
    ...(claim.relation ? [claim.relation.type] : []),
    ...(quantity
      ? [[quantity.value, quantity.currency ?? quantity.unit].filter((x) => x !== undefined).join(" ")]
      : []),
    ...(time ? [time] : []),
    ...(place === undefined ? [] : [`in ${place}`]),
  ].join(", ");
}

/** The article's facts on one line: id, date, language, source, authors; what is not known is left out. */
export function headOf({ article }: KnowledgeFile): readonly string[] {
  return [
    article.id,
    article.published,
    article.source,
    ...article.bylines.map(({ name }) => `by ${name}`),
    article.language === "en" ? null : `language ${article.language}`,
  ].filter((part): part is string => part !== null && part !== "");
}

/** Problems that say the same, once, with the words of the article they are about. */
export function problemGroups({ problems, article }: KnowledgeFile): readonly ProblemGroup[] {
  const groups = new Map<string, ProblemGroup & { readonly words: string[] }>();
  for (const { stage, rule, message, start, end } of problems) {
    const key = JSON.stringify([stage, rule, message]);
    const group = groups.get(key) ?? { stage, rule, message: oneLine(message), words: [] };
    groups.set(key, group);
    if (start === undefined || end === undefined || article.text === undefined) continue;
    const text = oneLine(article.text.slice(start, end));
    if (text.length > 0) group.words.push(shortened(text, LONGEST_WORDS));
  }
  return [...groups.values()];
}

/** What a problem is about is pointed at, not quoted in full. */
const LONGEST_WORDS = 40;

/** Problems that say the same. */
export interface ProblemGroup {
  readonly stage: string;
  readonly rule: string;
  readonly message: string;
  readonly words: readonly string[];
}

/** Any run of white space as one space. */
export const oneLine = (text: string): string => text.replace(/\s+/g, " ").trim();
