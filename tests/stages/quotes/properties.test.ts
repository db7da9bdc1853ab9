import fc from "fast-check";
import { expect, test } from "vitest";
import { attributionsOf } from "../../helpers/attributions.js";

const piece = fc.constantFrom(
  ..."“ ” \" ' '' ‘ ’ « » ` ( ) — – - , . ? ! : ; \n".split(" "),
  ..."Lee he officials said says told reporters that to according the mayor bridge is was safe claim by who and but while wants called".split(
    " ",
  ),
  "\n\n",
  "12",
  "é😀",
);
const text = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(" "));
const glued = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(""));

test("odd, mixed and nested marks never throw, and every span is sound", () => {
  fc.assert(
    fc.property(fc.oneof(text, glued, fc.string({ unit: "binary", maxLength: 80 })), (input) => {
      const found = attributionsOf(input);
      for (const { content, cue, source, addressee, within } of found) {
        expect(content.length).toBeGreaterThan(0);
        for (const span of [...content, ...cue, ...source, ...(addressee ? [addressee] : [])]) {
          expect(span.start).toBeGreaterThanOrEqual(0);
          expect(span.end).toBeGreaterThan(span.start);
          expect(span.end).toBeLessThanOrEqual(input.length);
        }
        for (const span of content) expect(input.slice(span.start, span.end)).toMatch(/[\p{L}\p{N}]/u);
        if (within !== undefined) expect(found[within]).toBeDefined();
      }
    }),
    { numRuns: 300, seed: 7 },
  );
});

test("one endless sentence takes no endless time", () => {
  for (const unit of [
    "said that he ",
    "“ ",
    "a, ",
    "( ",
    "and he said ",
    "He said “no” and ",
    "He left. ",
    "“Go,” he said. ",
    "‘s ' ",
  ]) {
    expect(attributionsOf(unit.repeat(1500)).length).toBeGreaterThanOrEqual(0);
  }
}, 30_000);
