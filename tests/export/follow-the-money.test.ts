import { expect, test } from "vitest";
import { type FtmEntity, followTheMoney } from "../../src/export/follow-the-money.js";
import { DEFAULT_BASE } from "../../src/export/identifiers.js";
import type { KnowledgeFile } from "../../src/model/knowledge-file.js";
import { wellFormedJson } from "../../src/text/well-formed.js";
import { sample, withStrings } from "../show/sample.js";
import { linked } from "./linked.js";

const exported = (file: KnowledgeFile): readonly FtmEntity[] =>
  JSON.parse(wellFormedJson(followTheMoney.convert(file, { base: DEFAULT_BASE })));
const ofSchema = (file: KnowledgeFile, schema: string) => exported(file).filter((one) => one.schema === schema);

const THING = "name alias weakAlias country summary description keywords wikidataId sourceUrl publisher proof";

/**
 * Properties of FollowTheMoney 4.11 that may stand in each schema used here, and `→` for those that hold ids, with the
 * schemas these may lead to. docs/exports.md says how the whole was checked with FollowTheMoney itself.
 */
const SCHEMAS: Readonly<Record<string, { readonly required: string; readonly has: string }>> = {
  Article: {
    required: "fileName",
    has: `${THING} fileName title author publishedAt language bodyText peopleMentioned companiesMentioned locationMentioned processingAgent`,
  },
  Person: { required: "name", has: `${THING} position` },
  Organization: { required: "name", has: THING },
  Address: { required: "name", has: `${THING} full city state latitude longitude` },
  Mention: { required: "document name", has: "document resolved name detectedSchema" },
  Note: { required: "name", has: `${THING} entity` },
  UnknownLink: {
    required: "subject object",
    has: "subject object role status description publisher sourceUrl proof",
  },
};
const LEADS_TO: Readonly<Record<string, readonly string[]>> = {
  document: ["Article"],
  proof: ["Article"],
  resolved: ["Person", "Organization"],
  entity: ["Article", "Person", "Organization", "Address"],
  subject: ["Person", "Organization", "Address"],
  object: ["Person", "Organization", "Address"],
};

test.each<[string, KnowledgeFile]>([
  ["linked", linked()],
  ["sample", sample()],
  ["hostile strings", withStrings(sample(), (given) => `${given} "\n\ud800`)],
])("%s: known schemas and properties, required ones there, ids that lead to entities", (_, file) => {
  const entities = exported(file);
  const schemaOf = new Map(entities.map(({ id, schema }) => [id, schema]));
  expect(schemaOf.size).toBe(entities.length);
  for (const { id, schema, properties } of entities) {
    expect(id).toMatch(/^[0-9a-zA-Z](?:[0-9a-zA-Z.-]*[0-9a-zA-Z])?$/);
    const { required, has } = SCHEMAS[schema]!;
    expect(Object.keys(properties).filter((name) => !has.split(" ").includes(name))).toEqual([]);
    expect(required.split(" ").filter((name) => !properties[name]?.length)).toEqual([]);
    for (const [name, values] of Object.entries(properties)) {
      expect(values.every((value) => typeof value === "string" && value !== "")).toBe(true);
      if (!LEADS_TO[name]) continue;
      for (const value of values) expect([name, LEADS_TO[name].includes(schemaOf.get(value)!)]).toEqual([name, true]);
    }
  }
});

test("one entity a party, place, quotation and sure relation; none for a nameless source", () => {
  const schemas = exported(linked()).map(({ schema }) => schema);
  const counts = Object.fromEntries([...new Set(schemas)].map((one) => [one, schemas.filter((s) => s === one).length]));
  expect(counts).toEqual({ Article: 1, Person: 1, Mention: 2, Organization: 1, Address: 3, Note: 2, UnknownLink: 1 });
});

test("ids: Wikidata's where it is sure, the same at every run, the article's own else", () => {
  const [person] = ofSchema(linked(), "Person");
  expect(person).toMatchObject({
    id: "Q42",
    properties: { name: ["Ida Lund"], weakAlias: ["Lund"], position: ["Minister"], wikidataId: ["Q42"] },
  });
  const [organization] = ofSchema(linked(), "Organization");
  expect(organization!.id).toMatch(/^cd-[0-9a-f]{24}$/);
  expect(organization!.properties).not.toHaveProperty("wikidataId");
  expect(exported(linked())).toEqual(exported(linked()));
  const other = { ...linked(), article: { ...linked().article, id: "storm 2" } };
  expect(ofSchema(other, "Organization")[0]!.id).not.toBe(organization!.id);
});

test("a relation, a quotation and a place", () => {
  const article = ofSchema(linked(), "Article")[0]!;
  expect(article.properties).toMatchObject({ publishedAt: ["2025-02-10"], language: ["eng"], country: ["no"] });
  expect(ofSchema(linked(), "UnknownLink")[0]!.properties).toMatchObject({
    object: ["Q42"],
    role: ["met-with"],
    status: ["said by the article"],
    proof: [article.id],
  });
  expect(ofSchema(linked(), "Note")[0]!.properties).toMatchObject({
    entity: ["Q42", article.id],
    description: ["Stay home 🏠 today, … all of you."],
    keywords: ["quotation", "direct", "assertion", "say", "said"],
  });
  expect(ofSchema(linked(), "Note")[1]!.properties.entity).toEqual([article.id]);
  expect(ofSchema(linked(), "Address")[0]!.properties).toMatchObject({
    city: ["Bergen"],
    state: ["Vestland"],
    country: ["no"],
    latitude: ["60.39"],
    longitude: ["5.32"],
  });
});

test("a relation that is denied, possible or between the unnamed is none", () => {
  const file = linked();
  const [claim] = file.claims;
  const denied = file.quotes.map((quote) => ({ ...quote, presentedAs: "denied" as const }));
  const saidBy = { ...claim!, assertedBy: "q1" };
  expect(ofSchema({ ...file, claims: [saidBy] }, "UnknownLink")[0]!.properties.status).toEqual(["said by Ida Lund"]);
  expect(ofSchema({ ...file, claims: [saidBy], quotes: denied }, "UnknownLink")).toEqual([]);
  const handedOn = { ...claim!, assertedBy: "q2", chain: ["q1", "q2"] };
  expect(ofSchema({ ...file, claims: [handedOn] }, "UnknownLink")[0]!.properties.status).toEqual([
    "said by A senior official",
  ]);
  expect(ofSchema({ ...file, claims: [handedOn], quotes: [denied[0]!, file.quotes[1]!] }, "UnknownLink")).toEqual([]);
  for (const change of [
    { polarity: "negated" },
    { modality: "possible" },
    { stance: "alleged" },
    { relation: undefined },
  ] as const) {
    expect(ofSchema({ ...file, claims: [{ ...claim!, ...change }] as KnowledgeFile["claims"] }, "UnknownLink")).toEqual(
      [],
    );
  }
});

test.each([
  ["2025-02-10T09:30:15Z", ["2025-02-10T09:30:15"]],
  ["2025-02-10 09:30:15", ["2025-02-10T09:30:15"]],
  ["2025-02-10T23:30:15-05:00", ["2025-02-10"]],
  ["2025-02", ["2025-02"]],
  [null, undefined],
])("published %s", (published, expected) => {
  const file = { ...linked(), article: { ...linked().article, published } };
  expect(ofSchema(file, "Article")[0]!.properties.publishedAt).toEqual(expected);
});
