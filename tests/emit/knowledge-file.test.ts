import { expect, test } from "vitest";
import { checkKnowledgeFile } from "../../src/emit/check.js";
import { type EmitOptions, serialize, toKnowledgeFile } from "../../src/emit/knowledge-file.js";
import type { KnowledgeFile } from "../../src/model/knowledge-file.js";
import type { Span } from "../../src/model/span.js";
import { doc } from "../helpers/doc.js";

const TEXT = "Ann Lee said “it is done” on Friday.\nShe left 🙂.\n";
const at = (words: string): Span => ({ start: TEXT.indexOf(words), end: TEXT.indexOf(words) + words.length });
const options: EmitOptions = { version: "0.0.0", pipeline: "test", model: null };

const file = (given: Partial<EmitOptions> = {}): KnowledgeFile =>
  toKnowledgeFile(
    doc(TEXT, {
      published: "2025-02-07",
      entities: [
        {
          type: "person",
          name: "Ann Lee",
          aliases: [],
          roles: [],
          mentions: [
            { ...at("Ann Lee"), type: "person", form: "name", by: "test" },
            { ...at("She"), type: "person", form: "pronoun", by: "test" },
          ],
        },
      ],
      links: {
        entities: [{ links: [], candidates: [{ scheme: "desk", id: "7", score: 0.5, by: "links/open" }] }],
        focus: [{ country: "FR", share: 0.5 }],
      },
      metonyms: [],
      times: [
        {
          ...at("Friday"),
          type: "DATE",
          value: "2025-02-07",
          anchor: { kind: "published", value: "2025-02-07" },
          by: "test",
        },
      ],
      quotes: [
        {
          kind: "direct",
          content: [at("it is done")],
          cue: [at("said")],
          source: [at("Ann Lee")],
          attitude: "assertion",
          speaker: { status: "resolved", entity: 0 },
          by: "test",
        },
      ],
      claims: [
        {
          ...at("it is done"),
          subject: at("it"),
          predicate: at("is done"),
          arguments: [],
          time: 0,
          assertedBy: { quote: 0 },
          polarity: "affirmed",
          modality: "asserted",
          by: "test",
        },
      ],
    }),
    [{ stage: "s", rule: "r", message: "a doubt", span: at("left") }],
    { ...options, ...given },
  );

test("a file holds ordinal ids, texts beside spans, and sentences", () => {
  const made = file();
  expect(checkKnowledgeFile(made)).toEqual([]);
  expect(made.mentions.map((m) => [m.id, m.entity, m.text, m.sentence])).toEqual([
    ["m1", "e1", "Ann Lee", 0],
    ["m2", "e1", "She", 1],
  ]);
  expect(made.quotes[0]).toMatchObject({
    id: "q1",
    content: [{ text: "it is done" }],
    speaker: { status: "resolved", entity: "e1" },
  });
  expect(made.claims[0]).toMatchObject({ subject: { text: "it" }, assertedBy: "q1", time: "t1" });
  expect(made.problems).toEqual([{ stage: "s", rule: "r", message: "a doubt", ...at("left") }]);
});

test("equal input gives equal bytes, and JSON reads back as the same file", () => {
  expect(serialize(file())).toBe(serialize(file()));
  expect(JSON.parse(serialize(file()))).toEqual(file());
  expect(serialize(file(), "line").split("\n")).toEqual([JSON.stringify(file()), ""]);
});

test("the text can be left out", () => {
  const made = file({ withText: false });
  expect(made.article.text).toBeUndefined();
  expect(checkKnowledgeFile(made)).toEqual([]);
});

type Draft = Record<string, never>;
const broken: [
  what: string,
  change: (draft: { [K in keyof KnowledgeFile]: Draft & Draft[] }) => void,
  fault: string,
][] = [
  ["a span past the end", (f) => Object.assign(f.mentions[0]!, { end: 999 }), "mentions.0"],
  ["a text that is not its slice", (f) => Object.assign(f.times[0]!, { text: "Monday" }), "times.0"],
  ["an id used twice", (f) => Object.assign(f.mentions[1]!, { id: "m1" }), "mentions.1.id"],
  ["an entity that is not there", (f) => Object.assign(f.mentions[1]!, { entity: "e9" }), "mentions.1.entity"],
  [
    "a speaker that is not there",
    (f) => Object.assign(f.quotes[0]!, { speaker: { status: "resolved", entity: "e9" } }),
    "quotes.0.speaker",
  ],
  ["a time that is not there", (f) => Object.assign(f.claims[0]!, { time: "t7" }), "claims.0.time"],
  ["a claim by nobody", (f) => Object.assign(f.claims[0]!, { assertedBy: "q7" }), "claims.0.assertedBy"],
  [
    "blocks with a gap",
    (f) => Object.assign((f.article as unknown as { blocks: Draft[] }).blocks[1]!, { start: 40 }),
    "article.blocks.1",
  ],
  ["a changed text", (f) => Object.assign(f.article, { sha256: "0" }), "article.sha256"],
  ["a type that is not in the schema", (f) => Object.assign(f.entities[0]!, { type: "robot" }), "entities.0.type"],
  ["an entity without mentions", (f) => Object.assign(f, { mentions: [] }), "entities.0"],
];

test.each(broken)("finds %s", (_what, change, path) => {
  const draft = structuredClone(file());
  change(draft as never);
  expect(checkKnowledgeFile(draft).map((fault) => fault.path)).toContain(path);
});

test("serialize refuses what is not valid", () => {
  const draft = structuredClone(file());
  draft.mentions[0]!.entity = "e9";
  expect(() => serialize(draft)).toThrow("not a valid knowledge file: mentions.0.entity id e9 is not in this file");
});

test("a file of an older minor version is valid still, one of another major version is not", () => {
  const version = (schemaVersion: string) => checkKnowledgeFile({ ...file(), schemaVersion }).map(({ path }) => path);
  expect(version("1.0.0")).toEqual([]);
  expect(version("2.0.0")).toEqual(["schemaVersion"]);
});
