import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { copydesk, ownFolder } from "./command.js";

const root = ownFolder();

/** Extracts one article with the gazetteer given; the ids that the town of Millbrook is linked to. */
async function extracted(name: string, gazetteer: string, output = name) {
  mkdirSync(join(root, "in"), { recursive: true });
  writeFileSync(
    join(root, "in", "a.txt"),
    "Mayor Ann Lee of Millbrook said the town of Millbrook would sell its bridge.\n",
  );
  writeFileSync(join(root, `${name}.csv`), gazetteer);
  const run = await copydesk([
    ...["extract", join(root, "in"), "-o", join(root, output), "--pipeline", "rules-only"],
    ...["--gazetteer", join(root, `${name}.csv`)],
  ]);
  if (run.code !== 0) return { ...run, ids: [] };
  const file = JSON.parse(readFileSync(join(root, output, "a.knowledge.json"), "utf8"));
  const entity = file.entities.find((one: { name: string }) => one.name === "Millbrook");
  return { ...run, ids: entity.links.map((link: { id: string }) => link.id) };
}

test("the user's own names are linked first, and a changed gazetteer reads the articles anew", async () => {
  const first = await extracted("own", "name,scheme,id\nMillbrook,desk,7\n");
  expect(first.ids).toEqual(["7"]);
  expect((await extracted("own", "name,scheme,id\nMillbrook,desk,7\n")).stdout).toContain("unchanged 1");
  expect((await extracted("own", "name,scheme,id\nMillbrook,desk,8\n")).ids).toEqual(["8"]);
});

test("a bad row is told with its line before anything is read", async () => {
  const { code, stderr } = await extracted("bad", "name,scheme,id\nMillbrook,,7\n");
  expect(code).toBe(2);
  expect(stderr).toContain("bad.csv:2: has no scheme; each row needs name, scheme, id");
});
