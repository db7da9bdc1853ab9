import { expect, test } from "vitest";
import { loadNatural } from "../../src/adapters/natural.js";
import type { Entity } from "../../src/model/entity.js";
import type { EntityType, Mention } from "../../src/model/mention.js";
import type { Attribution } from "../../src/model/quote.js";
import type { Span } from "../../src/model/span.js";
import { entityLexicons } from "../../src/stages/entities/scene.js";
import { resolveEntities } from "../../src/stages/resolve-entities.js";
import { doc, ignore } from "../helpers/doc.js";

const stage = resolveEntities({ lexicons: entityLexicons(), natural: await loadNatural() });
const TYPES: Record<string, EntityType> = { P: "person", O: "organization", L: "place", M: "other" };

/**
 * Reads a text with its names and sources marked: 'U.S. President [P Ann Reed] spoke, {she} said' has a name and the
 * source of an attribution.
 */
function marked(source: string): { text: string; names: Mention[]; attributions: Attribution[] } {
  let text = "";
  const names: Mention[] = [];
  const attributions: Attribution[] = [];
  const open: { mark: string; start: number }[] = [];
  for (let i = 0; i < source.length; i++) {
    const char = source[i]!;
    if (char === "{") open.push({ mark: "{", start: text.length });
    else if (char === "[") {
      open.push({ mark: source[i + 1]!, start: text.length });
      i += 2;
    } else if (char === "]" || char === "}") {
      const { mark, start } = open.pop()!;
      const span: Span = { start, end: text.length };
      if (mark === "{") {
        attributions.push({
          kind: "indirect",
          content: [span],
          cue: [],
          source: [span],
          by: "test",
        });
      } else names.push({ ...span, type: TYPES[mark]!, form: "name", by: "test" });
    } else text += char;
  }
  return { text, names: names.sort((a, b) => a.start - b.start), attributions };
}

async function entities(source: string): Promise<{ text: string; found: readonly Entity[] }> {
  const { text, names, attributions } = marked(source);
  return { text, found: await stage.run({ ...doc(text), names, attributions }, ignore) };
}

/** Each entity as its mentions joined by ' = '. */
async function chains(source: string): Promise<string[]> {
  const { text, found } = await entities(source);
  return found.map((entity) => entity.mentions.map(({ start, end }) => text.slice(start, end)).join(" = "));
}

const cases: [source: string, expected: string[]][] = [
  ["President [P Ann Reed] spoke. [P Reed] left. Mrs. [P Reed] slept.", ["Ann Reed = Reed = Reed"]],
  ["The [O National Weather Council] ([O NWC]) met. The [O NWC] left.", ["National Weather Council = NWC = NWC"]],
  ["[P Kim Do-yun] met [P Lee Ha-eun]. [P Kim] left, [P Lee] stayed.", ["Kim Do-yun = Kim", "Lee Ha-eun = Lee"]],
  ["[P Bill Hart] and [P Hilda Hart] sang. Mrs. [P Hart] left.", ["Bill Hart", "Hilda Hart = Hart"]],
  ["[P Mohammed Hassani] spoke. [P Mohamed Hassani] left.", ["Mohammed Hassani = Mohamed Hassani"]],
  ["[P J. Marsh] and [P John Marsh] met [P Jane Marsh].", ["J. Marsh = John Marsh", "Jane Marsh"]],
  ["The [L U.S.] and the [L United States] and [M American] tea.", ["U.S. = United States", "American"]],
  ["The [O Reed Foundation] met. Later the [O Foundation] left.", ["Reed Foundation = Foundation"]],
  ["[P Ann Reed] met [P Tom Hart]. {She} said no, {he} said yes.", ["Ann Reed = She", "Tom Hart = he"]],
  ["{A senior official} said so. {He} added more.", ["A senior official = He"]],
  ["{One official} said so. {Another official} denied it.", ["One official", "Another official"]],
  ["{One official} said so. {The official} added more.", ["One official = The official"]],
  ["{Some officials} agreed. [P Ann Reed] slept. {They} said so.", ["Some officials = They", "Ann Reed"]],
  ["French President [P Ann Reed] spoke. {The president} said no.", ["Ann Reed = The president"]],
  ["[P Ann Reed], a doctor, spoke. {The doctor} said no.", ["Ann Reed = a doctor = The doctor"]],
  ["The [O State Department] met. {The department} said no.", ["State Department = The department"]],
  ["[L Ghent] is old. The mayor loves the city.", ["Ghent = the city"]],
  ["[P Tom Hart] spoke. “[P Ann Reed] knew,” {he} said.", ["Tom Hart = he", "Ann Reed"]],
  ["{People familiar with the matter} said so.", ["People"]],
  ["[P Mrs]. [P Ann Reed] spoke. {She} said no.", ["Mrs = Ann Reed = She"]],
  ["The [O Paris Rowers] won. The [O Rowers] left.", ["Paris Rowers = Rowers"]],
  ["The [O Society of Rowers] met. The [O Society] left.", ["Society of Rowers = Society"]],
  ["[P Tom Hart] left. “I like [P Ed Reed],” {he} said.", ["Tom Hart = he", "Ed Reed"]],
  ["[P Harald V] spoke. [P Harald] left.", ["Harald V = Harald"]],
  ["[O Holmtex Ceramics] met. [P Holmtex] left.", ["Holmtex Ceramics = Holmtex"]],
  ["[P Ann Holmtex] runs [O Holmtex Ceramics]. [O Holmtex] grew.", ["Ann Holmtex", "Holmtex Ceramics = Holmtex"]],
  ["[P Ina Braga da Costa] sang. [P Braga da Costa] left.", ["Ina Braga da Costa = Braga da Costa"]],
  ["[P Lauren Hart] met [P Gordon Hart]. Mr. [P Hart] left.", ["Lauren Hart", "Gordon Hart = Hart"]],
  ["[P Ingrid Quist] died. Born [P Ingrid Holm] here, she sang.", ["Ingrid Quist = Ingrid Holm = she"]],
  ["[P Hana Wolf] is here. [M HW]: It is.", ["Hana Wolf = HW"]],
  ["[P Ann Reed] met [P Eve Hart]. “No,” {she} said. “Yes,” {she} added.", ["Ann Reed = she = she", "Eve Hart"]],
];

test.each(cases)("%s", async (source, expected) => {
  expect(await chains(source)).toEqual(expected);
});

const APART: [source: string, expected: string[]][] = [
  ["[P Ann Reed] met [P Ann Okafor].", ["Ann Reed", "Ann Okafor"]],
  ["[P Ann Reed] slept. It was late, he knew.", ["Ann Reed"]],
  ["[L Korea] and [M Korean] food.", ["Korea", "Korean"]],
  ["The [O Reed Bank] and the [O Hart Bank] met. The [O Bank] left.", ["Reed Bank", "Hart Bank", "Bank"]],
  ["[P Reed] told him.", ["Reed"]],
  ["{Trump officials} agreed. {The Korean officials} stayed.", ["Trump officials", "The Korean officials"]],
  ["It rains. They say it pours.", []],
  ["[P Ann Reed], a doctor, spoke. {My doctor} said no.", ["Ann Reed = a doctor", "My doctor"]],
  ["[P Mary Ann Reed] met [P Ann Reed].", ["Mary Ann Reed", "Ann Reed"]],
  ["[O Reed Bank] hired [P Ann Reed]. [P Reed] left.", ["Reed Bank", "Ann Reed = Reed"]],
  ["[P Harald V] is no [P Harald IV].", ["Harald V", "Harald IV"]],
  ["[P Ingrid Quist] and [P Ingrid Holm] met.", ["Ingrid Quist", "Ingrid Holm"]],
  ["", []],
];

test.each(APART)("kept apart: %s", async (source, expected) => {
  expect(await chains(source)).toEqual(expected);
});

test("an entity has the fullest name, aliases and roles as written", async () => {
  const { found } = await entities(
    "Former French President [P Reed] left. [P Ann Reed], the foundation chair at the [O Hart Institute], spoke to [P REED].",
  );
  expect(found[0]).toMatchObject({
    type: "person",
    name: "Ann Reed",
    aliases: ["REED", "Reed"],
    roles: ["Former French President", "the foundation chair at the Hart Institute"],
  });
});

test.each([
  ["[P ANN O'REED] LEFT.", "Ann O'Reed"],
  ["[P LEE MIN-JUN] LEFT.", "Lee Min-jun"],
  ["[P ABDUL BIN SALEM] LEFT.", "Abdul bin Salem"],
  ["[L VIENNA] SLEPT.", "Vienna"],
  ["[L PORT HOLM] SLEPT.", "Port Holm"],
  ["[L LA] SLEPT.", "LA"],
  ["[P REED] LEFT.", "REED"],
  ["[O ORBIS] FELL.", "ORBIS"],
])("a name in capitals only: %s", async (source, name) => {
  const { found } = await entities(source);
  expect(found[0]).toMatchObject({ name, aliases: [] });
});

const ROLES: [source: string, roles: string[]][] = [
  ["then Japanese Prime Minister [P Ann Reed] left", ["then Japanese Prime Minister"]],
  ["now-impeached President [P Ann Reed] left", ["now-impeached President"]],
  ["Secretary of State [P Ann Reed] left", ["Secretary of State"]],
  ["Norway’s leader [P Ann Reed] left", ["Norway’s leader"]],
  ["Its chief executive, [P Ann Reed], left", ["Its chief executive"]],
  ["[P Ann Reed], who is a teacher, left", ["a teacher"]],
  ["[P Ann Reed], 42, a teacher, left", ["a teacher"]],
  ["Ex-president [P Ann Reed] left", ["Ex-president"]],
  ["President-elect [P Ann Reed] left", ["President-elect"]],
  ["The then-mayor of Holm, [P Ann Reed], left", ["The then-mayor of Holm"]],
  ["Her chief of staff, [P Ann Reed], left", ["Her chief of staff"]],
  ["The company’s co-founder and chairwoman, [P Ann Reed], left", ["The company’s co-founder and chairwoman"]],
  ["Deputy Prime Minister and Finance Minister [P Ann Reed] left", ["Deputy Prime Minister and Finance Minister"]],
  ["Sen. [P Ann Reed] (D-Ore.) left", ["Sen.", "D-Ore."]],
  ["Rep. [P Ann Reed], R-Texas, left", ["Rep.", "R-Texas"]],
  ["Lt. Gov. [P Ann Reed] left", ["Lt. Gov."]],
  ["Ohio Gov. [P Ann Reed] left", ["Ohio Gov."]],
  ["Judge [P Ann Reed], a Democrat from Oregon, left", ["Judge", "a Democrat from Oregon"]],
  ["[P Ann Reed], 43, a lineman from Holm, left", ["a lineman from Holm"]],
  ["[P Ann Reed] was appointed director of the museum on Monday", ["director of the museum"]],
  ["[P Ann Reed] has been named as chief executive of the bank", ["chief executive of the bank"]],
  ["Horologist [P Ann Reed] left", ["Horologist"]],
  ["Ms. [P Ann Reed] left", []],
  ["[P Ann Reed] was named in the report", []],
  ["[P Ann Reed] became the first woman to lead the bank", []],
  ["According to [P Ann Reed], a winter storm hit the town", []],
  ["[P Ann Reed], a number of them said, was wrong", []],
  ["The mayor and Senator [P Ann Reed] met", ["Senator"]],
  ["His friend saw [P Ann Reed], the rain fell", []],
  ["[P Ann Reed], walking home, saw the doctor", []],
];

test.each(ROLES)("roles: %s", async (source, roles) => {
  const { found } = await entities(source);
  expect(found[0]!.roles).toEqual(roles);
});

test("a nameless source is anonymous and named by its description", async () => {
  const { found } = await entities("{Another former senior official} said so.");
  expect(found).toMatchObject([{ type: "person", name: "former senior official", anonymous: true, aliases: [] }]);
});

test("‘I’ in a quotation is its source", async () => {
  const { text, names } = marked("“I knew,” [P Ann Reed] said.");
  const source = { start: names[0]!.start, end: names[0]!.end };
  const attributions: Attribution[] = [
    { kind: "direct", content: [{ start: 1, end: 8 }], cue: [], source: [source], by: "test" },
  ];
  const [entity] = await stage.run({ ...doc(text), names, attributions }, ignore);
  expect(entity!.mentions.map(({ start, end }) => text.slice(start, end))).toEqual(["I", "Ann Reed"]);
});
