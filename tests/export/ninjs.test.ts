import { expect, test } from "vitest";
import { DEFAULT_BASE } from "../../src/export/identifiers.js";
import { ninjs } from "../../src/export/ninjs.js";
import type { KnowledgeFile } from "../../src/model/knowledge-file.js";
import { wellFormedJson } from "../../src/text/well-formed.js";
import { sample, withStrings } from "../show/sample.js";
import { linked } from "./linked.js";
import { ninjsSchema } from "./ninjs-schema.js";

const exported = (file: KnowledgeFile): Record<string, unknown> =>
  JSON.parse(wellFormedJson(ninjs.convert(file, { base: DEFAULT_BASE })[0]));

const withRecord = (record: Partial<KnowledgeFile["article"]>): KnowledgeFile => {
  const file = linked();
  return { ...file, article: { ...file.article, ...record } };
};
const withoutText = (): KnowledgeFile => {
  const { text, ...article } = linked().article;
  return { ...linked(), article };
};

test.each<[string, KnowledgeFile]>([
  ["linked", linked()],
  ["sample", sample()],
  ["without text", withoutText()],
  ["without a record", withRecord({ title: null, published: null, url: null, source: null, bylines: [] })],
  ["an odd address", withRecord({ url: 'https://holm.example/ä?q={a|b}^`"<>' })],
  ["no web address", withRecord({ url: "javascript:alert(1)" })],
  ["hostile strings", withStrings(sample(), (given) => `${given} </script>\u0000\ud800 {|}^\``)],
])("%s: valid ninjs 3.1", (_, file) => {
  expect(ninjsSchema.safeParse(exported(file)).error?.issues ?? []).toEqual([]);
});

test("the check refuses what IPTC's schema refuses", () => {
  const good = exported(linked());
  for (const bad of [
    { ...good, uri: undefined },
    { ...good, uri: "no uri" },
    { ...good, quotes: [] },
    { ...good, contentCreated: "2025-02-10" },
    { ...good, bodies: [{ role: "main" }] },
    { ...good, subjects: [{ name: "x", relevance: 0.5 }] },
    { ...good, associations: [{ uri: "urn:x:y" }] },
  ]) {
    expect(ninjsSchema.safeParse(bad).success).toBe(false);
  }
});

test("what stands where", () => {
  expect(exported(linked())).toMatchObject({
    uri: "https://holm.example/storm?a=b%20c",
    contentCreated: "2025-02-10T09:30:00+01:00",
    headlines: [{ role: "main", value: "Storm hits Bergen" }],
    by: "Ann Lee, Bo Ek",
    bodies: [{ charCount: [...linked().article.text!].length, wordCount: 33 }],
    people: [{ name: "Ida Lund", rel: "mentions", uri: "http://www.wikidata.org/entity/Q42", literal: "wikidata:Q42" }],
    organisations: [{ name: "Coast Guard", uri: "urn:copydesk:storm%201#e4" }],
    places: [
      { name: "Bergen", geoJSON: { type: "Point", coordinates: [5.32, 60.39] } },
      { name: "Oslo" },
      { name: "Norway", literal: "iso3166-1:NO" },
    ],
    subjects: [{ name: "NO", rel: "about", relevance: 67 }],
    infoSources: [
      { name: "The Holm Post", role: "publisher" },
      { name: "Ida Lund", role: "quoted" },
    ],
    altIds: [
      { role: "copydesk:id", value: "storm 1" },
      { role: "copydesk:sha256" },
      { role: "url", value: "https://holm.example/storm?a=b c" },
    ],
    standard: { name: "ninjs", version: "3.1" },
  });
});

test("a quotation is an associated component with its speaker; a nameless one stays nameless", () => {
  const { associations } = exported(linked());
  expect(associations).toMatchObject([
    {
      name: "q1",
      rel: "quotation",
      type: "component",
      descriptions: [{ value: "direct" }, { value: "assertion" }, { role: "copydesk:presented-as", value: "said" }],
      bodies: [{ role: "quotation", value: "Stay home 🏠 today, … all of you." }],
      people: [{ name: "Ida Lund", rel: "speaker" }],
    },
    { name: "q2", by: "A senior official" },
  ]);
  expect((associations as object[])[1]).not.toHaveProperty("people");
});

test.each([
  ["2025-02-10", "2025-02-10T00:00:00Z", /^Of the date of publication only the day is known\./],
  ["2025-02-10T09:30", "2025-02-10T09:30:00Z", /^The time zone of the date of publication is not known\./],
  ["2025-02-10 09:30:15+0100", "2025-02-10T09:30:15+01:00", /^People,/],
  ["2025-02-10T09:30:15.5Z", "2025-02-10T09:30:15.5Z", /^People,/],
  ["2025-02", undefined, /^People,/],
])("published %s", (published, instant, note) => {
  const made = exported(withRecord({ published }));
  expect(made.contentCreated).toBe(instant);
  expect(made.edNote).toMatch(note);
});
