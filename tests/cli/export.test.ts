import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { EXPORT_NAMES } from "../../src/cli/commands/export.js";
import { EXPORTERS } from "../../src/cli/export-formats.js";
import { serialize } from "../../src/emit/knowledge-file.js";
import { brat } from "../../src/evaluate/gold/brat.js";
import { predictionOf } from "../../src/evaluate/prediction.js";
import type { KnowledgeFile } from "../../src/model/knowledge-file.js";
import { linked } from "../export/linked.js";
import { sample } from "../show/sample.js";
import { copydesk, ownFolder, writerIn } from "./command.js";

const folder = ownFolder();
const file = writerIn(folder);
const named = (id: string): KnowledgeFile => ({ ...sample(), article: { ...sample().article, id } });

describe("brat", () => {
  const exporter = EXPORTERS.find(({ name }) => name === "brat")!;
  it.each([["linked", linked()] as const, ["sample", sample()] as const])("%s: comes back as gold", (_, knowledge) => {
    const parts = exporter.files(knowledge, "urn:x:");
    const [back] = brat.read(parts.map(({ ending, content }) => ({ path: `a${ending}`, content })));
    const { names, times, attribution, coreference } = predictionOf(knowledge);
    expect(back!.id).toBe(knowledge.article.id);
    expect(back!.names!.map(({ link, ...name }) => name)).toEqual(names);
    expect(back!.times).toEqual(times);
    expect(back!.attribution).toEqual(attribution);
    expect(back!.coreference!.map(({ start, end, type, form }) => [start, end, type, form])).toEqual(
      expect.arrayContaining(coreference.map(({ start, end, type, form }) => [start, end, type, form])),
    );
  });

  it("carries what names are tied to", () => {
    const annotations = exporter.files(linked(), "urn:x:").find(({ ending }) => ending === ".ann")!.content;
    expect(annotations).toMatch(/^N\d+\tReference T\d+ wikidata:Q42\t/m);
    expect(annotations).toMatch(/^N\d+\tReference T\d+ geonames:3161732\t/m);
    expect(annotations).not.toMatch(/Q7|Q8/); // inferred, and a candidate
  });
});

describe("copydesk export", () => {
  it("knows the formats that there are", () => {
    expect(EXPORTERS.map(({ name }) => name)).toEqual([...EXPORT_NAMES]);
  });

  it("takes files, folders and NDJSON, refuses bad ones by name, and goes on", async () => {
    file("in/a.knowledge.json", serialize(named("a")));
    const bad = file("in/bad.knowledge.json", "{");
    const old = file(
      "in/old.knowledge.json",
      serialize(named("old")).replace(/"schemaVersion": "[^"]+"/, '"schemaVersion": "0.9.0"'),
    );
    const lines = file("more.ndjson", `${serialize(named("b"), "line")}{"id":"x"}\n${serialize(named("a"), "line")}`);
    const out = join(folder, "ninjs");
    const missing = join(folder, "nowhere");
    const ended = await copydesk(["export", join(folder, "in"), lines, missing, "--format", "ninjs", "-o", out]);
    expect(ended.code).toBe(1);
    expect(ended.stderr).toContain(`${bad}: `);
    expect(ended.stderr).toContain(`${old}: schemaVersion`);
    expect(ended.stderr).toContain(`${lines}:2: schemaVersion`);
    expect(ended.stderr).toContain(`${lines}:3: its article, a, is also in ${join(folder, "in/a.knowledge.json")}`);
    expect(ended.stderr).toContain(`${missing}: cannot read`);
    expect(ended.stdout).toBe(`2 articles exported as ninjs, 2 files in ${out}, 5 refused\n`);
    expect(readdirSync(out).sort()).toEqual(["a.ninjs.json", "b.ninjs.json"]);
    expect(JSON.parse(readFileSync(join(out, "a.ninjs.json"), "utf8"))).toMatchObject({ uri: "urn:copydesk:a" });
  });

  it("writes lines to standard output, from standard input", async () => {
    const args = ["export", "-", "--format", "ftm", "--base", "https://desk.example/k/"];
    const { code, stdout, stderr } = await copydesk(
      args,
      serialize(named("a"), "line") + serialize(named("b"), "line"),
    );
    expect([code, stderr]).toEqual([0, "2 articles exported as ftm\n"]);
    const schemas = stdout.trimEnd().split("\n");
    expect(schemas.filter((line) => JSON.parse(line).schema === "Article")).toHaveLength(2);
  });

  it("writes lines to a file, whole or not at all", async () => {
    const out = join(folder, "graph.ndjson");
    const good = file("good.ndjson", serialize(named("a"), "line") + serialize(named("A"), "line"));
    const { stdout } = await copydesk(["export", good, "--format", "schema-org", "-o", out, "--json"]);
    expect(JSON.parse(stdout)).toEqual({
      articles: 2,
      files: 1,
      lines: 2,
      refused: 0,
      format: "schema-org",
      output: out,
    });
    expect(
      readFileSync(out, "utf8")
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line)["@context"]),
    ).toHaveLength(2);
    expect(readdirSync(folder).filter((name) => name.endsWith(".next"))).toEqual([]);
  });

  it("keeps articles apart whose ids make one file name, and in the folder", async () => {
    const lines = file("ids.ndjson", ["x", "X", "../x", "a/b"].map((id) => serialize(named(id), "line")).join(""));
    const out = join(folder, "brat");
    const { code, stdout } = await copydesk(["export", lines, "--format", "brat", "-o", out]);
    expect([code, stdout]).toEqual([0, `4 articles exported as brat, 12 files in ${out}\n`]);
    const names = readdirSync(out);
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(12);
    expect(names.filter((name) => name.endsWith(".ann"))).toHaveLength(4);
  });

  it.each<[string, string[], number, string]>([
    ["no format", ["export", "x"], 2, "--format"],
    ["brat to a stream", ["export", "x", "--format", "brat"], 2, "name a folder with -o"],
    ["a base that is no IRI", ["export", "x", "--format", "ninjs", "--base", "my base"], 2, "--base takes an IRI"],
    ["csv", ["export", "x", "--format", "csv"], 2, "Allowed choices"],
  ])("refuses %s", async (_, args, code, message) => {
    const ended = await copydesk(args);
    expect(ended.code).toBe(code);
    expect(ended.stderr).toContain(message);
  });

  it("refuses a file without its text where spans need one", async () => {
    const { text, ...article } = sample().article;
    const path = file("no-text.knowledge.json", serialize({ ...sample(), article }));
    const { code, stderr } = await copydesk(["export", path, "--format", "web-annotation"]);
    expect(code).toBe(1);
    expect(stderr).toContain("without --no-text");
    expect((await copydesk(["export", path, "--format", "schema-org"])).code).toBe(0);
  });
});
