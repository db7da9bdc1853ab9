/** Styles a terminal can show; the codes are ECMA-48's. */
const CODES = {
  bold: 1,
  dim: 2,
  italic: 3,
  underline: 4,
  red: 31,
  green: 32,
  yellow: 33,
  blue: 34,
  magenta: 35,
  cyan: 36,
} as const;

export type Style = keyof typeof CODES;

/** Puts styles around a text. */
export type Paint = (text: string, ...styles: readonly Style[]) => string;

/** A painter that paints, or, when colour is off, one that leaves every text as it is. */
export const painter = (isColoured: boolean): Paint =>
  isColoured
    ? (text, ...styles) =>
        text === "" || styles.length === 0
          ? text
          : `\u001b[${styles.map((style) => CODES[style]).join(";")}m${text}\u001b[0m`
    : (text) => text;

/** Controls but tab and line feed, and the marks that turn the direction of writing. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what is looked for
const UNSHOWABLE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

/**
 * A text that cannot steer a terminal: carriage returns go, other controls and direction marks are written as code
 * points. Takes 'a\u001b[2Jb' to 'a<U+001B>[2Jb'; leaves tabs, line feeds and every letter alone.
 */
export const showable = (text: string): string =>
  text.replace(UNSHOWABLE, (c) =>
    c === "\r" ? "" : `<U+${c.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}>`,
  );
