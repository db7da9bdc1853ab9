import { InputError, type InputPlace } from "../../model/errors.js";
import type { GoldFile } from "./gold-article.js";
import { parseJson } from "./sidecar.js";

/** An object as JSON gives it, its fields not yet looked at. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** A line of a JSON Lines file, and where it stands. */
export interface JsonRecord {
  readonly value: JsonObject;
  readonly place: InputPlace & { readonly file: string; readonly line: number };
}

/** The records of JSON Lines files, one a line; blank lines are passed over. Throws an InputError for a line that is none. */
export const jsonRecords = (files: readonly GoldFile[]): readonly JsonRecord[] =>
  files.flatMap(({ path, content }) =>
    content.split("\n").flatMap((line, index): readonly JsonRecord[] => {
      if (line.trim() === "") return [];
      const place = { file: path, line: index + 1 };
      return [{ value: objectOf(parseJson(line, place), "the line", place), place }];
    }),
  );

/** A value as an object, or an InputError that says what is none. */
export function objectOf(value: unknown, what: string, place: InputPlace): JsonObject {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as JsonObject;
  throw new InputError(`${what} is not an object {…}; mend it`, place);
}

/** A value as a list; an absent one is empty. Throws an InputError for anything else. */
export function listOf(value: unknown, what: string, place: InputPlace): readonly unknown[] {
  if (value === undefined || value === null) return [];
  if (Array.isArray(value)) return value;
  throw new InputError(`${what} is not a list […]; mend it`, place);
}

/** A value as a text. Throws an InputError for anything else. */
export function textOf(value: unknown, what: string, place: InputPlace): string {
  if (typeof value === "string") return value;
  throw new InputError(`${what} is not a text; expected it in quotation marks`, place);
}

/** A value as a text where one may stand: absent and null are undefined. */
export const optionalText = (value: unknown, what: string, place: InputPlace): string | undefined =>
  value === undefined || value === null ? undefined : textOf(value, what, place);

/** JSON Lines of records. */
export const toJsonLines = (records: readonly object[]): string =>
  records.map((record) => `${JSON.stringify(record)}\n`).join("");
