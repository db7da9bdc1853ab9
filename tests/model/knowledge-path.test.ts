import { expect, test } from "vitest";
import { isKnowledgePath } from "../../src/model/knowledge-path.js";

test.each(["a.knowledge.json", "3f/a.knowledge.json", "3f\\a.knowledge.json", "a.b.knowledge.json"])(
  "%s is one",
  (path) => {
    expect(isKnowledgePath(path)).toBe(true);
  },
);

test.each([
  "a.json",
  "a.knowledge.json.gz",
  ".a.knowledge.json",
  ".copydesk/a.knowledge.json",
  "3f/.new/a.knowledge.json",
  ".copydesk\\a.knowledge.json",
])("%s is none", (path) => {
  expect(isKnowledgePath(path)).toBe(false);
});
