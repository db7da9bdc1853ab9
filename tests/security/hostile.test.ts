import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { loadPipeline } from "../../pipelines/index.js";
import { checkKnowledgeFile } from "../../src/emit/check.js";
import { serialize } from "../../src/emit/knowledge-file.js";
import type { Reader } from "../../src/emit/reader.js";
import { readInputs } from "../../src/read/read-inputs.js";
import { distinctFileNameFor, fileNameFor } from "../../src/run/file-name.js";
import { htmlView } from "../../src/show/html-view.js";
import { terminalView } from "../../src/show/terminal-view.js";

interface Input {
  readonly path: string;
  readonly content?: string | Buffer;
  readonly link?: string;
  readonly folder?: true;
}
interface Maker {
  readonly hostileInputs: (size: number) => readonly Input[];
  readonly writeInputs: (folder: string, inputs: readonly Input[]) => void;
}

const script = (name: string): string => pathToFileURL(fileURLToPath(new URL(name, import.meta.url))).href;
const { hostileInputs, writeInputs } = (await import(script("make-hostile.mjs"))) as Maker;
const { knowledge } = (await import(script("hostile/knowledge.mjs"))) as {
  readonly knowledge: (good: object) => readonly Input[];
};

/** The short form: texts of 600 units, and no input that is long only to be slow. `npm run test:hostile` has them whole. */
const inputs = hostileInputs(600).filter(
  ({ path, content }) => (content?.length ?? 0) < 150_000 && !/bomb|many|deep/.test(path),
);
/** Folders, and links that lead to no file, are passed over. */
const PASSED_OVER = /folder\.json$|link-to-(?:parent|root|zeros|random)/;
/** Files of records of which none is to be read, or more than one. */
const SEVERAL = /\.(?:ndjson|csv|warc|json)(?:\.gz)?$/;

let reader: Reader;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "copydesk-hostile-"));
  reader = (await loadPipeline("rules-only"))!;
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("hostile inputs give a valid knowledge file or a reason, each", async () => {
  expect(inputs.length).toBeGreaterThan(350);
  writeInputs(folder, inputs);
  const seen = new Map<string, number>();
  for await (const item of readInputs([folder])) {
    const { file } = item.error ?? item.origin;
    seen.set(file, (seen.get(file) ?? 0) + 1);
    if (item.error) {
      expect(item.error.message, file).toMatch(/^.{15}/); // a reason
      expect(item.error.message, file).not.toMatch(/cannot be read \(|\n/); // none that nobody thought of
      continue;
    }
    const { article, notes } = item;
    const found = await reader.read(article);
    expect(checkKnowledgeFile(found), file).toEqual([]);
    expect(notes.join("").length, file).toBeLessThan(2_000);
    serialize(found);
    for (const name of [fileNameFor(article.id), distinctFileNameFor(article.id)]) {
      expect(dirname(resolve("/out", name)), file).toBe("/out");
      expect(Buffer.byteLength(name), file).toBeLessThan(256);
    }
    // Nothing of the text can speak to a terminal or run in a page.
    const controls = [...terminalView(found, { isColoured: false, claims: true })].filter(
      (sign) => (sign < " " && sign !== "\n" && sign !== "\t") || sign === "\u007f",
    );
    expect(controls, file).toEqual([]);
    const page = htmlView(found, { claims: true });
    expect(page.match(/<script/gi), file).toHaveLength(1);
    expect(page, file).not.toMatch(/(?:href|src)="?\s*(?:javascript|file|data):/i);
  }
  const unread = inputs
    .filter(({ path, folder: isFolder }) => isFolder !== true && !PASSED_OVER.test(path) && !SEVERAL.test(path))
    .filter(({ path }) => !seen.has(join(folder, path)) && !basename(path).startsWith("."));
  expect(unread.map(({ path }) => path)).toEqual(["packed/no-extension-gz"]);
  expect(({} as { polluted?: unknown }).polluted ?? (globalThis as { polluted?: unknown }).polluted).toBeUndefined();
});

test("knowledge files of other makers are valid or have their faults told", async () => {
  const good = await reader.read({ id: "good", text: "“We are safe,” Mayor Ana Bell said on Monday." });
  for (const { path, content } of knowledge(good)) {
    let value: unknown;
    try {
      value = JSON.parse(content as string);
    } catch {
      continue; // not JSON: said by whoever reads it
    }
    const faults = checkKnowledgeFile(value);
    if (/id-parent|markup|escapes|via-itself/.test(path)) expect(faults, path).toEqual([]);
    else expect(faults.length, path).toBeGreaterThan(0);
    expect(faults.length, path).toBeLessThan(100_000);
  }
});
