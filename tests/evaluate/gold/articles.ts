import type { GoldArticle } from "../../../src/evaluate/gold/gold-article.js";
import type { Span } from "../../../src/model/span.js";

/** The span of the nth place where `words` stand in `text`. */
export function at(text: string, words: string, nth = 1): Span {
  let start = -1;
  for (let found = 0; found < nth; found++) start = text.indexOf(words, start + 1);
  if (start === -1) throw new Error(`'${words}' is not ${nth} times in the text`);
  return { start, end: start + words.length };
}

const HARBOUR = `🚢 Harbour talks 🚢

“We 👍 the plan,” Mayor Ana Obi said on 7 March 2031, “but not its price.” She
told reporters that Tidewater & Sons <freight> "owed" Port Elm 3 years of rent.
`;

const RIVER = `
River Board meets

The River Board said it would meet again next week. Its chair, Lou Wren, believes 𝔅asin rules must change every year.`;

const h = (words: string, nth = 1): Span => at(HARBOUR, words, nth);
const r = (words: string, nth = 1): Span => at(RIVER, words, nth);

/** Two articles with every layer: emoji and letters beyond U+FFFF, broken contents, a content over a line's end, markup. */
export const GOLD: readonly GoldArticle[] = [
  {
    id: "harbour",
    text: HARBOUR,
    published: "2031-03-08",
    title: "Harbour talks",
    names: [
      { ...h("Ana Obi"), type: "person", link: "Q1" },
      { ...h("Tidewater & Sons"), type: "organization" },
      { ...h("Port Elm"), type: "place" },
    ],
    times: [
      { ...h("7 March 2031"), type: "DATE", value: "2031-03-07" },
      { ...h("3 years"), type: "DURATION", value: "P3Y" },
    ],
    attribution: [
      { source: [h("Mayor Ana Obi")], cue: [h("said")], content: [h("We 👍 the plan,"), h("but not its price.")] },
      {
        source: [h("She")],
        cue: [h("told")],
        content: [h('that Tidewater & Sons <freight> "owed" Port Elm 3 years of rent')],
      },
    ],
    coreference: [
      { ...h("Mayor Ana Obi"), type: "person", cluster: "a", form: "name", head: h("Obi") },
      { ...h("She"), type: "person", cluster: "a", form: "pronoun", head: h("She") },
      { ...h("the plan"), type: "abstract", cluster: "b", form: "nominal", head: h("plan") },
      { ...h("its"), type: "abstract", cluster: "b", form: "pronoun", head: h("its") },
    ],
    claims: [
      { ...h("She\ntold"), claims: [{ predicate: "owed", arguments: ["Tidewater & Sons", "Port Elm", "rent"] }] },
    ],
  },
  {
    id: "river/2",
    text: RIVER,
    names: [
      { ...r("River Board"), type: "organization" },
      { ...r("River Board", 2), type: "organization" },
      { ...r("Lou Wren"), type: "person" },
      { ...r("𝔅asin"), type: "other" },
    ],
    times: [
      { ...r("next week"), type: "DATE", value: null },
      { ...r("every year"), type: "SET", value: "P1Y" },
    ],
    attribution: [
      { source: [r("The River Board")], cue: [r("said")], content: [r("it would meet again next week")] },
      { source: [], cue: [r("believes")], content: [r("𝔅asin rules must change every year")] },
    ],
    coreference: [
      { ...r("River Board"), type: "organization", cluster: "x", form: "name" },
      { ...r("The River Board"), type: "organization", cluster: "x", form: "name", head: r("Board", 2) },
      { start: r("it would").start, end: r("it would").start + 2, type: "organization", cluster: "x", form: "pronoun" },
      { ...r("Its chair, Lou Wren"), type: "person", cluster: "y", form: "nominal", head: r("chair") },
      { ...r("Its"), type: "organization", cluster: "x", form: "pronoun" },
      { ...r("Lou Wren"), type: "person", cluster: "y", form: "name" },
    ],
    claims: [],
  },
];
