import { readFileSync } from "node:fs";
import { brotliDecompressSync } from "node:zlib";
import { LexiconError } from "../model/errors.js";
import { nameKey } from "../text/name-key.js";
import { entries, table } from "./lexicon.js";
import { type SortedTable, sortedTable } from "./sorted-table.js";

export const PLACE_KINDS = ["country", "territory", "region", "division", "city"] as const;
export type PlaceKind = (typeof PLACE_KINDS)[number];

/** An id of a place in a scheme that others use. */
export interface PlaceId {
  readonly scheme: "wikidata" | "iso3166-1" | "iso3166-2" | "geonames" | "geonames-admin1" | "m49";
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

export interface Gazetteer {
  /** Every place of that name, in any spelling of case, accents and stops; countries first, then divisions, then cities. */
  readonly places: (name: string) => readonly KnownPlace[];
  /** The state of the United States behind 'Calif.' or 'TX', or of any country's division by its full name: GeoNames codes. */
  readonly divisionsNamed: (name: string) => readonly string[];
  /** Name of a first-level division: `US.TX` -> 'Texas'. */
  readonly divisionName: (code: string) => string | undefined;
  /** A company or agency with its Wikidata id, when the name is of one only. */
  readonly brand: (name: string) => { readonly name: string; readonly id: string } | undefined;
}

const FOLDER = new URL("./gazetteers/", import.meta.url);
let loaded: Gazetteer | undefined;

/** Reads the gazetteers, once a process. Throws a LexiconError when one is missing or broken. */
export function loadGazetteer(): Gazetteer {
  loaded ??= gazetteer();
  return loaded;
}

function gazetteer(): Gazetteer {
  const cities = compressed("cities.tsv.br");
  const brands = compressed("brands.tsv.br");
  const wide = widePlaces();
  const divisions = plain("divisions.tsv");
  const divisionNames = new Map(divisions.map(([code, name]) => [code, name!]));
  const byDivisionName = new Map<string, string[]>();
  const addDivision = (name: string, code: string) => push(byDivisionName, nameKey(name), code);
  for (const [code, name] of divisions) addDivision(name!, code);
  for (const [code, [, short]] of table("us-states")) {
    if (short) addDivision(short, code);
    addDivision(code.slice(3), code);
  }
  const nicknames = new Map(
    [...table("city-nicknames")].map(([nick, [name, division]]) => [nameKey(nick), { key: nameKey(name!), division }]),
  );
  return {
    places: (name) => {
      const key = nameKey(name);
      if (key === "") return [];
      const nicknamed = nicknames.get(key);
      if (nicknamed)
        return cities
          .rows(nicknamed.key)
          .map(city)
          .filter(({ division }) => division === nicknamed.division);
      return [...(wide.get(key) ?? []), ...cities.rows(key).map(city)];
    },
    divisionsNamed: (name) => byDivisionName.get(nameKey(name)) ?? [],
    divisionName: (code) => divisionNames.get(code),
    brand: (name) => {
      const [row] = brands.rows(nameKey(name));
      return row && { name: row[0]!, id: row[1]! };
    },
  };
}

const plain = (file: string): readonly (readonly [string, ...string[]])[] =>
  entries(file, bytesOf(file).toString("utf8"));

const compressed = (file: string): SortedTable => sortedTable(file, brotliDecompressSync(bytesOf(file)));

function bytesOf(file: string): Buffer {
  try {
    return readFileSync(new URL(file, FOLDER));
  } catch (cause) {
    throw new LexiconError(`gazetteer ${file} cannot be read; expected it in src/lexicons/gazetteers`, { cause });
  }
}

/** Countries, territories, regions and divisions by name key. */
function widePlaces(): ReadonlyMap<string, readonly KnownPlace[]> {
  const byKey = new Map<string, KnownPlace[]>();
  const byCode = new Map<string, KnownPlace>();
  for (const [code, ...fields] of plain("countries.tsv")) byCode.set(code, wide(code, fields));
  const named = [...table("country-names")];
  const renamed = new Set(named.map(([name]) => nameKey(name)));
  for (const place of byCode.values()) {
    const key = nameKey(place.name);
    if (!renamed.has(key) && !isState(place)) push(byKey, key, place);
  }
  for (const [name, [codes]] of named) {
    const key = nameKey(name);
    if (byKey.has(key) && renamed.has(key)) continue; // another spelling of a name read before: 'US' and 'U.S.'
    for (const [rank, code] of codes!.split(" ").entries()) {
      const place = byCode.get(code);
      if (!place) throw new LexiconError(`country-names.tsv: '${name}' has the code ${code}, which no country has`);
      push(byKey, key, { ...place, rank });
    }
  }
  for (const [name, [id, country, kind]] of table("historical-places")) {
    const ids = [{ scheme: "wikidata", id: id! }] as const;
    push(byKey, nameKey(name), { ...NOWHERE, kind: kind as PlaceKind, name, ...(country && { country }), ids });
  }
  for (const place of divisionPlaces(byKey)) push(byKey, nameKey(place.name), place);
  return byKey;
}

/** A state of the United States that is a territory of its own, too: read with the other states. */
const isState = ({ ids }: KnownPlace): boolean =>
  ids.some(({ id }) => id.startsWith("US-") && table("us-states").has(id.replace("-", ".")));

const NOWHERE = { population: 0, isCapital: false, isOtherName: false, rank: 0 } as const;

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

/** Divisions; one that is a territory of its own too ('England', 'Tasmania') has been read as that already. */
function divisionPlaces(known: ReadonlyMap<string, readonly KnownPlace[]>): readonly KnownPlace[] {
  const states = table("us-states");
  return plain("divisions.tsv").flatMap(([code, name, iso, people]) => {
    const country = code.slice(0, 2);
    const wikidata = states.get(code)?.[2];
    const twins = known.get(nameKey(name!)) ?? [];
    if (!wikidata && twins.some((twin) => twin.kind === "territory" && twin.country === country)) return [];
    return {
      ...NOWHERE,
      kind: "division" as const,
      name: name!,
      population: Number(people),
      country,
      division: code,
      ids: [
        ...(wikidata ? [{ scheme: "wikidata", id: wikidata } as const] : []),
        ...(iso ? [{ scheme: "iso3166-2", id: iso } as const] : []),
        { scheme: "geonames-admin1", id: code },
      ],
    };
  });
}

function city(row: readonly string[]): KnownPlace {
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

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
