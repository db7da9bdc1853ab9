import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Command } from "commander";
import { describe, expect, test } from "vitest";
import { program } from "../src/cli/program.js";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const read = (file: string): string => readFileSync(join(ROOT, file), "utf8");
const FOLDERS = ["docs", "docs/training", "cluster", "examples", "models", "fixtures", "training"];
const documents = [
  "README.md",
  "ARCHITECTURE.md",
  ...FOLDERS.flatMap((folder) =>
    readdirSync(join(ROOT, folder))
      .filter((name) => name.endsWith(".md"))
      .map((name) => `${folder}/${name}`),
  ),
];

const root = program({ signal: new AbortController().signal, finish: () => undefined });

/** Commands that do something, by their full name: 'extract', 'corpus build'. */
const commands = new Map<string, Command>(root.commands.flatMap((command) => leaves(command, "")));

function leaves(command: Command, before: string): [string, Command][] {
  const name = `${before}${command.name()}`;
  return command.commands.length === 0
    ? [[name, command]]
    : command.commands.flatMap((child) => leaves(child, `${name} `));
}

function helpOf(command: Command): string {
  let text = "";
  command.configureOutput({
    writeOut: (part) => {
      text += part;
    },
  });
  command.outputHelp();
  return text;
}

/** Code in a document: the lines of its fenced blocks, long ones joined at their backslash, and its spans. */
function codeIn(document: string): readonly string[] {
  const fenced = [...document.matchAll(/^```[^\n]*\n([\s\S]*?)^```/gm)].map(([, code]) => code!);
  const spans = [...document.replace(/^```[\s\S]*?^```/gm, "").matchAll(/`([^`]+)`/g)];
  return [
    ...fenced.flatMap((code) => code.replace(/\\\n/g, " ").split("\n")),
    ...spans.map(([, code]) => code!.replace(/\s+/g, " ")),
  ];
}

/** Calls of the command in a line of shell, each as its words; 'copydesk' alone, as the name of the project, is none. */
function callsIn(line: string): readonly (readonly string[])[] {
  const plain = line.replace(/"[^"]*"|'[^']*'/g, "TEXT").replace(/\s#.*$/, "");
  return plain
    .split(/\||;|&&|[<>]/)
    .map((part) => part.trim().replace(/^\$ /, "").split(/\s+/))
    .filter(([first, second]) => first === "copydesk" && second !== undefined);
}

/** What is wrong with a call: a command or an option that there is not. */
function wrongIn([, ...words]: readonly string[]): readonly string[] {
  if (words[0]!.startsWith("-")) return ["--help", "--version"].includes(words[0]!) ? [] : [`no option ${words[0]}`];
  const group = root.commands.find((command) => command.name() === words[0]);
  const command = group?.commands.find((child) => child.name() === words[1]) ?? group;
  if (command === undefined) return [`no command ${words[0]}`];
  if (command.commands.length > 0 && words[1] !== undefined) return [`no command ${words[0]} ${words[1]}`];
  const known = new Set(command.options.flatMap(({ short, long }) => [short, long]));
  return words
    .map((word) => word.replace(/[\])]+$/, "").replace(/^\[/, ""))
    .filter((word) => /^--?[a-z]/.test(word) && !known.has(word.replace(/=.*$/, "")))
    .map((word) => `${command.name()} has no option ${word}`);
}

const callsOf = (text: string): readonly (readonly string[])[] => codeIn(text).flatMap(callsIn);

describe.each(documents)("%s", (file) => {
  const text = read(file);

  test("every call of the command is one that there is", () => {
    expect(callsOf(text).flatMap((call) => wrongIn(call).map((wrong) => `${call.join(" ")}: ${wrong}`))).toEqual([]);
  });

  test("every link leads somewhere", () => {
    const links = [...text.replace(/^```[\s\S]*?^```/gm, "").matchAll(/\]\(([^)\s]+)\)/g)].map(([, link]) => link!);
    const dead = links
      .filter((link) => !/^[a-z]+:/.test(link))
      .filter((link) => {
        const [path = "", anchor] = link.split("#");
        const target = path === "" ? file : join(dirname(file), path);
        return !existsSync(join(ROOT, target)) || (anchor !== undefined && !anchorsOf(read(target)).has(anchor));
      });
    expect(dead).toEqual([]);
  });

  test("every script and file of the project that it names is there", () => {
    const { scripts } = JSON.parse(read("package.json"));
    const code = codeIn(text);
    const named = code.flatMap((line) => [...line.matchAll(/\bnpm run ([\w:-]+)/g)].map(([, name]) => name!));
    const paths = code.flatMap((line) =>
      [...line.matchAll(/(?<![\w./@-])((?:src|tests|bench|scripts|pipelines|fixtures)\/[\w./-]*\w)(?![\w*{<…-])/g)].map(
        ([, path]) => path!,
      ),
    );
    const isOfOthers = file.startsWith("examples/"); // tells how to use another project's template
    expect(named.filter((name) => !isOfOthers && scripts[name] === undefined)).toEqual([]);
    expect(paths.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });
});

/** The anchors of a document's headings, as GitHub makes them. */
const anchorsOf = (text: string): ReadonlySet<string> =>
  new Set(
    [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading]) =>
      heading!
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\s_-]/gu, "")
        .replace(/\s/g, "-"),
    ),
  );

test("docs/command.md has a row for each command", () => {
  const reference = read("docs/command.md");
  const rows = [...reference.matchAll(/^\| `([a-z ]+?)(?= ?[A-Z[`-])/gm)].map(([, name]) => name!.trim());
  expect(rows.sort()).toEqual([...commands.keys()].sort());
});

test.each([...commands])("%s has help with examples that work", (name, command) => {
  const help = helpOf(command);
  expect(help).toContain("Examples:");
  const examples = help.split("Examples:")[1]!;
  const calls = examples.split("\n").flatMap(callsIn);
  expect(calls.some((call) => call.slice(1).join(" ").startsWith(name))).toBe(true);
  expect(calls.flatMap(wrongIn)).toEqual([]);
});

test("a call that there is not is told", () => {
  expect(callsIn("copydesk extrct a | copydesk show x --htm; copydesk corpus ask").map(wrongIn)).toEqual([
    ["no command extrct"],
    ["show has no option --htm"],
    ["no command corpus ask"],
  ]);
});
