import { describe, expect, it, test } from "vitest";
import { compareArticles, compareWithNothing } from "../../src/compare/compare-articles.js";
import { headingOf } from "../../src/compare/report/words.js";
import type { KnowledgeFile } from "../../src/model/knowledge-file.js";
import { type Facts, knowledge } from "./knowledge.js";

const TEXT = `Ann Lee met Bo Ray in Holm on Friday.
“The bridge is shut,” Lee said. She said it was old. Ray told the town “pay up” on 3 May.
Lee won the vote. Ray lost the vote.`;

const FACTS: Facts = {
  entities: { "Ann Lee": ["Ann Lee", "Lee#2", "She"], "Bo Ray": ["Bo Ray", "Ray#2"], "Holm/place": ["Holm"] },
  quotes: [
    ["Ann Lee", "said", "The bridge is shut,"],
    ["Ann Lee", "said#2", "it was old"],
    ["Bo Ray", "told", "pay up"],
  ],
  times: [
    ["Friday", "2025-05-02"],
    ["3 May", "2025-05-03"],
  ],
  claims: [
    ["The bridge", "is", "shut", 0],
    ["Lee#3", "won", "the vote"],
  ],
};

/** What differs, in short: 'quote: speaker | Bo Ray: … | Ann Lee → Bo Ray'. */
const told = (old: KnowledgeFile, now: KnowledgeFile): string[] =>
  compareArticles(old, now).changes.map((change) =>
    [
      headingOf(change),
      change.label,
      ...change.fields.map((field) => `${field.old ?? "–"} → ${field.new ?? "–"}`),
    ].join(" | "),
  );

const base = knowledge(TEXT, FACTS);
const change = (facts: Facts): string[] => told(base, knowledge(TEXT, { ...FACTS, ...facts }));

describe("compareArticles", () => {
  it("finds nothing between equal readings, however numbered and in whatever order", () => {
    expect(change({ idBase: 40 })).toEqual([]);
    const reversed = (value: readonly unknown[] | undefined) => [...(value ?? [])].reverse();
    expect(
      change({
        idBase: 7,
        entities: Object.fromEntries(Object.entries(FACTS.entities!).reverse()),
        times: reversed(FACTS.times) as never,
        claims: FACTS.claims!.slice().reverse(),
      }),
    ).toEqual([]);
  });

  test.each<[string, Facts, string[]]>([
    [
      "an entity renamed",
      {
        entities: { "Ann Lee": ["Ann Lee", "Lee#2", "She"], Ray: ["Bo Ray", "Ray#2"], "Holm/place": ["Holm"] },
        quotes: [],
      },
      ["entity renamed | Ray (person) | Bo Ray → Ray"],
    ],
    [
      "an entity of another type",
      { entities: { ...FACTS.entities!, "Holm/place": [], "Holm/organization": ["Holm"] } as never },
      ["entity: type | Holm (organization) | place → organization"],
    ],
    ["roles", { roles: { "Bo Ray": ["mayor"] } }, ["entity: roles | Bo Ray (person) | – → mayor"]],
    [
      "an entity lost, with nothing said of its mention",
      { entities: { "Ann Lee": ["Ann Lee", "Lee#2", "She"], "Bo Ray": ["Bo Ray", "Ray#2"] } },
      ["entity lost | Holm (place)"],
    ],
    [
      "two entities merged",
      { entities: { "Ann Lee": ["Ann Lee", "Lee#2", "She", "Bo Ray", "Ray#2"], "Holm/place": ["Holm"] }, quotes: [] },
      ["entity merged | Ann Lee (person) | Ann Lee + Bo Ray → Ann Lee"],
    ],
    [
      "one entity split",
      { entities: { ...FACTS.entities!, "Ann Lee": ["Ann Lee", "She"], Lee: ["Lee#2"] } },
      ["entity split | Ann Lee (person) | Ann Lee → Ann Lee + Lee"],
    ],
    [
      "a mention of another entity",
      { entities: { ...FACTS.entities!, "Ann Lee": ["Ann Lee", "Lee#2"], "Bo Ray": ["Bo Ray", "Ray#2", "She"] } },
      ["mention: entity | She [Bo Ray] | Ann Lee → Bo Ray"],
    ],
    [
      "a mention found no more",
      { entities: { ...FACTS.entities!, "Ann Lee": ["Ann Lee", "Lee#2"] } },
      ["mention lost | She [Ann Lee]"],
    ],
    [
      "another speaker",
      { quotes: [FACTS.quotes![0]!, ["Bo Ray", "said#2", "it was old"], FACTS.quotes![2]!] },
      ["quote: speaker | Bo Ray: it was old | Ann Lee → Bo Ray"],
    ],
    [
      "a speaker no more known",
      { quotes: [FACTS.quotes![0]!, ["?", "said#2", "it was old"], FACTS.quotes![2]!] },
      ["quote: speaker | (no-source): it was old | Ann Lee → (no-source)"],
    ],
    [
      "a quote with other bounds and cue",
      { quotes: [["Ann Lee", "Lee said", "bridge is shut"], FACTS.quotes![1]!, FACTS.quotes![2]!] },
      ["quote: content, cue | Ann Lee: bridge is shut | The bridge is shut, → bridge is shut | said → Lee said"],
    ],
    [
      "quotes lost and gained",
      { quotes: [FACTS.quotes![0]!, FACTS.quotes![2]!, ["Bo Ray", "", "lost the vote"]] },
      ["quote gained | Bo Ray: lost the vote", "quote lost | Ann Lee: it was old"],
    ],
    [
      "another value of a date",
      { times: [["Friday", "2025-05-09"], FACTS.times![1]!] },
      ["date: value | Friday = 2025-05-09 | 2025-05-02 → 2025-05-09"],
    ],
    [
      "a date cut otherwise, and one lost",
      { times: [["on Friday", "2025-05-02"]] },
      ["date: words | on Friday = 2025-05-02 | Friday → on Friday", "date lost | 3 May = 2025-05-03"],
    ],
    [
      "a claim on another's word",
      { claims: [["The bridge", "is", "shut"], FACTS.claims![1]!] },
      ["claim: said by | The bridge | is | shut | Ann Lee → the article"],
    ],
    [
      "a claim of other parts, and another gained",
      { claims: [FACTS.claims![0]!, ["Lee#3", "won", "vote#1"], ["Ray#3", "lost", "the vote#2"]] },
      ["claim: arguments | Lee | won | vote | the vote → vote", "claim gained | Ray | lost | the vote"],
    ],
    ["a doubt", { problems: ["one mark is open"] }, ["problem gained | hand/doubt: one mark is open"]],
  ])("tells %s", (_, facts, expected) => {
    const given = facts.entities ? { ...facts, entities: withoutEmpty(facts.entities) } : facts;
    const quotes = facts.quotes?.length === 0 ? { ...base, quotes: [], claims: [] } : base;
    const claims = facts.quotes?.length === 0 ? { claims: [] } : {};
    expect(told(quotes, knowledge(TEXT, { ...FACTS, ...given, ...claims }))).toEqual(expected);
  });

  it("follows quotes and claims through an entity that was renamed", () => {
    const entities = { Lee: FACTS.entities!["Ann Lee"]!, "Bo Ray": ["Bo Ray", "Ray#2"], "Holm/place": ["Holm"] };
    const quotes = FACTS.quotes!.map(([who, ...rest]) => [who === "Ann Lee" ? "Lee" : who, ...rest] as never);
    expect(change({ entities, quotes })).toEqual(["entity renamed | Lee (person) | Ann Lee → Lee"]);
  });

  it("compares fields of two versions of the schema only where both have them", () => {
    const now = { ...base, quotes: base.quotes.map((quote) => ({ ...quote, cueLemma: "say" })) };
    expect(told(base, now)).toHaveLength(3);
    expect(told({ ...base, schemaVersion: "1.0.0" }, now)).toEqual([]);
  });

  it("tells lines of another kind, and what the header says", () => {
    const now: KnowledgeFile = {
      ...base,
      article: { ...base.article, title: "Bridge", blocks: [{ kind: "boilerplate", start: 0, end: TEXT.length }] },
    };
    const fields = compareArticles(base, now).changes.map(({ kind, fields }) => [kind, fields[0]!.old, fields[0]!.new]);
    expect(fields).toEqual([
      ["header", null, "Bridge"],
      ["header", "body", "boilerplate"],
    ]);
  });

  it("weighs a wrong speaker more than a moved boundary", () => {
    const weight = (facts: Facts) => compareArticles(base, knowledge(TEXT, { ...FACTS, ...facts })).weight;
    const speaker = weight({ quotes: [FACTS.quotes![0]!, ["Bo Ray", "said#2", "it was old"], FACTS.quotes![2]!] });
    const bounds = weight({ quotes: [FACTS.quotes![0]!, ["Ann Lee", "said#2", "it was"], FACTS.quotes![2]!] });
    expect(speaker).toBeGreaterThan(bounds);
    expect(bounds).toBeGreaterThan(0);
  });
});

describe("edited texts", () => {
  it("leads facts over small edits and says which went with their words", () => {
    const text = `Update. ${TEXT.replace(" Ray told the town “pay up” on 3 May.", "").replace("shut", "closed")}`;
    const now = knowledge(text, {
      ...FACTS,
      entities: { "Ann Lee": ["Ann Lee", "Lee#2", "She"], "Bo Ray": ["Bo Ray", "Ray#2"], "Holm/place": ["Holm"] },
      quotes: [["Ann Lee", "said", "The bridge is closed,"], FACTS.quotes![1]!],
      times: [FACTS.times![0]!],
      claims: [["The bridge", "is", "closed", 0], FACTS.claims![1]!],
    });
    expect(compareArticles(base, now).text).toBe("edited");
    expect(told(base, now)).toEqual([
      "article: text | its text was edited | 164 code units → 137 code units",
      "mention gained | Ray",
      "mention lost with its words | Ray",
      "quote: content | Ann Lee: The bridge is closed, | The bridge is shut, → The bridge is closed,",
      "quote lost with its words | Bo Ray: pay up",
      "date lost with its words | 3 May = 2025-05-03",
      "claim: arguments | The bridge | is | closed | shut → closed",
    ]);
  });

  it("pairs by words when the text is not there, or written anew", () => {
    const without = knowledge(`More. ${TEXT}`, { ...FACTS, withText: false });
    const labels = ["article: text | its text is another"];
    expect(told(base, without).map((line) => line.split(" | ").slice(0, 2).join(" | "))).toEqual(labels);
    const anew = knowledge(
      "Bo Ray said “pay up”. Holm will not pay before winter, nor will its neighbours in the far north.",
      {
        entities: { "Bo Ray": ["Bo Ray"], "Holm/place": ["Holm"] },
        quotes: [["Bo Ray", "said", "pay up"]],
      },
    );
    const diff = compareArticles(base, anew);
    expect(diff.text).toBe("rewritten");
    expect(diff.counts.quotes).toEqual({ old: 3, new: 1, lost: 2, gained: 0, changed: 1 });
  });
});

test("compareWithNothing counts an article once", () => {
  const { changes, counts } = compareWithNothing(base, "old");
  expect(changes.map(headingOf)).toEqual(["article lost"]);
  expect(counts.articles).toEqual({ old: 1, new: 0, lost: 1, gained: 0, changed: 0 });
  expect(counts.quotes.old).toBe(0);
});

const withoutEmpty = (entities: Readonly<Record<string, readonly string[]>>) =>
  Object.fromEntries(Object.entries(entities).filter(([, mentions]) => mentions.length > 0));
