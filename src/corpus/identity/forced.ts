import { existsSync, readFileSync } from "node:fs";
import { InputError } from "../../model/errors.js";
import type { Identities } from "./identities.js";
import type { Identity } from "./identity.js";

/** What the user's file says of identities. */
export interface Forced {
  readonly same: readonly (readonly [string, string])[];
  readonly apart: readonly (readonly [string, string])[];
  readonly moves: readonly { readonly articleId: string; readonly entityId: string; readonly to: string }[];
}

/** Stands in a move for an identity of its own. */
export const NEW = "new";

const FORMS = "'same ID ID', 'apart ID ID', 'move ARTICLE ENTITY ID' or 'move ARTICLE ENTITY new', split by tabs";

/** Reads the user's file; nothing is forced when there is none. Throws an InputError that names the line. */
export function readForced(file: string): Forced {
  const forced = { same: [], apart: [], moves: [] } as {
    same: [string, string][];
    apart: [string, string][];
    moves: Forced["moves"][number][];
  };
  if (!existsSync(file)) return forced;
  for (const [index, line] of readFileSync(file, "utf8").split(/\r?\n/).entries()) {
    if (line.trim() === "" || line.startsWith("#")) continue;
    const [verb, a, b, c, ...more] = line.split("\t").map((field) => field.trim());
    const isWhole = (fields: readonly (string | undefined)[]): fields is readonly string[] =>
      fields.every((field) => field !== undefined && field !== "");
    if ((verb === "same" || verb === "apart") && isWhole([a, b]) && c === undefined) forced[verb].push([a!, b!]);
    else if (verb === "move" && isWhole([a, b, c]) && more.length === 0)
      forced.moves.push({ articleId: a!, entityId: b!, to: c! });
    else throw new InputError(`'${line}' is no line of this file; write ${FORMS}`, { file, line: index + 1 });
  }
  return forced;
}

/**
 * Makes the identities follow the user's file: forced merges that it no longer names are taken back, those it names are
 * made, and no merge joins what it keeps apart. Gives the test for pairs that are kept apart. Throws an InputError for
 * an id that no identity has, and for a merge of two types.
 */
export function applyForced(
  identities: Identities,
  forced: Forced,
  file: string,
): (a: Identity, b: Identity) => boolean {
  const known = (id: string): Identity => {
    const identity = identities.get(id);
    if (identity === undefined)
      throw new InputError(`no identity has the id '${id}'; corpus query lists them`, { file });
    return identity;
  };
  for (const identity of identities.all()) if (identity.into?.rule === "forced") identities.unmerge(identity);
  const pairs = forced.apart.map(([a, b]) => [known(a), known(b)] as const);
  for (const [a, b] of pairs) {
    while (identities.root(a) === identities.root(b)) {
      if (a === b) throw new InputError(`'${a.id}' cannot be kept apart from itself`, { file });
      identities.unmerge(b.into === undefined ? a : b);
    }
  }
  for (const [a, b] of forced.same.map(([a, b]) => [known(a), known(b)] as const)) {
    if (a.type !== b.type)
      throw new InputError(`'${a.id}' is a ${a.type}, '${b.id}' a ${b.type}; only one type merges`, { file });
    identities.merge(a, b, { rule: "forced", score: null, evidence: null });
  }
  return (a, b) => {
    const [one, two] = [identities.root(a), identities.root(b)];
    return pairs.some(([x, y]) => {
      const [left, right] = [identities.root(x), identities.root(y)];
      return (left === one && right === two) || (left === two && right === one);
    });
  };
}
