import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { copydesk, ownFolder, STUB } from "./command.js";

const folder = ownFolder();
const article = join(folder, "a.txt");
writeFileSync(article, "A story.");
const output = join(folder, "out");

describe("copydesk", () => {
  it("answers --help and --version in a third of a second", async () => {
    let best = Number.POSITIVE_INFINITY;
    for (let run = 0; run < 10 && best >= 300; run++) {
      const begun = performance.now(); // the best of some runs, as the machine may be busy
      expect((await copydesk(["--help"])).code).toBe(0);
      best = Math.min(best, performance.now() - begun);
    }
    expect(best).toBeLessThan(300);
    const { version } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
    expect((await copydesk(["--version"])).stdout).toBe(`${version}\n`);
  });

  it.each(["extract", "worker", "show", "schema", "validate"])("has help with examples for %s", async (command) => {
    const { code, stdout } = await copydesk([command, "--help"]);
    expect(code).toBe(0);
    expect(stdout).toContain("Examples:");
    expect(stdout).toContain(`copydesk ${command}`);
  });

  it.each([
    [[], "Usage: copydesk"],
    [["extrct"], "Did you mean extract?"],
    [["extract"], "missing required argument 'input'"],
    [["extract", article, "-o", output, "--jobs", "0"], "expected a whole number from 1 to 256"],
    [["extract", article, "-o", output, "--limit", "ten"], "expected a whole number from 1"],
    [["extract", "nothing-there", "-o", output], "nothing-there: no such file or folder; check the path"],
    [["extract", article, "-o", output, "-p", "newz"], "unknown pipeline 'newz'; expected one of"],
    [["extract", article, "-o", output, "-p", "./none.mjs"], "pipeline module ./none.mjs cannot be loaded"],
    [["extract", article, "-o", join(article, "x"), "-p", STUB], "cannot make the output folder"],
    [["show", "nothing-there"], "no such file or folder"],
    [["validate", "nothing-there"], "cannot read nothing-there"],
  ])("ends with 2 and a way out for %j", async (args, message) => {
    const { code, stdout, stderr } = await copydesk(args, "", folder);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(message);
    expect(stderr).not.toContain("    at ");
  });

  it.each([
    ["export const pipeline = 3;", "got a number"],
    ["export const other = {};", "got no such export"],
    ["export const pipeline = { name: 'x' };", "got an object with name"],
    ["throw new Error('broken inside');", "cannot be loaded: broken inside"],
  ])("says what a pipeline module must export: %s", async (source, message) => {
    const module = join(folder, `wrong-${Buffer.from(source).toString("hex").slice(0, 60)}.mjs`);
    writeFileSync(module, source);
    const { code, stderr } = await copydesk(["extract", article, "-o", output, "-p", module]);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });

  it("takes a pipeline module that exports a function", async () => {
    const module = join(folder, "made.mjs");
    writeFileSync(
      module,
      `import { pipeline as stub } from ${JSON.stringify(STUB)};\nexport const pipeline = async () => stub;\n`,
    );
    expect((await copydesk(["extract", article, "-o", output, "-p", module])).code).toBe(0);
  });
});
