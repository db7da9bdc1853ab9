import { expect, test } from "vitest";
import type { EntityType } from "../../src/model/mention.js";
import type { Recognition } from "../../src/model/recognition.js";
import { adoptNames } from "../../src/stages/adopt-names.js";
import { doc, ignore } from "../helpers/doc.js";

const known = new Map<string, EntityType>([
  ["Fox News", "organization"],
  ["Lima", "place"],
  ["City Hall", "organization"],
]);
const stage = adoptNames({ known });

type Name = [words: string, type: EntityType, score: number];

/** Runs the stage on names that the encoder found, each at its next occurrence; `words/type/by` of what comes out. */
function adopt(text: string, given: readonly Name[]): readonly string[] {
  const { article, tokens: words } = doc(text);
  let from = 0;
  const names = given.map(([name, type, score]) => {
    const start = text.indexOf(name, from);
    from = start + name.length;
    return { start, end: from, type, score };
  });
  const found = stage.run({ article, words, recognition: { names } as unknown as Recognition }, ignore);
  return (found as Exclude<typeof found, Promise<unknown>>).map(
    ({ start, end, type, by }) => `${text.slice(start, end)}/${type}/${by}`,
  );
}

const cases: [what: string, text: string, names: Name[], expected: string[]][] = [
  ["sure names stand", "Ruiz left.", [["Ruiz", "person", 0.95]], ["Ruiz/person/encoder/names"]],
  [
    "a doubtful type follows the same name elsewhere",
    "Orbis rose. Orbis fell.",
    [
      ["Orbis", "person", 0.5],
      ["Orbis", "organization", 0.9],
    ],
    ["Orbis/organization/names/voted", "Orbis/organization/encoder/names"],
  ],
  ["a doubtful type follows the lexicon", "Lima waits.", [["Lima", "person", 0.4]], ["Lima/place/names/voted"]],
  ["a sure type does not", "Lima scored.", [["Lima", "person", 0.9]], ["Lima/person/encoder/names"]],
  [
    "a name grows to the listed one it begins",
    "a Fox News interview",
    [
      ["Fox", "other", 0.6],
      ["News", "other", 0.4],
    ],
    ["Fox News/organization/names/widened"],
  ],
  [
    "but not when the encoder is sure of its edges",
    "a Fox News van",
    [["Fox", "person", 0.95]],
    ["Fox/person/encoder/names"],
  ],
  [
    "an acronym in brackets parts two names",
    "the City Hall Road Safety Board (RSB) met",
    [
      ["City Hall Road Safety Board", "organization", 0.95],
      ["RSB", "organization", 0.9],
    ],
    [
      "City Hall/organization/names/parted",
      "Road Safety Board/organization/names/parted",
      "RSB/organization/encoder/names",
    ],
  ],
  [
    "and leaves one name whole",
    "the Lima Road Board (LRB) met",
    [["Lima Road Board", "organization", 0.95]],
    ["Lima Road Board/organization/encoder/names"],
  ],
  ["an address is no name", "write to ann@paper.example", [["ann@paper.example", "person", 0.8]], []],
];

test.each(cases)("%s", (_what, text, names, expected) => {
  expect(adopt(text, names)).toEqual(expected);
});
