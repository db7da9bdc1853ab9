import { checkKnowledgeFile } from "../../src/emit/check.js";
import { type KnowledgeFile, SCHEMA_VERSION } from "../../src/model/knowledge-file.js";
import { sha256 } from "../../src/text/sha256.js";

const TEXT = `Harbour to close

By Ann Lee

Mayor Rosa Diaz said on Friday that “the harbour will close, and Port Holm Ltd knows it.
“Nobody likes it,” she said.

Advertisement
`;

/** The span of the nth occurrence of some words. */
export function at(words: string, nth = 0, text = TEXT): { start: number; end: number; text: string } {
  let start = text.indexOf(words);
  for (let n = 0; n < nth; n++) start = text.indexOf(words, start + 1);
  if (start < 0) throw new Error(`no '${words}' in the sample`);
  return { start, end: start + words.length, text: words };
}

/** A valid knowledge file made by hand: two blocks share a quotation, a pronoun is a mention, a claim is negated. */
export function sample(): KnowledgeFile {
  const file: KnowledgeFile = {
    schemaVersion: SCHEMA_VERSION,
    generator: { name: "copydesk", version: "0.0.0", pipeline: "by-hand", model: null },
    offsetUnit: "utf-16",
    article: {
      id: "harbour-1",
      title: "Harbour to close",
      bylines: [{ name: "Ann Lee" }],
      dateline: null,
      published: "2025-02-10",
      publishedFrom: "record",
      url: null,
      source: "The Holm Post",
      language: "en",
      sha256: sha256(TEXT),
      text: TEXT,
      blocks: blocks(["headline", "byline", "body", "body", "boilerplate"]),
    },
    sentences: [],
    entities: [
      { id: "e1", type: "person", name: "Rosa Diaz", aliases: ["Diaz"], roles: ["Mayor"], links: [] },
      { id: "e2", type: "organization", name: "Port Holm Ltd", aliases: [], roles: [], links: [] },
    ],
    mentions: [
      { id: "m1", entity: "e1", type: "person", form: "name", ...at("Rosa Diaz"), by: "hand" },
      { id: "m2", entity: "e2", type: "organization", form: "name", ...at("Port Holm Ltd"), by: "hand" },
      { id: "m3", entity: "e1", type: "person", form: "pronoun", ...at("she"), by: "hand" },
    ],
    times: [
      {
        id: "t1",
        ...at("Friday"),
        type: "DATE",
        value: "2025-02-07",
        anchor: { kind: "published", value: "2025-02-10" },
        by: "hand",
      },
    ],
    quotes: [
      {
        id: "q1",
        kind: "mixed",
        content: [at("the harbour will close, and Port Holm Ltd knows it.\n“Nobody likes it,")],
        cue: [at("said")],
        source: [at("Mayor Rosa Diaz")],
        speaker: { status: "resolved", entity: "e1" },
        attitude: "assertion",
        by: "hand",
      },
      {
        id: "q2",
        kind: "direct",
        content: [at("Nobody likes it,")],
        cue: [at("said", 1)],
        source: [at("she")],
        speaker: { status: "unresolved", reason: "pronoun" },
        attitude: "belief",
        via: "q1",
        by: "hand",
      },
    ],
    claims: [
      {
        id: "c1",
        ...at("Nobody likes it"),
        subject: at("Nobody"),
        predicate: at("likes"),
        arguments: [],
        assertedBy: "q2",
        polarity: "negated",
        modality: "possible",
        by: "hand",
      },
    ],
    problems: [{ stage: "find-quotes", rule: "unclosed-quote", message: "a mark is not closed" }],
  };
  return file;
}

/** Fields whose values the schema fixes. */
const FIXED = new Set([
  "schemaVersion",
  "offsetUnit",
  "publishedFrom",
  "type",
  "kind",
  "form",
  "attitude",
  "cueClass",
  "presentedAs",
  "status",
  "polarity",
  "modality",
]);

/** A file with its free strings replaced, ids included: by hostile ones, say. The article's text stays. */
export function withStrings(file: KnowledgeFile, replace: (text: string) => string): KnowledgeFile {
  const replaced: KnowledgeFile = JSON.parse(JSON.stringify(file), (key, value) =>
    typeof value === "string" && !FIXED.has(key) && value !== "article" ? replace(value) : value,
  );
  return {
    ...replaced,
    article: { ...replaced.article, ...(file.article.text === undefined ? {} : { text: file.article.text }) },
  };
}

/** Faults of a file, none for the sample itself. */
export const faultsOf = (file: KnowledgeFile): readonly string[] =>
  checkKnowledgeFile(file).map(({ message }) => message);

function blocks(
  kinds: readonly KnowledgeFile["article"]["blocks"][number]["kind"][],
): KnowledgeFile["article"]["blocks"] {
  const lines = [...TEXT.matchAll(/[^\n]+\n+/g)];
  return lines.map((line, index) => ({
    kind: kinds[index]!,
    start: line.index,
    end: line.index + line[0].length,
  }));
}
