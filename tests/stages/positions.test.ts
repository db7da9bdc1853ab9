import { expect, test } from "vitest";
import { loadNatural } from "../../src/adapters/natural.js";
import type { Entity } from "../../src/model/entity.js";
import type { EntityType, Mention } from "../../src/model/mention.js";
import { entityLexicons } from "../../src/stages/entities/scene.js";
import { resolveEntities } from "../../src/stages/resolve-entities.js";
import { doc, ignore } from "../helpers/doc.js";

const stage = resolveEntities({ lexicons: entityLexicons(), natural: await loadNatural() });
const TYPES: Readonly<Record<string, EntityType>> = { P: "person", O: "organization", L: "place", X: "other" };

/** The positions of the people in a text whose names stand in brackets: 'Ann Lee: role / standing / of'. */
async function positions(source: string): Promise<readonly string[]> {
  const names: Mention[] = [];
  let text = "";
  for (const piece of source.matchAll(/\[([POLX]) ([^\]]+)\]|[^[]+/g)) {
    const [whole, letter, words] = piece;
    const start = text.length;
    text += words ?? whole;
    if (letter) names.push({ start, end: text.length, type: TYPES[letter]!, form: "name", by: "test" });
  }
  const found = (await stage.run(doc(text, { names, attributions: [] }), ignore)) as readonly Entity[];
  return found.flatMap(({ name, positions = [] }) =>
    positions.map(({ role, standing, of }) =>
      [`${name}: ${role ?? "-"}`, standing ?? "-", of === undefined ? "-" : found[of]!.name].join(" / "),
    ),
  );
}

const CASES: [source: string, expected: string[]][] = [
  ["[P Ann Lee], chief executive of [O Orbis], left.", ["Ann Lee: chief executive of Orbis / - / Orbis"]],
  ["[O Orbis]’s chief executive, [P Ann Lee], left.", ["Ann Lee: Orbis’s chief executive / - / Orbis"]],
  ["The then-mayor of [L Holm], [P Ann Lee], left.", ["Ann Lee: The then-mayor of Holm / then / Holm"]],
  ["Acting Police Commissioner [P Ann Lee] left.", ["Ann Lee: Acting Police Commissioner / acting / -"]],
  ["Ex-president [P Ann Lee] left.", ["Ann Lee: Ex-president / former / -"]],
  ["President-elect [P Ann Lee] left.", ["Ann Lee: President-elect / incoming / -"]],
  ["Former [X French] President [P Ann Lee] left.", ["Ann Lee: Former French President / former / French"]],
  ["Professor [P Ann Lee] of the [O Hart Institute] left.", ["Ann Lee: Professor / - / Hart Institute"]],
  ["[P Ann Lee] of the [O Hart Institute] left.", ["Ann Lee: - / - / Hart Institute"]],
  ["Judge [P Ann Lee], of the [O High Court], left.", ["Ann Lee: Judge / - / High Court"]],
  [
    "[P Ann Lee], a former envoy to [L Peru] and now an adviser to the [O UN], left.",
    ["Ann Lee: a former envoy to Peru / former / Peru", "Ann Lee: now an adviser to the UN / - / UN"],
  ],
  [
    "[X Kenyan] leader [P Bob Hill]'s former aide [P Ann Lee] left.",
    ["Bob Hill: Kenyan leader / - / Kenyan", "Ann Lee: Kenyan leader Bob Hill's former aide / former / Bob Hill"],
  ],
  ["Mayor [P Ann Lee] left [L Holm].", []],
  ["It hurt [P Bob Hill]. Attorney General [P Ann Lee] left.", []],
  ["[P Ann Lee] spoke of [L Holm].", []],
  ["[P Ann Lee], a teacher, left.", []],
];

test.each(CASES)("%s", async (source, expected) => {
  expect(await positions(source)).toEqual(expected);
});
