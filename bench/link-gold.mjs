/**
 * What a Wikipedia title of the gold is in the lexicons, and which of a knowledge file's names a gold mention is compared
 * with. Titles are tied by name and qualifier ('Fort Lee, New Jersey'), or by bench/link-titles.tsv where that fails.
 */
import { readFileSync } from "node:fs";

const key = (text) => text.replaceAll("_", " ");

/** Rows of a table beside this file. */
const rows = (path) =>
  readFileSync(new URL(path, import.meta.url), "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => line.split("\t"));

/** How likely a place is meant by its bare title. */
const known = (place) => {
  const people = Math.log10(Math.max(place.population, 500));
  if (place.kind === "city") return people + (place.isCapital ? 0.8 : 0) - (place.isOtherName ? 1 : 0);
  if (place.kind === "district") return people - 1;
  if (place.kind === "division" && place.country === "US") return 7.2;
  return { country: 8, region: 7.8, territory: 7, division: 5 }[place.kind] ?? 6;
};

const idOf = ({ scheme, id }) => `${scheme}:${id}`;

/** Ties titles to the ids of the gazetteer and of the lexicon of organizations; nothing when neither has the thing. */
export function titles({ gazetteer, organizations }, nameKey) {
  const byHand = new Map(rows("link-titles.tsv"));
  const place = (identity) => {
    const title = key(identity);
    if (byHand.has(title)) return byHand.get(title) ? { id: byHand.get(title) } : undefined;
    const [name, within] = title.replace(/ \((.*)\)$/, ", $1").split(", ");
    const inside = (one) =>
      (/^(U\.S\. )?state$/.test(within) && one.kind === "division" && one.country === "US") ||
      (within === "country" && one.kind === "country") ||
      gazetteer.divisionsNamed(within).includes(one.division) ||
      gazetteer
        .places(within)
        .some(({ kind, country }) => /country|territory|area|district/.test(kind) && country === one.country);
    const plain = name.replace(/^(?:The|State of|Republic of|Kingdom of) /, "");
    const found = gazetteer.places(name);
    const [best] = (found.length > 0 ? found : gazetteer.places(plain))
      .filter((one) => !within || inside(one))
      .sort((a, b) => known(b) - known(a));
    return best && { id: idOf(best.ids[0]), place: best };
  };
  const isCountry = (identity) => {
    const wide = place(identity)?.place ?? gazetteer.places(key(identity))[0];
    return wide !== undefined && (wide.kind === "country" || (wide.kind === "division" && wide.country === "US"));
  };
  const organization = (identity) => {
    const title = key(identity);
    const [only] = organizations.get(nameKey(title.replace(/ \(.*/, "").replace(/^the\s+/i, ""))) ?? [];
    if (only) return only.wikidata ? `wikidata:${only.wikidata}` : `copydesk:${only.key}`;
    const brand = gazetteer.brand(title);
    if (brand) return `wikidata:${brand.id}`;
    const school = gazetteer.school(title);
    if (school) return `domain:${school.id}`;
    const country = gazetteer.places(title).find(({ kind }) => kind === "country");
    return country && idOf(country.ids[0]);
  };
  return { place, isCountry, organization };
}

/** A name without what a mention has beside it: articles and pronouns, possessives, what follows a comma or bracket. */
export const bare = (text) =>
  text
    .replace(/^(?:the|this|that|these|those|our|any|an?|modern|present-day|today['’]s)\s+/i, "")
    .replace(/\s(?:itself|proper|alone|today)$/, "")
    .replace(/\s?['’]s$/, "")
    .split(/,\s|\s\(/)[0]
    .trim();

/**
 * What a knowledge file says of a gold mention: the links of its name of the same words, else of a place named inside a
 * longer name of the file.
 */
export function answer(file, gold, text) {
  const words = bare(text.slice(gold.start, gold.end));
  const named = file.mentions.filter(({ form, start, end }) => form === "name" && start < gold.end && gold.start < end);
  const entityOf = (mention) => file.entities.find(({ id }) => id === mention.entity);
  const mention = named.find((own) => bare(own.text) === words);
  const links = mention ? entityOf(mention).links : [];
  if (links.length > 0) return { links, inside: false };
  for (const own of named) {
    if (gold.start < own.start - "these ".length || gold.end > own.end) continue;
    const place = (entityOf(own).placesInName ?? []).find((one) => one.text === words);
    if (place) return { links: place.links, inside: true };
  }
  return { links: [], inside: false };
}
