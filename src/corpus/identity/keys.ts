import { table } from "../../lexicons/lexicon.js";
import { inAnyOrder, MIN_ACRONYM } from "./compare-names.js";
import type { IdentityType, Name } from "./names.js";

/** The key of names that are equal once folded. */
export const exactKey = (type: IdentityType, name: Name): string => `=${type}:${name.folded}`;

/**
 * Keys that bring a name together with those it may be the same as, so that only these are compared. `own` are those it
 * is filed under, `sought` those it looks under.
 */
export function keysOf(
  type: IdentityType,
  name: Name,
): { readonly own: readonly string[]; readonly sought: readonly string[] } {
  if (name.folded === "") return { own: [], sought: [] };
  const exact = exactKey(type, name);
  if (type === "person") return personKeys(name, exact);
  const openings = [1, 2].filter((n) => n < name.words.length).map((n) => name.words.slice(0, n).join(" "));
  const own = [exact, ...openings.map((opening) => `opening:${type}:${opening}`)];
  const sought = [exact, `opening:${type}:${name.folded}`, ...openings.map((opening) => `=${type}:${opening}`)];
  if (type === "organization") {
    const same = [
      `words:${inAnyOrder(name)}`,
      ...(name.acronym.length >= MIN_ACRONYM ? [`acronym:${name.acronym}`] : []),
      ...withoutOne(name.words),
    ];
    own.push(...same);
    sought.push(...same);
  }
  return { own, sought };
}

function personKeys(name: Name, exact: string): ReturnType<typeof keysOf> {
  const families = [name.family, ...(name.otherFamily === "" ? [] : [name.otherFamily])];
  const [first] = name.given;
  if (first === undefined) {
    return {
      own: [exact, ...families.map((family) => `only:${family}`)],
      sought: [exact, ...families.map((family) => `family:${family}`)],
    };
  }
  const initials = new Set([first, ...(table("nicknames").get(first) ?? [])].map((given) => given[0]!));
  const full = [
    exact,
    `words:${inAnyOrder(name)}`,
    ...[...initials].map((initial) => `full:${name.family.slice(0, 3)}:${initial}`),
  ];
  return {
    own: [...full, ...families.map((family) => `family:${family}`)],
    sought: [...full, ...families.map((family) => `only:${family}`)],
  };
}

/** A name of two to five words with each left out in turn: two names that differ in the spelling of one share a key. */
const withoutOne = (words: readonly string[]): readonly string[] =>
  words.length < 2 || words.length > 5
    ? []
    : words.map((_, left) => `without:${words.length}:${left}:${words.filter((_word, i) => i !== left).join(" ")}`);
