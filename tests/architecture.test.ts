import { readdirSync, readFileSync } from "node:fs";
import { dirname, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

/** What each folder may import from, besides itself. One direction: nothing imports what stands below it here. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  "src/model": [],
  "src/text": ["src/model"],
  "src/core": ["src/model"],
  "src/lexicons": ["src/model", "src/text"],
  "src/adapters": ["src/model", "src/text"],
  "src/recognizer": ["src/model", "src/text", "src/lexicons"],
  "src/stages": ["src/model", "src/text", "src/lexicons", "src/adapters", "src/recognizer", "src/core/stage.ts"],
  "src/read": ["src/model", "src/text"],
  "src/emit": ["src/model", "src/text", "src/core/pipeline.ts"],
  "src/show": ["src/model", "src/text"],
  "src/run": ["src/model", "src/text", "src/core", "src/read", "src/emit"],
  "src/export": ["src/model", "src/text"],
  "src/compare": ["src/model", "src/text", "src/show"],
  "src/evaluate": ["src/model", "src/text", "src/show"],
  "src/corpus": ["src/model", "src/text", "src/lexicons", "src/adapters"],
  "src/explore": ["src/model", "src/text", "src/corpus", "src/show"],
  pipelines: ["src/model", "src/core", "src/lexicons", "src/adapters", "src/recognizer", "src/stages", "src/emit"],
  "src/cli": [
    "src/model",
    "src/text",
    "src/core",
    "src/read",
    "src/emit",
    "src/show",
    "src/run",
    "src/export",
    "src/compare",
    "src/evaluate",
    "src/corpus",
    "src/explore",
    "pipelines",
  ],
  "src/index.ts": ["src/model", "src/core", "src/read", "src/emit", "pipelines"],
};

/** Packages that only one folder may import. */
const HEAVY: Readonly<Record<string, string>> = {
  "wink-nlp": "src/adapters",
  "wink-eng-lite-web-model": "src/adapters",
  compromise: "src/adapters",
  natural: "src/adapters",
  tinyld: "src/adapters",
  "onnxruntime-node": "src/recognizer",
  "p-queue": "src/core",
  "@duckdb/node-api": "src/corpus",
  minisearch: "src/explore",
  commander: "src/cli",
};

interface Source {
  readonly file: string;
  readonly code: string;
  readonly imports: readonly string[];
}

const sources: readonly Source[] = [...filesIn("src"), ...filesIn("pipelines")].map((file) => {
  const code = withoutComments(readFileSync(resolve(ROOT, file), "utf8"));
  const imports = [...code.matchAll(/(?:from\s+|import\s*\(\s*|import\s+)["']([^"']+)["']/g)].map((match) => match[1]!);
  return { file, code, imports };
});

test("the folders are all known to the rule", () => {
  expect(sources.length).toBeGreaterThan(20);
  expect(sources.filter((source) => folderOf(source.file) === undefined).map((source) => source.file)).toEqual([]);
});

test("ARCHITECTURE.md has a row for each folder", () => {
  const text = readFileSync(resolve(ROOT, "ARCHITECTURE.md"), "utf8");
  const rows = [...text.matchAll(/^\| `((?:src\/\w+|pipelines))` \|/gm)].map(([, folder]) => folder);
  expect(rows.sort()).toEqual(
    Object.keys(MAY_IMPORT)
      .filter((name) => !name.endsWith(".ts"))
      .sort(),
  );
});

test("imports go one way", () => {
  const wrong = sources.flatMap(({ file, imports }) => {
    const own = folderOf(file)!;
    const allowed = [own, ...MAY_IMPORT[own]!];
    return imports
      .filter((name) => name.startsWith("."))
      .map((name) => target(file, name))
      .filter((to) => !allowed.some((folder) => to === folder || to.startsWith(`${folder}/`)))
      .map((to) => `${file} -> ${to}`);
  });
  expect(wrong).toEqual([]);
});

test("heavy packages are imported in one place each", () => {
  const wrong = sources.flatMap(({ file, imports }) =>
    imports
      .map((name) => ({ name, home: HEAVY[packageOf(name)] }))
      .filter(({ home }) => home !== undefined && folderOf(file) !== home)
      .map(({ name }) => `${file} -> ${name}`),
  );
  expect(wrong).toEqual([]);
});

test("no import cycle", () => {
  const edges = new Map(
    sources.map(({ file, imports }) => [file, imports.filter((n) => n.startsWith(".")).map((n) => target(file, n))]),
  );
  const done = new Set<string>();
  const cycles: string[] = [];
  const visit = (file: string, path: readonly string[]): void => {
    if (path.includes(file)) cycles.push([...path.slice(path.indexOf(file)), file].join(" -> "));
    if (done.has(file) || path.includes(file)) return;
    for (const next of edges.get(file) ?? []) visit(next, [...path, file]);
    done.add(file);
  };
  for (const file of edges.keys()) visit(file, []);
  expect(cycles).toEqual([]);
});

const BANNED: readonly [what: string, pattern: RegExp, except: string | null][] = [
  ["console and process outside the cli", /\b(console|process)\s*\./, "src/cli"],
  ["clock", /\bDate\.now\b|\bnew Date\(\s*\)|\bperformance\.now\b/, "src/cli"],
  ["randomness", /\bMath\.random\b|\brandomUUID\b|\brandomBytes\b/, "src/cli"],
  ["machine locale", /\.toLocale\w*\(|\bIntl\./, null],
];

test.each(BANNED)("no %s", (_what, pattern, except) => {
  const wrong = sources.filter(({ file, code }) => folderOf(file) !== except && pattern.test(code));
  expect(wrong.map((source) => source.file)).toEqual([]);
});

/** Most lines of a file: what a reader takes in at once; tests have tables. */
const MOST_LINES = { src: 250, pipelines: 250, tests: 300 } as const;

test.each(Object.entries(MOST_LINES))("no file of %s has more than %i lines", (folder, most) => {
  const long = filesIn(folder)
    .map((file) => [file, readFileSync(resolve(ROOT, file), "utf8").split("\n").length - 1] as const)
    .filter(([, lines]) => lines > most);
  expect(long).toEqual([]);
});

/** A list's type stands below the list and needs no words of its own: `type Kind = (typeof KINDS)[number]`. */
const OF_A_LIST = /^export type \w+ = \(?(?:typeof |keyof )/;

test("each exported name says what it is", () => {
  const silent = sources.flatMap(({ file }) => {
    const lines = readFileSync(resolve(ROOT, file), "utf8").split("\n");
    return lines.flatMap((line, index) => {
      const isNamed = /^export (?:async )?(?:const|function|class|interface|type) \w/.test(line);
      const isTold = lines[index - 1]?.trimEnd().endsWith("*/") === true || OF_A_LIST.test(line);
      return isNamed && !isTold ? [`${file}:${index + 1} ${line}`] : [];
    });
  });
  expect(silent).toEqual([]);
});

function filesIn(folder: string): string[] {
  const names = readdirSync(resolve(ROOT, folder), { recursive: true, encoding: "utf8" });
  return names
    .filter((name) => name.endsWith(".ts"))
    .map((name) => `${folder}/${name.replaceAll("\\", "/")}`)
    .sort();
}

function folderOf(file: string): string | undefined {
  return Object.keys(MAY_IMPORT).find((folder) => file === folder || file.startsWith(`${folder}/`));
}

function target(from: string, name: string): string {
  return relative(ROOT, resolve(ROOT, dirname(from), name))
    .replaceAll("\\", "/")
    .replace(/\.js$/, ".ts");
}

function packageOf(name: string): string {
  return name.split("/", name.startsWith("@") ? 2 : 1).join("/");
}

function withoutComments(code: string): string {
  return code.replace(/\/\*[\s\S]*?\*\//g, "").replace(/^\s*\/\/.*$/gm, "");
}
