import { InputError } from "../../model/errors.js";
import { bySpan, type Span } from "../../model/span.js";
import type { GoldArticle, GoldAttribution, GoldMention, GoldName, GoldTime, Kind } from "./gold-article.js";
import { formOf, given, LABELLED_KINDS, type Label, type Labelled, type TieType } from "./labelled.js";
import { knownLabels, type Meaning, meaningOf } from "./labels.js";

interface Read extends Label {
  readonly meaning: Meaning;
}

/**
 * Gold articles of labels and ties. An article without `layers` has those that the corpus has a span of. Throws an
 * InputError for a label that is not known and for a tie that leads nowhere.
 */
export function fromLabelled(
  documents: readonly { readonly file: string; readonly labelled: Labelled }[],
): readonly GoldArticle[] {
  const read = documents.map(({ file, labelled }) => ({ labelled, labels: meanings(file, labelled) }));
  const seen = new Set<Kind>(read.flatMap(({ labelled, labels }) => layersSeen(labelled, labels)));
  const corpus = LABELLED_KINDS.filter((kind) => seen.has(kind));
  return read.map(({ labelled, labels }) => articleOf(labelled, labels, labelled.layers ?? corpus));
}

function meanings(file: string, { id, labels, ties }: Labelled): readonly Read[] {
  const ids = new Set(labels.map((label) => label.id));
  for (const { type, from, to } of ties) {
    const lost = ids.has(from) ? to : from;
    if (!ids.has(lost)) {
      throw new InputError(`relation ${type} from ${from} to ${to}: no annotation ${lost}; mend or remove it`, {
        file,
        id,
      });
    }
  }
  return labels.map((label) => {
    const meaning = meaningOf(label.label);
    if (meaning) return { ...label, meaning };
    throw new InputError(
      `annotation ${label.id} has the label '${label.label}', which is not known; rename it to one of ${knownLabels()}`,
      { file, id },
    );
  });
}

function layersSeen({ ties }: Labelled, labels: readonly Read[]): readonly Kind[] {
  const hasForms = labels.some(({ form, meaning }) => form !== undefined || meaning.layer === "mention");
  const layers = labels.flatMap(({ form, meaning: { layer } }): readonly Kind[] => {
    if (layer === "names") return form === undefined ? ["names"] : [];
    return layer === "times" ? ["times"] : layer === "content" ? ["attribution"] : [];
  });
  return hasForms || ties.some(({ type }) => type === "SameAs") ? [...layers, "coreference"] : layers;
}

function articleOf(labelled: Labelled, labels: readonly Read[], layers: readonly Kind[]): GoldArticle {
  const { id, text, published, title, url } = labelled;
  const has = (kind: Kind): boolean => layers.includes(kind);
  return {
    id,
    text,
    ...given({ published, title, url }),
    ...(has("names") ? { names: namesOf(labels) } : {}),
    ...(has("times") ? { times: timesOf(labels) } : {}),
    ...(has("attribution") ? { attribution: attributionOf(labelled, labels) } : {}),
    ...(has("coreference") ? { coreference: mentionsOf(labelled, labels) } : {}),
  };
}

const namesOf = (labels: readonly Read[]): readonly GoldName[] =>
  labels
    .flatMap(({ meaning, form, pieces, link }) =>
      meaning.layer === "names" && form === undefined
        ? [{ ...whole(pieces), type: meaning.type, ...given({ link }) }]
        : [],
    )
    .sort(bySpan);

const timesOf = (labels: readonly Read[]): readonly GoldTime[] =>
  labels
    .flatMap(({ meaning, pieces, value }) =>
      meaning.layer === "times" ? [{ ...whole(pieces), type: meaning.type, value: value ?? null }] : [],
    )
    .sort(bySpan);

function attributionOf({ ties }: Labelled, labels: readonly Read[]): readonly GoldAttribution[] {
  const byId = new Map(labels.map((label) => [label.id, label]));
  const tied = (type: TieType, content: string): readonly Span[] =>
    ties.filter((tie) => tie.type === type && tie.to === content).flatMap(({ from }) => byId.get(from)!.pieces);
  return labels
    .filter(({ meaning }) => meaning.layer === "content")
    .map(({ id, pieces }) => ({
      source: tied("SourceOf", id),
      cue: tied("CueOf", id),
      content: pieces,
    }));
}

function mentionsOf({ ties }: Labelled, labels: readonly Read[]): readonly GoldMention[] {
  const clusters = new Map(labels.map(({ id }) => [id, id]));
  const rootOf = (id: string): string => {
    let root = id;
    while (clusters.get(root) !== root) root = clusters.get(root)!;
    clusters.set(id, root); // shorter for the next
    return root;
  };
  for (const { type, from, to } of ties) if (type === "SameAs") clusters.set(rootOf(from), rootOf(to));
  const heads = new Map(ties.filter(({ type }) => type === "HeadOf").map(({ from, to }) => [to, from]));
  const byId = new Map(labels.map((label) => [label.id, label]));
  return labels
    .flatMap(({ id, meaning, form, pieces, link }) => {
      if (meaning.layer !== "names" && meaning.layer !== "mention") return [];
      const head = byId.get(heads.get(id) ?? "")?.pieces[0];
      const mention = { ...whole(pieces), type: meaning.type, cluster: rootOf(id), form: formOf(form) };
      return [{ ...mention, ...given({ head, link }) }];
    })
    .sort(bySpan);
}

/** A broken name or time counts from its first piece to its last. */
const whole = (pieces: readonly Span[]): Span => ({ start: pieces[0]!.start, end: pieces.at(-1)!.end });
