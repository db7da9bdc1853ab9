import type { KnownPlace } from "../../lexicons/known-place.js";
import type { MetonymLexicons, SeatedBody } from "../../lexicons/metonym-lexicons.js";
import type { Entity } from "../../model/entity.js";
import type { EntityLinks } from "../../model/linking.js";
import type { Span } from "../../model/span.js";

/** A mention by name whose place is the seat of a body. */
export interface Seated {
  /** Index among the mentions of its entity. */
  readonly mention: number;
  readonly span: Span;
  readonly body: SeatedBody;
}

/**
 * The mentions that may stand for a body, by entity: of listed houses and cities, of capitals and of countries. A city
 * that is linked to another country than the list's is another city: 'Georgetown, Texas'.
 */
export function bodiesOf(
  entities: readonly Entity[],
  links: readonly EntityLinks[],
  text: string,
  lexicons: MetonymLexicons,
): ReadonlyMap<number, readonly Seated[]> {
  const countries = countriesOf(entities, links, lexicons);
  const found = new Map<number, readonly Seated[]>();
  for (const [index, entity] of entities.entries()) {
    if (entity.type !== "place" && entity.type !== "organization") continue;
    const seated = entity.mentions.flatMap((span, mention): readonly Seated[] => {
      if (span.form !== "name") return [];
      const surface = text
        .slice(span.start, span.end)
        .replace(/^the\s+/i, "")
        .replace(/\s+/g, " ");
      const body = bodyOf(surface, entity, links[index]!, countries, lexicons);
      return body ? [{ mention, span, body }] : [];
    });
    if (seated.length > 0) found.set(index, seated);
  }
  return found;
}

function bodyOf(
  surface: string,
  entity: Entity,
  { location }: EntityLinks,
  countries: ReadonlySet<string>,
  lexicons: MetonymLexicons,
): SeatedBody | undefined {
  const seat = lexicons.seats.get(surface) ?? lexicons.seats.get(calm(surface));
  if (seat?.kind === "about") {
    const isOwn = location === undefined || location.country === seat.country;
    return isOwn && countries.has(seat.country) ? seat : undefined;
  }
  if (seat?.kind === "house") return seat;
  if (seat) {
    const isElsewhere = location !== undefined && location.kind !== "city";
    const isOther = location?.country !== undefined && location.country !== seat.country && seat.country !== "EU";
    if (!isElsewhere && !isOther) return seat;
  }
  const country = location ? seatedIn(entity, location, lexicons) : capitalOf(surface, entity, lexicons);
  const name = country && lexicons.governments.get(country);
  if (!country || !name) return undefined;
  const others = (lexicons.peoples.get(country) ?? []).map((people) => `${people} government`);
  return { name, country, kind: location?.kind === "country" ? "country" : "city", others };
}

/** 'SEOUL' of a dateline or headline as 'Seoul'. */
const calm = (surface: string): string =>
  surface === surface.toUpperCase()
    ? surface
        .toLowerCase()
        .replace(/(^|[\s-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase())
    : surface;

/** The country that a linked place is, or is the capital of. */
function seatedIn(
  { name, aliases }: Entity,
  { kind, country, lat, lon }: NonNullable<EntityLinks["location"]>,
  { gazetteer }: MetonymLexicons,
): string | undefined {
  if (kind !== "city") return kind === "country" ? country : undefined;
  const isIt = (place: KnownPlace): boolean => place.country === country && place.lat === lat && place.lon === lon;
  const isCapital = [name, ...aliases].some((one) =>
    gazetteer.places(one).some((place) => place.isCapital && isIt(place)),
  );
  return isCapital ? country : undefined;
}

/** A capital taken for an organization, which is linked to no town: 'Pyongyang said'. */
function capitalOf(surface: string, { type }: Entity, { gazetteer }: MetonymLexicons): string | undefined {
  if (type !== "organization") return undefined;
  const towns = gazetteer.places(surface).filter(({ kind }) => kind === "city");
  const [largest] = towns.sort((a, b) => b.population - a.population);
  return largest?.isCapital ? largest.country : undefined;
}

/** Countries that the article names, by themselves, their towns or their people. */
function countriesOf(
  entities: readonly Entity[],
  links: readonly EntityLinks[],
  lexicons: MetonymLexicons,
): ReadonlySet<string> {
  const found = new Set<string>();
  for (const [index, entity] of entities.entries()) {
    const home = entity.type === "other" ? lexicons.demonyms.get(entity.name) : undefined;
    const country =
      home === undefined
        ? (links[index]!.location?.country ?? capitalOf(entity.name, entity, lexicons))
        : lexicons.gazetteer.places(home)[0]?.country;
    if (country !== undefined) found.add(country);
  }
  return found;
}
