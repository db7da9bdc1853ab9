import { describe, expect, it } from "vitest";
import { formatNamed } from "../../../src/evaluate/gold/formats.js";
import type { GoldFile } from "../../../src/evaluate/gold/gold-article.js";
import { GOLD } from "./articles.js";

/** Writes gold, changes it, and gives what reading it back throws; fails when nothing changed or nothing is thrown. */
function refusal(format: string, path: RegExp, from: string | RegExp, to: string): string {
  const { read, write } = formatNamed(format);
  let isChanged = false;
  const files = write(GOLD).map((file): GoldFile => {
    const content = path.test(file.path) ? file.content.replace(from, to) : file.content;
    isChanged ||= content !== file.content;
    return { ...file, content };
  });
  expect(isChanged, `${from} is in the file`).toBe(true);
  try {
    read(files);
  } catch (error) {
    expect((error as Error).name).toBe("InputError");
    return (error as Error).message;
  }
  throw new Error("it was read");
}

/** Format, file, what is changed in it, and what the message must hold: file, line, item, what stands there. */
const CORRUPTED: readonly [format: string, path: RegExp, from: string | RegExp, to: string, told: readonly string[]][] =
  [
    [
      "jsonl",
      /jsonl/,
      /"start":45,"end":52/,
      '"start":46,"end":53',
      ["gold.jsonl:1", "entities[0]", '"na Obi "', "Ana Obi"],
    ],
    ["jsonl", /jsonl/, '"head":[49,52]', '"head":[49,520]', ["gold.jsonl:1", "mentions[", ".head", "no span"]],
    ["jsonl", /jsonl/, '"content":[[22,', '"content":[[1,', ["gold.jsonl:1", "attributions[0].content[0]"]],
    [
      "brat",
      /harbour.ann/,
      "Person 42 49",
      "Person 43 50",
      ["harbour.ann:1", "T1", "43–50 (code points)", '"na Obi "'],
    ],
    ["brat", /harbour.ann/, "Person 42 49", "Person 42 4900", ["harbour.ann:1", "T1", "no span"]],
    ["bio", /harbour.bio/, "Obi\t", "Ob\t", ["harbour.bio:16", '"said" does not fit', 'stands "i sa"']],
    ["bio", /harbour.bio/, "price\t", "prize\t", ["harbour.bio:", '"prize" does not fit', 'stands "price"']],
    ["conllu", /conllu/, "e1)", "e9)", ["gold.conllu:", "e9", "never opened"]],
    ["timeml", /harbour.tml/, "</TIMEX3>,", ",", ["harbour.tml:", "never closed"]],
    ["label-studio", /json/, /"start": 42,/, '"start": 43,', ["gold.json", "task 1, region 1", '"na Obi"', "Ana Obi"]],
    [
      "prodigy",
      /jsonl/,
      /"id":"1","start":42,"end":49/,
      '"id":"1","start":43,"end":50',
      ["gold.jsonl:1", "spans[0] Person"],
    ],
    ["prodigy", /jsonl/, '{"text":"Obi","start":46', '{"text":"Obi","start":45', ["gold.jsonl:1", "tokens[", '" Obi"']],
    [
      "doccano",
      /jsonl/,
      /"start_offset":42,/,
      '"start_offset":41,',
      ["gold.jsonl:1", "entities[0] Person", '" Ana Obi"'],
    ],
    ["carb", /tsv/, "\towed\tTidewater & Sons\tPort Elm\trent", "\towed", ["gold.tsv:1", "expected a sentence"]],
  ];

describe("gold that does not fit its text is refused with its place", () => {
  it.each(CORRUPTED)("%s %s: %s -> %s", (format, path, from, to, told) => {
    const message = refusal(format, path, from, to);
    for (const words of told) expect(message).toContain(words);
  });
});

describe("offsets count what the format says", () => {
  const text = "🚢🚢 Ana Obi sails.";
  const units = { start: 5, end: 12 };
  const points = { start: 3, end: 10 };
  const read = (format: string, path: string, record: object) =>
    formatNamed(format).read([{ path, content: JSON.stringify(record) }])[0]!.names;

  it("Label Studio's in code points, or in UTF-16 where the repeated text says so", () => {
    for (const ends of [points, units]) {
      const result = [
        { id: "a", from_name: "label", type: "labels", value: { ...ends, text: "Ana Obi", labels: ["PER"] } },
      ];
      expect(read("label-studio", "a.json", { data: { text }, annotations: [{ result }] })).toEqual([
        { ...units, type: "person" },
      ]);
    }
  });

  it("doccano's and Prodigy's in code points; UTF-16 offsets are refused, as they cut words", () => {
    expect(read("doccano", "a.jsonl", { text, label: [[3, 10, "PERSON"]] })).toEqual([{ ...units, type: "person" }]);
    expect(() => read("doccano", "a.jsonl", { text, label: [[5, 12, "PERSON"]] })).toThrow(
      /cuts a word.*a\.jsonl|a\.jsonl:1: .*cuts a word/,
    );
    expect(read("prodigy", "a.jsonl", { text, spans: [{ ...points, label: "PERSON" }] })).toEqual([
      { ...units, type: "person" },
    ]);
    expect(() => read("prodigy", "a.jsonl", { text, spans: [{ ...units, label: "PERSON" }] })).toThrow(/cuts a word/);
  });

  it("JSON Lines' in UTF-16, or in code points where the record says so", () => {
    expect(read("jsonl", "a.jsonl", { text, entities: [{ ...units, type: "PER" }] })).toEqual([
      { ...units, type: "person" },
    ]);
    const record = { text, offsetUnit: "code-points", entities: [{ ...points, type: "PER" }] };
    expect(read("jsonl", "a.jsonl", record)).toEqual([{ ...units, type: "person" }]);
  });
});

describe("labels", () => {
  it("of other tools are known, amounts are passed over, unknown ones are refused with the known", () => {
    const text = "Ana paid Elm $3 today.";
    const read = (label: string) =>
      formatNamed("doccano").read([{ path: "a.jsonl", content: JSON.stringify({ text, label: [[9, 12, label]] }) }]);
    expect(read("GPE")[0]!.names).toEqual([{ start: 9, end: 12, type: "place" }]);
    expect(read("MONEY")[0]).toEqual({ id: "1", text });
    expect(() => read("Vegetable")).toThrow(/'Vegetable', which is not known; rename it to one of person,/);
  });
});
