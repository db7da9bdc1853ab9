import { existsSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { DEFAULT_PIPELINE, loadPipeline } from "../pipelines/index.js";
import { checkKnowledgeFile } from "../src/emit/check.js";
import type { KnowledgeFile } from "../src/model/knowledge-file.js";
import { readArticle } from "../src/read/read-article.js";

/** Two real articles that lie beside the project and may not be copied into it: only names and dates of them stand here. */
const FOLDER = fileURLToPath(new URL("../../shared/seeds/", import.meta.url));
const files = existsSync(FOLDER) ? readdirSync(FOLDER).sort() : [];

const read = async (name: string): Promise<KnowledgeFile> => {
  const reader = (await loadPipeline(DEFAULT_PIPELINE))!;
  return reader.read(await readArticle(`${FOLDER}${name}`));
};

/** Kind of each line that is not blank, in order, by the block its first character stands in. */
const kinds = ({ article }: KnowledgeFile): (string | undefined)[] =>
  [...(article.text ?? "").matchAll(/^.*\S.*$/gmu)].map(({ index }) => {
    const block = article.blocks.find(({ start, end }) => start <= index && index < end);
    return block?.duplicateOf === undefined ? block?.kind : "duplicate";
  });

const entity = ({ entities }: KnowledgeFile, name: string) => entities.find((item) => item.name === name);

const reckoned = ({ times }: KnowledgeFile, text: string) => times.find((time) => time.text === text)?.value;

/** Stretches between curly double marks of at least `words` words. */
const quoted = ({ article }: KnowledgeFile, words: number) =>
  [...(article.text ?? "").matchAll(/“([^“”\n]+)”/gu)]
    .map((match) => ({ start: match.index + 1, end: match.index + 1 + match[1]!.length, text: match[1]! }))
    .filter(({ text }) => text.split(" ").length >= words);

/**
 * Every attribution that an attentive reader finds: a few words of its content, a few of its source (null: the text gives
 * none), and the speaker: a name, or @label for one without a name. One label is one entity, two labels are two.
 */
type Attributed = readonly [content: string, source: string | null, speaker?: string, addressee?: string];

const TANGO: readonly Attributed[] = [
  ["open to N.K. engagement", "senior U.S. official", "@official"],
  ["open to engaging with", "senior administration official", "@official"],
  ["make its own efforts", "senior administration official", "@official"],
  ["commitment to the", "the official", "@official"],
  ["remain in “lockstep”", "the official", "@official"],
  ["voiced his openness", "the official", "@official", "reporters"],
  ["get ahead of that", "he", "@official"],
  ["Washington wants Pyongyang", "remarks", "@official"],
  ["offers to resume dialogue", "regime", "@regime"],
  ["be sidelined or bypassed", null],
  ["reach out to Kim", "Trump", "Donald Trump"],
  ["smart guy", "Trump", "Donald Trump"],
  ["revive his personal diplomacy", null],
  ["three trilateral summits", "the official", "@official"],
  ["credited with fostering", "he", "@official"],
  ["support trilateral efforts", "he", "@official"],
  ["you will see continuity", "he", "@official"],
];

const TALKS: readonly Attributed[] = [
  ["preparing for talks", null],
  ["preparing scenarios for", "recent report", "@report"],
  ["in meeting with", "Donald Trump", "Donald Trump"],
  ["numerous internal discussions", "Axios", "Axios"],
  ["laying the groundwork", "the report", "@report"],
  ["off to the races", "One former Trump administration", "@first", "Axios"],
  ["convening agencies", "Another former senior", "@second", "Axios"],
  ["potential avenues", "Another former senior", "@second", "Axios"],
  ["visited Washington", null],
  ["temperature in Washington", "One source", "@source"],
  ["closed-door discussions", "Andrew Yeo", "Andrew Yeo", "Axios"],
  ["grappling with", null],
  ["its policy objective", "the State Department", "State Department"],
  ["nuclear power", "Trump", "Donald Trump"],
  ["those talks all day", "One former U.S. official", "@third", "Axios"],
  ["greatly alarm South Korea", "Axios", "Axios"],
];

/** What is wrong with the attribution of each expectation: none found, or another source, speaker, hearer. */
function unattributed({ quotes, entities }: KnowledgeFile, expected: readonly Attributed[]): readonly string[] {
  const labels = new Map<string, string>();
  const named = new Map(entities.map((item) => [item.id, item.name]));
  return expected
    .filter(([content, source, speaker, addressee]) => {
      const fits = quotes.some((quote) => {
        if (!quote.content.some(({ text }) => text.includes(content))) return false;
        if (source === null) return quote.source.length === 0;
        if (!quote.source.some(({ text }) => text.includes(source)) || quote.speaker.status !== "resolved")
          return false;
        const { entity: id } = quote.speaker;
        if (addressee !== undefined && quote.addressee?.text !== addressee) return false;
        if (!speaker?.startsWith("@")) return named.get(id) === speaker;
        const known = labels.get(speaker);
        if (known === undefined && ![...labels.values()].includes(id)) labels.set(speaker, id);
        return labels.get(speaker) === id;
      });
      return !fits;
    })
    .map(([content]) => content);
}

describe.skipIf(files.length === 0)("the articles of ../shared/seeds (skipped where that folder is absent)", () => {
  let tango: KnowledgeFile;
  let talks: KnowledgeFile;

  beforeAll(async () => {
    [tango, talks] = (await Promise.all([read(files[0]!), read(files[1]!)])) as [KnowledgeFile, KnowledgeFile];
  });

  test("give valid knowledge files", () => {
    expect([...checkKnowledgeFile(tango), ...checkKnowledgeFile(talks)]).toEqual([]);
  });

  test("have the right structure, line by line", () => {
    expect(kinds(tango)).toEqual(["headline", "dateline", ...Array<string>(13).fill("body")]);
    expect(kinds(talks)).toEqual([
      ...["boilerplate", "boilerplate", "boilerplate", "headline", "caption", "duplicate"],
      ...Array<string>(12).fill("body"),
      ...["byline", "boilerplate", "boilerplate"],
      expect.stringMatching(/boilerplate|duplicate/u),
      "boilerplate",
    ]);
  });

  test("say when they were published, and by whom", () => {
    expect([tango.article.published, tango.article.publishedFrom]).toEqual(["2025-02-07", "text"]);
    expect([talks.article.published, talks.article.publishedFrom]).toEqual(["2025-04-28", "text"]);
    const [byline] = talks.article.bylines;
    expect(talks.article.bylines).toHaveLength(1);
    expect(byline?.name).toMatch(/^\p{L}+ \p{L}+-\p{L}+$/u);
    expect(byline?.email).toMatch(/^\S+@\S+\.kr$/u);
  });

  test.each([
    "Donald Trump",
    "Kim Jong-un",
    "Shigeru Ishiba",
    "Yoon Suk Yeol",
    "Joe Biden",
    "Fumio Kishida",
    "Andrew Yeo",
  ])("name %s, a person with a role", (name) => {
    const found = [entity(tango, name), entity(talks, name)].filter((item) => item !== undefined);
    expect(found.length).toBeGreaterThan(0);
    for (const item of found) {
      expect(item.type).toBe("person");
      expect(item.roles).not.toEqual([]);
    }
  });

  test("give roles as written", () => {
    expect(entity(tango, "Kim Jong-un")?.roles).toContain("North Korean leader");
    expect(entity(talks, "Andrew Yeo")?.roles).toContain("the SK-Korea Foundation chair at the Brookings Institution");
  });

  test.each(["Axios", "Fox News", "Brookings Institution", "State Department", "National Security Council"])(
    "name %s, an organization",
    (name) => {
      expect((entity(tango, name) ?? entity(talks, name))?.type).toBe("organization");
    },
  );

  test("know the Council by its letters", () => {
    expect(entity(talks, "National Security Council")?.aliases).toContain("NSC");
  });

  test("reckon dates from the day of publication", () => {
    const inTango = { Friday: "2025-02-07", "last month": "2025-01", December: "2024-12", "August 2023": "2023-08" };
    for (const [text, value] of Object.entries(inTango)) expect([text, reckoned(tango, text)]).toEqual([text, value]);
    const inTalks = { Sunday: "2025-04-27", "last week": "2025-W17" };
    for (const [text, value] of Object.entries(inTalks)) expect([text, reckoned(talks, text)]).toEqual([text, value]);
  });

  test("have every quotation of five words or more whole inside a quote that has its source", () => {
    for (const file of [tango, talks]) {
      const missed = quoted(file, 5).filter(
        (span) =>
          !file.quotes.some(
            ({ content, source }) =>
              source.length > 0 && content.some(({ start, end }) => start <= span.start && span.end - 1 <= end),
          ),
      );
      expect(missed.map(({ start }) => start)).toEqual([]);
    }
  });

  test("have every attribution that an attentive reader finds, with its source and speaker", () => {
    expect([unattributed(tango, TANGO), unattributed(talks, TALKS)]).toEqual([[], []]);
  });

  test("keep the nameless apart and nameless, and Trump's words few", () => {
    const nameless = talks.entities.filter(({ anonymous }) => anonymous).map(({ id }) => id);
    const speakers = talks.quotes
      .filter(({ source }) => source.some(({ text }) => /^(One|Another) /u.test(text)))
      .map(({ speaker }) => (speaker.status === "resolved" ? speaker.entity : "nobody"));
    expect(new Set(speakers).size).toBe(4);
    expect(nameless).toEqual(expect.arrayContaining(speakers));
    const trump = entity(tango, "Donald Trump")?.id;
    const his = tango.quotes.filter(({ speaker }) => speaker.status === "resolved" && speaker.entity === trump);
    expect(his.map(({ source }) => source[0]?.text)).toEqual(his.map(() => "Trump"));
    expect(his.length).toBeGreaterThan(0);
  });

  test("ties hearers to their entities", () => {
    const hearers = talks.quotes.flatMap(({ addressee }) => (addressee ? [addressee.entity] : []));
    expect(hearers).toEqual(hearers.map(() => entity(talks, "Axios")?.id));
  });

  test("do not take the name of an exercise for somebody's speech", () => {
    for (const { content } of tango.quotes) for (const { text } of content) expect(text).not.toBe("Freedom Edge");
  });
});
