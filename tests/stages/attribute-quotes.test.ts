import { expect, test } from "vitest";
import type { Entity } from "../../src/model/entity.js";
import type { MentionForm } from "../../src/model/mention.js";
import type { Quote } from "../../src/model/quote.js";
import { attributeQuotes } from "../../src/stages/attribute-quotes.js";
import { attributionsOf, QUOTES } from "../helpers/attributions.js";
import { doc, ignore } from "../helpers/doc.js";

/** An entity with one mention for each text given, at its first place in the article. */
const entity = (text: string, name: string, ...mentions: readonly (readonly [string, MentionForm])[]): Entity => ({
  type: "person",
  name,
  aliases: [],
  roles: [],
  mentions: mentions.map(([surface, form]) => {
    const start = text.indexOf(surface);
    return { start, end: start + surface.length, type: "person", form, by: "test" };
  }),
});

const quotesOf = (text: string, entities: readonly Entity[]): readonly Quote[] =>
  attributeQuotes(QUOTES).run(
    { ...doc(text), attributions: attributionsOf(text), entities },
    ignore,
  ) as readonly Quote[];

/** The first quote's speaker: an entity's name, or the reason there is none. */
function speaker(text: string, entities: readonly Entity[]): string {
  const found = quotesOf(text, entities)[0]!.speaker;
  return found.status === "resolved" ? entities[found.entity]!.name : found.reason;
}

test("the head decides, not a name inside the description", () => {
  const text = "A former Trump administration official said the talks go on.";
  const trump = entity(text, "Donald Trump", ["Trump", "name"]);
  const official = entity(text, "official", ["A former Trump administration official", "nominal"]);
  expect(speaker(text, [trump, official])).toBe("official");
  expect(speaker(text, [trump])).toBe("source-not-an-entity");
});

test("a possessor is not the speaker", () => {
  const text = "Lee’s lawyer said the talks go on.";
  const lee = entity(text, "Ann Lee", ["Lee", "name"]);
  expect(speaker(text, [lee])).toBe("source-not-an-entity");
});

test("a name in apposition speaks", () => {
  const text = "A spokeswoman, Ann Lee, said the talks go on.";
  expect(speaker(text, [entity(text, "Ann Lee", ["Ann Lee", "name"])])).toBe("Ann Lee");
});

test("'who' is somebody, not the body behind a preposition", () => {
  const text = "The paper met a clerk at the Harbour Board who said the talks go on.";
  const [clerk, board] = [
    entity(text, "clerk", ["a clerk", "nominal"]),
    { ...entity(text, "Harbour Board", ["Harbour Board", "name"]), type: "organization" as const },
  ];
  expect(speaker(text, [board, clerk])).toBe("clerk");
  expect(speaker(text, [board])).toBe("Harbour Board");
});

test("'who' is the one before it", () => {
  const text = "The paper met Ann Lee, who said the talks go on.";
  expect(speaker(text, [entity(text, "Ann Lee", ["Ann Lee", "name"])])).toBe("Ann Lee");
});

test.each([
  "The paper met Ann Lee (a Whig), who said the talks go on.",
  "The paper met Ann Lee, who leads the council and who said the talks go on.",
])("'who' after brackets, and again after 'and': %s", (text) => {
  expect(speaker(text, [entity(text, "Ann Lee", ["Ann Lee", "name"])])).toBe("Ann Lee");
});

test("a pronoun needs a mention", () => {
  const text = "He said the talks go on.";
  expect(
    speaker("We said the talks go on.", [
      { ...entity("We said the talks go on.", "we", ["We", "pronoun"]), anonymous: true },
    ]),
  ).toBe("first-person");
  expect(speaker(text, [])).toBe("pronoun");
  expect(speaker(text, [entity(text, "Ann Lee", ["He", "pronoun"])])).toBe("Ann Lee");
  expect(speaker("I think the talks go on.", [])).toBe("first-person");
  expect(speaker("The talks reportedly go on.", [])).toBe("no-source");
});

test.each([
  ["The paper spoke to nervous engineers on Dock Hill, who said the bridge is unsafe.", "nervous engineers"],
  ["A letter from her doctor that says she is well was shown.", "relative-pronoun"],
  ["In May you said the talks go on.", "second-person"],
  ["Some said the talks go on.", "indefinite"],
  ["Many said the talks go on.", "indefinite"],
])("%s: %s", (text, who) => {
  const hill = { ...entity(text, "Dock Hill", ["Dock Hill", "name"]), type: "place" as const };
  const engineers = entity(text, "nervous engineers", ["nervous engineers", "nominal"]);
  expect(speaker(text, text.includes("Dock Hill") ? [hill, engineers] : [])).toBe(who);
});

test.each([
  ["Lee’s remarks showed that the talks go on.", "Ann Lee"],
  ["Lee’s campaign said that the talks go on.", "source-not-an-entity"],
])("the owner of remarks speaks, of a campaign not: %s", (text, who) => {
  expect(speaker(text, [entity(text, "Ann Lee", ["Lee", "name"])])).toBe(who);
});

test("nobody is no speaker", () => {
  const text = "No engineer said the bridge is safe.";
  expect(speaker(text, [entity(text, "engineer", ["No engineer", "nominal"])])).toBe("indefinite");
});

test("an owner speaks through his noun", () => {
  const text = "Lee’s claim that the bridge is safe angered them.";
  expect(speaker(text, [entity(text, "Ann Lee", ["Lee", "name"])])).toBe("Ann Lee");
  const cut = { ...attributionsOf(text)[0]!, source: [{ start: 0, end: "Lee’s".length }] };
  const base = { ...doc(text), attributions: [cut], entities: [entity(text, "Ann Lee", ["Lee", "name"])] };
  const [quote] = attributeQuotes(QUOTES).run(base, ignore) as readonly Quote[];
  expect(quote?.speaker).toEqual({ status: "resolved", entity: 0 });
});

test.each([
  ["Lee told reporters the bridge is safe.", "reporters"],
  ["Lee told Axios that the bridge is safe.", "Axios > Axios"],
  ["Lee asked Axios whether the bridge is safe.", "Axios > Axios"],
  ["“The bridge is safe,” Lee told Axios’s “Dawn Chorus”.", "Axios > Axios"],
  ["“The bridge is safe,” Lee said in an interview with Axios.", "Axios > Axios"],
  ["Lee wrote in a letter to the ministry that the bridge is safe.", "the ministry"],
  ["“The bridge is safe,” Lee said to him.", "him"],
  // nobody is spoken to
  ["Lee said the bridge is safe.", "-"],
  ["Lee wrote that the bridge is safe.", "-"],
  ["Lee said to mend the bridge would take years.", "-"],
  ["Lee told the truth about the bridge.", "-"],
])("the one spoken to: %s", (text, expected) => {
  const entities = text.includes("Axios") ? [entity(text, "Axios", ["Axios", "name"])] : [];
  const { addressee } = quotesOf(text, entities)[0] ?? {};
  const name = addressee?.entity === undefined ? "" : ` > ${entities[addressee.entity]!.name}`;
  expect(addressee ? text.slice(addressee.start, addressee.end) + name : "-").toBe(expected);
});

test("a nested quote points to the one it came through", () => {
  const text = "The Gazette reported that officials said the bridge is safe.";
  expect(quotesOf(text, []).map((quote) => quote.via)).toEqual([undefined, 0]);
});
