import type { LinkLexicons, OfficeTerm } from "../../lexicons/link-lexicons.js";
import type { Entity, Link } from "../../model/entity.js";
import type { FocusCountry } from "../../model/linking.js";
import { surface } from "../../model/span.js";
import { nameKey } from "../../text/name-key.js";

/** Score of a person named with the office on a day of the term; of an office without a name. */
const NAMED = 0.95;
const INFERRED = 0.6;

/**
 * Ties a person to the holder of an office on the article's date: linked when the article gives both a name and the
 * office ('French President Emmanuel Macron'); a candidate, marked as inferred, when it gives the office alone ('the
 * president'), of the country said beside it or else of the one that the article is most about. Never by a name alone.
 */
export function linkOfficeholder(
  entity: Entity,
  text: string,
  published: string | null,
  focus: readonly FocusCountry[],
  lexicons: LinkLexicons,
): { readonly links: readonly Link[]; readonly candidates: readonly Link[] } {
  const day = published?.slice(0, 10);
  if (!day || entity.anonymous) return NONE;
  const isNamed = entity.mentions.some(({ form }) => form === "name");
  const said = isNamed
    ? entity.roles
    : entity.mentions.filter(({ form }) => form === "nominal").map((mention) => surface(text, mention));
  for (const phrase of said) {
    const terms = termsOf(phrase, day, isNamed ? undefined : focus[0]?.country, lexicons);
    const held = isNamed ? terms.filter(({ name }) => hasFamilyName(entity, name)) : terms;
    const [term] = held;
    if (!term || held.some(({ name }) => name !== term.name)) continue;
    const known = term.wikidata ? { scheme: "wikidata", id: term.wikidata } : { scheme: "copydesk", id: term.key };
    const link = { ...known, name: term.name };
    return isNamed
      ? { links: [{ ...link, score: NAMED, by: "links/name-and-office" }], candidates: [] }
      : { links: [], candidates: [{ ...link, score: INFERRED, by: "links/office-on-date", inferred: true }] };
  }
  return NONE;
}

const NONE = { links: [], candidates: [] } as const;

/** Terms on a day of the office that a phrase says: 'the French president', 'prime minister of Japan', 'the president'. */
function termsOf(
  phrase: string,
  day: string,
  defaultCountry: string | undefined,
  { offices, titles, gazetteer, demonyms }: LinkLexicons,
): readonly OfficeTerm[] {
  const words = phrase.replace(/^(?:the|its|their|his|her)\s+/i, "").replace(/['’]s\b/g, "");
  const [office, of] = words.split(/\sof\s(?:the\s)?/, 2);
  const title = titles.find((known) => ` ${office!.toLowerCase()}`.endsWith(` ${known}`));
  if (!title) return [];
  const place = of ?? office!.slice(0, -title.length).trim();
  const country = place
    ? gazetteer.places(demonyms.get(place) ?? place).find(({ kind, country }) => country && kind !== "city")?.country
    : defaultCountry;
  if (!country) return [];
  const held = offices.get(`${country} ${title}`) ?? [];
  return held.filter(({ from, to }) => from <= day && (to === "" || day <= to));
}

/** True when one of the entity's names ends, or for names with the family first begins, like the holder's. */
function hasFamilyName(entity: Entity, holder: string): boolean {
  const known = new Set(nameKey(holder).split(" "));
  return [entity.name, ...entity.aliases].some((name) => {
    const words = nameKey(name).split(" ");
    return words.every((word) => known.has(word)) && words.some((word) => word.length > 1);
  });
}
