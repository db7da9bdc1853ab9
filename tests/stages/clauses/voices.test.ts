import { describe, expect, test } from "vitest";
import { PRESENTATIONS, type Presentation } from "../../../src/model/cue.js";
import type { Quote } from "../../../src/model/quote.js";
import type { TimeExpression } from "../../../src/model/time-expression.js";
import { claimsOf, entity, lines, spanIn } from "../../helpers/claims.js";

const RELATIVE =
  "Kim/PROPN/9/nsubj:pass ,/PUNCT/4/punct who/PRON/4/nsubj leads/VERB/1/acl:relcl the/DET/6/det party/NOUN/4/obj ,/PUNCT/4/punct was/AUX/9/aux:pass born/VERB/0/root in/ADP/11/case Ghent/PROPN/9/obl in/ADP/13/case 1961/NUM/9/obl ./PUNCT/9/punct";
const SAID =
  "Kim/PROPN/2/nsubj said/VERB/0/root the/DET/4/det bridge/NOUN/6/nsubj:pass was/AUX/6/aux:pass closed/VERB/2/ccomp in/ADP/8/case May/PROPN/6/obl ./PUNCT/2/punct";

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

  const stances = ["stated", "denied", "alleged", "promised", "feared", "believed", "wanted", "asked"];
  test.each(PRESENTATIONS)("content presented as %s has a stance", (presentedAs) => {
    const stance = claimsOf(SAID, { quotes: [{ ...quote, presentedAs }] }).claims[1]?.stance;
    expect(stances).toContain(presentedAs === "said" ? "stated" : stance);
    if (stances.includes(presentedAs)) expect(stance).toBe(presentedAs);
  });

  const rows = {
    doubts:
      "Kim/PROPN/2/nsubj doubts/VERB/0/root the/DET/4/det report/NOUN/2/obj because/SCONJ/8/mark Lee/PROPN/8/nsubj never/ADV/8/advmod saw/VERB/2/advcl the/DET/10/det port/NOUN/8/obj ./PUNCT/2/punct",
    thanked:
      "Kim/PROPN/2/nsubj thanked/VERB/0/root the/DET/4/det men/NOUN/2/obj who/PRON/6/nsubj saved/VERB/4/acl:relcl Lee/PROPN/6/obj ./PUNCT/2/punct",
    banned:
      "Kim/PROPN/2/nsubj banned/VERB/0/root any/DET/4/det law/NOUN/2/obj that/PRON/6/nsubj helps/VERB/4/acl:relcl Lee/PROPN/6/obj ./PUNCT/2/punct",
    first:
      "Kim/PROPN/2/nsubj promised/VERB/0/root it/PRON/2/obj to/ADP/7/case the/DET/7/det first/ADJ/7/amod man/NOUN/2/obl who/PRON/9/nsubj beats/VERB/7/acl:relcl Lee/PROPN/9/obj ./PUNCT/2/punct",
  };
  test.each([
    ["a reason", rows.doubts, "the report because Lee never saw the port", "doubted", "saw", "stated"],
    ["of something definite", rows.thanked, "the men who saved Lee", "supported", "saved", "stated"],
    ["of anything there may be", rows.banned, "any law that helps Lee", "opposed", "helps", "denied"],
    ["of the first to come", rows.first, "it to the first man who beats Lee", "promised", "beats", "promised"],
  ] as const)(
    "what is taken as given keeps clear of the cue: %s",
    (_what, tree, content, presentedAs, verb, stance) => {
      const { text: whole } = claimsOf(tree);
      const { claims } = claimsOf(tree, {
        quotes: [{ ...quote, content: [spanIn(whole, content)], cue: [], presentedAs }],
      });
      const claim = claims.find(
        (item) => item.predicate && whole.slice(item.predicate.start, item.predicate.end).endsWith(verb),
      );
      expect(claim).toMatchObject({ assertedBy: { quote: 0 }, stance });
    },
  );

  test("what stands outside the quotation marks is not said", () => {
    const tree =
      "“/PUNCT/3/punct We/PRON/3/nsubj go/VERB/7/ccomp home/ADV/3/advmod ,/PUNCT/3/punct ”/PUNCT/3/punct said/VERB/0/root Kim/PROPN/7/nsubj on/ADP/10/case Monday/PROPN/3/obl ./PUNCT/7/punct";
    const { text: whole } = claimsOf(tree);
    const direct = { ...quote, kind: "direct" as const, source: [spanIn(whole, "Kim")], cue: [spanIn(whole, "said")] };
    const said = { ...direct, content: [spanIn(whole, "We go home")] };
    expect(lines(tree, { quotes: [said] })).toContain("We | go | home");
    expect(lines(tree, { quotes: [{ ...said, kind: "indirect" }] })).toContain("We | go | home | on Monday");
  });

  test("'allegedly' makes the article's own claim alleged", () => {
    const { claims } = claimsOf(
      "Kim/PROPN/3/nsubj allegedly/ADV/3/advmod sold/VERB/0/root the/DET/5/det port/NOUN/3/obj ./PUNCT/3/punct",
    );
    expect(claims[0]).toMatchObject({ assertedBy: "article", stance: "alleged" });
  });

  const URGED =
    "Kim/PROPN/2/nsubj urged/VERB/0/root Lee/PROPN/2/obj to/PART/5/mark sell/VERB/2/xcomp ships/NOUN/5/obj ./PUNCT/2/punct";
  const VOWED = "Kim/PROPN/2/nsubj vowed/VERB/0/root to/PART/4/mark sell/VERB/2/xcomp ships/NOUN/4/obj ./PUNCT/2/punct";
  const wished = (rows: string, cue: string, presentedAs: Presentation): Quote => {
    const { text: whole } = claimsOf(rows);
    return { ...quote, content: [spanIn(whole, "to sell ships")], cue: [spanIn(whole, cue)], presentedAs };
  };

  test.each([
    [URGED, "urged", "requested", "Lee", "wanted", "should"],
    [VOWED, "vowed", "promised", "Kim", "promised", "will"],
  ] as const)("a wish is a claim of its own: %s", (rows, cue, presentedAs, who, stance, implied) => {
    const { text: whole, claims } = claimsOf(rows, { quotes: [wished(rows, cue, presentedAs)] });
    const wish = claims.find(({ by }) => by === "claims/wish");
    expect(wish).toMatchObject({ assertedBy: { quote: 0 }, stance, implied, modality: "intended" });
    expect(whole.slice(wish!.subject!.start, wish!.subject!.end)).toBe(who);
    expect(claims.find(({ by }) => by === "claims/main")).toMatchObject({ assertedBy: "article", stance: "stated" });
  });

  test("what one declines is no wish, and the article's to tell", () => {
    const { claims } = claimsOf(VOWED, { quotes: [wished(VOWED, "vowed", "refused")] });
    expect(claims.map(({ by, assertedBy, stance }) => ({ by, assertedBy, stance }))).toEqual([
      { by: "claims/main", assertedBy: "article", stance: "stated" },
    ]);
  });

  test("a title before a person's name", () => {
    const rows =
      "The/DET/2/det mayor/NOUN/6/nsubj ,/PUNCT/4/punct Kim/PROPN/2/appos ,/PUNCT/4/punct left/VERB/0/root the/DET/8/det hall/NOUN/6/obj ./PUNCT/6/punct";
    const kim = entity(claimsOf(rows).text, "Kim", "person");
    expect(lines(rows, { entities: [kim] })).toContain("Kim | (is) | The mayor");
  });

  test("'which' is no person: his diplomacy with Kim, which …", () => {
    const rows =
      "The/DET/2/det talks/NOUN/8/nsubj with/ADP/4/case Kim/PROPN/2/nmod ,/PUNCT/7/punct which/PRON/7/nsubj failed/VERB/4/acl:relcl ended/VERB/0/root the/DET/10/det war/NOUN/8/obj ./PUNCT/8/punct";
    const kim = entity(claimsOf(rows).text, "Kim", "person");
    const failed = claimsOf(rows, { entities: [kim] }).claims.find(({ by }) => by === "claims/relative");
    expect(failed?.subject?.entity).toBeUndefined();
  });

  test("half a name becomes the whole one", () => {
    const rows = "Jo/PROPN/4/nsubj -/PUNCT/1/punct Ann/PROPN/1/flat left/VERB/0/root Ghent/PROPN/4/obj ./PUNCT/4/punct";
    const { text: whole } = claimsOf(rows);
    expect(lines(rows, { entities: [entity(whole, "Jo - Ann", "person")] })).toEqual(["Jo - Ann | left | Ghent"]);
  });

  test("numbers of dates count nothing", () => {
    const rows = "Kim/PROPN/2/nsubj left/VERB/0/root on/ADP/5/case June/PROPN/5/compound 30/NUM/2/obl ./PUNCT/2/punct";
    const date: TimeExpression = {
      ...spanIn(claimsOf(rows).text, "June 30"),
      type: "DATE",
      value: "XXXX-06-30",
      anchor: { kind: "none" },
      by: "test",
    };
    expect(claimsOf(rows).claims[0]?.arguments[0]?.quantity).toEqual({ value: 30 });
    expect(claimsOf(rows, { times: [date] }).claims[0]?.arguments[0]?.quantity).toBeUndefined();
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
});
