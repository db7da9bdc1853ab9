import { expect, test } from "vitest";
import { schemaOrg } from "../../src/export/schema-org.js";
import type { KnowledgeFile } from "../../src/model/knowledge-file.js";
import { wellFormedJson } from "../../src/text/well-formed.js";
import { sample, withStrings } from "../show/sample.js";
import { linked } from "./linked.js";

type Node = Readonly<Record<string, unknown>>;

const graph = (file: KnowledgeFile): readonly Node[] => {
  const [document] = schemaOrg.convert(file, { base: "https://desk.example/" });
  const read = JSON.parse(wellFormedJson(document)) as { "@context": string; "@graph": Node[] };
  expect(read["@context"]).toBe("https://schema.org");
  return read["@graph"];
};
const node = (file: KnowledgeFile, id: string): Node =>
  graph(file).find((one) => one["@id"] === `https://desk.example/storm%201#${id}`)!;

const FILES: readonly (readonly [name: string, file: KnowledgeFile])[] = [
  ["linked", linked()],
  ["sample", sample()],
  ["hostile strings", withStrings(sample(), (given) => `${given} </script>"\u0000\ud800#%`)],
];

/** Properties that schema.org's vocabulary gives each type used here (schema.org 29), its super-types' included. */
const THING = "name description identifier sameAs alternateName disambiguatingDescription url";
const WORK = "text inLanguage author publisher about mentions hasPart isPartOf isBasedOn keywords creditText audience";
const PROPERTIES: Readonly<Record<string, string>> = {
  NewsArticle: `${THING} ${WORK} headline datePublished articleBody locationCreated`,
  Quotation: `${THING} ${WORK} spokenByCharacter`,
  Claim: `${THING} ${WORK} appearance temporalCoverage spatialCoverage`,
  Person: `${THING} jobTitle email`,
  Organization: THING,
  Place: `${THING} geo`,
  Country: `${THING} geo`,
  City: `${THING} geo`,
  AdministrativeArea: `${THING} geo`,
  Thing: THING,
  PropertyValue: `${THING} propertyID value`,
  GeoCoordinates: `${THING} latitude longitude`,
  Audience: THING,
};

/** Every object with a type in a JSON value. */
function typed(value: unknown): readonly Node[] {
  if (Array.isArray(value)) return value.flatMap(typed);
  if (typeof value !== "object" || value === null) return [];
  return [...("@type" in value ? [value as Node] : []), ...Object.values(value).flatMap(typed)];
}

test.each(FILES)("%s: only properties the type has, and every reference leads to a node", (_, file) => {
  const nodes = graph(file);
  for (const one of typed(nodes)) {
    const allowed = PROPERTIES[one["@type"] as string]?.split(" ");
    expect(allowed, `type ${one["@type"]}`).toBeDefined();
    const own = Object.keys(one).filter((name) => !name.startsWith("@"));
    expect(own.filter((name) => !allowed!.includes(name))).toEqual([]);
  }
  const ids = new Set(nodes.map((one) => one["@id"]));
  expect(ids.size).toBe(nodes.length);
  const references = [...JSON.stringify(nodes).matchAll(/\{"@id":"([^"]+)"\}/g)].map(([, id]) => id);
  expect(references.length).toBeGreaterThan(5);
  expect(references.filter((id) => !ids.has(id))).toEqual([]);
});

test("the article", () => {
  expect(graph(linked())[0]).toMatchObject({
    "@type": "NewsArticle",
    "@id": "https://holm.example/storm?a=b%20c",
    headline: "Storm hits Bergen",
    datePublished: "2025-02-10T09:30+01:00",
    inLanguage: "en",
    author: [{ "@type": "Person", name: "Ann Lee", email: "lee@holm.example" }, { name: "Bo Ek" }],
    publisher: { "@type": "Organization", name: "The Holm Post" },
    about: [{ "@type": "Country", identifier: "NO" }],
    articleBody: linked().article.text,
  });
});

test("a quotation, its speaker and what the speaker is elsewhere", () => {
  expect(node(linked(), "q1")).toMatchObject({
    "@type": "Quotation",
    text: "Stay home 🏠 today, … all of you.",
    spokenByCharacter: { "@id": "https://desk.example/storm%201#e1" },
    audience: { "@type": "Audience", name: "reporters" },
  });
  expect(node(linked(), "q2")).toMatchObject({ isBasedOn: { "@id": "https://desk.example/storm%201#q1" } });
  expect(node(linked(), "e1")).toMatchObject({
    "@type": "Person",
    sameAs: ["http://www.wikidata.org/entity/Q42"],
    jobTitle: ["Minister"],
  });
  expect(node(linked(), "e2")).toMatchObject({ "@type": "City", sameAs: ["https://sws.geonames.org/3161732/"] });
});

test("a nameless source gets no name, an open or inferred tie no sameAs", () => {
  expect(node(linked(), "e3")).toEqual({
    "@type": "Person",
    "@id": "https://desk.example/storm%201#e3",
    description: "A senior official",
  });
  expect(node(linked(), "e4")).toEqual({
    "@type": "Organization",
    "@id": "https://desk.example/storm%201#e4",
    name: "Coast Guard",
  });
});

test("claims: on whose word, when and where", () => {
  expect(node(linked(), "c1")).toMatchObject({
    temporalCoverage: "2025-02-07/2025-02-07",
    spatialCoverage: { "@id": "https://desk.example/storm%201#e5" },
    keywords: ["affirmed", "asserted", "met-with"],
  });
  expect(node(linked(), "c1")).not.toHaveProperty("author");
  expect(node(linked(), "c2")).toMatchObject({
    author: { "@id": "https://desk.example/storm%201#e1" },
    isPartOf: { "@id": "https://desk.example/storm%201#q1" },
    keywords: ["affirmed", "intended", "wanted", "said"],
  });
  const denied = linked().quotes.map((quote) => ({ ...quote, presentedAs: "denied" as const }));
  expect(node({ ...linked(), quotes: denied }, "c2").keywords).toContain("denied");
});
