import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { copydesk, STUB, start } from "./command.js";
import { inputs } from "./extract.js";

describe("copydesk extract --watch", () => {
  it.each([
    ["none", "no such file or folder"],
    ["-", "standard input cannot be watched"],
  ])("does not watch %s", async (input, reason) => {
    const { output } = inputs({});
    const { code, stderr } = await copydesk(["extract", input, "-o", output, "--watch"]);
    expect([code, stderr]).toEqual([2, expect.stringContaining(reason)]);
  });

  it("watches a folder: reads what is there, what comes and what changes, each once it has settled", async () => {
    const { folder, output } = inputs({ "a.txt": "One." });
    const { child, ended } = start(["extract", folder, "-o", output, "--pipeline", STUB, "--watch"]);
    const text = (name: string): string => {
      const file = join(output, `${name}.knowledge.json`);
      return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")).article.text : "";
    };
    const until = async (wanted: () => boolean): Promise<void> => {
      for (let tries = 0; tries < 400 && !wanted(); tries++) await delay(20);
    };
    await until(() => text("a") === "One.");
    writeFileSync(join(folder, "b.txt"), "Two.");
    writeFileSync(join(folder, "a.txt"), "One, changed.");
    await until(() => text("b") === "Two." && text("a") === "One, changed.");
    child.kill("SIGINT");
    expect((await ended).code).toBe(130);
    expect([text("a"), text("b")]).toEqual(["One, changed.", "Two."]);
  });
});
