import { addTo } from "../text/grouped.js";
import { nameKey } from "../text/name-key.js";
import { searched } from "./gazetteer-files.js";
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
  const cities = searched("cities.tsv.br");
  const districts = searched("districts.tsv.br");
  const airports = searched("airports.tsv.br");
  const brands = searched("brands.tsv.br");
  const schools = searched("schools.tsv.br");
  const named = (table: SortedTable, name: string) => {
    const [row] = table.rows(nameKey(name));
    return row && { name: row[0]!, id: row[1]! };
  };
  const divisions = { byCode: searched("divisions.tsv"), byName: searched("division-names.tsv") };
  const wide = widePlaces(divisions);
  const states = new Map<string, string[]>();
  for (const [code, [, short]] of table("us-states")) {
    if (short) addTo(states, nameKey(short), code);
    addTo(states, nameKey(code.slice(3)), code);
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
        ...wide(key),
        ...districts.rows(key).map(district),
        ...cities.rows(key).map(city),
        ...airports.rows(key).map(airport),
      ];
    },
    divisionsNamed: (name) => {
      const key = nameKey(name);
      return [...divisions.byName.rows(key).map(([code]) => code!), ...(states.get(key) ?? [])];
    },
    divisionName: (code) => divisions.byCode.rows(code)[0]?.[0],
    brand: (name) => named(brands, name),
    school: (name) => named(schools, name),
  };
}
