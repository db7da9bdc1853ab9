/**
 * Runs the commands that README and docs show and puts what they print in the place of what stands there.
 *   npm run docs [-- FILE…]       all documents, or some
 *   npm run docs -- --check       only says what would change; exit code 1 when something would
 * Blocks fenced as `console` are refreshed: each line '$ …' is run by sh, `copydesk` being this build. Each document has a
 * scratch folder of its own with seeds/, fixtures/, dist/ and output/ (the seeds, read); a comment '<!-- $ … -->' before a
 * block makes ready what it needs. A line '…' stands for lines left out: the lines behind it are taken from where a printed
 * line begins as the first of them does. A block whose lines are not found stays as it is and is told.
 */
import { spawnSync } from "node:child_process";
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { fitted } from "./fitted.mjs";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const DOCUMENTS = [
  "README.md",
  ...["claims", "corpus", "diff", "evaluate", "explore", "exports"].map((name) => `docs/${name}.md`),
];
/** What a reader of README types in a checkout; it builds first. */
const BUILDS = ["npm run extract", "copydesk extract seeds -o output --force"];
const PART = /^<!-- \$ ([\s\S]*?) -->$|^```console\n([\s\S]*?)^```$/gm;

const given = process.argv.slice(2);
const isCheck = given.includes("--check");
const wanted = given.filter((word) => !word.startsWith("--"));
const scratch = mkdtempSync(join(tmpdir(), "copydesk-docs-"));
let isOff = false;
try {
  const output = join(scratch, "output");
  run(`copydesk extract seeds -o ${output} -q`, folderFor("first"));
  for (const file of wanted.length > 0 ? wanted : DOCUMENTS) refresh(file, output);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
if (isOff) process.exitCode = 1;

function refresh(file, output) {
  const folder = folderFor(file.replace(/\W/g, "-"));
  cpSync(output, join(folder, "output"), { recursive: true });
  const before = readFileSync(join(ROOT, file), "utf8");
  const after = before.replace(PART, (part, hidden, block) => {
    if (block === undefined) {
      run(hidden, folder);
      return part;
    }
    const texts = block.split(/^(?=\$ )/m).map((call) => shown(call, folder, file));
    return `\`\`\`console\n${texts.join("")}\`\`\``;
  });
  if (before === after) return;
  process.stdout.write(`${file}: ${isCheck ? "not what is printed now" : "refreshed"}\n`);
  if (isCheck) isOff = true;
  else writeFileSync(join(ROOT, file), after);
}

/** A command and what it prints, as the document shows it. */
function shown(call, folder, file) {
  const [line, ...old] = call.replace(/\n+$/, "").split("\n");
  const blank = /\n*$/.exec(call)[0];
  const printed = run(line.slice(2).replace(...BUILDS), folder);
  const { lines, missing } = fitted(old, printed);
  for (const text of missing) {
    process.stderr.write(`${file}: ${line}: nothing printed begins like '${text}'; choose other lines\n`);
    isOff = true;
  }
  return `${[line, ...lines].join("\n")}${blank}`;
}

/** What a command prints, both outputs as they come, in lines without blanks at the end. */
function run(command, folder) {
  const env = { ...process.env, PATH: `${join(folder, "bin")}:${process.env.PATH}`, COLUMNS: "120", NO_COLOR: "1" };
  const { stdout, error } = spawnSync("sh", ["-c", `{ ${command}\n} 2>&1`], {
    cwd: folder,
    env,
    encoding: "utf8",
    maxBuffer: 1e9,
  });
  if (error) throw error;
  return stdout.trimEnd().split("\n");
}

function folderFor(name) {
  const folder = join(scratch, name);
  mkdirSync(join(folder, "bin"), { recursive: true });
  for (const linked of ["seeds", "fixtures", "dist", "models", "node_modules", "package.json"]) {
    symlinkSync(join(ROOT, linked), join(folder, linked));
  }
  const shim = join(folder, "bin", "copydesk");
  writeFileSync(shim, `#!/bin/sh\nexec node "${folder}/dist/src/cli/bin.js" "$@"\n`);
  chmodSync(shim, 0o755);
  return folder;
}
