import { describe, expect, test } from "vitest";
import { loadNatural } from "../../src/adapters/natural.js";
import type { EntityType, Mention } from "../../src/model/mention.js";
import type { Attribution } from "../../src/model/quote.js";
import { type AntecedentScores, emptyRecognition, type Recognition } from "../../src/model/recognition.js";
import type { Token } from "../../src/model/token.js";
import { entityLexicons } from "../../src/stages/entities/scene.js";
import { joinMentions } from "../../src/stages/join-mentions.js";
import { doc, ignore } from "../helpers/doc.js";

const stage = joinMentions({ lexicons: entityLexicons(), natural: await loadNatural() });
const TYPES: Record<string, EntityType> = { P: "person", O: "organization", L: "place", M: "other" };

/** What stands in for the encoder: mention heads as 'word:type', links as 'word<-word' with the odds of the antecedent. */
interface Read {
  readonly heads?: readonly string[];
  readonly links?: readonly [link: string, logOdds: number][];
  /** Arcs of the tree as 'word relation head'. */
  readonly arcs?: readonly string[];
  /** Sources of quotations, by the words they hold. */
  readonly said?: readonly [source: string, content: string][];
}

/** Each entity as its mentions joined by ' = ', one of pronouns alone with its name before. Words are looked up by their first place; 'he@2' is the second 'he'. */
async function chains(source: string, read: Read): Promise<string[]> {
  const names: Mention[] = [];
  const text = source.replace(/\[([POLM]) ([^\]]*)\]/g, "$2");
  let shift = 0;
  for (const { index, 0: whole, 1: type, 2: name } of source.matchAll(/\[([POLM]) ([^\]]*)\]/g)) {
    const start = index - shift;
    names.push({ start, end: start + name!.length, type: TYPES[type!]!, form: "name", by: "test" });
    shift += whole.length - name!.length;
  }
  const base = doc(text);
  const recognition = recognitionOf(base.tokens, read);
  const attributions = (read.said ?? []).map(([who, what]) => said(text, who, what));
  const found = await stage.run({ ...base, names, attributions, recognition }, ignore);
  return found.map(({ name, mentions }) => {
    const words = mentions.map(({ start, end }) => text.slice(start, end)).join(" = ");
    return mentions.every(({ form }) => form === "pronoun") ? `${name}: ${words}` : words;
  });
}

function recognitionOf(tokens: readonly Token[], { heads = [], links = [], arcs = [] }: Read): Recognition {
  const at = (word: string): number => {
    const [text, count = "1"] = word.split("@");
    const places = tokens.flatMap((token, i) => (token.text === text ? [i] : []));
    const place = places[Number(count) - 1];
    if (place === undefined) throw new Error(`no token ${word}`);
    return place;
  };
  const mentionHeads = heads
    .map((head) => head.split(":"))
    .map(([word, type]) => ({ token: at(word!), type: TYPES[type!]! }))
    .sort((a, b) => a.token - b.token);
  const antecedents = mentionHeads.map(({ token }): AntecedentScores => {
    const candidates = links
      .map(([link, score]) => ({ ends: link.split("<-").map(at), score }))
      .filter(({ ends }) => ends[0] === token)
      .map(({ ends, score }) => ({ token: ends[1]!, score }))
      .sort((a, b) => a.token - b.token);
    return { token, none: 0, candidates };
  });
  const tree = tokens.map((_, i) => ({ head: i, relation: "root" }));
  for (const arc of arcs) {
    const [word, relation, head] = arc.split(" ");
    tree[at(word!)] = { head: at(head!), relation: relation! };
  }
  return {
    ...emptyRecognition(),
    pos: tokens.map(({ pos }) => pos),
    heads: tree.map(({ head }) => head),
    relations: tree.map(({ relation }) => relation),
    mentionHeads,
    antecedents,
  };
}

function said(text: string, who: string, what: string): Attribution {
  const span = (part: string) => ({ start: text.indexOf(part), end: text.indexOf(part) + part.length });
  const [source, content] = [[span(who)], [span(what)]];
  return { kind: "direct", content, cue: [], source, by: "test" };
}

const JOINED: [source: string, read: Read, expected: string[]][] = [
  [
    "[P Ann Reed] and [P Eva Hart] met. The engineer left.",
    { heads: ["Ann:P", "Eva:P", "engineer:P"], links: [["engineer<-Ann", 3]] },
    ["Ann Reed = The engineer", "Eva Hart"],
  ],
  [
    "[P Ann Reed] met [P Eva Hart]. She left.",
    { heads: ["Ann:P", "Eva:P", "She:P"], links: [["She<-Eva", 3]] },
    ["Ann Reed", "Eva Hart = She"],
  ],
  [
    "[P Ann Reed] met [P Eva Hart]. She sat and she slept.",
    // The chances of an entity's mentions add up: neither alone beats Reed.
    {
      heads: ["Ann:P", "Eva:P", "She:P", "she:P"],
      links: [
        ["She<-Eva", 5],
        ["she<-Ann", 2],
        ["she<-Eva", 1.6],
        ["she<-She", 1.6],
      ],
    },
    ["Ann Reed", "Eva Hart = She = she"],
  ],
  ["A girl sang. She bowed.", { heads: ["girl:P", "She:P"], links: [["She<-girl", 3]] }, ["A girl = She"]],
  [
    "We came, as our friends had told us to.",
    {
      heads: ["We:P", "our:P", "us:P"],
      links: [
        ["our<-We", 3],
        ["us<-We", 3],
      ],
    },
    ["we: We = our = us"],
  ],
  [
    "We as [M Danes] like our rain.",
    { heads: ["We:P", "Danes:M", "our:P"], links: [["our<-We", 3]] },
    ["We = Danes = our"],
  ],
  [
    "They told us as [P Ann Reed] left. They told us as [O Sears] closed.",
    { heads: ["us:P", "Ann:P", "us@2:P", "Sears:O"], links: [["us@2<-us", 3]] },
    ["Ann Reed", "Sears"],
  ],
  ["[P Ann Reed], the president, met the [P President].", {}, ["Ann Reed = the president = President"]],
  ["The [O Brask Senate] and [O Wells] met. The [O Senate] left.", {}, ["Brask Senate = Senate", "Wells"]],
  ["The [O Senate Panel] met. The [O Senate] votes.", {}, ["Senate Panel", "Senate"]],
  ["[L Brask] loves our [L Nation].", { heads: ["Nation:L"], links: [["Nation<-Brask", 3]] }, ["Brask = Nation"]],
  // Who is spoken to need not be the one of that office.
  [
    "Vice President [P Ann Reed] spoke. Mr. [P President], rain fell.",
    { heads: ["Ann:P", "President@2:P"] },
    ["Vice President = Ann Reed", "President"],
  ],
  [
    "[P Ann Reed] sang. [P Eva Hart] said she was tired.",
    // The subject of the clause before outweighs odds that lean to another.
    {
      heads: ["Ann:P", "Eva:P", "she:P"],
      links: [
        ["she<-Ann", 1],
        ["she<-Eva", 0],
      ],
    },
    ["Ann Reed", "Eva Hart = she"],
  ],
  [
    "A girl named [P Reed] sang. The girl left.",
    { heads: ["girl:P", "Reed:P"], arcs: ["named acl girl", "Reed xcomp named"] },
    ["A girl = Reed = The girl"],
  ],
  [
    "The winner sang. [P Ann Reed] had practised.",
    { heads: ["winner:P", "Ann:P"], links: [["Ann<-winner", 3]] },
    ["The winner = Ann Reed"],
  ],
  ["[L Ghent] is old. It has a port.", { heads: ["Ghent:L", "It:L"], links: [["It<-Ghent", 3]] }, ["Ghent = It"]],
  [
    "[P Reed] spoke. “We won,” [P Reed] said. “We tried.”",
    { heads: ["Reed:P", "We:P", "We@2:P"], said: [["Reed", "We won"]] },
    ["Reed = Reed"],
  ],
  ["President [P Ann Reed] left.", { heads: ["Ann:P"] }, ["President = Ann Reed"]],
  ["[M Texans] vote. We vote too.", { heads: ["Texans:P", "We:P"], links: [["We<-Texans", 3]] }, ["Texans = We"]],
];

test.each(JOINED)("%s", async (source, read, expected) => {
  expect(await chains(source, read)).toEqual(expected);
});

const APART: [why: string, source: string, read: Read, expected: string[]][] = [
  [
    "gender that the text tells",
    "Mrs. [P Reed] left. He slept.",
    { heads: ["Reed:P", "He:P"], links: [["He<-Reed", 5]] },
    ["Reed"],
  ],
  [
    "number",
    "[P Ann Reed] left. The engineers slept.",
    { heads: ["Ann:P", "engineers:P"], links: [["engineers<-Ann", 5]] },
    ["Ann Reed"],
  ],
  ["type", "[L Ghent] slept. He left.", { heads: ["Ghent:L", "He:P"], links: [["He<-Ghent", 5]] }, ["Ghent"]],
  [
    "an owner is not what is owned",
    "[P Ann Reed] met her mother.",
    {
      heads: ["Ann:P", "her:P", "mother:P"],
      links: [
        ["her<-Ann", 3],
        ["mother<-her", 5],
      ],
    },
    ["Ann Reed = her"],
  ],
  [
    "an object is not the subject of its verb",
    "[P Reed] told him.",
    { heads: ["Reed:P", "him:P"], links: [["him<-Reed", 5]], arcs: ["Reed nsubj told", "him obj told"] },
    ["Reed"],
  ],
  [
    "'she' in a quotation is not the one quoted",
    "[P Ann Reed] slept. [P Eva Hart] said: “She sings.”",
    { heads: ["Ann:P", "Eva:P", "She:P"], links: [["She<-Eva", 3]], said: [["Eva Hart", "She sings"]] },
    ["Ann Reed = She", "Eva Hart"],
  ],
  [
    "a person is not what 'it' was",
    "It is late. [P Ann Reed] left.",
    { heads: ["It:M", "Ann:P"], links: [["Ann<-It", 5]] },
    ["Ann Reed"],
  ],
  [
    "a thing, and 'we' said twice, are no entities of their own",
    "The idea stuck, and it grew. We like our tea.",
    {
      heads: ["idea:M", "it:M", "We:P", "our:P"],
      links: [
        ["it<-idea", 5],
        ["our<-We", 5],
      ],
    },
    [],
  ],
  [
    "the writer's 'I' and somebody after it",
    "I left. [P Ann Reed] slept. He sang.",
    { heads: ["I:P", "Ann:P", "He:P"], links: [["He<-I", 5]] },
    ["Ann Reed"],
  ],
  [
    "two in a row",
    "[P Ann Reed] and the engineer left.",
    { heads: ["Ann:P", "engineer:P"], links: [["engineer<-Ann", 5]], arcs: ["engineer conj Ann"] },
    ["Ann Reed"],
  ],
  [
    "a name that is not in the entity's: an administration is no country",
    "[L Norway] waits. The Reed administration left.",
    { heads: ["Norway:L", "administration:O"], links: [["administration<-Norway", 5]] },
    ["Norway"],
  ],
  [
    "'we' in a quotation is not one merely spoken of",
    "[L Norway] waits. “We will not,” an aide said.",
    { heads: ["Norway:L", "We:P"], links: [["We<-Norway", 5]], said: [["an aide", "We will not"]] },
    ["Norway", "an aide"],
  ],
  [
    "two nameless sources",
    "A senior official spoke. Another official left.",
    {
      heads: ["official:P", "official@2:P"],
      links: [["official@2<-official", 5]],
      said: [
        ["A senior official", "spoke"],
        ["Another official", "left"],
      ],
    },
    ["A senior official", "Another official"],
  ],
  [
    "officials of two countries",
    "Trump officials left. The Korean officials stayed.",
    {
      heads: ["officials:P", "officials@2:P"],
      links: [["officials@2<-officials", 5]],
      said: [
        ["Trump officials", "left"],
        ["The Korean officials", "stayed"],
      ],
    },
    ["Trump officials", "The Korean officials"],
  ],
  [
    "odds below even",
    "[P Ann Reed] left. The engineer slept.",
    { heads: ["Ann:P", "engineer:P"], links: [["engineer<-Ann", -1]] },
    ["Ann Reed"],
  ],
];

describe("kept apart", () => {
  test.each(APART)("%s: %s", async (_, source, read, expected) => {
    expect(await chains(source, read)).toEqual(expected);
  });
});
