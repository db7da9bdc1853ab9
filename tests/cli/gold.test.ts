import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { serialize } from "../../src/emit/knowledge-file.js";
import { brat } from "../../src/evaluate/gold/brat.js";
import { knowledge } from "../compare/knowledge.js";
import { copydesk, ownFolder } from "./command.js";

const folder = ownFolder();
const TEXT = "Ann Lee said “we won 🏆”. Bo Ray left Holm on Friday.";
const article = join(folder, "a.knowledge.json");
writeFileSync(
  article,
  serialize(
    knowledge(TEXT, {
      entities: { "Ann Lee": ["Ann Lee"], "Bo Ray": ["Bo Ray"], "Holm/place": ["Holm"] },
      quotes: [["Ann Lee", "said", "we won 🏆"]],
      times: [["Friday", "2025-05-02"]],
    }),
  ),
);

describe("copydesk gold new", () => {
  it("writes brat files that read back as they were found, and brat's own setup", async () => {
    const out = join(folder, "brat");
    const { code, stdout } = await copydesk(["gold", "new", article, "-o", out]);
    expect(code).toBe(0);
    expect(stdout).toContain("1 drafted, 1 attributions, 3 names, 1 dates\n");
    const files = ["a1.txt", "a1.ann", "a1.record.json"].map((path) => ({
      path,
      content: readFileSync(join(out, path), "utf8"),
    }));
    const [read] = brat.read(files);
    expect(read!.text).toBe(TEXT);
    const words = (spans: readonly { start: number; end: number }[] | undefined) =>
      spans?.map(({ start, end }) => TEXT.slice(start, end));
    expect(words(read!.names)).toEqual(["Ann Lee", "Bo Ray", "Holm"]);
    expect(read!.attribution!.map(({ cue, content }) => [words(cue), words(content)])).toEqual([
      [["said"], ["we won 🏆"]],
    ]);
    expect(read!.times![0]!.value).toBe("2025-05-02");
    const setup = readFileSync(join(out, "annotation.conf"), "utf8");
    for (const line of files[1]!.content.split("\n")) {
      const label = /^[TR]\d+\t(\S+)/.exec(line)?.[1];
      if (label !== undefined) expect(setup).toMatch(new RegExp(`^${label}\\b`, "m"));
    }
  });

  it("writes Label Studio tasks as predictions, with the labelling interface", async () => {
    const out = join(folder, "studio");
    expect((await copydesk(["gold", "new", article, "--format", "label-studio", "-o", out])).code).toBe(0);
    const [task] = JSON.parse(readFileSync(join(out, "tasks.json"), "utf8"));
    expect(task.data.text).toBe(TEXT);
    const labels = task.predictions[0].result.flatMap(
      (item: { value?: { labels?: string[] } }) => item.value?.labels ?? [],
    );
    const setup = readFileSync(join(out, "label-config.xml"), "utf8");
    expect(labels).toEqual(expect.arrayContaining(["Person", "Place", "Date", "Cue", "Content"]));
    for (const label of labels) expect(setup).toContain(`<Label value="${label}"/>`);
  });

  it("reads articles with a pipeline, and goes on past one that cannot be read", async () => {
    const plain = join(folder, "plain.txt");
    writeFileSync(plain, "Ann Lee left on Friday.\n");
    const broken = join(folder, "broken.knowledge.json");
    writeFileSync(broken, "{");
    const out = join(folder, "some");
    const { code, stdout, stderr } = await copydesk(["gold", "new", plain, broken, "-p", "rules-only", "-o", out]);
    expect(code).toBe(1);
    expect(stdout).toMatch(/^1 drafted, .*, 1 failed$/m);
    expect(stderr).toContain("broken.knowledge.json: read: ");
    expect(readFileSync(join(out, "plain.ann"), "utf8")).toMatch(/^T1\tPerson 0 7\tAnn Lee$/m);
  });

  it("never overwrites what somebody corrected, unless forced", async () => {
    const out = join(folder, "kept");
    await copydesk(["gold", "new", article, "-o", out]);
    writeFileSync(join(out, "a1.ann"), "T1\tPerson 0 7\tAnn Lee\n");
    const { code, stderr } = await copydesk(["gold", "new", article, "-o", out]);
    expect([code, readFileSync(join(out, "a1.ann"), "utf8")]).toEqual([2, "T1\tPerson 0 7\tAnn Lee\n"]);
    expect(stderr).toContain("overwrite with --force");
    expect((await copydesk(["gold", "new", article, "-o", out, "--force"])).code).toBe(0);
  });

  it.each<[string[], string]>([
    [["gold", "new", "a.txt"], "required option"],
    [["gold", "new", "nowhere.txt", "-o", "out", "-p", "rules-only"], "no article to draft"],
    [["gold", "new", "a.txt", "-o", "out", "--format", "word"], "Allowed choices are brat, label-studio"],
  ])("ends with 2 and a way out for %j", async (args, message) => {
    const { code, stderr } = await copydesk(args);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });
});
