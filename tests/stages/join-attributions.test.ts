import { expect, test } from "vitest";
import { cueLexicons } from "../../pipelines/cue-lexicons.js";
import type { Attribution } from "../../src/model/quote.js";
import type { Recognition, ScoredSpan } from "../../src/model/recognition.js";
import { joinAttributions } from "../../src/stages/join-attributions.js";
import { FUSE_LIMITS } from "../../src/stages/quotes/fuse-limits.js";
import { doc, ignore } from "../helpers/doc.js";

const stage = joinAttributions(cueLexicons());

/** What the encoder would say: one attribution as words of the text, with a score for all of it. */
interface Seen {
  readonly content: string;
  /** A second part of the content. */
  readonly also?: string;
  readonly cue: string;
  readonly source: string;
  readonly score: number;
  /** How sure the encoder is that content and cue belong together. */
  readonly linkScore?: number;
}

/** Runs the stage on a text that the encoder read so; `content / cue / source` of each attribution. */
function read(text: string, seen: readonly Seen[], belief = 0, run = stage.run): readonly string[] {
  const base = doc(text);
  const span = (words: string, score: number): ScoredSpan => ({
    start: text.indexOf(words),
    end: text.indexOf(words) + words.length,
    score,
  });
  const flat = base.tokens.map(() => belief);
  const recognition: Recognition = {
    names: [],
    times: [],
    contents: [
      ...seen.map(({ content, score }) => span(content, score)),
      ...seen.flatMap(({ also, score }) => (also ? [span(also, score)] : [])),
    ],
    cues: seen.map(({ cue, score }) => span(cue, score)),
    sources: seen.map(({ source, score }) => span(source, score)),
    links: seen.map(({ also, cue, source, linkScore }, index) => ({
      contents: also ? [index, seen.length] : [index],
      ...(linkScore && { cueScore: linkScore }),
      ...(cue && { cue: index }),
      ...(source && { source: index }),
    })),
    contentScores: flat,
    cueScores: flat,
    sourceScores: flat,
    pos: base.tokens.map((token) => token.pos),
    heads: base.tokens.map((_, index) => index),
    relations: base.tokens.map(() => "root"),
    mentionHeads: [],
    antecedents: [],
  };
  const found = run({ ...base, recognition }, ignore) as readonly Attribution[];
  const words = (spans: Attribution["content"]) => spans.map(({ start, end }) => text.slice(start, end)).join(" … ");
  return found.map(({ content, cue, source }) => [content, cue, source].map(words).join(" / "));
}

const UNSEEN_BY_RULES = "Her plan has the backing of Mayor Ruiz.";

test("what only the encoder sees is kept when it is sure", () => {
  const seen = { content: "Her plan", cue: "has the backing of", source: "Mayor Ruiz" };
  expect(read(UNSEEN_BY_RULES, [{ ...seen, score: 0.8 }])).toEqual(["Her plan / has the backing of / Mayor Ruiz"]);
  expect(read(UNSEEN_BY_RULES, [{ ...seen, score: 0.4 }])).toEqual([]);
});

test("a doubtful link weakens it as far as the limits say", () => {
  const seen = { content: "Her plan", cue: "has the backing of", source: "Mayor Ruiz", score: 0.8, linkScore: 0.5 };
  const withLink = (link: number) => joinAttributions(cueLexicons(), { ...FUSE_LIMITS, link }).run;
  expect(read(UNSEEN_BY_RULES, [seen], 0, withLink(0))).toHaveLength(1);
  expect(read(UNSEEN_BY_RULES, [seen], 0, withLink(1))).toHaveLength(0);
});

const BY_RULES = "Mayor Ruiz said the bridge would open in May after repairs.";
const RULED = "the bridge would open in May after repairs / said / Mayor Ruiz";

test("a rule's proposal stands when the encoder finds it likely, and falls when it does not", () => {
  expect(read(BY_RULES, [], 0.9)).toEqual([RULED]);
  expect(read(BY_RULES, [], 0.1)).toEqual([]);
});

test("a quotation in marks needs no support", () => {
  expect(read("“We will open it in May,” Mayor Ruiz said.", [], 0)).toEqual([
    "We will open it in May / said / Mayor Ruiz",
  ]);
});

test("where both see it, the rule's edges stand unless the encoder is sure", () => {
  const shorter = { content: "the bridge would open in May", cue: "said", source: "Mayor Ruiz" };
  expect(read(BY_RULES, [{ ...shorter, score: 0.5 }], 0.9)).toEqual([RULED]);
  expect(read(BY_RULES, [{ ...shorter, score: 0.95 }], 0.2)).toEqual([
    "the bridge would open in May / said / Mayor Ruiz",
  ]);
});

test("words with another cue of the encoder's are not a rule's too", () => {
  const text = "The union sounded a call to close the bridge in May.";
  const seen = { content: "to close the bridge in May", cue: "sounded", source: "The union", score: 0.9 };
  expect(read(text, [seen], 0.9)).toEqual(["to close the bridge in May / sounded / The union"]);
});

test("two parts of one cue are one cue", () => {
  const text = "The mayor later told reporters that the bridge is safe.";
  const seen = { content: "that the bridge is safe", cue: "later", source: "The mayor", score: 0.9 };
  expect(read(text, [seen], 0.9)).toEqual(["that the bridge is safe / told / The mayor"]);
});

test("the encoder's edges that take the speaker in are not taken", () => {
  const text = "Friends of the mayor demanded that the bridge close.";
  const seen = { content: text.slice(0, -1), cue: "demanded", source: "Friends of the mayor", score: 0.9 };
  expect(read(text, [seen], 0.9)).toEqual(["that the bridge close / demanded / Friends of the mayor"]);
});

test("a single word that only the encoder sees is nobody's", () => {
  const seen = { content: "it", cue: "has the backing of", source: "Mayor Ruiz", score: 0.9 };
  expect(read("The plan is old, and it has the backing of Mayor Ruiz.", [seen])).toEqual([]);
});

test("a part from the middle of another sentence is a link gone astray, one that opens it is not", () => {
  const text = "Her plan has the backing of Mayor Ruiz. The old bridge goes to the scrap yard in May.";
  const seen = { content: "Her plan", cue: "has the backing of", source: "Mayor Ruiz", score: 0.9 };
  expect(read(text, [{ ...seen, also: "to the scrap yard" }])).toEqual(["Her plan / has the backing of / Mayor Ruiz"]);
  expect(read(text, [{ ...seen, also: "The old bridge goes to the scrap yard" }])).toEqual([
    "Her plan … The old bridge goes to the scrap yard / has the backing of / Mayor Ruiz",
  ]);
});

test("words that a colon of a later sentence leads up to are none of the cue's", () => {
  const text = "Mayor Ruiz laughed and said, “It is safe.” She saw them frown and went on in a hurry: “I checked it.”";
  const seen = { content: "It is safe.", cue: "said", source: "Mayor Ruiz", score: 0.98, also: "I checked it." };
  expect(read(text, [seen])[0]).toBe("It is safe / said / Mayor Ruiz");
});

test("a question word before the speaker belongs to what he says", () => {
  const seen = { content: "the bridge would cost", cue: "says", source: "Mayor Ruiz", score: 0.97 };
  expect(read("Nobody believes what Mayor Ruiz says the bridge would cost.", [seen])).toEqual([
    "what … the bridge would cost / says / Mayor Ruiz",
  ]);
});

test("what only the encoder sees needs a cue or a source", () => {
  expect(
    read("The film “North Wind” opens in May.", [{ content: "North Wind", cue: "", source: "", score: 0.99 }]),
  ).toEqual([]);
});

test("the encoder's content stays in its cue's block", () => {
  const text = "The old bridge has friends\nThe old stone bridge over the river, Mayor Ruiz backs.";
  const seen = {
    content: "friends\nThe old stone bridge over the river",
    cue: "backs",
    source: "Mayor Ruiz",
    score: 0.9,
  };
  expect(read(text, [seen])).toEqual(["The old stone bridge over the river / backs / Mayor Ruiz"]);
  // mostly cut away, or wholly elsewhere
  expect(read(text, [{ ...seen, content: "The old bridge has friends\nThe old" }])).toEqual([]);
  expect(read(text, [{ ...seen, content: "The old bridge has friends" }])).toEqual([]);
});

test("who is spoken of is content, not the source, whatever the encoder takes him for", () => {
  const seen = { content: "the delay", cue: "was blamed for", source: "The mayor", score: 0.9 };
  const [found = ""] = read("The mayor was blamed for the delay.", [seen]);
  expect(found).toMatch(/^The mayor … (for )?the delay .*\/ $/);
  // who feels speaks for himself
  const felt = { content: "the delay", cue: "was worried about", source: "The mayor", score: 0.9 };
  expect(read("The mayor was worried about the delay.", [felt])).toEqual(["the delay / was worried about / The mayor"]);
});

test("the writer's link to what he wrote before is not what was said", () => {
  const text = "The pier is old. However, the bridge is safe, Mayor Ruiz said.";
  const seen = { content: "However, the bridge is safe", cue: "said", source: "Mayor Ruiz", score: 0.97 };
  expect(read(text, [seen])).toEqual(["the bridge is safe / said / Mayor Ruiz"]);
});

test("a title that is sung is nobody's words, a sentence is", () => {
  const seen = { content: "Low Water", cue: "sang", source: "The mayor", score: 0.9 };
  expect(read("The mayor sang “Low Water” twice.", [seen])).toEqual([]);
  expect(read("The mayor sang “It Is Time.”", [{ ...seen, content: "It Is Time." }])).toEqual([
    "It Is Time / sang / The mayor",
  ]);
});

test("'reportedly' has no source, whatever the encoder takes for it", () => {
  const seen = [{ content: "visited Ghent", cue: "reportedly", source: "The envoy", score: 0.7 }];
  expect(read("The envoy reportedly visited Ghent.", seen, 0.9)).toEqual(["The envoy … visited Ghent / reportedly / "]);
});

test("a speech over two paragraphs keeps the part that the encoder misses", () => {
  const text = "“It is safe,” Lee said. “We tested it.\n\n“It held twice.”";
  const seen = [{ content: "It is safe", cue: "said", source: "Lee", score: 0.99 }];
  expect(read(text, seen, 0.9)).toEqual(["It is safe … We tested it … It held twice / said / Lee"]);
});

test.each([
  [
    "The ferry sank, the crew said, according to the Gazette.",
    { content: "The ferry sank", cue: "said", source: "the Gazette", score: 0.9 },
    ["The ferry sank, the crew said / according to / the Gazette", "The ferry sank / said / the crew"],
  ],
  [
    "“Did I cry?” Okoro asked.\n\n“She did cry,” said Ruiz.",
    { content: "She did cry", cue: "said", source: "Okoro", score: 0.9 },
    ["Did I cry / asked / Okoro", "She did cry / said / Ruiz"],
  ],
  [
    "Gazette: And now?\n\nOkoro: Now I leave.\n\nGazette: Where to?\n\nOkoro: Home to the boats.",
    { content: "Home to the boats", cue: ":", source: "Gazette", score: 0.9 },
    ["And now / : / Gazette", "Now I leave / : / Okoro", "Where to / : / Gazette", "Home to the boats / : / Okoro"],
  ],
])("a source of another's words is not taken: %s", (text, seen, expected) => {
  expect(read(text, [seen], 0.9)).toEqual(expected);
});

test.each([
  [
    "Okoro declined to say who had signed it.",
    { content: "to say who had signed it", cue: "declined", source: "Okoro", score: 0.62 },
    ["to say who had signed it / declined / Okoro", "who had signed it / to say / Okoro"],
  ],
  [
    "Okoro promised him she would leave.",
    { content: "him she would leave", cue: "promised", source: "Okoro", score: 0.8 },
    ["she would leave / promised / Okoro"],
  ],
])("edges that take in cue or hearer are not taken: %s", (text, seen, expected) => {
  expect(read(text, [seen])).toEqual(expected);
});

test("a clause with a source of its own that the encoder leaves out is a link of a chain, and nothing alone", () => {
  const chain = { content: "her pilot believed the boat was safe", cue: "said", source: "Okoro", score: 0.9 };
  expect(read("Okoro said her pilot believed the boat was safe.", [chain])).toEqual([
    "her pilot believed the boat was safe / said / Okoro",
    "the boat was safe / believed / her pilot",
  ]);
  expect(read("Her pilot believed the boat was safe.", [])).toEqual([]);
});

test.each([
  [
    "Okoro wrote “Low Water” and “Salt.”",
    { content: "“Low Water” and “Salt.”", cue: "wrote", source: "Okoro", score: 0.9 },
  ],
  ["They named their dog “Sir.”", { content: "their dog “Sir.”", cue: "named", source: "They", score: 0.9 }],
  ["He spelled it “recieve.”", { content: "it “recieve.”", cue: "spelled", source: "He", score: 0.9 }],
])("names and titles are nobody's words, whatever the encoder takes them for: %s", (text, seen) => {
  expect(read(text, [seen])).toEqual([]);
  const said = { content: "Enough", cue: "wrote", source: "Okoro", score: 0.9 };
  expect(read("Okoro wrote “Enough.”", [said])).toEqual(["Enough / wrote / Okoro"]);
});
