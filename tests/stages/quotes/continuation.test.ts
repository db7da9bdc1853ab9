import { expect, test } from "vitest";
import { cueLexicons } from "../../../pipelines/cue-lexicons.js";
import type { Attribution } from "../../../src/model/quote.js";
import { findAttributions } from "../../../src/stages/find-attributions.js";
import { doc, ignore } from "../../helpers/doc.js";

const stage = findAttributions(cueLexicons());

/** The contents found, parts apart. */
function contents(text: string): readonly string[] {
  const found = stage.run(doc(text), ignore) as readonly Attribution[];
  return found.map(({ content }) => content.map(({ start, end }) => text.slice(start, end)).join(" … "));
}

test.each([
  [
    "the next paragraph in the same marks goes on",
    '"The pier is lost," Ruiz said.\n\n"We will build it again in spring."',
    ["The pier is lost … We will build it again in spring"],
  ],
  [
    "a heading in other marks does not, nor is it speech",
    "\"The pier is lost,\" Ruiz said.\n\n'A Long Winter.'\n\nThe storm came in the night.",
    ["The pier is lost"],
  ],
  [
    "a heading in the same marks as nothing before it is no speech",
    "The storm came in the night.\n\n“Lost and Found in Ghent Harbor.”\n\nNobody slept.",
    [],
  ],
  [
    "a paragraph in marks that is no title is speech",
    "The storm came in the night.\n\n“Nobody in the harbor slept at all.”\n\nThe pier went.",
    ["Nobody in the harbor slept at all"],
  ],
])("%s", (_, text, expected) => {
  expect(contents(text)).toEqual(expected);
});
