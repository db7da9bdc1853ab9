/**
 * A text with U+FFFD for each half of a surrogate pair that stands alone: JSON and JavaScript take such texts, UTF-8 and
 * what is written in it do not. One code unit for one, so that offsets hold. Pairs, and a text that only spells '\ud83d'
 * in ASCII, stay as they are.
 */
export const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, "\uFFFD");

/** JSON of a value with its texts well formed: what UTF-8 cannot hold, many readers of JSON refuse. */
export const wellFormedJson = (value: unknown, indent?: number): string =>
  JSON.stringify(value, (_name, field) => (typeof field === "string" ? wellFormed(field) : field), indent);
