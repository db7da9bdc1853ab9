import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { brat } from "../../src/evaluate/gold/brat.js";
import { jsonLines } from "../../src/evaluate/gold/json-lines.js";
import { BIN, copydesk, ownFolder, STUB } from "./command.js";
import { TOWN } from "./gold-town.js";

const root = ownFolder();
const gold = join(root, "town.jsonl");
writeFileSync(gold, jsonLines.write(TOWN)[0]!.content);

/** A copy of the built command with its own word lists; `mend` puts one back. */
function scratchCopy() {
  const built = join(dirname(BIN), "../..");
  const copy = join(root, "copy");
  mkdirSync(copy);
  cpSync(built, join(copy, "dist"), { recursive: true });
  for (const name of ["node_modules", "package.json", "models"]) symlinkSync(join(built, "..", name), join(copy, name));
  const list = join(copy, "dist/src/lexicons/en/cue-verbs.tsv");
  const whole = readFileSync(list, "utf8");
  return {
    bin: join(copy, "dist/src/cli/bin.js"),
    drop: (lemma: string) => writeFileSync(list, whole.replace(new RegExp(`^${lemma}\t.*\n`, "m"), "")),
    mend: () => writeFileSync(list, whole),
  };
}

describe("copydesk evaluate", () => {
  it("fails when a word list is broken, names the kind and the articles, and passes when it is put back", async () => {
    const floors = join(root, "floors.json");
    const report = join(root, "report");
    const copy = scratchCopy();
    const evaluate = (...more: string[]) =>
      copydesk(["evaluate", "--gold", gold, "-p", "rules-only", "-b", floors, ...more], "", root, copy.bin);

    const pinned = await evaluate("--update", "--output", report);
    expect([pinned.code, pinned.stderr]).toEqual([0, ""]);
    expect(pinned.stdout).toMatch(/^town · rules-only · 6 articles$/m);
    expect(pinned.stdout).toMatch(/^attribution +detect +all +1\.000 +1\.000 +1\.000 +1\.000–1\.000 +12$/m);
    expect(readdirSync(report).sort()).toEqual(["errors.html", "report.json", "report.md", "report.xml"]);
    expect(JSON.parse(readFileSync(join(report, "report.json"), "utf8")).corpora[0].kinds).toHaveLength(3);

    copy.drop("say");
    const broken = await evaluate("--output", report);
    expect(broken.code).toBe(1);
    expect(broken.stdout).toMatch(/^✗ town attribution detect 0\.\d+, floor 1\.000 \(−0\.\d+\): dropped/m);
    expect(broken.stdout).not.toMatch(/^✗ town times/m);
    const lost = /^✗ town attribution detect.*\n {2}lost most:\n((?: {4}.*\n)+)/m.exec(broken.stdout)?.[1];
    expect(lost?.match(/town-\d/g)?.sort()).toEqual(TOWN.map(({ id }) => id));
    const junit = readFileSync(join(report, "report.xml"), "utf8");
    expect(junit).toMatch(
      /<testcase classname="rules-only\.town\.attribution" name="detect all">\s*<failure message="town attribution/,
    );
    expect(junit).toMatch(/<testsuite name="town times" tests="\d+" failures="0">/);

    copy.mend();
    const back = await evaluate();
    expect([back.code, /^floors: \d of \d held$/m.test(back.stdout)]).toEqual([0, true]);
  });

  it("refuses gold that does not fit its text, with the place, before it reads anything", async () => {
    const folder = join(root, "bent");
    mkdirSync(folder);
    for (const { path, content } of brat.write(TOWN)) {
      writeFileSync(join(folder, path), path === "town-3.ann" ? content.replace("Berlin", "Bonn") : content);
    }
    const { code, stderr } = await copydesk(["evaluate", "--gold", folder, "-p", STUB]);
    expect(code).toBe(2);
    expect(stderr).toMatch(
      /bent\/town-3\.ann:2: T2 does not fit its text: at \d+–\d+ \(code points\) stands "Berlin", expected "Bonn"/,
    );
  });

  it.each([
    [["--gold", "nowhere.jsonl"], /cannot read nowhere\.jsonl: no such file/],
    [["--gold", gold, "--kind", "nouns"], /'nouns' is none of names, times, attribution, coreference, claims/],
    [["--gold", gold, "--kind", "claims"], /the gold has no layer of the wanted kinds/],
    [["--gold", gold, "--update"], /--update and --allow-regression need --baseline/],
    [["--gold", gold, "--format", "xls"], /no gold format 'xls'; expected one of jsonl, brat,/],
    [["--gold", gold, "--tolerance", "2"], /expected a number from 0 to 1/],
    [[], /--gold/],
  ])("explains wrong use: %j", async (args, message) => {
    const { code, stderr } = await copydesk(["evaluate", ...args, "-p", STUB], "", root);
    expect([code, stderr]).toEqual([2, expect.stringMatching(message)]);
  });

  it("scores knowledge files that are there already, and tells those that are missing or of another text", async () => {
    const output = join(root, "knowledge");
    const articles = TOWN.slice(1).map(({ id, text }) => ({ id, text: id === "town-2" ? `${text}More.` : text }));
    const input = articles.map((article) => `${JSON.stringify(article)}\n`).join("");
    await copydesk(["extract", "-", "-o", output, "-p", STUB], input);
    const { code, stderr, stdout } = await copydesk(["evaluate", "--gold", gold, "--knowledge", output, "--json"]);
    expect(code).toBe(1);
    expect(stderr).toMatch(/town \(id town-1\): pipeline: no knowledge file of this article/);
    expect(stderr).toMatch(/town \(id town-2\): pipeline: .* was read from another text/);
    expect(stderr.trimEnd().split("\n")).toHaveLength(2);
    expect(JSON.parse(stdout).corpora[0].articles).toBe(6);
  });
});
