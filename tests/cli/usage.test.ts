import { execFile } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { BIN, copydesk, ownFolder, STUB } from "./command.js";

const folder = ownFolder();
const article = join(folder, "a.txt");
writeFileSync(article, "A story.");
const output = join(folder, "out");

describe("copydesk", () => {
  it("answers --help with less than 0.3 s of work, and --version", async () => {
    // Processor time, as the wall clock measures what else the machine does; the best of some runs, as that counts too.
    let best = Number.POSITIVE_INFINITY;
    for (let run = 0; run < 5 && best >= 0.3; run++) best = Math.min(best, await processorSeconds(["--help"]));
    expect(best).toBeLessThan(0.3);
    const { version } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
    expect((await copydesk(["--version"])).stdout).toBe(`${version}\n`);
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

/** Processor time of the command, user and system, as the shell's `times` says it of its children: '0m0.120s 0m0.020s'. */
async function processorSeconds(args: readonly string[]): Promise<number> {
  const script = `"${process.execPath}" "${BIN}" ${args.join(" ")} > "${join(folder, "help")}" && times`;
  const { stdout } = await promisify(execFile)("sh", ["-c", script]);
  const children = stdout.trim().split("\n").at(-1) ?? "";
  return [...children.matchAll(/(\d+)m([\d.]+)s/g)].reduce((sum, [, m, s]) => sum + 60 * Number(m) + Number(s), 0);
}
