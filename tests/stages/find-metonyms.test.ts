import { expect, test } from "vitest";
import { linkLexicons } from "../../src/lexicons/link-lexicons.js";
import { metonymLexicons } from "../../src/lexicons/metonym-lexicons.js";
import type { Entity } from "../../src/model/entity.js";
import type { EntityType } from "../../src/model/mention.js";
import type { Quote } from "../../src/model/quote.js";
import type { TimeExpression } from "../../src/model/time-expression.js";
import { entityLexicons } from "../../src/stages/entities/scene.js";
import { findMetonyms } from "../../src/stages/find-metonyms.js";
import { linkEntities } from "../../src/stages/link-entities.js";
import { doc, ignore } from "../helpers/doc.js";

const links = linkLexicons();
const link = linkEntities({ lexicons: links });
const stage = findMetonyms({ lexicons: metonymLexicons(links), roles: entityLexicons().roles });
const TYPES: Record<string, EntityType> = { P: "person", O: "organization", L: "place", M: "other" };

const DAY = { type: "DATE", value: "2025-02-07", anchor: { kind: "none" }, by: "test" } as const;

/** What the names of '[L Moscow] said' stand for: 'Moscow: government of Russia (subject)'. Braces hold the source of an attribution, angles a date. */
async function metonyms(marked: string): Promise<readonly string[]> {
  const entities = new Map<string, Entity & { mentions: Entity["mentions"][number][] }>();
  let text = "";
  let source: Quote["source"] = [];
  const times: TimeExpression[] = [];
  for (const [, type, name, open, date, plain] of marked.matchAll(
    /\[([POLM]) ([^\]]*)\]|([{}])|<([^>]*)>|([^[{}<]+)/g,
  )) {
    if (open === "{") source = [...source, { start: text.length, end: text.length }];
    else if (open === "}") source = [...source.slice(0, -1), { start: source.at(-1)!.start, end: text.length }];
    if (type && name) {
      const span = { start: text.length, end: text.length + name.length, type: TYPES[type]! };
      const entity = entities.get(name) ?? { type: span.type, name, aliases: [], roles: [], mentions: [] };
      entities.set(name, { ...entity, mentions: [...entity.mentions, { ...span, form: "name", by: "test" }] });
    }
    if (date) times.push({ ...DAY, start: text.length, end: text.length + date.length });
    text += name ?? date ?? plain ?? "";
  }
  const quotes = source.map(
    (span): Quote => ({
      kind: "indirect",
      content: [],
      cue: [],
      source: [span],
      attitude: "assertion",
      speaker: { status: "unresolved", reason: "test" },
      by: "test",
    }),
  );
  const base = { ...doc(text), entities: [...entities.values()], times, quotes, attributions: quotes };
  const found = await stage.run({ ...base, links: await link.run(base, ignore) }, ignore);
  return found.map(({ entity, name, body, by }) => {
    const own = body === undefined ? "" : ` = ${base.entities[body]!.name}`;
    return `${base.entities[entity]!.name}: ${name}${own} (${by.slice("metonyms/".length)})`;
  });
}

const US = "government of the United States";
const BODIES: [text: string, expected: string[]][] = [
  ["{[L Pyongyang]} said it would not talk.", ["Pyongyang: government of North Korea (source)"]],
  ["{[L Washington]} has said nothing.", [`Washington: ${US} (source)`]],
  ["According to {[L Beijing]}, all is well.", ["Beijing: government of China (source)"]],
  ["On <Friday> [L Moscow] rejected the offer.", ["Moscow: government of Russia (subject)"]],
  [
    "[L Tokyo] and [L Seoul] have also agreed to meet.",
    ["Tokyo: government of Japan (subject)", "Seoul: government of South Korea (subject)"],
  ],
  ["The envoys warned [L Pyongyang] twice.", ["Pyongyang: government of North Korea (object)"]],
  ["They called on [L Tehran] to wait.", ["Tehran: government of Iran (object)"]],
  ["Sanctions imposed last year by [L Washington] hurt.", [`Washington: ${US} (agent)`]],
  [
    "Talks between [L Washington] and [L Pyongyang] broke down.",
    [`Washington: ${US} (dealings)`, "Pyongyang: government of North Korea (dealings)"],
  ],
  ["[L Beijing]’s top climate envoy arrived.", ["Beijing: government of China (owner)"]],
  ["[L China]’s refusal surprised all.", ["China: government of China (owner)"]],
  [
    "[O Pyongyang] threatened the [L South]. [L South Korea] slept.",
    ["Pyongyang: government of North Korea (subject)", "South: government of South Korea (object)"],
  ],
  [
    "{[O Oslo]} said so. The [O Norwegian government] is new.",
    ["Oslo: government of Norway = Norwegian government (source)"],
  ],
  ["The [L Kremlin] denied it.", ["Kremlin: office of the Russian president (subject)"]],
  ["The [O Kremlin] denied it.", ["Kremlin: office of the Russian president (subject)"]],
  ["A [O White House] press secretary smiled.", ["White House: office of the president of the United States (house)"]],
  ["[L Downing Street] officials left.", ["Downing Street: office of the British prime minister (house)"]],
  ["[L Brussels] imposed tariffs.", ["Brussels: European Union (subject)"]],
  [
    "The [L North] threatened [L South Korea]. [L Pyongyang] is quiet.",
    ["North: government of North Korea (subject)", "South Korea: government of South Korea (object)"],
  ],
  [
    "{The [O Pentagon]} said so. The [O Defense Department] is large.",
    ["Pentagon: United States Department of Defense = Defense Department (source)"],
  ],
];

test.each(BODIES)("%s", async (text, expected) => {
  expect(await metonyms(text)).toEqual(expected);
});

test.each([
  "She flew to [L Washington] on Friday.",
  "He lives in a [L Washington] suburb.",
  "Officials in [L Moscow] agreed to meet.",
  "The mayor of [L Paris] warned drivers.",
  "{Officials in [L Washington]} said so.",
  "Flights between [L Moscow] and [L Beijing] resume.",
  "Talks in [L Hanoi] failed.",
  "[L Beijing]’s streets were empty.",
  "[L China]’s ambassador spoke.",
  "Police warned [L London] commuters.",
  "[O Moscow] won the cup.",
  "[L Berlin] hosts the games.",
  "The road to the [L North] was closed.",
  "The [L North] rejected the plan.",
  "[P Jordan] agreed to pay.",
  "{[L Dublin]-born painters} said so.",
  "They held talks with the [L U.S.] special envoy.",
  "[L Lyon] agreed to pay.",
  "[O Lyon] agreed to pay.",
  "In [L Tokyo], officials agreed.",
  "The [O White House] lawn was mown.",
  "Fans of [L France] urged calm.",
])("no body: %s", async (text) => {
  expect(await metonyms(text)).toEqual([]);
});
