import { expect, test } from "vitest";
import type { KnowledgeFile } from "../../src/model/knowledge-file.js";
import { mustSchema } from "./facts.js";
import { broken, count, unmet } from "./hold.js";

const text = "Crane falls\n\n“It was loud,” Ida Roe said on Friday. “Very loud.”\n";

/** The text's own words as an item with its span. */
const item = (words: string) => {
  const start = text.indexOf(words);
  return { start, end: start + words.length, text: words };
};

const file: KnowledgeFile = {
  schemaVersion: "1.0.0",
  generator: { name: "copydesk", version: "0", pipeline: "test", model: null },
  offsetUnit: "utf-16",
  article: {
    id: "crane",
    title: "Crane falls",
    bylines: [],
    dateline: null,
    published: "2025-03-08T10:00:00Z",
    publishedFrom: "record",
    url: null,
    source: null,
    language: "en",
    sha256: "",
    blocks: [
      { kind: "headline", start: 0, end: 13 },
      { kind: "body", start: 13, end: text.length },
    ],
  },
  sentences: [],
  entities: [{ id: "e1", type: "person", name: "Ida Roe", aliases: ["Roe"], roles: ["a crane driver"], links: [] }],
  mentions: [{ id: "m1", entity: "e1", type: "person", form: "name", by: "names/test", ...item("Ida Roe") }],
  times: [
    { id: "t1", type: "DATE", value: "2025-03-07", anchor: { kind: "published" }, by: "dates/test", ...item("Friday") },
  ],
  quotes: [
    {
      id: "q1",
      kind: "direct",
      content: [item("It was loud,"), item("Very loud.")],
      cue: [item("said")],
      source: [item("Ida Roe")],
      speaker: { status: "resolved", entity: "e1" },
      attitude: "assertion",
      by: "quotes/test",
    },
  ],
  claims: [
    {
      id: "c1",
      subject: item("It"),
      predicate: item("was"),
      arguments: [],
      assertedBy: "q1",
      polarity: "affirmed",
      modality: "asserted",
      by: "claims/test",
      ...item("It was loud"),
    },
  ],
  problems: [{ stage: "test", rule: "odd", message: "", start: 13, end: 14 }],
};

const facts = (must: object) => mustSchema.parse({ about: "", must }).must;
const refusals = (mustNot: object) => mustSchema.parse({ about: "", must: {}, mustNot }).mustNot;

test.each([
  [{ article: { title: "Crane falls", published: "2025-03-08", language: "en", bylines: [] } }],
  [
    {
      blocks: [
        { line: 0, kind: "headline" },
        { line: "“It was", kind: "body", duplicate: false },
      ],
    },
  ],
  [{ entities: [{ name: "Ida Roe", type: "person", aliases: ["Roe"], roles: ["crane driver"] }] }],
  [{ mentions: [{ text: "Ida Roe", in: "loud,” Ida Roe said", entity: "Roe", form: "name" }] }],
  [{ times: [{ text: "Friday", value: "2025-03-07", type: "DATE" }] }],
  [{ quotes: [{ content: ["It was loud", "Very loud"], source: "Roe", cue: "said", speaker: "Roe", kind: "direct" }] }],
  [{ quotes: [{ content: "It was […] loud" }, { content: "It was loud, Very loud." }] }],
  [{ quotes: [{ content: "Very loud", part: true }] }],
  [{ claims: [{ text: "It was loud", predicate: "was", assertedBy: "Ida Roe" }] }],
  [{ claims: [{ subject: "It", predicate: "was", polarity: "affirmed", modality: "asserted" }] }],
  [{ problems: [{ rule: "odd", in: "“It was loud" }] }],
])("%j holds", (must) => {
  expect(unmet(facts(must), { file, text })).toEqual([]);
});

test.each([
  [{ article: { published: "2025-03-09" } }],
  [{ article: { published: null } }],
  [{ blocks: [{ line: 0, kind: "body" }] }],
  [{ blocks: [{ line: "Crane", nth: 2, kind: "headline" }] }],
  [{ entities: [{ name: "Ida Roe", type: "organization" }] }],
  [{ entities: [{ name: "Ida Roe", aliases: ["Ida"] }] }],
  [{ entities: [{ name: "Ida Roe", roles: ["crane"], type: "place" }] }],
  [{ entities: [{ name: "Ida Roe", roles: ["driver of"] }] }],
  [{ mentions: [{ text: "Ida Roe", in: "Ida Roe", entity: "Ida" }] }],
  [{ times: [{ text: "Friday", value: null }] }],
  [{ quotes: [{ content: "It was loud" }] }],
  [{ quotes: [{ content: ["It was loud", "Very loud"], speaker: null }] }],
  [{ quotes: [{ content: ["It was loud", "Very loud"], source: "Id" }] }],
  [{ claims: [{ text: "It was loud", assertedBy: "article" }] }],
  [{ claims: [{ predicate: "was", polarity: "negated" }] }],
  [{ claims: [{ predicate: "was", object: "loud" }] }],
  [{ claims: [{ predicate: "was", via: "Ida Roe" }] }],
  [{ claims: [{ predicate: "was", time: "2025-03-07" }] }],
  [{ claims: [{ predicate: "was", relation: "died" }] }],
  [{ problems: [{ in: "Crane falls" }] }],
])("%j does not hold", (must) => {
  expect(unmet(facts(must), { file, text })).toHaveLength(1);
});

test("refusals are broken by what is there, and by a part of a quotation alone", () => {
  const there = {
    names: [{ text: "Ida Roe" }, { text: "Ida Roe", type: "person" }],
    times: [{ text: "Friday" }],
    quotes: [{ content: "Very loud" }, { content: "It was loud […] loud", kind: "direct" }],
    claims: [{ predicate: "was" }, { predicate: "was", assertedBy: "Ida Roe" }],
  };
  expect(broken(refusals(there), { file, text })).toHaveLength(count(refusals(there)));
  const absent = {
    names: [{ text: "Ida" }, { text: "Ida Roe", type: "place" }],
    times: [{ text: "said" }, { text: "Friday", in: "a Friday" }],
    quotes: [{ content: "loud" }, { content: "Very loud", kind: "indirect" }],
    claims: [{ predicate: "was", assertedBy: "article" }, { lemma: "fall" }],
  };
  expect(broken(refusals(absent), { file, text })).toEqual([]);
});

test("a block fact says something", () => {
  expect(() => facts({ blocks: [{ line: 0 }] })).toThrow("say its kind");
});

test("a claim fact names its verb", () => {
  expect(() => facts({ claims: [{ subject: "It" }] })).toThrow("say its verb");
});
