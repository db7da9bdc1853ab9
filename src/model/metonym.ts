/** The government or body that the name of a place or building stands for at one mention: 'Pyongyang said'. The place stays what the mention is of. */
export interface Metonym {
  /** Index of the entity and, among its mentions, of the mention. */
  readonly entity: number;
  readonly mention: number;
  /** 'government of North Korea', 'office of the Russian president'. */
  readonly name: string;
  /** ISO 3166-1 alpha-2, or EU; the body's country. */
  readonly country: string;
  /** Index of the entity that the body is, where the article names it, too. */
  readonly body?: number;
  /** The use that tells: `metonyms/source`. */
  readonly by: string;
}
