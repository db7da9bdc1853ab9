import { LexiconError } from "../model/errors.js";
import { nameKey } from "../text/name-key.js";
import { plain } from "./gazetteer-files.js";
import { type KnownPlace, NOWHERE, type PlaceKind } from "./known-place.js";
import { table } from "./lexicon.js";

/** Countries, territories, regions, divisions and well-known features by name key. */
export function widePlaces(): ReadonlyMap<string, readonly KnownPlace[]> {
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
    const key = nameKey(name);
    if (byKey.get(key)?.some(({ ids }) => ids[0]!.id === id)) continue; // 'USSR' and 'U.S.S.R.'
    const ids = [{ scheme: "wikidata", id: id! }] as const;
    push(byKey, key, { ...NOWHERE, kind: kind as PlaceKind, name, ...(country && { country }), ids });
  }
  for (const place of divisionPlaces(byKey)) push(byKey, nameKey(place.name), place);
  for (const [name, [kind, country, id, others]] of table("well-known-places")) {
    const place = feature(name, kind as PlaceKind, country, id);
    for (const key of new Set([name, ...(others ? others.split("|") : [])].map(nameKey))) addFeature(byKey, key, place);
  }
  for (const key of [...byKey.keys()].filter((name) => name.endsWith(" islands"))) {
    const islands = byKey.get(key)!.filter(({ kind }) => ISLANDS.has(kind));
    const short = key.replace(/([^s]) islands$/, "$1s");
    if (short === key || islands.length === 0 || byKey.has(short)) continue;
    byKey.set(
      short,
      islands.map((place) => ({ ...place, isOtherName: true })),
    );
  }
  return byKey;
}

/** Groups of islands that are spoken of as 'the Falklands', too. */
const ISLANDS: ReadonlySet<PlaceKind> = new Set(["country", "territory", "division", "island"]);

/** A row of `well-known-places.tsv`; where no Wikidata id was sure its id is its name. */
const feature = (name: string, kind: PlaceKind, country: string | undefined, id: string | undefined): KnownPlace => ({
  ...NOWHERE,
  kind,
  name,
  ...(country && { country }),
  ids: [id ? { scheme: "wikidata", id } : { scheme: "copydesk", id: `place/${nameKey(name).replaceAll(" ", "-")}` }],
});

/** A division or territory of the name in the same country is the same place: Sicily, Bali. */
function addFeature(byKey: Map<string, KnownPlace[]>, key: string, place: KnownPlace): void {
  const isKnown = byKey
    .get(key)
    ?.some(({ country, kind }) => kind !== "island" && country && country === place.country);
  if (!isKnown) push(byKey, key, place);
}

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

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
