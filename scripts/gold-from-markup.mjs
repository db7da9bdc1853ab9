/**
 * Makes fixtures/gold/gold.jsonl and fixtures/gold/text/*.txt from fixtures/gold/markup/*.txt, the annotators' originals.
 * `node scripts/gold-from-markup.mjs` writes; `--check` only says whether what stands there is what it would write;
 * `--reading FOLDER FILE` makes FILE of another reader's markup of the same texts, and refuses one whose text differs.
 *
 * A markup file is a head (`published: …`, `about: …`), a line `---`, the article, and maybe a line `=== claims`. In the
 * article `{TAGS|words}` marks words; tags stand apart by a space, marks nest.
 *   s3 q3 c3    source, cue, content of attribution 3 (in several pieces: mark each; shared by two: s3,4)
 *   p:lee       a person's name; o: organization, l: place, x: other. lee names the cluster in this article
 *   p:lee~      a description of her, its head word after ^ where it is not the last: {p:lee~|the ^mayor of Holm}
 *   p:lee-      a pronoun
 *   D2025-05    a date with its TIMEX3 value; T time, U duration, R set; ? for no value
 * Under `=== claims`, `@ first words .. last words` names a sentence, and each `- subject | predicate | argument…` a claim.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const GOLD = fileURLToPath(new URL("../fixtures/gold/", import.meta.url));
const ENTITY = { p: ["PER", "person"], o: ["ORG", "organization"], l: ["LOC", "place"], x: ["MISC", "other"] };
const TIME = { D: "DATE", T: "TIME", U: "DURATION", R: "SET" };
const PART = { s: "source", q: "cue", c: "content" };

/** The text without marks, and the marks with their offsets. */
function parse(markup, refuse) {
  let text = "";
  const open = [];
  const marks = [];
  for (let i = 0; i < markup.length; i++) {
    const sign = markup[i];
    if (sign === "{") {
      const bar = markup.indexOf("|", i);
      const tags = markup.slice(i + 1, bar).split(" ");
      if (bar < 0 || tags.join("").length > 60) refuse(`no | after {: ${markup.slice(i, i + 40)}`);
      open.push({ tags, start: text.length });
      i = bar;
    } else if (sign === "}") {
      const mark = open.pop() ?? refuse(`a } too many after '${text.slice(-30)}'`);
      marks.push({ ...mark, end: text.length });
    } else if (sign === "^") open.at(-1).head = text.length;
    else text += sign;
  }
  if (open.length > 0) refuse(`never closed: ${open.map(({ tags }) => tags.join(" "))}`);
  return { text, marks };
}

/** Without white space, and for contents without a comma, full stop, colon or semicolon at the end. */
function trimmed(text, { start, end }, endings) {
  while (start < end && /\s/.test(text[start])) start++;
  while (start < end && endings.test(text[end - 1])) end--;
  return [start, end];
}

function annotate({ text, marks }, refuse) {
  const entities = [];
  const timexes = [];
  const mentions = [];
  const attributions = new Map();
  for (const { tags, start, end, head } of marks) {
    const words = text.slice(start, end);
    if (words.trim() !== words || words === "") refuse(`white space at the ends of '${words}'`);
    for (const tag of tags) {
      const part = /^([sqc])(\d+(?:,\d+)*)$/.exec(tag);
      const entity = /^([polx]):([a-z0-9]+)([~-]?)$/.exec(tag);
      const time = /^([DTUR])(\S+)$/.exec(tag);
      if (part) {
        const span = trimmed(text, { start, end }, part[1] === "c" ? /[\s.,:;]/ : /\s/);
        for (const number of part[2].split(",")) {
          const own = attributions.get(number) ?? { source: [], cue: [], content: [] };
          own[PART[part[1]]].push(span);
          attributions.set(number, own);
        }
      } else if (entity) {
        const [ner, type] = ENTITY[entity[1]];
        const form = { "": "name", "~": "nominal", "-": "pronoun" }[entity[3]];
        if (form === "name") entities.push({ start, end, type: ner, text: words });
        const headStart = head ?? (form === "nominal" ? start + words.search(/[\p{L}\p{N}’'-]+$/u) : start);
        const headEnd =
          form === "name" ? end : headStart + /^[\p{L}\p{N}’'-]*/u.exec(text.slice(headStart, end))[0].length;
        if (headStart < start || headEnd > end || headEnd === headStart) refuse(`no head in '${words}'`);
        mentions.push({
          start,
          end,
          type,
          cluster: `${entity[1]}.${entity[2]}`,
          named: form === "name",
          pronoun: form === "pronoun",
          head: [headStart, headEnd],
          identity: null,
          text: words,
        });
      } else if (time) {
        timexes.push({ start, end, type: TIME[time[1]], value: time[2] === "?" ? null : time[2], text: words });
      } else refuse(`tag '${tag}' on '${words}' is not known`);
    }
  }
  const bySpan = (a, b) => a.start - b.start || b.end - a.end;
  const listed = [...attributions].map(([number, parts]) => {
    if (parts.content.length === 0) refuse(`attribution ${number} has no content`);
    const texts = {};
    for (const [name, spans] of Object.entries(parts)) {
      spans.sort((a, b) => a[0] - b[0]);
      texts[name] = spans.map(([start, end]) => text.slice(start, end));
    }
    return { ...parts, text: texts };
  });
  const annotations = {
    entities: entities.sort(bySpan),
    timexes: timexes.sort(bySpan),
    attributions: listed.sort((a, b) => a.content[0][0] - b.content[0][0]),
    mentions: mentions.sort(bySpan),
  };
  joinFirstPersons(text, annotations);
  return annotations;
}

const FIRST_PERSON = /(?<![\p{L}\p{M}’'])(?:I|[Mm]e|[Mm]y|[Mm]ine|[Mm]yself)(?![\p{L}\p{M}]|['’]s\b)/gu;

/**
 * 'I', 'me', 'my' in the speech of somebody who is marked mean that person: joined here, so that annotators need not mark
 * them. Speech within the speech is left alone; in a content that is not speech as a whole, only what is in marks counts.
 */
function joinFirstPersons(text, { attributions, mentions }) {
  for (const { source, content } of attributions) {
    const speaker = mentions.find(
      (mention) =>
        mention.type === "person" && source.some(([start, end]) => start <= mention.start && mention.end <= end),
    );
    if (speaker === undefined) continue;
    const isSpeech = content.some(([start]) => /[“‘"`:]\s?$/.test(text.slice(Math.max(0, start - 2), start)));
    for (const [start, end] of content) {
      const words = text.slice(start, end);
      const inner = isSpeech ? /“[^”]*”|‘[^’]*’(?!\p{L})|(?<!\p{L})'[^']*'(?!\p{L})/gu : /$^/g;
      const within = [...words.matchAll(inner)].map(({ index, 0: all }) => [index, index + all.length]);
      const spoken = isSpeech
        ? [[0, words.length]]
        : [...words.matchAll(/“[^”]*”|‘[^’]*’(?!\p{L})|"[^"]*"/gu)].map(({ index, 0: all }) => [
            index,
            index + all.length,
          ]);
      for (const { index, 0: word } of words.matchAll(FIRST_PERSON)) {
        const at = [start + index, start + index + word.length];
        const isOwn =
          spoken.some(([from, to]) => from <= index && index < to) &&
          !within.some(([from, to]) => from <= index && index < to) &&
          !mentions.some((mention) => mention.start === at[0]);
        if (!isOwn) continue;
        const { cluster, type } = speaker;
        mentions.push({
          start: at[0],
          end: at[1],
          type,
          cluster,
          named: false,
          pronoun: true,
          head: at,
          identity: null,
          text: word,
        });
      }
    }
  }
  mentions.sort((a, b) => a.start - b.start || b.end - a.end);
}

function claimsOf(section, text, refuse) {
  const sentences = [];
  for (const line of section.split("\n").filter((row) => row.trim() !== "")) {
    if (line.startsWith("@ ")) {
      const [first, last] = line.slice(2).split(" .. ");
      const start = text.indexOf(first);
      const end = text.indexOf(last, start) + last.length;
      if (start < 0 || end < last.length || text.indexOf(first, start + 1) >= 0)
        refuse(`not one such sentence: ${line}`);
      sentences.push({ start, end, text: text.slice(start, end), claims: [] });
    } else {
      const [subject, predicate, ...rest] = line.replace(/^- /, "").split(" | ");
      sentences.at(-1).claims.push({ predicate, arguments: [subject, ...rest] });
    }
  }
  return sentences.sort((a, b) => a.start - b.start);
}

/** An article's record, text and all. */
function read(folder, file) {
  const id = file.replace(/\.txt$/, "");
  const refuse = (reason) => {
    throw new Error(`${folder}/${file}: ${reason}`);
  };
  const [, head, rest] = /^(.*?)\n---\n(.*)$/s.exec(readFileSync(`${folder}/${file}`, "utf8")) ?? refuse("no ---");
  const published = /^published: (.*)$/m.exec(head)?.[1];
  const [markup, claims] = rest.split("=== claims\n");
  const parsed = parse(markup, refuse);
  return {
    id,
    ...(published === undefined ? {} : { published }),
    offsetUnit: "utf-16",
    text: parsed.text,
    ...annotate(parsed, refuse),
    ...(claims === undefined ? {} : { claims: claimsOf(claims, parsed.text, refuse) }),
  };
}

/** Refuses another reader's text at its first difference. */
function checkText({ id, text }) {
  const expected = readFileSync(`${GOLD}text/${id}.txt`, "utf8");
  let at = 0;
  while (at < expected.length && text[at] === expected[at]) at++;
  if (at < Math.max(text.length, expected.length)) {
    throw new Error(
      `${id}: differs at ${at}: '${text.slice(at - 20, at + 30)}', not '${expected.slice(at - 20, at + 30)}'`,
    );
  }
}

const [mode, folder, file] = process.argv.slice(2);
const source = mode === "--reading" ? folder : `${GOLD}markup`;
const names = readdirSync(source).filter((name) => name.endsWith(".txt"));
const records = names.sort().map((name) => read(source, name));
const lines = records.map((record) => `${JSON.stringify(record)}\n`).join("");
const files = new Map([
  [`${GOLD}gold.jsonl`, lines],
  ...records.map(({ id, text }) => [`${GOLD}text/${id}.txt`, text]),
]);
const count = (layer) => records.reduce((sum, record) => sum + (record[layer]?.length ?? 0), 0);
const counts = ["attributions", "entities", "timexes", "mentions"].map((layer) => `${count(layer)} ${layer}`);
const claims = records.reduce(
  (sum, { claims = [] }) => sum + claims.reduce((n, sentence) => n + sentence.claims.length, 0),
  0,
);
const words = records.reduce((sum, { text }) => sum + text.split(/\s+/).length, 0);

if (mode === "--reading") {
  records.forEach(checkText);
  writeFileSync(file, lines);
} else if (mode === "--check") {
  const stands = ([path, content]) => existsSync(path) && readFileSync(path, "utf8") === content;
  const differing = [...files].filter((entry) => !stands(entry)).map(([path]) => path);
  if (differing.length > 0) {
    console.error(`not what the markup says; run node scripts/gold-from-markup.mjs:\n${differing.join("\n")}`);
    process.exitCode = 1;
  }
} else {
  rmSync(`${GOLD}text`, { recursive: true, force: true });
  mkdirSync(`${GOLD}text`);
  for (const [path, content] of files) writeFileSync(path, content);
}
console.log(`${records.length} articles, ${words} words, ${counts.join(", ")}, ${claims} claims`);
