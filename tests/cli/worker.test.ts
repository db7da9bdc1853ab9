import { execFile } from "node:child_process";
import { createWriteStream } from "node:fs";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { setTimeout as delay } from "node:timers/promises";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { BIN, copydesk, ownFolder, STUB, start } from "./command.js";

const folder = ownFolder();
const line = (record: object): string => `${JSON.stringify(record)}\n`;
const answers = (stdout: string) =>
  stdout
    .trimEnd()
    .split("\n")
    .map((answer) => JSON.parse(answer));

describe("copydesk worker", () => {
  it("answers each line in order: a knowledge file, or an error with id, stage and message", async () => {
    const input = [
      line({ id: "a", text: "slow one" }),
      line({ id: "b", text: "fail" }),
      "\n",
      "not json\n",
      line({ id: "c" }),
      line({ id: "d", text: "invalid" }),
      `${line({ id: "e", text: "CRLF" }).trimEnd()}\r\n`,
      "[1]\n",
      JSON.stringify({ id: "f", text: "no line end" }),
    ].join("");
    const { code, stdout, stderr } = await copydesk(["worker", "--pipeline", STUB, "--jobs", "3"], input);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    const all = answers(stdout);
    expect(all.map((a) => a.article?.id ?? [a.id, a.error.stage])).toEqual([
      "a",
      ["b", "pipeline"],
      [null, "read"],
      [null, "read"],
      ["c", "read"],
      ["d", "check"],
      "e",
      [null, "read"],
      "f",
    ]);
    expect(all[1].error.message).toBe("asked to fail");
    expect(all[2].error.message).toBe("line 3: blank; expected one JSON article a line");
    expect(all[3].error.message).toMatch(/^line 4: not JSON/);
  });

  it("keeps the text as given: line separators, controls, lone surrogates, emoji, no cleaning", async () => {
    const texts = ["a\u2028b\u2029c", "\ufeff x \r\n\u0000", "lone \ud800 end", "👍🏽 soft\u00adhyphen \u200b"];
    const input = texts.map((text, index) => line({ id: `t${index}`, text })).join("");
    const { stdout } = await copydesk(["worker", "--pipeline", STUB], input);
    expect(answers(stdout).map((a) => a.article.text)).toEqual(texts);
    const without = await copydesk(["worker", "--pipeline", STUB, "--no-text"], input);
    expect(answers(without.stdout).map((a) => "text" in a.article)).toEqual([false, false, false, false]);
  });

  it("says so when a line is not UTF-8 or too long, and answers the others", async () => {
    const input = Buffer.concat([
      Buffer.from('{"id":"a","text":"caf\u00e9"}\n', "latin1"),
      Buffer.from(line({ id: "b", text: "x".repeat(1024 * 1024) })),
      Buffer.from(line({ id: "c", text: "caf\u00e9" })),
    ]);
    const { child, ended } = start(["worker", "--pipeline", STUB, "--max-size", "1"]);
    child.stdin.end(input);
    const [a, b, c] = answers((await ended).stdout);
    expect([a.article.text, a.problems[0].message]).toEqual(["caf\u00e9", "not UTF-8; read as windows-1252"]);
    expect(b.error.message).toBe("line 2: longer than 1048576 bytes; split the article or raise the limit");
    expect([c.article.text, c.problems]).toEqual(["caf\u00e9", []]);
  });

  it("answers with an error for an article that kills or holds up its process, in its place", async () => {
    const input = ["spin", "Fine.", "crash", "Fine."].map((text, n) => line({ id: `${n}`, text })).join("");
    const { code, stdout } = await copydesk(["worker", "-p", STUB, "--jobs", "2", "--time-limit", "1"], input);
    expect(code).toBe(0);
    expect(answers(stdout).map((a) => a.article?.id ?? [a.id, a.error.stage])).toEqual([
      ["0", "worker"],
      "1",
      ["2", "worker"],
      "3",
    ]);
  });

  it("answers a line before the next one comes", async () => {
    const { child, ended } = start(["worker", "--pipeline", STUB]);
    const answered = new Promise((resolve) => child.stdout.once("data", resolve));
    child.stdin.write(line({ id: "a", text: "x" }));
    await answered;
    child.stdin.end();
    expect((await ended).code).toBe(0);
  });

  it("goes through 100,000 lines within 64 MB of heap", async () => {
    const file = join(folder, "many.ndjson");
    await pipeline(many(100_000), createWriteStream(file));
    const shell = `"${process.execPath}" --max-old-space-size=64 "${BIN}" worker --jobs 1 --pipeline "${STUB}" < "${file}" | wc -l`;
    const { stdout } = await promisify(execFile)("sh", ["-c", shell]);
    expect(stdout.trim()).toBe("100000");
  });

  it("takes no more than it can give: a reader that does not read stops the writer", async () => {
    const { child, ended } = start(["worker", "--pipeline", STUB]);
    child.stdin.on("error", () => undefined);
    child.stdout.pause();
    let taken = 0;
    for await (const chunk of many(100_000)) {
      taken += chunk.length;
      if (!child.stdin.write(chunk) && !(await Promise.race([drained(child.stdin), delay(1500)]))) break;
    }
    expect(taken).toBeLessThan(20_000_000); // of 133 million bytes
    child.kill("SIGKILL");
    await ended;
  });

  it("is quiet when its reader has enough", async () => {
    const file = join(folder, "some.ndjson");
    await pipeline(many(5_000), createWriteStream(file));
    const shell = `{ "${process.execPath}" "${BIN}" worker --pipeline "${STUB}" < "${file}"; echo "exit $?" >&2; } | head -1 | wc -l`;
    const { stdout, stderr } = await promisify(execFile)("sh", ["-c", shell]);
    expect([stdout.trim(), stderr.trim()]).toEqual(["1", "exit 0"]);
  });

  it("ends with 130 on SIGINT, though its input stays open, with whole lines only", async () => {
    const { child, ended, stderr } = start(["worker", "--pipeline", STUB]);
    const answered = new Promise((resolve) => child.stdout.once("data", resolve));
    child.stdin.write(line({ id: "a", text: "x" }) + line({ id: "b", text: "slow" }));
    await answered;
    child.kill("SIGINT");
    const { code, stdout } = await ended;
    expect(code).toBe(130);
    expect(stderr()).toContain("interrupted");
    for (const answer of answers(stdout)) expect(answer.schemaVersion).toBe("1.0.0");
  });

  it("does not start with a pipeline it does not know", async () => {
    const { code, stdout, stderr } = await copydesk(["worker", "--pipeline", "newz"]);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(/^copydesk: unknown pipeline 'newz'; expected one of .*rules-only.*, or a path to a module/);
  });
});

async function* many(count: number): AsyncGenerator<string> {
  const text = "Nothing of note happened on Friday. ".repeat(36);
  for (let n = 0; n < count; n += 100) {
    yield Array.from({ length: 100 }, (_, index) => line({ id: `a${n + index}`, text })).join("");
  }
}

const drained = (stream: NodeJS.WritableStream): Promise<true> =>
  new Promise((resolve) => stream.once("drain", () => resolve(true)));
