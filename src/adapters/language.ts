/** Guesses the language of a text: an ISO 639-1 code, or null when the guesser has none. */
export type LanguageDetector = (text: string) => string | null;

let loading: Promise<LanguageDetector> | undefined;

/** Loads tinyld, once. */
export function loadLanguageDetector(): Promise<LanguageDetector> {
  loading ??= import("tinyld").then(
    ({ detect, validateISO2 }) =>
      (text) =>
        validateISO2(detect(text)) || null,
  );
  return loading;
}
