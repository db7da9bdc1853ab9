import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { linkLexicons } from "../../../src/lexicons/link-lexicons.js";
import { linkEntities } from "../../../src/stages/link-entities.js";
import { doc, ignore } from "../../helpers/doc.js";
import { marked } from "./marked.js";

const stage = linkEntities({ lexicons: linkLexicons() });
const file = readFileSync(new URL("./ambiguous.tsv", import.meta.url), "utf8");
const cases = file.split("\n").filter((line) => line !== "" && !line.startsWith("#"));

test("at least 140 of 150 ambiguous names, or as large a share of fewer, come to the right thing", async () => {
  const wrong: string[] = [];
  for (const line of cases) {
    const [expected, source] = line.split("\t");
    const { text, entities, target } = marked(source!);
    const { links } = (await stage.run({ ...doc(text, { published: "2024-03-05" }), entities }, ignore)).entities[
      target
    ]!;
    const ids = links.map(({ scheme, id }) => `${scheme}:${id}`);
    if (expected === "-" ? ids.length > 0 : !ids.includes(expected!)) wrong.push(`${line} -> ${ids.join(" ") || "-"}`);
  }
  expect(wrong.length, wrong.join("\n")).toBeLessThanOrEqual(Math.floor(cases.length / 15));
});
