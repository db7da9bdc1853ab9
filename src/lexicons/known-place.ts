import type { LOCATION_KINDS } from "../model/linking.js";

export type PlaceKind = (typeof LOCATION_KINDS)[number];

/** An id of a place in a scheme that others use. */
export interface PlaceId {
  readonly scheme:
    | "wikidata"
    | "iso3166-1"
    | "iso3166-2"
    | "geonames"
    | "geonames-admin1"
    | "geonames-admin2"
    | "iata"
    | "icao"
    | "m49"
    | "copydesk";
  readonly id: string;
}

/** A place the gazetteer knows. */
export interface KnownPlace {
  readonly kind: PlaceKind;
  readonly name: string;
  /** The country it is or lies in: ISO 3166-1 alpha-2. */
  readonly country?: string;
  /** The first-level division it is or lies in: GeoNames code, such as `US.TX`. */
  readonly division?: string;
  readonly lat?: number;
  readonly lon?: number;
  /** Of cities, and of divisions the sum of their cities; 0 for others. */
  readonly population: number;
  readonly isCapital: boolean;
  /** True when it was found by another name than its chief one: 'Bombay'. */
  readonly isOtherName: boolean;
  /** Rank among places that share the name, as the list of names gives it; 0 for the first. */
  readonly rank: number;
  /** The most common scheme first. */
  readonly ids: readonly PlaceId[];
}

/** What a place has when nothing else is known. */
export const NOWHERE = { population: 0, isCapital: false, isOtherName: false, rank: 0 } as const;

/** A row of `cities.tsv.br`. */
export function city(row: readonly string[]): KnownPlace {
  const [name, id, country, division, lat, lon, population, seat, other] = row;
  return {
    kind: "city",
    name: name!,
    country: country!,
    ...(division && { division: `${country}.${division}` }),
    lat: Number(lat),
    lon: Number(lon),
    population: Number(population),
    isCapital: seat === "capital",
    isOtherName: other === "other",
    rank: 0,
    ids: [{ scheme: "geonames", id: id! }],
  };
}

/** A row of `districts.tsv.br`. */
export function district([name, code, people]: readonly string[]): KnownPlace {
  const [country, division] = code!.split(".");
  return {
    ...NOWHERE,
    kind: "district",
    name: name!,
    country: country!,
    division: `${country}.${division}`,
    population: Number(people),
    ids: [{ scheme: "geonames-admin2", id: code! }],
  };
}

/** A row of `airports.tsv.br`. */
export function airport([name, iata, icao, country, lat, lon]: readonly string[]): KnownPlace {
  return {
    ...NOWHERE,
    kind: "site",
    name: name!,
    country: country!,
    lat: Number(lat),
    lon: Number(lon),
    ids: [{ scheme: "iata", id: iata! }, ...(icao ? [{ scheme: "icao", id: icao } as const] : [])],
  };
}
