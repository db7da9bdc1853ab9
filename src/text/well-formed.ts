/**
 * A text with U+FFFD for each half of a surrogate pair that stands alone: JSON and JavaScript take such texts, UTF-8 and
 * what is written in it do not. Pairs, and a text that only spells '\ud83d' in ASCII, stay as they are.
 */
export const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, "\uFFFD");
