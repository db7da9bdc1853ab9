import { expect, test } from "vitest";
import { loadNameGuesser } from "../../src/adapters/compromise.js";
import { findNames } from "../../src/stages/find-names.js";
import { nameLexicons } from "../../src/stages/names/lexicons.js";
import { doc, ignore } from "../helpers/doc.js";

const stage = findNames({ lexicons: nameLexicons(), guesser: await loadNameGuesser() });
const LETTER = { person: "P", organization: "O", place: "L", other: "M" } as const;

async function found(text: string): Promise<string[]> {
  const names = await stage.run(doc(text), ignore);
  return names.map(({ start, end, type }) => `${LETTER[type]} ${text.slice(start, end)}`);
}

const cases: [text: string, expected: string[]][] = [
  ["They met U.S. President Donald Trump’s aide.", ["L U.S.", "P Donald Trump"]],
  ["Talks with North Korean leader Kim Jong-un go on.", ["M North Korean", "P Kim Jong-un"]],
  ["The National Weather Council (NWC) met. Then the NWC left.", ["O National Weather Council", "O NWC", "O NWC"]],
  ["She studied at the University of North Carolina.", ["O University of North Carolina"]],
  ["The South Korean Foreign Ministry protested.", ["M South Korean", "O Foreign Ministry"]],
  ["He joined Johnson & Johnson after the Paris Agreement.", ["O Johnson & Johnson", "M Paris Agreement"]],
  ["Vice President Maria Lopez spoke. Lopez then left.", ["P Maria Lopez", "P Lopez"]],
  ["Mr. Okafor lives near Lake Victoria.", ["P Okafor", "L Lake Victoria"]],
  ["OKAFOR WINS PRIZE IN LONDON\nAda Okafor won on Friday.", ["P OKAFOR", "L LONDON", "P Ada Okafor"]],
  ["Pete Sampson (U.S.) beat Jan Novak (Spain).", ["P Pete Sampson", "L U.S.", "P Jan Novak", "L Spain"]],
  ["Meanwhile Washington waited.", ["L Washington"]],
  ["The leader of the Liberal Party of Canada resigned.", ["O Liberal Party of Canada"]],
];

test.each(cases)("%s", async (text, expected) => {
  expect(await found(text)).toEqual(expected);
});

const MUST_NOT_FIRE = [
  "However, on Monday in May the officials met.",
  "“We will see,” he said. “Nobody knows.”",
  "THE END OF THE LINE FOR TRAINS",
  "1,000 3.5 % -- … ???",
  "",
];

test.each(MUST_NOT_FIRE)("no name in: %s", async (text) => {
  expect(await found(text)).toEqual([]);
});
