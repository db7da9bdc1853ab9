import fc from "fast-check";
import { expect, test } from "vitest";
import { loadNatural } from "../../../src/adapters/natural.js";
import { entityLexicons } from "../../../src/stages/entities/scene.js";
import { findNames } from "../../../src/stages/find-names.js";
import { resolveEntities } from "../../../src/stages/resolve-entities.js";
import { attributionsOf } from "../../helpers/attributions.js";
import { doc, ignore } from "../../helpers/doc.js";

const lexicons = entityLexicons();
const find = findNames({ lexicons });
const resolve = resolveEntities({ lexicons, natural: await loadNatural() });
const PIECES = [
  "President",
  "Ann Reed",
  "the",
  "U.S.",
  "he",
  "said",
  "“",
  "”",
  "(",
  ")",
  "NSC",
  ",",
  "-",
  "’s",
  "of",
  "official",
  "I",
  "😀",
  "\n",
  ".",
  "Kim Do-yun",
];

test("no text makes the stages throw; every name is in exactly one entity; mentions lie in the text", async () => {
  const text = fc.oneof(
    fc.string({ unit: "grapheme" }),
    fc.array(fc.constantFrom(...PIECES)).map((list) => list.join(" ")),
  );
  await fc.assert(
    fc.asyncProperty(text, async (sample) => {
      const read = doc(sample);
      const names = await find.run(read, ignore);
      const entities = await resolve.run({ ...read, names, attributions: attributionsOf(sample) }, ignore);
      const mentions = entities.flatMap((entity) => entity.mentions);
      const named = mentions.filter((mention) => mention.form === "name").sort((a, b) => a.start - b.start);
      expect(named).toEqual(names);
      for (const { start, end } of mentions) expect(0 <= start && start < end && end <= sample.length).toBe(true);
    }),
    { numRuns: 300, seed: 7 },
  );
});

test("a page of capitals, or of people, takes no unreasonable time", async () => {
  const people = Array.from({ length: 800 }, (_, i) => `A${i}x B${i}y met him.`).join(" ");
  for (const text of ["Word ".repeat(5000), "Bank of ".repeat(3000), people]) {
    const read = doc(text);
    const names = await find.run(read, ignore);
    expect(await resolve.run({ ...read, names, attributions: [] }, ignore)).toBeDefined();
  }
}, 30_000);
