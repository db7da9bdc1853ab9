import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { knowledgeSchema } from "../../src/emit/json-schema.js";
import { serialize } from "../../src/emit/knowledge-file.js";
import { sample } from "../show/sample.js";
import { copydesk, ownFolder, writerIn } from "./command.js";

const folder = ownFolder();
const file = writerIn(folder);
const good = serialize(sample());

describe("copydesk validate", () => {
  it("takes valid files, folders and NDJSON", async () => {
    file("good/a.knowledge.json", good);
    file("good/other.json", "{}");
    const lines = file("b.ndjson", serialize(sample(), "line").repeat(2));
    const { code, stdout } = await copydesk(["validate", join(folder, "good"), lines]);
    expect([code, stdout]).toEqual([0, "3 checked, all valid\n"]);
  });

  it.each<[string, string, string]>([
    ["not JSON", "{", "(root): not JSON"],
    ["an error line of the worker", '{"id":null,"error":{"stage":"read","message":"m"}}', "schemaVersion"],
    ["an old version", good.replace(/"schemaVersion": "[^"]+"/, '"schemaVersion": "0.9.0"'), "schemaVersion"],
    ["a changed text", good.replace("Harbour to close\\n", "Harbour to bloom\\n"), "extract the article again"],
    [
      "a wrong offset",
      good.replace(/"start": (\d+),(\s+"end": \d+,\s+"text": "Rosa Diaz")/, '"start": 1,$2'),
      "UTF-16",
    ],
    [
      "a lost entity",
      good.replace('"entity": "e2"', '"entity": "e9"'),
      "mentions.1.entity: id e9 is not in this file; name",
    ],
    ["an id used twice", good.replace('"id": "m2"', '"id": "m1"'), "mentions.1.id: id m1 is used twice"],
  ])("refuses %s, with file, path and mend", async (name, content, expected) => {
    const path = file(`bad/${name.replaceAll(" ", "-")}.json`, content);
    const { code, stdout } = await copydesk(["validate", path]);
    expect(code).toBe(1);
    expect(stdout).toContain(path);
    expect(stdout).toContain(expected);
    expect(stdout).toMatch(/^1 checked, \d+ faults?$/m);
  });

  it("names the line in NDJSON, and prints JSON for machines", async () => {
    const path = file("c.ndjson", `${serialize(sample(), "line")}{"id":"x"}\n`);
    const { code, stdout } = await copydesk(["validate", path, "--json"]);
    expect(code).toBe(1);
    const { checked, faults } = JSON.parse(stdout);
    expect(checked).toBe(2);
    expect(faults[0]).toMatchObject({ file: path, line: 2, path: "schemaVersion", mend: expect.any(String) });
  });
});

describe("copydesk schema", () => {
  it("prints the JSON Schema that the product checks by", async () => {
    const { code, stdout } = await copydesk(["schema"]);
    expect(code).toBe(0);
    const schema = JSON.parse(stdout);
    expect(schema).toEqual(JSON.parse(JSON.stringify(knowledgeSchema())));
    expect(schema.$schema).toBe("https://json-schema.org/draft/2020-12/schema");
    expect(schema.required).toEqual(expect.arrayContaining(["schemaVersion", "article", "quotes", "problems"]));
    expect(z.fromJSONSchema(schema).safeParse(sample()).success).toBe(true);
    expect(z.fromJSONSchema(schema).safeParse({ ...sample(), offsetUnit: "utf-8" }).success).toBe(false);
  });
});
