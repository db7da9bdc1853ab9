import type { MentionForm } from "../../model/mention.js";
import type { Span } from "../../model/span.js";
import type { GoldArticle, Kind } from "./gold-article.js";

/**
 * An article as annotation tools see it: spans with a label, and ties between spans. brat, Label Studio, Prodigy and
 * doccano differ in how they write these down and in nothing else.
 */
export interface Labelled {
  readonly id: string;
  readonly text: string;
  readonly published?: string;
  readonly title?: string;
  readonly url?: string;
  /** Layers that were annotated, though a span of one may be nowhere; when absent, those that have a span in the corpus. */
  readonly layers?: readonly Kind[];
  readonly labels: readonly Label[];
  readonly ties: readonly Tie[];
}

/** A span, or several pieces of one, with a label. Ids are unique in the article. */
export interface Label {
  readonly id: string;
  readonly label: string;
  readonly pieces: readonly Span[];
  /** TIMEX3 value of a time. */
  readonly value?: string;
  /** Absent on a plain name; `named` is a longer mention around a name. */
  readonly form?: MarkedForm;
  /** Identity outside the article. */
  readonly link?: string;
}

/** Forms that a label names; a plain name has none. */
export const MARKED_FORMS = ["named", "nominal", "pronoun"] as const;
export type MarkedForm = (typeof MARKED_FORMS)[number];

/**
 * `SourceOf` and `CueOf` go from a source or cue to its content; `SameAs` joins two mentions of one entity; `HeadOf` goes
 * from a head word to its mention; `PartOf` from a later piece of a broken span to the first, where a tool knows no
 * broken spans.
 */
export const TIE_TYPES = ["SourceOf", "CueOf", "SameAs", "HeadOf", "PartOf"] as const;
export type TieType = (typeof TIE_TYPES)[number];

/** A relation between two labels, by their ids. */
export interface Tie {
  readonly type: TieType;
  readonly from: string;
  readonly to: string;
}

/** Layers that labels and ties can hold. */
export const LABELLED_KINDS: readonly Kind[] = ["names", "times", "attribution", "coreference"];

/** Labels that are written, by what they stand for. Labels of tools and corpora that mean the same are in labels.ts. */
export const NAME_LABELS = { person: "Person", organization: "Organization", place: "Place", other: "Other" } as const;

/** The same of times. */
export const TIME_LABELS = { DATE: "Date", TIME: "Time", DURATION: "Duration", SET: "Set" } as const;

/** A gold article as labels and ties. A name that is also a mention is one label; numbers of ids follow the text. */
export function toLabelled(article: GoldArticle): Labelled {
  const { id, text, published, title, url } = article;
  const labels: Label[] = [];
  const ties: Tie[] = [];
  const add = (label: string, pieces: readonly Span[], more: Partial<Label> = {}): string => {
    const key = `${labels.length + 1}`;
    labels.push({ id: key, label, pieces: pieces.map(({ start, end }) => ({ start, end })), ...more });
    return key;
  };
  const nameIds = new Map<string, string>();
  for (const { start, end, type, link } of article.names ?? []) {
    nameIds.set(
      `${start} ${end} ${type}`,
      add(NAME_LABELS[type], [{ start, end }], link === undefined ? {} : { link }),
    );
  }
  for (const { start, end, type, value } of article.times ?? []) {
    add(TIME_LABELS[type], [{ start, end }], value === null ? {} : { value });
  }
  for (const { source, cue, content } of article.attribution ?? []) {
    const to = add("Content", content);
    if (source.length > 0) ties.push({ type: "SourceOf", from: add("Source", source), to });
    if (cue.length > 0) ties.push({ type: "CueOf", from: add("Cue", cue), to });
  }
  const lastOf = new Map<string, string>();
  for (const { start, end, type, cluster, form, head, link } of article.coreference ?? []) {
    const isWhole = head === undefined || (head.start === start && head.end === end);
    const place = `${start} ${end} ${type}`;
    const name = isWhole && form === "name" ? nameIds.get(place) : undefined;
    nameIds.delete(place); // one name, one mention: a second on the same span may mean another entity
    const marked: MarkedForm = form === "name" ? "named" : form;
    const key =
      name ?? add(mentionLabel(type), [{ start, end }], { form: marked, ...(link === undefined ? {} : { link }) });
    if (!isWhole) ties.push({ type: "HeadOf", from: add("Head", [head]), to: key });
    const last = lastOf.get(cluster);
    if (last !== undefined) ties.push({ type: "SameAs", from: key, to: last });
    lastOf.set(cluster, key);
  }
  return { id, text, ...given({ published, title, url }), layers: layersOf(article), labels, ties };
}

/** The layers of an article that labels can hold. */
const layersOf = (article: GoldArticle): readonly Kind[] =>
  LABELLED_KINDS.filter((kind) => article[kind] !== undefined);

/** The fields that are not undefined. */
export const given = <T extends object>(fields: T): { [K in keyof T]: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never;

/** Before the type of a mention that no name has, such as GUM's event and object. */
export const OTHER_MENTION = "Mention-";

const mentionLabel = (type: string): string =>
  Object.hasOwn(NAME_LABELS, type) ? NAME_LABELS[type as keyof typeof NAME_LABELS] : `${OTHER_MENTION}${type}`;

/** The form of a mention that a label stands for. */
export const formOf = (form: MarkedForm | undefined): MentionForm =>
  form === undefined || form === "named" ? "name" : form;
