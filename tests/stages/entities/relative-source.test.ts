import { expect, test } from "vitest";
import { spokenPhrase } from "../../../src/stages/entities/relative-source.js";
import { entityLexicons, sceneOf } from "../../../src/stages/entities/scene.js";
import { doc } from "../../helpers/doc.js";

const lexicons = entityLexicons();

/** The phrase behind the source in square brackets; names stand in braces. */
function spoken(marked: string): string | undefined {
  const text = marked.replace(/[[\]{}]/g, "");
  const at = (mark: string) => marked.slice(0, marked.indexOf(mark)).replace(/[[\]{}]/g, "").length;
  const scene = sceneOf(doc(text), lexicons);
  const name = marked.includes("{") ? { start: at("{"), end: at("}") } : { start: 0, end: 0 };
  const inName = scene.tokens.map(({ start, end }) => name.start <= start && end <= name.end);
  const phrase = spokenPhrase(scene, { start: at("["), end: at("]") }, inName);
  return phrase && text.slice(scene.tokens[phrase.first]!.start, scene.tokens[phrase.end - 1]!.end);
}

test.each([
  ["Lee paid an architect [who] said it would hold.", "an architect"],
  ["Lee wrote to nervous engineers on {Dock Hill}, [who] said it would hold.", "nervous engineers"],
  ["Lee showed a letter [that] says she is well.", "a letter"],
  ["[The old engineers] said it would hold.", "The old engineers"],
  // a name speaks, which has its entity already; and nobody stands before it
  ["The paper met {Ann Lee}, [who] said it would hold.", undefined],
  ["[Who] said it would hold?", undefined],
])("%s", (marked, expected) => {
  expect(spoken(marked)).toBe(expected);
});
