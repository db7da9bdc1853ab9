import { describe, expect, test } from "vitest";
import { attributionsOf, joined, shown } from "../helpers/attributions.js";
import { doc } from "../helpers/doc.js";

/** [text, 'source | cue | content' of each attribution, in text order] */
const FOUND: readonly (readonly [string, readonly string[]])[] = [
  // Quotation and cue.
  ["“The bridge is safe,” she said.", ["she | said | The bridge is safe"]],
  ["“The bridge is safe,” said Ann Lee, the mayor.", ["Ann Lee, the mayor | said | The bridge is safe"]],
  ["“Is the bridge safe?” Lee asked.", ["Lee | asked | Is the bridge safe"]],
  ["Lee told reporters on Monday: “The bridge is safe.”", ["Lee | told | The bridge is safe"]],
  ["''The bridge is safe,'' Mr. Lee said.", ["Mr. Lee | said | The bridge is safe"]],
  ["'The bridge is safe,' he said.", ["he | said | The bridge is safe"]],
  ["“We lost the bridge.” — Ann Lee", ["Ann Lee | — | We lost the bridge"]],
  ["“The bridge,” said the mayor, “is safe.”", ["the mayor | said | The bridge … is safe"]],
  ["“The bridge is safe,” he said. “We tested it twice.”", ["he | said | The bridge is safe … We tested it twice"]],
  [
    "“The bridge is safe,” Lee told the Gazette.\n\n“We tested it twice.”",
    ["Lee | told | The bridge is safe … We tested it twice"],
  ],
  ["“The bridge is safe.\n\n“We tested it twice,” Lee said.", ["Lee | said | The bridge is safe … We tested it twice"]],
  [
    "“The bridge is safe,” Lee said. “We tested it.\n\n“She said it held.\n\n“Twice.”",
    ["Lee | said | The bridge is safe … We tested it … She said it held … Twice"],
  ],
  ["Lee wrote in a letter:\n\n“The bridge is safe.”", ["Lee | wrote | The bridge is safe"]],
  ["“I said, ‘It’s a bridge that holds,’” she said.", ["she | said | I said, ‘It’s a bridge that holds,’"]],
  ["“It is the teams’ bridge,” she said.", ["she | said | It is the teams’ bridge"]],
  // A transcript quoted paragraph by paragraph; what is signed is complete; whose the cue between two quotations is.
  [
    "“LEE: The bridge is safe.\n\n“We tested it.\n\n“(CROSSTALK)\n\n“MAYOR KIM: Says who?”",
    ["LEE | : | The bridge is safe … We tested it", "MAYOR KIM | : | Says who"],
  ],
  [
    "“We lost the bridge.” — Ann Lee\n“We lost the tower too.” — Bo Kim",
    ["Ann Lee | — | We lost the bridge", "Bo Kim | — | We lost the tower too"],
  ],
  [
    "I had to answer: “The bridge is safe.” To which she said, “We tested it twice.”",
    ["I | to answer | The bridge is safe", "she | said | We tested it twice"],
  ],
  [
    "They call the bridge a “mess” and describe the mayor as weak.",
    ["They | call | the bridge a “mess”", "They | describe | the mayor as weak"],
  ],
  ["The station aired footage of Lee saying, “The bridge is safe.”", ["Lee | saying | The bridge is safe"]],
  ["The mayor left over a Gazette report that the bridge is safe.", ["a Gazette | report | that the bridge is safe"]],
  // Indirect and mixed.
  [
    "Lee has not said whether the bridge would close, but a senior official called it “unsafe.”",
    ["Lee | has not said | whether the bridge would close", "a senior official | called | it “unsafe.”"],
  ],
  ["The Ghent-based company said sales fell.", ["The Ghent-based company | said | sales fell"]],
  ["The mayor said the bridge is safe.", ["The mayor | said | the bridge is safe"]],
  ["The mayor, who left early, said that the bridge is safe.", ["The mayor | said | that the bridge is safe"]],
  ["The mayor said it “takes two to tango.”", ["The mayor | said | it “takes two to tango.”"]],
  ["The bridge is safe, the mayor said on Friday.", ["the mayor | said | The bridge is safe"]],
  ["The bridge, the mayor said, is safe.", ["the mayor | said | The bridge … is safe"]],
  ["The bridge is safe, according to a report.", ["a report | according to | The bridge is safe"]],
  ["According to the mayor, the bridge is safe.", ["the mayor | According to | the bridge is safe"]],
  ["She described the plan as ominous.", ["She | described | the plan as ominous"]],
  ["The union accused the mayor of fraud.", ["The union | accused | the mayor of fraud"]],
  ["He called her a “smart guy” on Monday.", ["He | called | her a “smart guy”"]],
  ["The mayor wants to close the bridge.", ["The mayor | wants | to close the bridge"]],
  ["The senator called for an inquiry.", ["The senator | called for | an inquiry"]],
  [
    "The mayor’s claim that the bridge is safe angered many.",
    ["The mayor | claim | that the bridge is safe angered many"],
  ],
  ["The plan was denounced by the union.", ["the union | was denounced | The plan"]],
  ["Lee is expected to win.", [" | is expected | Lee … to win"]],
  ["The mayor is confident that the bridge is safe.", ["The mayor | is confident | that the bridge is safe"]],
  ["The union was critical of the plan.", ["The union | was critical of | the plan"]],
  ["The union took aim at the plan on Monday.", ["The union | took aim at | the plan"]],
  ["Lee seems to agree with the plan.", [" | seems | Lee … to agree with the plan"]],
  [
    "The mayor opposed the plan, saying it costs too much.",
    ["The mayor | opposed | the plan", "The mayor | saying | it costs too much"],
  ],
  ["While Lee said the bridge is safe, the union left.", ["Lee | said | the bridge is safe"]],
  ["Lee, R-Ohio, who voted no, said he would leave.", ["Lee | said | he would leave"]],
  [
    "One in three said they agree, and one in four said they do not.",
    ["One in three | said | they agree", "one in four | said | they do not"],
  ],
  ["Lee was asked whether the bridge is safe.", [" | was asked | whether the bridge is safe"]],
  ["The envoy reportedly visited Ghent.", [" | reportedly | The envoy … visited Ghent"]],
  // Headlines and transcripts.
  ["Mayor open to talks: official", ["official | : | Mayor open to talks"]],
  ["LEE: The bridge is safe and sound.", ["LEE | : | The bridge is safe and sound"]],
  ["Mayor Slams Plan", ["Mayor | Slams | Plan"]],
];

test.each(FOUND)("%s", (text, expected) => {
  expect(shown(text)).toEqual(expected);
});

/** Texts without an attribution. */
const REFUSED = [
  "The armies held an exercise named “Freedom Edge” in May.",
  "The keeper came ashore with a cat named Fresnel and a kettle.",
  "They signed the “Pact of the Rivers” in Ghent.",
  "The singer known to fans left the “Golden Hall” at noon.",
  "The team won the cup on Sunday.",
  "The talks focused on trade could fail.",
  "Any talks focused on that goal could fail.",
  "A company called North Wind opened a plant.",
  "A critical reader of papers sat in the hall.",
  "The bridge opened in 1907.",
];

test.each(REFUSED)("no attribution: %s", (text) => {
  expect(shown(text)).toEqual([]);
});

describe("details", () => {
  test("kind follows the share of quoted words", () => {
    const kinds = ["“It is safe,” he said.", "He said it is “safe” now.", "He said it is safe."].map(
      (text) => attributionsOf(text)[0]?.kind,
    );
    expect(kinds).toEqual(["direct", "mixed", "indirect"]);
  });

  test.each([
    ["Q: Why did you leave town?\n\nA: I left town for the rain.", ["direct", "direct"]],
    ["MT: Why did you leave town?\n\nSAL: I left town for the rain.", ["direct", "direct"]],
    ["LEE: I left town for the rain.", ["indirect"]],
    ["Mayor open to talks: official\n\nLEE: I left town for the rain.", ["indirect", "indirect"]],
  ])("turns are direct: %s", (text, expected) => {
    expect(attributionsOf(text).map(({ kind }) => kind)).toEqual(expected);
  });

  test("the hearer is kept", () => {
    const text = "Lee told reporters that the bridge is safe.";
    const [found] = attributionsOf(text);
    expect(found?.addressee && joined(text, [found.addressee])).toBe("reporters");
  });

  test.each([
    ["GHENT, May 3 (AP) - The bridge is safe, the mayor said.", "the mayor | said | The bridge is safe"],
    ["GHENT, May 3 (AP) - Acme NV (ACM) said sales fell.", "Acme NV (ACM) | said | sales fell"],
    ["GHENT, May 3 (AP) - “It is safe,” he said.", "he | said | It is safe"],
  ])("a dateline is nobody's words: %s", (text, expected) => {
    const dateline = { span: { start: 0, end: text.indexOf("-") + 1 } };
    expect(shown(text, { header: { ...doc(text).header, dateline } })).toEqual([expected]);
  });

  test("a source chain nests, inner in outer", () => {
    const text = "The Gazette reported that officials said the bridge is safe.";
    expect(attributionsOf(text).map(({ within }) => within)).toEqual([undefined, 0]);
    expect(shown(text)[1]).toBe("officials | said | the bridge is safe");
  });

  test("a stray mark does not turn the next paragraph inside out", () => {
    const text = 'The sign read 12" wide.\n“It is safe,” he said.';
    expect(shown(text)).toContain("he | said | It is safe");
  });
});
