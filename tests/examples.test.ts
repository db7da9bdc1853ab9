import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { rulesOnly } from "../pipelines/rules-only.js";
import { buildCorpus } from "../src/corpus/build.js";
import { type Answer, queryCorpus } from "../src/corpus/query.js";
import { readInputs } from "../src/read/read-inputs.js";

const EXAMPLES = fileURLToPath(new URL("../examples/", import.meta.url));
const SEEDS = fileURLToPath(new URL("../seeds/", import.meta.url));
const read = (path: string): string => readFileSync(join(EXAMPLES, path), "utf8");

let folder: string;
const ask = (sql: string): Promise<Answer> => queryCorpus(join(folder, "corpus"), sql);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "examples-"));
  mkdirSync(join(folder, "in"));
  const reader = await rulesOnly();
  let n = 0;
  for await (const item of readInputs([SEEDS])) {
    if (item.error) throw new Error(item.error.message);
    writeFileSync(join(folder, "in", `${n++}.knowledge.json`), JSON.stringify(await reader.read(item.article)));
  }
  await buildCorpus([join(folder, "in")], { folder: join(folder, "corpus") });
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("Evidence", () => {
  const SOURCES = "evidence/sources/corpus/";
  const sources = readdirSync(join(EXAMPLES, SOURCES))
    .filter((name) => name.endsWith(".sql") && name !== "initialize.sql")
    .map((name) => [name.replace(".sql", ""), read(SOURCES + name).trim()] as const);
  /** Pages read what Evidence drew from the sources; here each source stands in its place. */
  const withSources = (sql: string): string => {
    let text = sql.replaceAll(/'\$\{params\.speaker\}'/g, "(SELECT min(speaker_id) FROM corpus.speakers)");
    for (const [name, source] of sources) {
      const inner = source.replace(/^--.*\n/, "");
      text = text.replaceAll(new RegExp(`\\bcorpus\\.${name}\\b`, "g"), `(${inner}) AS ${name}_source`);
    }
    return text;
  };
  const PAGES = ["evidence/pages/index.md", "evidence/pages/speakers/[speaker].md"];
  const queries = PAGES.flatMap((page) =>
    [...read(page).matchAll(/```sql (\w+)\n([\s\S]*?)```/g)].map(([, name, sql]) => [page, name!, sql!] as const),
  );

  it.each(sources)("source %s has rows", async (_, sql) => {
    expect((await ask(sql)).rows.length).toBeGreaterThan(0);
  });

  it.each(queries)("%s: %s runs", async (_, name, sql) => {
    const { rows } = await ask(withSources(sql));
    if (name !== "denials") expect(rows.length).toBeGreaterThan(0);
  });

  it.each(PAGES)("%s: components name queries and columns that there are", async (page) => {
    const components = [...read(page).matchAll(/<(\w+) data=\{(\w+)\}([^>]*)\/>/g)];
    expect(components.length).toBeGreaterThan(2);
    for (const [, , name, attributes] of components) {
      const sql = queries.find((query) => query[0] === page && query[1] === name)?.[2];
      expect(sql, `query ${name}`).toBeDefined();
      const { columns } = await ask(withSources(sql!));
      const named = [...attributes!.matchAll(/\b(?:x|y|series|value|column|link)=(\w+)/g)].map((match) => match[1]);
      for (const column of named) expect(columns).toContain(column);
    }
  });

  it("answers as the seeds do", async () => {
    const top = queries.find(([, name]) => name === "top_speakers")![2];
    const { columns, rows } = await ask(withSources(top));
    const column = (name: string) => columns.indexOf(name);
    const keeper = rows.find((row) => row[column("speaker")] === "Duncan MacAskill")!;
    expect([keeper[column("quotes")], keeper[column("direct")], keeper[column("articles")]]).toEqual([3, 2, 1]);
    expect(keeper[column("link")]).toMatch(/^\/speakers\/p-[0-9a-f]{12}$/);
  });
});

describe("Grafana", () => {
  interface Panel {
    readonly id: number;
    readonly type: string;
    readonly title: string;
    readonly gridPos: { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
    readonly targets: readonly { readonly rawSql: string; readonly format: string }[];
  }
  const dashboard = JSON.parse(read("grafana/copydesk-corpus.json")) as {
    readonly uid: string;
    readonly schemaVersion: number;
    readonly templating: { readonly list: readonly { readonly name: string; readonly query: string }[] };
    readonly panels: readonly Panel[];
  };
  const OUTLET = dashboard.templating.list.find(({ name }) => name === "outlet")!.query;
  /** Macros as Grafana fills them in: all outlets, a time range that holds the seeds. */
  const filled = (sql: string): string =>
    sql
      .replaceAll(/\$__timeFilter\(([\w.]+)\)/g, "$1 BETWEEN '2000-01-01T00:00:00Z' AND '2100-01-01T00:00:00Z'")
      .replaceAll(/\$\{outlet:sqlstring\}/g, OUTLET);

  it("is a dashboard: panels with ids of their own that do not overlap", () => {
    expect(dashboard.uid).toBe("copydesk-corpus");
    expect(dashboard.schemaVersion).toBeGreaterThan(30);
    expect(new Set(dashboard.panels.map(({ id }) => id)).size).toBe(dashboard.panels.length);
    const cells = dashboard.panels.flatMap(({ gridPos: { x, y, w, h } }) => {
      expect(x + w).toBeLessThanOrEqual(24);
      return Array.from({ length: w * h }, (_, i) => `${x + (i % w)} ${y + Math.floor(i / w)}`);
    });
    expect(new Set(cells).size).toBe(cells.length);
  });

  it("lists the outlets", async () => {
    expect((await ask(OUTLET)).rows).toContainEqual(["Adriatic Courier"]);
  });

  it.each(dashboard.panels.map((panel) => [panel.title, panel] as const))("%s", async (_, panel) => {
    for (const { rawSql, format } of panel.targets) {
      const sql = filled(rawSql);
      expect(sql).not.toMatch(/\$/);
      const { columns, rows, isNumber } = await ask(sql);
      if (format === "time_series") expect([columns[0], isNumber.slice(1)]).toEqual(["time", [true, true, true]]);
      if (panel.type === "stat") expect([rows.length, isNumber]).toEqual([1, [true]]);
      if (panel.type === "stat" || panel.type === "timeseries") expect(rows[0]!.at(-1)).not.toBeNull();
      expect(new Set(columns).size).toBe(columns.length);
    }
  });

  it("counts the seeds", async () => {
    const [articles] = dashboard.panels;
    const { rows } = await ask(filled(articles!.targets[0]!.rawSql));
    expect(rows).toEqual([[12]]);
  });
});
