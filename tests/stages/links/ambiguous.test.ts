import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { linkLexicons } from "../../../src/lexicons/link-lexicons.js";
import { linkEntities } from "../../../src/stages/link-entities.js";
import { doc, ignore } from "../../helpers/doc.js";
import { marked } from "./marked.js";

const stage = linkEntities({ lexicons: linkLexicons() });
const file = readFileSync(new URL("./ambiguous.tsv", import.meta.url), "utf8");
const cases = file.split("\n").filter((line) => line !== "" && !line.startsWith("#"));

test("of 200 ambiguous names all but a few come to the right thing, or stay open when nothing tells", async () => {
  const wrong: string[] = [];
  for (const line of cases) {
    const [expected, source] = line.split("\t");
    const { text, entities, target } = marked(source!);
    const linked = (await stage.run({ ...doc(text, { published: "2024-03-05" }), entities }, ignore)).entities[target]!;
    const { name, division, country } = linked.location ?? {};
    const found = [...linked.links.map(({ scheme, id }) => `${scheme}:${id}`), `${name}/${division}/${country}`];
    const isRight = expected === "-" ? linked.links.length === 0 : found.includes(expected!);
    if (!isRight) wrong.push(`${line} -> ${found.join(" ")}`);
  }
  expect(cases.length).toBeGreaterThanOrEqual(200);
  expect(wrong.length, wrong.join("\n")).toBeLessThanOrEqual(1);
});
