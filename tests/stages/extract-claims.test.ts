import { describe, expect, test } from "vitest";
import { claimLexicons } from "../../src/lexicons/claim-lexicons.js";
import type { Claim, ClaimPart } from "../../src/model/claim.js";
import type { Entity } from "../../src/model/entity.js";
import type { Quote } from "../../src/model/quote.js";
import type { Span } from "../../src/model/span.js";
import type { TimeExpression } from "../../src/model/time-expression.js";
import { extractClaims } from "../../src/stages/extract-claims.js";
import { ignore } from "../helpers/doc.js";
import { parsed } from "../helpers/parsed.js";

const stage = extractClaims({ lexicons: claimLexicons() });

interface Found {
  readonly entities?: readonly Entity[];
  readonly times?: readonly TimeExpression[];
  readonly quotes?: readonly Quote[];
}

function claimsOf(rows: string, found: Found = {}): { readonly text: string; readonly claims: readonly Claim[] } {
  const doc = { entities: [], times: [], quotes: [], ...parsed(rows), ...found };
  return { text: doc.article.text, claims: stage.run(doc, ignore) as readonly Claim[] };
}

/** 'Kim | met with | Lee | on Monday'. */
function lines(rows: string, found: Found = {}): readonly string[] {
  const { text, claims } = claimsOf(rows, found);
  const whole = (part: ClaimPart): string =>
    (part.pieces ?? [part]).map(({ start, end }) => text.slice(start, end)).join(" … ");
  return claims.map(({ subject, predicate, implied, arguments: rest }) =>
    [subject && whole(subject), predicate ? whole(predicate) : `(${implied})`, ...rest.map(whole)].join(" | "),
  );
}

const OFFER =
  "The/DET/2/det council/NOUN/3/nsubj rejected/VERB/0/root the/DET/5/det offer/NOUN/3/obj in/ADP/7/case May/PROPN/3/obl and/CCONJ/9/cc vowed/VERB/3/conj to/PART/11/mark build/VERB/9/xcomp a/DET/13/det bridge/NOUN/11/obj ./PUNCT/3/punct";
const RELATIVE =
  "Kim/PROPN/9/nsubj:pass ,/PUNCT/4/punct who/PRON/4/nsubj leads/VERB/1/acl:relcl the/DET/6/det party/NOUN/4/obj ,/PUNCT/4/punct was/AUX/9/aux:pass born/VERB/0/root in/ADP/11/case Ghent/PROPN/9/obl in/ADP/13/case 1961/NUM/9/obl ./PUNCT/9/punct";
const MAYOR =
  "Kim/PROPN/8/nsubj ,/PUNCT/4/punct the/DET/4/det mayor/NOUN/1/appos of/ADP/6/case Ghent/PROPN/4/nmod ,/PUNCT/4/punct met/VERB/0/root with/ADP/10/case Lee/PROPN/8/obl on/ADP/12/case Monday/PROPN/8/obl ./PUNCT/8/punct";
const SAID =
  "Kim/PROPN/2/nsubj said/VERB/0/root the/DET/4/det bridge/NOUN/6/nsubj:pass was/AUX/6/aux:pass closed/VERB/2/ccomp in/ADP/8/case May/PROPN/6/obl ./PUNCT/2/punct";

const table: [what: string, rows: string, expected: readonly string[]][] = [
  [
    "coordinated clauses, each with the subject",
    OFFER,
    ["The council | rejected | the offer | in May", "The council | vowed to build | a bridge"],
  ],
  ["relative clauses of their noun", RELATIVE, ["Kim | was born in | Ghent | in 1961", "Kim | leads | the party"]],
  ["appositions to a name", MAYOR, ["Kim | (is) | the mayor of Ghent", "Kim | met with | Lee | on Monday"]],
  [
    "passives with their agent; an auxiliary for two verbs",
    "The/DET/2/det bridge/NOUN/4/nsubj:pass was/AUX/4/aux:pass opened/VERB/0/root by/ADP/7/case the/DET/7/det mayor/NOUN/4/obl and/CCONJ/9/cc named/VERB/4/conj after/ADP/11/case Kim/PROPN/9/obl ./PUNCT/4/punct",
    ["The bridge | was opened by | the mayor", "The bridge | was … named after | Kim"],
  ],
  [
    "participles",
    "Workers/NOUN/4/nsubj wearing/VERB/1/acl helmets/NOUN/2/obj repaired/VERB/0/root the/DET/6/det roof/NOUN/4/obj ,/PUNCT/8/punct saving/VERB/4/advcl the/DET/10/det church/NOUN/8/obj ./PUNCT/4/punct",
    [
      "Workers wearing helmets | repaired | the roof | saving the church",
      "Workers | wearing | helmets",
      "Workers wearing helmets | saving | the church",
    ],
  ],
  [
    "copular clauses",
    "The/DET/2/det port/NOUN/4/nsubj is/AUX/4/cop ready/ADJ/0/root for/ADP/7/case large/ADJ/7/amod ships/NOUN/4/obl ./PUNCT/4/punct",
    ["The port | is ready for | large ships"],
  ],
  [
    "what is said, and that it is said",
    SAID,
    ["Kim | said | the bridge was closed in May", "the bridge | was closed in | May"],
  ],
  [
    "a governing verb for two infinitives",
    "Kim/PROPN/2/nsubj wants/VERB/0/root to/PART/4/mark buy/VERB/2/xcomp ships/NOUN/4/obj and/CCONJ/7/cc sell/VERB/4/conj trucks/NOUN/7/obj ./PUNCT/2/punct",
    ["Kim | wants to buy | ships", "Kim | wants to … sell | trucks"],
  ],
];

test.each(table)("finds %s", (_what, rows, expected) => {
  expect([...lines(rows)].sort()).toEqual([...expected].sort());
});

const silent: [what: string, rows: string][] = [
  ["a name alone", "Ghent/PROPN/0/root ./PUNCT/1/punct"],
  ["an order", "Stop/VERB/0/root the/DET/3/det press/NOUN/1/obj !/PUNCT/1/punct"],
  ["a verb and a thing without a name", "Prices/NOUN/2/nsubj fell/VERB/0/root ./PUNCT/2/punct"],
  ["an alias in brackets", "Acme/PROPN/0/root (/PUNCT/3/punct AC/PROPN/1/appos )/PUNCT/3/punct"],
];

test.each(silent)("says nothing of %s", (_what, rows) => {
  expect(lines(rows)).toEqual([]);
});

const standing: [rows: string, predicate: string, expected: string][] = [
  [OFFER, "rejected", "affirmed asserted"],
  [OFFER, "vowed to build", "affirmed intended"],
  [
    "The/DET/2/det plan/NOUN/4/nsubj would/AUX/4/aux alarm/VERB/0/root investors/NOUN/4/obj ./PUNCT/4/punct",
    "would alarm",
    "affirmed conditional",
  ],
  [
    "The/DET/2/det firm/NOUN/5/nsubj did/AUX/5/aux not/PART/5/advmod pay/VERB/0/root its/PRON/7/nmod:poss workers/NOUN/5/obj ./PUNCT/5/punct",
    "did not pay",
    "negated asserted",
  ],
  [
    "Kim/PROPN/2/nsubj failed/VERB/0/root to/PART/4/mark stop/VERB/2/xcomp the/DET/6/det sale/NOUN/4/obj ./PUNCT/2/punct",
    "failed to stop",
    "negated asserted",
  ],
  [
    "No/DET/2/det worker/NOUN/3/nsubj left/VERB/0/root the/DET/5/det hall/NOUN/3/obj ./PUNCT/3/punct",
    "left",
    "negated asserted",
  ],
  [
    "If/SCONJ/4/mark the/DET/3/det firm/NOUN/4/nsubj sells/VERB/9/advcl it/PRON/4/obj ,/PUNCT/4/punct trucks/NOUN/9/nsubj may/AUX/9/aux use/VERB/0/root the/DET/11/det port/NOUN/9/obj ./PUNCT/9/punct",
    "sells",
    "affirmed conditional",
  ],
  [
    "If/SCONJ/4/mark the/DET/3/det firm/NOUN/4/nsubj sells/VERB/9/advcl it/PRON/4/obj ,/PUNCT/4/punct trucks/NOUN/9/nsubj may/AUX/9/aux use/VERB/0/root the/DET/11/det port/NOUN/9/obj ./PUNCT/9/punct",
    "may use",
    "affirmed possible",
  ],
  [
    "Will/AUX/4/aux the/DET/3/det firm/NOUN/4/nsubj sell/VERB/0/root the/DET/6/det port/NOUN/4/obj ?/PUNCT/4/punct",
    "sell",
    "affirmed asked",
  ],
];

test.each(standing)("%s: '%s' is %s", (rows, predicate, expected) => {
  const { text, claims } = claimsOf(rows);
  const claim = claims.find(
    (item) => item.predicate && text.slice(item.predicate.start, item.predicate.end) === predicate,
  );
  expect(`${claim?.polarity} ${claim?.modality}`).toBe(expected);
});

const spanIn = (text: string, part: string): Span => ({
  start: text.indexOf(part),
  end: text.indexOf(part) + part.length,
});
const entity = (text: string, name: string, type: Entity["type"]): Entity => ({
  type,
  name,
  aliases: [],
  roles: [],
  links: [],
  mentions: [{ ...spanIn(text, name), type, form: "name", by: "test" }],
});

describe("with what other stages found", () => {
  const { text } = claimsOf(SAID);
  const quote: Quote = {
    kind: "indirect",
    content: [spanIn(text, "the bridge was closed in May")],
    cue: [spanIn(text, "said")],
    source: [spanIn(text, "Kim")],
    attitude: "assertion",
    speaker: { status: "unresolved", reason: "test" },
    by: "test",
  };

  test("a claim inside a quote is its speaker's, the rest the article's", () => {
    const { claims } = claimsOf(SAID, { quotes: [quote] });
    expect(claims.map(({ assertedBy, stance }) => ({ assertedBy, stance }))).toEqual([
      { assertedBy: "article", stance: "stated" },
      { assertedBy: { quote: 0 }, stance: "stated" },
    ]);
  });

  test("a quote in a quote keeps the chain, the outermost first", () => {
    const inner = { ...quote, content: [spanIn(text, "bridge was closed")], via: 0 };
    const { claims } = claimsOf(SAID, { quotes: [quote, inner] });
    expect(claims[1]).toMatchObject({ assertedBy: { quote: 1 }, chain: [0, 1] });
  });

  test("what the cue presents it as gives the stance", () => {
    const rows = SAID.replace("said/", "denied/");
    const denied = {
      ...quote,
      presentedAs: "denied" as const,
      cue: [spanIn(claimsOf(rows).text, "denied")],
      content: [spanIn(claimsOf(rows).text, "the bridge was closed in May")],
    };
    expect(claimsOf(rows, { quotes: [denied] }).claims[1]?.stance).toBe("denied");
  });

  test("entities, time and place", () => {
    const kim = entity(claimsOf(RELATIVE).text, "Kim", "person");
    const ghent = entity(claimsOf(RELATIVE).text, "Ghent", "place");
    const year: TimeExpression = {
      ...spanIn(claimsOf(RELATIVE).text, "1961"),
      type: "DATE",
      value: "1961",
      anchor: { kind: "none" },
      by: "test",
    };
    const { claims } = claimsOf(RELATIVE, { entities: [kim, ghent], times: [year] });
    const born = claims.find(({ by }) => by === "claims/main");
    expect(born).toMatchObject({ subject: { entity: 0 }, time: 0, place: 1, lemma: "bear" });
  });

  test("typed relations", () => {
    const { text: said } = claimsOf(MAYOR);
    const entities = [entity(said, "Kim", "person"), entity(said, "Lee", "person")];
    const { claims } = claimsOf(MAYOR, { entities });
    expect(claims.map(({ relation }) => [relation?.type, relation?.object?.entity])).toEqual([
      ["holds-role", undefined],
      ["met-with", 1],
    ]);
  });

  test("figures", () => {
    const { claims } = claimsOf(
      "Sales/NOUN/2/nsubj rose/VERB/0/root to/ADP/4/case $/SYM/2/obl 4.2/NUM/6/compound million/NUM/4/nummod ./PUNCT/2/punct",
    );
    expect(claims[0]?.relation).toMatchObject({
      type: "reported-figure",
      object: { quantity: { value: 4_200_000, currency: "USD" } },
    });
  });
});
