import { describe, expect, test } from "vitest";
import type { Attribution } from "../../../src/model/quote.js";
import { meaningOf } from "../../../src/stages/quotes/cue-meaning.js";
import { meaningLexicon } from "../../../src/stages/quotes/meaning-lexicon.js";
import { attributionsOf, QUOTES } from "../../helpers/attributions.js";
import { doc } from "../../helpers/doc.js";

const MEANINGS = QUOTES.cues;
const lexicon = meaningLexicon(MEANINGS);

const shown = (text: string, attribution: Attribution): string => {
  const { cueLemma, cueClass, attitude, presentedAs } = meaningOf(doc(text).tokens, attribution, lexicon);
  return [cueLemma, cueClass, attitude, presentedAs].map((part) => part ?? "-").join(" | ");
};

/** The meaning of the last attribution that the rules find. */
const found = (text: string): string => shown(text, attributionsOf(text).at(-1)!);

/** The meaning of a cue given in square brackets, its content in braces, as the encoder might find them. */
function given(marked: string): string {
  const text = marked.replace(/[[\]{}]/g, "");
  const at = (open: string, close: string) => {
    const before = (index: number) => marked.slice(0, index).replace(/[[\]{}]/g, "").length;
    const [start, end] = [marked.indexOf(open), marked.indexOf(close)];
    return start < 0 ? [] : [{ start: before(start), end: before(end) }];
  };
  const kind = /“\{/.test(marked) ? "direct" : "indirect";
  return shown(text, { kind, content: at("{", "}"), cue: at("[", "]"), source: [], by: "test" });
}

const read = (text: string): string => (text.includes("[") ? given(text) : found(text));

test.each([
  ["The mayor said the bridge is safe.", "say | say | assertion | said"],
  ["The mayor pointed out that the bridge is safe.", "point out | say | assertion | said"],
  ["The bridge is safe, according to the mayor.", "according to | report | assertion | said"],
  ["The mayor made clear that the bridge is safe.", "make clear | say | assertion | said"],
  ["The mayor claimed that the bridge is safe.", "claim | claim | assertion | alleged"],
  ["The mayor’s claim that the bridge is safe angered them.", "claim | claim | assertion | alleged"],
  ["The mayor conceded that the bridge is old.", "concede | admit | assertion | admitted"],
  ["The mayor asked whether the bridge is safe.", "ask | ask | assertion | asked"],
  ["The mayor thinks the bridge is safe.", "think | think | belief | believed"],
  ["The mayor noticed that the bridge is shut.", "notice | know | fact | known"],
  ["The mayor remembered that the bridge is shut.", "remember | know | fact | known"],
  ["The mayor hopes the bridge is safe.", "hope | hope | belief | hoped"],
  ["The mayor fears that the bridge may fall.", "fear | fear | belief | feared"],
  ["The mayor doubts that the bridge is safe.", "doubt | doubt | belief | doubted"],
  ["The mayor warned that the bridge may fall.", "warn | warn | assertion | said"],
  ["The mayor denied that the bridge is shut.", "deny | deny | assertion | denied"],
  ["The mayor wrote that the bridge is safe.", "write | write | assertion | said"],
  ["The mayor is confident that the bridge is safe.", "confident | think | belief | believed"],
])("by lemma: %s", (text, meaning) => {
  expect(found(text)).toBe(meaning);
});

test.each([
  ["The mayor promised to mend the bridge.", "promise | promise | eventuality | promised"],
  ["The mayor [agreed] {to mend the bridge}.", "agree | promise | eventuality | promised"],
  ["The mayor agreed that the bridge is old.", "agree | agree | belief | believed"],
  ["The mayor called for an inquiry.", "call for | order | eventuality | requested"],
  ["The mayor called the bridge a disgrace.", "call | call | assertion | said"],
  ["The mayor [told] him {to mend the bridge}.", "tell | order | eventuality | requested"],
  ["The mayor told him that the bridge is old.", "tell | say | assertion | said"],
  ["The mayor hopes to mend the bridge.", "hope | hope | eventuality | hoped"],
  ["The mayor wants to mend the bridge.", "want | want | eventuality | hoped"],
  ["The mayor [plans] {to mend the bridge}.", "plan | plan | eventuality | intended"],
  ["The mayor decided to mend the bridge.", "decide | plan | eventuality | intended"],
  ["The mayor refused to mend the bridge.", "refuse | refuse | eventuality | refused"],
  ["The mayor [says] to voters, {go home}.", "say | say | assertion | said"],
  ["The mayor [pleaded] {guilty to theft}.", "plead | admit | assertion | admitted"],
  ["The bridge [is said] {to be shut}.", "say | claim | assertion | alleged"],
  ["The bridge is expected to open.", "expect | expect | belief | believed"],
])("by construction: %s", (text, meaning) => {
  expect(read(text)).toBe(meaning);
});

test.each([
  ["The mayor did not deny that the bridge is shut.", "deny | deny | assertion | open"],
  ["The mayor didn’t say whether the bridge is shut.", "say | say | assertion | open"],
  ["The mayor refused to [say] {whether the bridge is shut}.", "say | say | assertion | open"],
  ["The mayor stopped short of [saying] {that the bridge is shut}.", "say | say | assertion | open"],
  ["The mayor [never admitted] {that the bridge is shut}.", "admit | admit | assertion | open"],
  ["The mayor did not fail to [mention] {that the bridge is shut}.", "mention | say | assertion | said"],
  ["The mayor [does not think] {the bridge is shut}.", "think | think | belief | doubted"],
  ["The mayor [does not know] {whether the bridge is shut}.", "know | know | fact | open"],
  ["The mayor [did not know] {that the bridge was shut}.", "know | know | fact | known"],
  ["The mayor [has not decided] {whether to mend the bridge}.", "decide | plan | eventuality | open"],
  ["The mayor [does not want] {to mend the bridge}.", "want | want | eventuality | refused"],
  // must not turn round: another's negation
  ["The mayor who had failed [said] {the bridge is shut}.", "say | say | assertion | said"],
  ["Not a day goes by, the mayor [said], {without repairs}.", "say | say | assertion | said"],
])("negation counts: %s", (text, meaning) => {
  expect(read(text)).toBe(meaning);
});

test.each([
  "No official said that the bridge is safe.",
  "Nobody said that the bridge is safe.",
  "None of them said that the bridge is safe.",
])("nobody as the source negates: %s", (text) => {
  expect(found(text)).toBe("say | say | assertion | open");
});

describe("a cue outside the lexicons", () => {
  test.each([
    ["“{Go away},” she [croaked].", "croak | say | assertion | said"],
    ["“{Go away},” she [zorbed].", "zorbed | say | assertion | said"],
    ["His [verdict]: “{Go away}.”", "verdict | say | assertion | said"],
    ["[Q.] “{Go away}.”", "q. | say | assertion | said"],
    ["The mayor [zorbed] {that the bridge is safe}.", "zorbed | - | assertion | -"],
    ["The mayor [zorbed] {to mend the bridge}.", "zorbed | - | eventuality | -"],
    ["The mayor [zorbed] {the bridge}.", "zorbed | - | eventuality | -"],
    ["The mayor [criticised] {the bridge}.", "criticize | blame | assertion | opposed"],
    ["LEE[:] {the bridge is safe}.", "- | say | assertion | said"],
  ])("has a class by a rule, or none: %s", (text, meaning) => {
    expect(given(text)).toBe(meaning);
  });
});

test("a table with an unknown class or presentation names the row", () => {
  const meanings = new Map([["zorb", ["zorbing", "belief"]]]);
  expect(() => meaningLexicon({ ...MEANINGS, meanings })).toThrow(/cue-meanings\.tsv: 'zorb'/);
  const classes = new Map([...MEANINGS.classes, ["deny", ["nixed", "open"]] as const]);
  expect(() => meaningLexicon({ ...MEANINGS, classes })).toThrow(/cue-classes\.tsv: 'deny'/);
  const few = new Map([...MEANINGS.classes].filter(([name]) => name !== "deny"));
  expect(() => meaningLexicon({ ...MEANINGS, classes: few })).toThrow(/no row for 'deny'/);
});
