import type { Article } from "./article.js";
import type { Block } from "./block.js";
import type { Claim } from "./claim.js";
import type { Entity } from "./entity.js";
import type { Header } from "./header.js";
import type { Linking } from "./linking.js";
import type { Mention } from "./mention.js";
import type { Metonym } from "./metonym.js";
import type { Attribution, Quote } from "./quote.js";
import type { Recognition } from "./recognition.js";
import type { Sentence } from "./sentence.js";
import type { TimeExpression } from "./time-expression.js";
import type { Token } from "./token.js";

/** Every layer a stage may write, and what it holds. Lists are in text order. */
export interface Layers {
  /** ISO 639-1 code of the article's language, or `und`. */
  readonly language: string;
  readonly blocks: readonly Block[];
  readonly header: Header;
  /** Tokens as they are first cut, tagged by wink-nlp; `tokens` are the same ones with the tags that count. */
  readonly words: readonly Token[];
  readonly tokens: readonly Token[];
  readonly sentences: readonly Sentence[];
  /** What the encoder read; only pipelines with a model have it. */
  readonly recognition: Recognition;
  /** Mentions by name. */
  readonly names: readonly Mention[];
  readonly times: readonly TimeExpression[];
  readonly attributions: readonly Attribution[];
  readonly entities: readonly Entity[];
  /** What the entities are tied to outside the article. */
  readonly links: Linking;
  /** By entity, then mention. */
  readonly metonyms: readonly Metonym[];
  readonly quotes: readonly Quote[];
  readonly claims: readonly Claim[];
}

/** Name of a layer. */
export type LayerName = keyof Layers;

/** An article with the layers it has so far. */
export type Doc<Has extends LayerName> = { readonly article: Article } & Pick<Layers, Has>;
