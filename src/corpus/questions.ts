import { readdirSync, readFileSync } from "node:fs";
import { InputError } from "../model/errors.js";
import { foldName } from "./identity/names.js";

/** A question that stands ready: SQL in questions/NAME.sql, whose first lines say what it answers and what it takes. */
export interface Question {
  readonly name: string;
  readonly doc: string;
  /** What is asked for: `name` before the options; `outlet` and `month` may always be given. */
  readonly takes: "name" | "name?" | "nothing";
  readonly sql: string;
}

/** What a question is asked with. */
export interface Asked {
  readonly name?: string;
  readonly outlet?: string;
  readonly month?: string;
  readonly limit?: number;
}

const FOLDER = new URL("./questions/", import.meta.url);

/** All questions, by name. */
export const questions = (): readonly Question[] =>
  readdirSync(FOLDER)
    .filter((file) => file.endsWith(".sql"))
    .sort()
    .map((file) => parsed(file.slice(0, -".sql".length), readFileSync(new URL(file, FOLDER), "utf8")));

function parsed(name: string, text: string): Question {
  const header = text.split("\n").filter((line) => line.startsWith("-- "));
  const takes = header.find((line) => line.startsWith("-- takes: "))?.slice("-- takes: ".length) as Question["takes"];
  const doc = header.filter((line) => !line.startsWith("-- takes: ")).map((line) => line.slice(3));
  return { name, doc: doc.join(" "), takes: takes ?? "nothing", sql: text };
}

/** The values to bind for a question. Throws an InputError for a name that is missing or not asked for. */
export function boundFor(
  { name, takes, sql }: Question,
  asked: Asked,
): Readonly<Record<string, string | number | null>> {
  if (takes === "name" && asked.name === undefined) throw new InputError(`${name} wants a name: ${name} "Ann Lee"`);
  if (takes === "nothing" && asked.name !== undefined)
    throw new InputError(`${name} takes no name, got '${asked.name}'`);
  const values = {
    given: asked.name ?? null,
    folded: asked.name === undefined ? null : foldName(asked.name),
    outlet: asked.outlet ?? null,
    month: asked.month ?? null,
    most: asked.limit ?? 1_000_000_000,
  };
  return Object.fromEntries(Object.entries(values).filter(([key]) => sql.includes(`$${key}`)));
}
