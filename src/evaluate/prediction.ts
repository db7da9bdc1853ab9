import type { KnowledgeFile } from "../model/knowledge-file.js";
import type { Span } from "../model/span.js";
import type { Annotations, GoldArticle, GoldClaim, GoldSentence } from "./gold/gold-article.js";
import { given } from "./gold/labelled.js";

/** Every layer, as {@link Annotations} has them. */
export type Prediction = Required<Annotations>;

const ends = ({ start, end }: Span): Span => ({ start, end });

/**
 * What a knowledge file says, in the form gold is in: names are mentions by name, attribution the quotes that came through
 * no other quote, coreference all mentions with their entities as clusters. Claims are sorted into the file's sentences.
 */
export const predictionOf = (file: KnowledgeFile): Prediction => ({
  names: file.mentions
    .filter(({ form }) => form === "name")
    .map((mention) => ({ ...ends(mention), type: mention.type })),
  times: file.times.map((time) => ({ ...ends(time), type: time.type, value: time.value })),
  attribution: file.quotes
    .filter(({ via }) => via === undefined)
    .map(({ source, cue, content }) => ({ source: source.map(ends), cue: cue.map(ends), content: content.map(ends) })),
  coreference: file.mentions.map((mention) => ({
    ...ends(mention),
    type: mention.type,
    cluster: mention.entity,
    form: mention.form,
  })),
  claims: sentencesOf(file),
});

/** A knowledge file as a gold article: a draft for a person to correct. Throws a RangeError when it holds no text. */
export function draftOf(file: KnowledgeFile): GoldArticle {
  const { id, text, published, title, url } = file.article;
  if (text === undefined) throw new RangeError(`article ${id} was written without its text`);
  const record = given({ published: published ?? undefined, title: title ?? undefined, url: url ?? undefined });
  return { id, text, ...record, ...predictionOf(file) };
}

function sentencesOf(file: KnowledgeFile): readonly GoldSentence[] {
  const inSentence = (sentence: Span): GoldSentence => ({
    ...ends(sentence),
    claims: file.claims
      .filter(({ start }) => sentence.start <= start && start < sentence.end)
      .flatMap((claim) => claimOf(claim)),
  });
  return file.sentences.map(inSentence).filter(({ claims }) => claims.length > 0);
}

type Claim = KnowledgeFile["claims"][number];
type Part = NonNullable<Claim["subject"]>;

const textOf = (part: Part): string => (part.pieces ? part.pieces.map(({ text }) => text).join(" ") : part.text);

/** A claim as texts: all pieces of a part, the verb that is implied before them. */
function claimOf({ subject, predicate, implied, arguments: rest }: Claim): readonly GoldClaim[] {
  const words = [implied, predicate === null ? undefined : textOf(predicate)].filter(Boolean).join(" ");
  const first = subject === null ? [] : [textOf(subject)];
  return words === "" ? [] : [{ predicate: words, arguments: [...first, ...rest.map(textOf)] }];
}
