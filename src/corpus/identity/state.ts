import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Natural } from "../../adapters/natural.js";
import { Identities } from "./identities.js";
import type { Identity } from "./identity.js";

const FILE = "_identities.ndjson";

interface Line extends Pick<Identity, "id" | "type" | "born" | "into"> {
  readonly names: readonly (readonly [string, number])[];
  readonly features: readonly (readonly [string, number])[];
  readonly links: readonly string[];
}

/** The identities of an earlier build, or none. */
export function loadIdentities(folder: string, natural: Natural): Identities {
  const identities = new Identities(natural);
  const file = join(folder, FILE);
  if (!existsSync(file)) return identities;
  const [head, ...lines] = readFileSync(file, "utf8").trimEnd().split("\n");
  const restored = lines.map((line): Identity => {
    const { names, features, links, ...rest } = JSON.parse(line) as Line;
    return { ...rest, names: new Map(names), features: new Map(features), links: new Set(links) };
  });
  identities.restore(restored, JSON.parse(head!));
  return identities;
}

/** Writes what the next build must know of them: the frequencies of features, then an identity a line. */
export function saveIdentities(identities: Identities, folder: string): void {
  const lines = [...identities.all()].map(({ names, features, links, ...rest }) =>
    JSON.stringify({ ...rest, names: [...names], features: [...features], links: [...links] } satisfies Line),
  );
  writeFileSync(join(folder, FILE), [JSON.stringify(identities.frequencies()), ...lines, ""].join("\n"));
}
