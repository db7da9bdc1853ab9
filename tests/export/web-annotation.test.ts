import { expect, test } from "vitest";
import { checkKnowledgeFile } from "../../src/emit/check.js";
import { DEFAULT_BASE } from "../../src/export/identifiers.js";
import { webAnnotation } from "../../src/export/web-annotation.js";
import type { KnowledgeFile } from "../../src/model/knowledge-file.js";
import { wellFormedJson } from "../../src/text/well-formed.js";
import { sample, withStrings } from "../show/sample.js";
import { linked } from "./linked.js";

interface Selector {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}
interface Target {
  readonly source: string;
  readonly selector: readonly [position: Selector, quote: Selector];
}
interface Annotation {
  readonly id: string;
  readonly type: string;
  readonly motivation: string;
  readonly body: Readonly<Record<string, unknown>> | readonly Readonly<Record<string, unknown>>[];
  readonly target: Target | readonly Target[];
}
interface Collection {
  readonly "@context": string;
  readonly id: string;
  readonly type: string;
  readonly total: number;
  readonly first: { readonly type: string; readonly partOf: string; readonly items: readonly Annotation[] };
}

const exported = (file: KnowledgeFile): Collection => {
  const [collection] = webAnnotation.convert(file, { base: DEFAULT_BASE });
  return JSON.parse(wellFormedJson(collection)) as Collection;
};
const targets = ({ target }: Annotation): readonly Target[] => (Array.isArray(target) ? target : [target as Target]);

const FILES: readonly (readonly [name: string, file: KnowledgeFile])[] = [
  ["linked", linked()],
  ["sample", sample()],
  ["hostile strings", withStrings(sample(), (given) => `${given} </script>"\u0000\ud800#%`)],
];

/** Motivations of the Web Annotation vocabulary that may stand here, and purposes of textual bodies. */
const MOTIVATIONS = ["identifying", "classifying", "describing", "tagging"];

test.each(FILES)("%s: the model's shape holds", (_, file) => {
  const collection = exported(file);
  expect(collection).toMatchObject({ "@context": "http://www.w3.org/ns/anno.jsonld", type: "AnnotationCollection" });
  expect(collection.first).toMatchObject({ type: "AnnotationPage", partOf: collection.id });
  const { items } = collection.first;
  expect(items).toHaveLength(collection.total);
  const { mentions, times, quotes, claims } = file;
  expect(items).toHaveLength(mentions.length + times.length + quotes.length + claims.length);
  expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
  for (const item of items) {
    expect(item.type).toBe("Annotation");
    expect(MOTIVATIONS).toContain(item.motivation);
    expect(() => new URL(item.id)).not.toThrow();
    for (const body of [item.body].flat() as Readonly<Record<string, unknown>>[]) {
      if (body.type === "TextualBody") expect(MOTIVATIONS).toContain(body.purpose);
      else expect(body.type).toMatch(/^schema:[A-Z]/);
    }
  }
});

test.each(FILES)("%s: both selectors lead to the same characters, counted in code points", (_, file) => {
  const text = file.article.text!;
  const points = [...text]; // as Python and the model count
  for (const item of exported(file).first.items) {
    for (const { selector } of targets(item)) {
      const [position, quote] = selector;
      expect([position.type, quote.type]).toEqual(["TextPositionSelector", "TextQuoteSelector"]);
      expect(points.slice(position.start, position.end).join("")).toBe(quote.exact);
      expect(text).toContain(quote.prefix + quote.exact + quote.suffix);
      expect(quote.prefix + quote.suffix).not.toMatch(/\p{Surrogate}/u);
    }
  }
});

test("an emoji counts one: offsets differ from the file's", () => {
  const file = linked();
  const [mention] = exported(file).first.items;
  expect([file.mentions[0]!.start, file.mentions[0]!.end]).toEqual([16, 22]);
  expect(targets(mention!)[0]!.selector[0]).toMatchObject({ start: 14, end: 20 });
});

test("a quotation in parts has a target for each, and its speaker as the world knows her", () => {
  const { items } = exported(linked()).first;
  const quote = items.find(({ id }) => id === "urn:copydesk:storm%201#q1")!;
  expect(targets(quote).map(({ selector }) => selector[1].exact)).toEqual(["Stay home 🏠 today,", "all of you."]);
  expect(targets(quote)[0]!.source).toBe("https://holm.example/storm?a=b%20c");
  expect(quote.body).toEqual({
    type: "schema:Quotation",
    "schema:text": "Stay home 🏠 today, … all of you.",
    "schema:spokenByCharacter": {
      id: "urn:copydesk:storm%201#e1",
      type: "schema:Person",
      "schema:name": "Ida Lund",
      "schema:sameAs": [{ id: "http://www.wikidata.org/entity/Q42" }],
    },
    "schema:creditText": "Minister Ida Lund",
    "schema:audience": "reporters",
    "schema:keywords": ["direct", "assertion", "say", "said"],
  });
});

test("context is cut between characters, and a span inside one is refused", () => {
  const file = linked();
  const text = file.article.text!;
  const broken = text.indexOf("🏠") + 1;
  const near = { ...file.mentions[0]!, start: broken + 33, end: broken + 34, text: text[broken + 33]! };
  const [item] = exported({ ...file, mentions: [near] }).first.items;
  expect(targets(item!)[0]!.selector[1].prefix).toBe(
    text.slice(broken + 1, broken + 33).replace(/^[\uDC00-\uDFFF]/, ""),
  );
  const inside = { ...file.mentions[0]!, start: broken, end: broken + 3 };
  expect(() => exported({ ...file, mentions: [inside] })).toThrow("does not begin and end between characters");
});

test("the tests' own file is a valid knowledge file", () => {
  expect(checkKnowledgeFile(linked())).toEqual([]);
});
