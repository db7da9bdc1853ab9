import type { Annotations, Kind } from "../gold/gold-article.js";

/** One layer of one article, as gold and the prediction have it. */
export interface Pair<K extends Kind> {
  readonly text: string;
  readonly gold: NonNullable<Annotations[K]>;
  readonly predicted: NonNullable<Annotations[K]>;
}
