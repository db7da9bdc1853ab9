import { nameKey } from "../text/name-key.js";
import { compressed, plain } from "./gazetteer-files.js";
import { airport, city, district, type KnownPlace } from "./known-place.js";
import { table } from "./lexicon.js";
import type { SortedTable } from "./sorted-table.js";
import { widePlaces } from "./wide-places.js";

/** What names of places and companies may mean. */
export interface Gazetteer {
  /** Every place of that name, in any spelling of case, accents and stops; wide ones first, then districts, cities, airports. */
  readonly places: (name: string) => readonly KnownPlace[];
  /** The state of the United States behind 'Calif.' or 'TX', or of any country's division by its full name: GeoNames codes. */
  readonly divisionsNamed: (name: string) => readonly string[];
  /** Name of a first-level division: `US.TX` -> 'Texas'. */
  readonly divisionName: (code: string) => string | undefined;
  /** A company or agency with its Wikidata id, when the name is of one only. */
  readonly brand: (name: string) => { readonly name: string; readonly id: string } | undefined;
  /** A university or college with its internet domain, when the name is of one only. */
  readonly school: (name: string) => { readonly name: string; readonly id: string } | undefined;
}

let loaded: Gazetteer | undefined;

/** Reads the gazetteers, once a process. Throws a LexiconError when one is missing or broken. */
export function loadGazetteer(): Gazetteer {
  loaded ??= gazetteer();
  return loaded;
}

function gazetteer(): Gazetteer {
  const cities = compressed("cities.tsv.br");
  const districts = compressed("districts.tsv.br");
  const airports = compressed("airports.tsv.br");
  const brands = compressed("brands.tsv.br");
  const schools = compressed("schools.tsv.br");
  const named = (table: SortedTable, name: string) => {
    const [row] = table.rows(nameKey(name));
    return row && { name: row[0]!, id: row[1]! };
  };
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
      return [
        ...(wide.get(key) ?? []),
        ...districts.rows(key).map(district),
        ...cities.rows(key).map(city),
        ...airports.rows(key).map(airport),
      ];
    },
    divisionsNamed: (name) => byDivisionName.get(nameKey(name)) ?? [],
    divisionName: (code) => divisionNames.get(code),
    brand: (name) => named(brands, name),
    school: (name) => named(schools, name),
  };
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
