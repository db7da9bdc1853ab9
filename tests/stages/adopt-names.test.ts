import { expect, test } from "vitest";
import type { EntityType, Mention } from "../../src/model/mention.js";
import type { Recognition } from "../../src/model/recognition.js";
import { adoptNames } from "../../src/stages/adopt-names.js";
import { entityLexicons } from "../../src/stages/entities/scene.js";
import { adoptionLexicons } from "../../src/stages/names/adoption.js";
import { doc, ignore } from "../helpers/doc.js";

const known = new Map<string, EntityType>([
  ["Fox News", "organization"],
  ["Lima", "place"],
  ["City Hall", "organization"],
]);
const lexicons = { ...adoptionLexicons(entityLexicons()), known };
const stage = adoptNames({ lexicons });

type Name = [words: string, type: EntityType, score: number];

/** Runs the stage on names that the encoder found, each at its next occurrence. */
function run(text: string, given: readonly Name[]): readonly Mention[] {
  const { article, tokens } = doc(text);
  let from = 0;
  const names = given.map(([name, type, score]) => {
    const start = text.indexOf(name, from);
    from = start + name.length;
    return { start, end: from, type, score };
  });
  const found = stage.run({ article, words: tokens, tokens, recognition: { names } as unknown as Recognition }, ignore);
  return found as Exclude<typeof found, Promise<unknown>>;
}

/** `words/type/by` of what comes out. */
const adopt = (text: string, given: readonly Name[]): readonly string[] =>
  run(text, given).map(({ start, end, type, by }) => `${text.slice(start, end)}/${type}/${by}`);

/** The text with what comes out in brackets. */
const marked = (text: string, given: readonly Name[]): string =>
  [...run(text, given)].reverse().reduce((out, { start, end, type }) => {
    const letter = Object.keys(LETTERS).find((key) => LETTERS[key] === type);
    return `${out.slice(0, start)}[${letter} ${out.slice(start, end)}]${out.slice(end)}`;
  }, text);

const cases: [what: string, text: string, names: Name[], expected: string[]][] = [
  ["sure names stand", "Ruiz left.", [["Ruiz", "person", 0.95]], ["Ruiz/person/encoder/names"]],
  [
    "a doubtful type follows the same name elsewhere",
    "Orbis rose. Orbis fell.",
    [
      ["Orbis", "person", 0.5],
      ["Orbis", "organization", 0.9],
    ],
    ["Orbis/organization/names/voted", "Orbis/organization/encoder/names"],
  ],
  ["a doubtful type follows the lexicon", "Lima waits.", [["Lima", "person", 0.4]], ["Lima/place/names/voted"]],
  [
    "a place of which the encoder is never sure stays one",
    "Lima wants talks. Tell Lima.",
    [
      ["Lima", "organization", 0.69],
      ["Lima", "organization", 0.68],
    ],
    ["Lima/place/names/voted", "Lima/place/names/voted"],
  ],
  ["a sure type does not", "Lima scored.", [["Lima", "person", 0.9]], ["Lima/person/encoder/names"]],
  [
    "a name grows to the listed one it begins",
    "a Fox News interview",
    [
      ["Fox", "other", 0.6],
      ["News", "other", 0.4],
    ],
    ["Fox News/organization/names/widened"],
  ],
  [
    "but not when the encoder is sure of its edges",
    "a Fox News van",
    [["Fox", "person", 0.95]],
    ["Fox/person/encoder/names"],
  ],
  [
    "an acronym in brackets parts two names",
    "the City Hall Road Safety Board (RSB) met",
    [
      ["City Hall Road Safety Board", "organization", 0.95],
      ["RSB", "organization", 0.9],
    ],
    [
      "City Hall/organization/names/parted",
      "Road Safety Board/organization/names/parted",
      "RSB/organization/encoder/names",
    ],
  ],
  [
    "and leaves one name whole",
    "the Lima Road Board (LRB) met",
    [["Lima Road Board", "organization", 0.95]],
    ["Lima Road Board/organization/encoder/names"],
  ],
  ["an address is no name", "write to ann@paper.example", [["ann@paper.example", "person", 0.8]], []],
];

test.each(cases)("%s", (_what, text, names, expected) => {
  expect(adopt(text, names)).toEqual(expected);
});

/** A name in brackets with its type's letter, as the encoder found it, and as it is to be adopted. */
const rules: [given: string, adopted: string][] = [
  // edges
  ["[P Ms Voss] and [P MR TULLY] sat.", "Ms [P Voss] and MR [P TULLY] sat."],
  ["[P Sen. Miles Cho] met [P Vikram Raja KC].", "Sen. [P Miles Cho] met [P Vikram Raja] KC."],
  ["[P Rancher Bert Lind] waits for [P Dame Ann Gill].", "Rancher [P Bert Lind] waits for Dame [P Ann Gill]."],
  ["[P Horologist Klaus Lind] wound it.", "Horologist [P Klaus Lind] wound it."],
  ["[L CORK,] Ireland", "[L CORK], Ireland"],
  ["a [X Danish-born] pilot", "a [X Danish]-born pilot"],
  ["a [X Peru-flagged] ship", "a [L Peru]-flagged ship"],
  ["Sen. Ann Cho ([P D-Reno]) left.", "Sen. Ann Cho (D-[L Reno]) left."],
  ["Sen. Ann Cho (R-Elko) and Bob Ray, D-Conn., left.", "Sen. Ann Cho (R-[L Elko]) and Bob Ray, D-[L Conn.], left."],
  ["she told [O The] [O Eel Record] twice", "she told [O The Eel Record] twice"],
  ["she told The [P Ledger] twice", "she told [O The Ledger] twice"],
  ["[O The Eel Space Agency] paid.", "The [O Eel Space Agency] paid."],
  ["[O The Gulf Youth Band] played.", "The [O Gulf Youth Band] played."],
  // pieces
  ["[P Baker] [P Ana Lind] won", "Baker [P Ana Lind] won"],
  ["[X #] Two states", "# Two states"],
  ["asked [P Umm] [P Walid] why", "asked [P Umm Walid] why"],
  ["then [P Roisin] “Rocket” [P Magee] fell", "then [P Roisin “Rocket” Magee] fell"],
  ["the [L Eel Falls] [O Borough Council] met", "the [O Eel Falls Borough Council] met"],
  ["before [L North Holm] Police came", "before [O North Holm Police] came"],
  ["outside [P Lee] & Daughter today", "outside [O Lee & Daughter] today"],
  ["where [P Mr.] [L Lima] lived", "where Mr. [P Lima] lived"],
  ["at 1140 [X GMT] on Friday", "at 1140 GMT on Friday"],
  // types
  ["the frigate [P PNS Tariq] sailed", "the frigate [X PNS Tariq] sailed"],
  ["captain of the [P Isabel Gray] since May", "captain of the [X Isabel Gray] since May"],
  ["aboard the [P Isabel Gray]. [P Isabel Gray] sank.", "aboard the [X Isabel Gray]. [X Isabel Gray] sank."],
  ["the news agency [P Sever] wrote", "the news agency [O Sever] wrote"],
  ["[P Ofqual], the exams regulator, agreed.", "[O Ofqual], the exams regulator, agreed."],
  ["[P Larne] hold off Ghent. Then [P Larne] won.", "[O Larne] hold off Ghent. Then [O Larne] won."],
  ["the [X Norse Labor Inspectorate] asked", "the [O Norse Labor Inspectorate] asked"],
  ["[P Maasdelta]’s chief executive left.", "[O Maasdelta]’s chief executive left."],
  ["the chief executive of [L Transrail] left", "the chief executive of [O Transrail] left"],
  ["an exercise, named [P Silent Gull], began", "an exercise, named [X Silent Gull], began"],
  ["[L HOLM], March 3 ([L Northwire]) — Rain fell.", "[L HOLM], March 3 ([O Northwire]) — Rain fell."],
  ["Terry Crum, 44, of [P Clovis], left.", "Terry Crum, 44, of [L Clovis], left."],
  ["the plea of [O Peru] for help", "the plea of [L Peru] for help"],
  // one mind
  ["[P Rosa Dunbar] spoke. [O Dunbar] sat.", "[P Rosa Dunbar] spoke. [P Dunbar] sat."],
  ["[O Orbix Energy] fell. [P Orbix] rose.", "[O Orbix Energy] fell. [O Orbix] rose."],
  ["[P Ann Voss] spoke. Then Ann Voss sat.", "[P Ann Voss] spoke. Then [P Ann Voss] sat."],
  ["she posted on X that it rained", "she posted on [O X] that it rained"],
  ["AL: Why?\nHV: Gas.\n[O AL]: Still?\nHV: Yes.", "[P AL]: Why?\n[P HV]: Gas.\n[P AL]: Still?\n[P HV]: Yes."],
  // what stays
  ["[P Lady Lee] and [P Sir Alf] left.", "[P Lady Lee] and [P Sir Alf] left."],
  ["a [X London-based] firm", "a [X London-based] firm"],
  ["[P Ann Lee] and [P Bob Hill] hold talks.", "[P Ann Lee] and [P Bob Hill] hold talks."],
  ["[P Lehmann] st [P Kalu] b Chandana 2", "[P Lehmann] st [P Kalu] b Chandana 2"],
  ["They made [P Orme] hold the rope.", "They made [P Orme] hold the rope."],
  ["the [L U.S.] [O Road Department] met", "the [L U.S.] [O Road Department] met"],
  ["the [L West Bank] and the [X American League]", "the [L West Bank] and the [X American League]"],
  ["[P Orme], the mayor of a town, left.", "[P Orme], the mayor of a town, left."],
  ["[P Ann Jones] joined [O Jones Metals]. [P Jones] sat.", "[P Ann Jones] joined [O Jones Metals]. [P Jones] sat."],
  ["She sat on X Street. Vitamin D-Rich, they say.", "She sat on X Street. Vitamin D-Rich, they say."],
  ["GOALS: Roe 34\nHV: Gas.", "GOALS: Roe 34\nHV: Gas."],
  ["It was Mr. President who spoke.", "It was Mr. President who spoke."],
];

const LETTERS: Readonly<Record<string, EntityType>> = { P: "person", O: "organization", L: "place", X: "other" };

test.each(rules)("%s", (given, adopted) => {
  const names: Name[] = [...given.matchAll(/\[([POLX]) ([^\]]+)\]/g)].map(([, letter, words]) => [
    words!,
    LETTERS[letter!]!,
    0.85,
  ]);
  expect(marked(given.replace(/\[[POLX] ([^\]]+)\]/g, "$1"), names)).toBe(adopted);
});
