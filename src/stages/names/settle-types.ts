import type { AdoptedName, Adoption } from "./adoption.js";

/** Score from which a longer name tells what its parts are. */
const SURE = 0.6;

/** Rules whose finding in one place holds for the name in all. */
const TOLD = new Set(["names/agency", "names/company", "names/group", "names/ship", "names/team"]);

/**
 * Names made of one mind over the article: the family name of somebody named in full is that person's ('Rosalind Dunbar …
 * Dunbar'), the first word of an organization's name the organization's ('Orbis Energy … Orbis'), and what is a team, a
 * ship or a company in one place is one in all. Refuses both for a word that is a family name and an organization's ('Jones', of Jones Ltd).
 */
export function settleTypes({ text, lexicons }: Adoption, names: readonly AdoptedName[]): readonly AdoptedName[] {
  const surface = ({ start, end }: AdoptedName): string => text.slice(start, end);
  const told = new Map(names.filter(({ by }) => TOLD.has(by)).map((name) => [surface(name), name]));
  const families = new Set<string>();
  const heads = new Set<string>();
  for (const name of names) {
    const words = surface(name).split(" ");
    if (words.length === 1 || name.score <= SURE) continue;
    if (name.type === "person") families.add(words.at(-1)!);
    if (name.type === "organization") heads.add(words[0]!);
  }
  return names.map((name) => {
    const word = surface(name);
    const [isFamily, isHead] = [families.has(word), heads.has(word)];
    const sure = told.get(word);
    if (sure !== undefined && (name.type === "person" || name.type === "place")) {
      return { ...name, type: sure.type, by: sure.by };
    }
    if (name.type !== "person" && isFamily && !isHead && !lexicons.known.has(word)) {
      return { ...name, type: "person", by: "names/family" };
    }
    if (name.type === "person" && isHead && !isFamily && !lexicons.firstNames.has(word)) {
      return { ...name, type: "organization", by: "names/head" };
    }
    return name;
  });
}
