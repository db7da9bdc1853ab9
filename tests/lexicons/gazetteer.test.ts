import { execFileSync } from "node:child_process";
import { readdirSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { loadGazetteer } from "../../src/lexicons/gazetteer.js";

const gazetteer = loadGazetteer();
const first = (name: string) => {
  const [place] = gazetteer.places(name);
  return place && [place.kind, place.name, ...place.ids.map(({ scheme, id }) => `${scheme}:${id}`)].join(" ");
};

test.each([
  ["United States", "country United States of America wikidata:Q30 iso3166-1:US"],
  ["u.s.", "country United States of America wikidata:Q30 iso3166-1:US"],
  ["Burma", "country Myanmar wikidata:Q836 iso3166-1:MM"],
  ["Scotland", "territory Scotland wikidata:Q22 iso3166-2:GB-SCT"],
  ["Soviet Union", "country Soviet Union wikidata:Q15180"],
  ["Middle East", "region Middle East wikidata:Q7204"],
  ["Hawaii", "division Hawaii wikidata:Q782 iso3166-2:US-HI geonames-admin1:US.HI"],
  ["LODZ", "city Łódź geonames:3093133"],
  ["L.A.", "city Los Angeles geonames:5368361"],
  ["Mt. Fuji", "mountain Mount Fuji wikidata:Q39231"],
  ["the Orkneys", undefined],
  ["Crimea", "territory Crimea wikidata:Q7835 iso3166-2:UA-43"],
  ["Orkneys", "island Orkney copydesk:place/orkney"],
  ["Falklands", "territory Falkland Islands wikidata:Q9648 iso3166-1:FK"],
  ["Cook County", "district Cook County geonames-admin2:US.GA.075"],
  ["O'Hare", "site Chicago O'Hare International Airport iata:ORD icao:KORD"],
  ["Nowhereville", undefined],
  ["平壌", undefined],
])("%s is %s", (name, expected) => {
  expect(first(name)).toBe(expected);
});

test("a name has all its places, each country once", () => {
  expect(gazetteer.places("Georgia").map(({ kind, country }) => `${kind} ${country}`)).toEqual(
    expect.arrayContaining(["country GE", "division US"]),
  );
  expect(gazetteer.places("US").filter(({ kind }) => kind === "country")).toHaveLength(1);
  expect(gazetteer.places("Crimea").map(({ country }) => country)).toEqual(["UA"]);
  expect(gazetteer.places("Paris").length).toBeGreaterThan(5);
  expect(gazetteer.places("Korea").map(({ name, rank }) => `${name} ${rank}`)).toEqual([
    "South Korea 0",
    "North Korea 1",
  ]);
});

test("other names of large cities lead to them, marked", () => {
  expect(gazetteer.places("Bombay")).toMatchObject([{ name: "Mumbai", isOtherName: true }]);
});

test("divisions by name, postal code and the Associated Press's abbreviation", () => {
  expect(gazetteer.divisionsNamed("Calif.")).toEqual(["US.CA"]);
  expect(gazetteer.divisionsNamed("TX")).toEqual(["US.TX"]);
  expect(gazetteer.divisionsNamed("Bavaria")).toEqual(["DE.02"]);
  expect(gazetteer.divisionsNamed("Atlantis")).toEqual([]);
  expect(gazetteer.divisionName("US.NJ")).toBe("New Jersey");
});

test("companies by their whole name only", () => {
  expect(gazetteer.brand("Lloyds Bank")).toEqual({ name: "Lloyds Bank", id: "Q1152847" });
  expect(gazetteer.brand("Lloyds")).not.toEqual({ name: "Lloyds Bank", id: "Q1152847" });
});

test("schools by their whole name, not one that several share", () => {
  expect(gazetteer.school("University of Helsinki")).toEqual({ name: "University of Helsinki", id: "helsinki.fi" });
  expect(gazetteer.school("Helsinki")).toBeUndefined();
});

test("they hold less than 60 MB of memory in a process that loads nothing else", () => {
  const bench = fileURLToPath(new URL("../../bench/links-memory.mjs", import.meta.url));
  const printed = execFileSync(process.execPath, ["--expose-gc", bench], { encoding: "utf8" });
  const { bare, used } = JSON.parse(printed) as { bare: number; used: number };
  expect(used - bare).toBeLessThan(60_000_000);
  expect(used - bare).toBeGreaterThan(10_000_000);
});

test("the embedded files stay under 6 MB", () => {
  const folder = new URL("../../src/lexicons/gazetteers/", import.meta.url);
  const bytes = readdirSync(folder).reduce((sum, name) => sum + statSync(new URL(name, folder)).size, 0);
  expect(bytes).toBeLessThan(6_000_000);
  expect(bytes).toBeGreaterThan(1_000_000);
});
