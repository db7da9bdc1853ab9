import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { createContext, runInContext } from "node:vm";
import { expect, test } from "vitest";
import { type Literal, literalsIn } from "./regex/literals.js";
import { parse, pumpTexts } from "./regex/pumps.js";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/**
 * Patterns that take time that grows with the square of a text, and why they may: what they are run on is bounded.
 * file: start of the pattern -> the bound.
 */
const BOUNDED: Readonly<Record<string, string>> = {
  "src/run/file-name.ts: [-.]+$": "a name, cut to 180 bytes before",
  "src/stages/links/containers.ts: ((?:\\p{Lu}[\\p{L}.-]+\\s){1,3})(?:\\p{Ll}+\\": "60 characters before a mention",
  "src/stages/links/containers.ts: ((?:\\p{Lu}[\\p{L}.-]+(?:\\s|(?![\\p{L}.-]))": "60 characters before a mention",
  "src/stages/structure/boilerplate-line.ts: \\S+@\\S+\\.\\p{L}{2,}\\S*|(?:https?:\\/\\/|www": "lines of 200",
  "src/stages/structure/boilerplate-line.ts: (?:\\+|\\(?\\d)[\\d\\s().+-]{5,}\\d": "lines of 200",
  "src/stages/structure/boilerplate-line.ts: @\\S+\\.\\p{L}{2,}": "lines of 200",
  "src/stages/structure/boilerplate-line.ts: \\s*[/|,:()[\\]]\\s*|\\s+via\\s+": "lines of 60",
  "src/stages/structure/byline.ts: [\\p{L}\\p{N}._%+-]+@[\\p{L}\\p{N}-]+(?:\\.[\\": "lines of 220",
  "src/stages/structure/byline.ts: ^(?:\\p{Lu}[\\p{L}.'-]*\\s?){1,3}$": "parts of a line, of 40",
};

/** Length of a pumped text. Work that grows with its square is 64 million steps, some 100 ms; linear work is 0.1 ms. */
const SIZE = 8_000;
const MOST_MS = 10;

const sandbox = createContext({});

/** Least time of three that a pattern takes to search a text, in ms; Infinity when it is stopped after a second. */
function timeOf({ source, flags }: Pick<Literal, "source" | "flags">, text: string): number {
  Object.assign(sandbox, { text });
  let least = Number.POSITIVE_INFINITY;
  for (let run = 0; run < 3 && least > MOST_MS; run++) {
    try {
      const own = flags.replace(/[gy]/g, "");
      // Sticky patterns start where they are told to; others are tried from every place.
      const code = `(() => { const r = new RegExp(${JSON.stringify(flags.includes("y") ? `^(?:${source})` : source)}, ${JSON.stringify(own)}); const t = performance.now(); r.test(text); return performance.now() - t; })()`;
      Object.assign(sandbox, { performance });
      least = Math.min(least, runInContext(code, sandbox, { timeout: 1_000 }) as number);
    } catch (error) {
      if ((error as { code?: string }).code !== "ERR_SCRIPT_EXECUTION_TIMEOUT") throw error;
      return Number.POSITIVE_INFINITY;
    }
  }
  return least;
}

/** The worst of a pattern's pumped texts that takes too long. */
function slowText(pattern: Pick<Literal, "source" | "flags">): string | undefined {
  for (const text of pumpTexts(pattern.source, pattern.flags, SIZE)) {
    const time = timeOf(pattern, text);
    if (time > MOST_MS) return `${JSON.stringify(text.slice(0, 12))}… ${time.toFixed(0)} ms`;
  }
  return undefined;
}

const files = ["src", "pipelines"].flatMap((folder) =>
  readdirSync(`${ROOT}${folder}`, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => `${folder}/${name}`),
);
const literals = files.flatMap((file) => literalsIn(file, readFileSync(`${ROOT}${file}`, "utf8")));

test("the checker finds what it is to find", () => {
  for (const [source, flags] of [
    ["^(a+)+$", ""],
    ["(?:a|a)*b", ""],
    ["\\s+$", ""],
    ["(\\w+\\s?)*:", "u"],
    ["“[^”]*!", "u"],
    ["a.*b.*c", "s"],
  ] as const) {
    expect(slowText({ source, flags }), source).toBeDefined();
  }
  for (const source of ["^\\s+", "(?<!\\s)\\s+$", "[a-z]{1,20}\\d", "^[^a]*a", "\\d+"]) {
    expect(slowText({ source, flags: "u" }), source).toBeUndefined();
  }
});

test("the scanner finds the literals, and only these", () => {
  const code =
    'const a = x / y / z; // /no/\nf(/a[/]b\\//gu, "/no/", `/no/ $\x7bg(/c/)} /no/`); const b = /d/.test(e) ? /f/ : 1 / 2; /* /no/ */';
  expect(literalsIn("x", code).map(({ source }) => source)).toEqual(["a[/]b\\/", "c", "d", "f"]);
  expect(literals.length).toBeGreaterThan(400);
  for (const { source, flags, file, line } of literals) {
    expect(() => new RegExp(source, flags), `${file}:${line}`).not.toThrow();
    expect(parse(source).length, `${file}:${line}`).toBeGreaterThan(0);
  }
});

test("every pattern in src takes time that grows with the text's length, or reads bounded texts", () => {
  const slow = new Map<string, string>();
  for (const literal of literals) {
    const text = slowText(literal);
    if (text !== undefined) slow.set(`${literal.file}: ${literal.source.slice(0, 40)}`, text);
  }
  expect([...slow].filter(([key]) => !(key in BOUNDED))).toEqual([]);
  expect(Object.keys(BOUNDED).filter((key) => !slow.has(key))).toEqual([]);
});
