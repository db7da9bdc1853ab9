import { LexiconError } from "../model/errors.js";
import { addTo } from "../text/grouped.js";
import { nameKey } from "../text/name-key.js";
import { plain } from "./gazetteer-files.js";
import { type KnownPlace, NOWHERE, type PlaceKind } from "./known-place.js";
import { table } from "./lexicon.js";
import type { SortedTable } from "./sorted-table.js";

/** The first-level divisions: by GeoNames code, and the codes by name key. */
export interface Divisions {
  readonly byCode: SortedTable;
  readonly byName: SortedTable;
}

/**
 * Finds countries, territories, regions, divisions and well-known features by name key. Only the few hundred countries are
 * held as places; the others are made when they are asked for.
 */
export function widePlaces(divisions: Divisions): (key: string) => readonly KnownPlace[] {
  const countries = countryPlaces();
  const features = featureNames();
  const named = (key: string): readonly KnownPlace[] => {
    const known = countries.get(key) ?? [];
    const places = [...known, ...divisionPlaces(key, divisions, known)];
    for (const name of features.get(key) ?? []) {
      const place = feature(name);
      if (!isKnown(place, places)) places.push(place);
    }
    return places;
  };
  return (key) => {
    const places = named(key);
    return places.length > 0 || !SHORT_ISLANDS.test(key) ? places : islands(named(`${key.slice(0, -1)} islands`));
  };
}

/** Countries, territories and regions by name key. */
function countryPlaces(): ReadonlyMap<string, readonly KnownPlace[]> {
  const byKey = new Map<string, KnownPlace[]>();
  const byCode = new Map<string, KnownPlace>();
  for (const [code, ...fields] of plain("countries.tsv")) byCode.set(code, wide(code, fields));
  const named = [...table("country-names")];
  const renamed = new Set(named.map(([name]) => nameKey(name)));
  for (const place of byCode.values()) {
    const key = nameKey(place.name);
    if (!renamed.has(key) && !isState(place)) addTo(byKey, key, place);
  }
  for (const [name, [codes]] of named) {
    const key = nameKey(name);
    if (byKey.has(key) && renamed.has(key)) continue; // another spelling of a name read before: 'US' and 'U.S.'
    for (const [rank, code] of codes!.split(" ").entries()) {
      const place = byCode.get(code);
      if (!place) throw new LexiconError(`country-names.tsv: '${name}' has the code ${code}, which no country has`);
      addTo(byKey, key, { ...place, rank });
    }
  }
  for (const [name, [id, country, kind]] of table("historical-places")) {
    const key = nameKey(name);
    if (byKey.get(key)?.some(({ ids }) => ids[0]!.id === id)) continue; // 'USSR' and 'U.S.S.R.'
    const ids = [{ scheme: "wikidata", id: id! }] as const;
    addTo(byKey, key, { ...NOWHERE, kind: kind as PlaceKind, name, ...(country && { country }), ids });
  }
  return byKey;
}

/** Groups of islands are spoken of as 'the Falklands', too, when nothing else has the name. */
const SHORT_ISLANDS = /[^s]s$/;
const islands = (places: readonly KnownPlace[]): readonly KnownPlace[] =>
  places.filter(({ kind }) => ISLANDS.has(kind)).map((place) => ({ ...place, isOtherName: true }));

const ISLANDS: ReadonlySet<PlaceKind> = new Set(["country", "territory", "division", "island"]);

/** By name key, the chief names in `well-known-places.tsv` of what has the name. */
function featureNames(): ReadonlyMap<string, readonly string[]> {
  const byKey = new Map<string, string[]>();
  for (const [name, [, , , others]] of table("well-known-places")) {
    for (const key of new Set([name, ...(others ? others.split("|") : [])].map(nameKey))) addTo(byKey, key, name);
  }
  return byKey;
}

/** A row of `well-known-places.tsv`; where no Wikidata id was sure its id is its name. */
function feature(name: string): KnownPlace {
  const [kind, country, id] = table("well-known-places").get(name)!;
  const key = `place/${nameKey(name).replaceAll(" ", "-")}`;
  return {
    ...NOWHERE,
    kind: kind as PlaceKind,
    name,
    ...(country && { country }),
    ids: [id ? { scheme: "wikidata", id } : { scheme: "copydesk", id: key }],
  };
}

/** A division or territory of the name in the same country is the same place: Sicily, Bali. */
const isKnown = (place: KnownPlace, places: readonly KnownPlace[]): boolean =>
  places.some(({ country, kind }) => kind !== "island" && country && country === place.country);

/** A state of the United States that is a territory of its own, too: read with the other states. */
const isState = ({ ids }: KnownPlace): boolean =>
  ids.some(({ id }) => id.startsWith("US-") && table("us-states").has(id.replace("-", ".")));

function wide(code: string, [wikidata, iso3, kind, name, iso2, country, lat, lon]: readonly string[]): KnownPlace {
  const isRegion = kind === "region";
  return {
    ...NOWHERE,
    kind: kind as PlaceKind,
    name: name!,
    ...(country && { country }),
    ...(lat && { lat: Number(lat), lon: Number(lon) }),
    ids: [
      { scheme: "wikidata", id: wikidata! },
      ...(iso3 && !isRegion ? [{ scheme: "iso3166-1", id: code } as const] : []),
      ...(iso2 ? [{ scheme: "iso3166-2", id: iso2 } as const] : []),
      ...(/^\d{3}$/.test(code) ? [{ scheme: "m49", id: code } as const] : []),
    ],
  };
}

/** Divisions of a name; one that is a territory of its own too ('England', 'Tasmania') is known as that already. */
function divisionPlaces(
  key: string,
  { byCode, byName }: Divisions,
  known: readonly KnownPlace[],
): readonly KnownPlace[] {
  return byName.rows(key).flatMap(([code]) => {
    const [name, iso, people] = byCode.rows(code!)[0]!;
    const country = code!.slice(0, 2);
    const wikidata = table("us-states").get(code!)?.[2];
    if (!wikidata && known.some((twin) => twin.kind === "territory" && twin.country === country)) return [];
    return {
      ...NOWHERE,
      kind: "division" as const,
      name: name!,
      population: Number(people),
      country,
      division: code!,
      ids: [
        ...(wikidata ? [{ scheme: "wikidata", id: wikidata } as const] : []),
        ...(iso ? [{ scheme: "iso3166-2", id: iso } as const] : []),
        { scheme: "geonames-admin1", id: code! },
      ],
    };
  });
}
