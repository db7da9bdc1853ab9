import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { copydesk, ownFolder } from "../cli/command.js";
import { FILES, filesOf } from "./site.js";

const folder = ownFolder();

test("corpus refresh writes tables and site; the second time it has nothing to do; explore writes the same", async () => {
  mkdirSync(join(folder, "output"));
  for (const [n, file] of FILES.slice(1, 4).entries()) {
    writeFileSync(join(folder, "output", `${n}.knowledge.json`), JSON.stringify(file));
  }
  const refresh = ["corpus", "refresh", "output", "--title", "Holm & Tarn", "--json"];
  const first = await copydesk(refresh, "", folder);
  expect([first.code, first.stderr]).toEqual([0, ""]);
  const { corpus, site } = JSON.parse(first.stdout);
  expect([corpus.read, site.articles, site.changed]).toEqual([3, 3, site.files]);
  const second = JSON.parse((await copydesk(refresh, "", folder)).stdout);
  expect([second.corpus.read, second.corpus.unchanged, second.site.changed]).toEqual([0, 3, 0]);
  const explore = await copydesk(["explore", "corpus", "-o", "other", "--title", "Holm & Tarn"], "", folder);
  expect(explore.code).toBe(0);
  expect(explore.stdout).toContain("other/index.html");
  expect([...filesOf(join(folder, "other"))]).toEqual([...filesOf(join(folder, "site"))]);
  expect(filesOf(join(folder, "site")).get("index.html")).toContain("<title>Holm &amp; Tarn</title>");
});

test.each([
  [["explore", "nowhere"], "nowhere: is no corpus; make one with copydesk corpus build"],
  [
    ["explore", "corpus", "-o", "output"],
    "output: is not empty and no site of copydesk's; name another folder with -o",
  ],
])("copydesk %j is refused: %s", async (args, message) => {
  const { code, stderr } = await copydesk(args, "", folder);
  expect([code, stderr]).toEqual([2, `copydesk: ${message}\n`]);
});
