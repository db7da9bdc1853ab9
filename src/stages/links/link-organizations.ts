import type { KnownOrganization, LinkLexicons } from "../../lexicons/link-lexicons.js";
import type { Entity, Link } from "../../model/entity.js";
import type { FocusCountry } from "../../model/linking.js";
import { nameKey } from "../../text/name-key.js";
import { homesBefore, readContainer } from "./containers.js";
import { namesOf } from "./evidence.js";

/** Score of a name that one known organization has; of one of several, by its country; of a company's or school's name alone. */
const ONE = 0.95;
const BY_COUNTRY = 0.85;
const COMPANY = 0.8;

/**
 * The known organization behind a name. A name that several countries have one of ('the Foreign Ministry') goes to the
 * country named beside it ('Iran’s Foreign Ministry'), else to the country that the article is most about; else it stays
 * open. Refuses a company's or school's name that several share, and one
 * of a single word that is not in the lexicon of organizations.
 */
export function linkOrganization(
  entity: Entity,
  text: string,
  focus: readonly FocusCountry[],
  lexicons: LinkLexicons,
): { readonly links: readonly Link[]; readonly candidates: readonly Link[] } {
  for (const name of [entity.name, ...entity.aliases]) {
    const known = knownUnder(name.replace(/^the\s+/i, ""), lexicons);
    if (known.length === 0) continue;
    const [only, ...others] = known;
    if (others.length === 0 && !only!.isLocalName) return sure(only!, ONE, "links/known-name");
    const beside = namesOf(entity, text).flatMap(({ mention }) => homesBefore(mention, text, lexicons));
    const byText = known.filter(({ country }) => beside.includes(country));
    if (byText.length === 1) return sure(byText[0]!, ONE, "links/country-beside");
    const ofFocus = known.filter(({ country }) => country === focus[0]?.country);
    if (ofFocus.length === 1 && beside.length === 0) return sure(ofFocus[0]!, BY_COUNTRY, "links/focus-country");
    const score = Math.round(100 / known.length) / 100;
    return { links: [], candidates: known.map((organization) => linkTo(organization, score, "links/open")) };
  }
  const isAbroad = lexicons.demonyms.has(entity.name.replace(/^the\s+/i, "").split(/\s/)[0]!);
  const goesOn = isAbroad ? GOES_ON_ABROAD : GOES_ON;
  const isCutShort = namesOf(entity, text).some(({ mention }) => goesOn.test(text.slice(mention.end, mention.end + 8)));
  return isCutShort ? { links: [], candidates: [] } : byWholeName(entity, lexicons);
}

/** 'American University' in 'American University of Beirut' is another. */
const GOES_ON = /^\s(?:of|at)\s\p{Lu}/u;
/** 'American University in Cairo', but not 'Uppsala University in Sweden'. */
const GOES_ON_ABROAD = /^\s(?:of|at|in)\s\p{Lu}/u;

/** A company or school that has the whole of one of the entity's names, of two words and more. */
function byWholeName({ name, aliases }: Entity, { gazetteer }: LinkLexicons): ReturnType<typeof linkOrganization> {
  for (const one of [name, ...aliases].filter((each) => /\s/.test(each))) {
    const bare = one.replace(/^the\s+/i, "");
    const brand = one === name ? gazetteer.brand(bare) : undefined;
    if (brand) return wholeName("wikidata", "links/company", brand);
    const school = gazetteer.school(bare);
    if (school) return wholeName("domain", "links/school", school);
  }
  return { links: [], candidates: [] };
}

const wholeName = (scheme: string, by: string, { id, name }: { readonly id: string; readonly name: string }) => ({
  links: [{ scheme, id, score: COMPANY, by, name }],
  candidates: [],
});

/** Organizations of a name; of one that a country opens ('U.S. Department of Energy'), those of that country without it. */
function knownUnder(name: string, lexicons: LinkLexicons): readonly KnownOrganization[] {
  const known = lexicons.organizations.get(nameKey(name));
  if (known) return known;
  for (const words of [1, 2]) {
    const parts = name.split(/\s+/);
    const countries = readContainer([parts.slice(0, words).join(" ")], lexicons).map(({ country }) => country);
    if (countries.length === 0 || parts.length <= words) continue;
    const rest = lexicons.organizations.get(nameKey(parts.slice(words).join(" "))) ?? [];
    const own = rest.filter(({ country }) => country !== "" && countries.includes(country));
    if (own.length > 0) return own.map((organization) => ({ ...organization, isLocalName: false }));
  }
  return [];
}

const sure = (organization: KnownOrganization, score: number, by: string) => ({
  links: [linkTo(organization, score, by)],
  candidates: [],
});

/** By its Wikidata id where that is known, else by the lexicon's own key. */
const linkTo = ({ key, name, wikidata }: KnownOrganization, score: number, by: string): Link =>
  wikidata ? { scheme: "wikidata", id: wikidata, score, by, name } : { scheme: "copydesk", id: key, score, by, name };
