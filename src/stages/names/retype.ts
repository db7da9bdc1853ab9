import type { EntityType } from "../../model/mention.js";
import { type AdoptedName, type Adoption, areClose, opensSentence, startsCapital, tokensOf } from "./adoption.js";

/** The type that a name's own words, or those around it, tell where the encoder took it for something else. */
export function retype(adoption: Adoption, name: AdoptedName): AdoptedName {
  const setting = settingOf(adoption, name);
  const rule = RULES.find(({ type, from, tells }) => type !== name.type && from.includes(name.type) && tells(setting));
  return rule ? { ...name, type: rule.type, by: `names/${rule.by}` } : name;
}

/** A name and the words around it. */
interface Setting {
  readonly adoption: Adoption;
  readonly name: AdoptedName;
  readonly words: readonly string[];
  readonly isKnown: boolean;
  /** The word that many tokens before the name, or behind it; empty outside its block. */
  readonly before: (distance: number) => string;
  readonly after: (distance: number) => string;
  readonly first: number;
  readonly end: number;
}

function settingOf(adoption: Adoption, name: AdoptedName): Setting {
  const { text, tokens, lexicons } = adoption;
  const { first, end } = tokensOf(adoption, name);
  const at = (index: number): string =>
    tokens[index]?.block === tokens[first]?.block ? (tokens[index]?.text ?? "") : "";
  const surface = text.slice(name.start, name.end);
  return {
    adoption,
    name,
    words: surface.split(" "),
    isKnown: lexicons.known.has(surface),
    before: (distance) => at(first - distance),
    after: (distance) => at(end - 1 + distance),
    first,
    end,
  };
}

interface Rule {
  readonly by: string;
  /** What the name is, and what the encoder took it for. */
  readonly type: EntityType;
  readonly from: readonly EntityType[];
  readonly tells: (setting: Setting) => boolean;
}

const PERSON: readonly EntityType[] = ["person"];
const PERSON_OR_PLACE: readonly EntityType[] = ["person", "place"];
const ANY: readonly EntityType[] = ["person", "organization", "place", "other"];

const RULES: readonly Rule[] = [
  { by: "ship", type: "other", from: ANY, tells: (setting) => isShip(setting) },
  // 'Mr. Lima said'
  {
    by: "courtesy",
    type: "person",
    from: ANY,
    tells: ({ adoption, words, before }) =>
      words.length === 1 && adoption.lexicons.courtesy.has(before(1).replace(/\.$/, "")),
  },
  // 'France wants talks', whoever wants them
  {
    by: "country",
    type: "place",
    from: ["organization"],
    tells: ({ adoption: { lexicons }, words }) => lexicons.places.get(words.join(" "))?.kind === "country",
  },
  // 'the Galician shipyard'
  {
    by: "demonym",
    type: "other",
    from: ["place"],
    tells: ({ adoption: { lexicons }, words }) =>
      lexicons.demonyms.has(words.join(" ")) && !lexicons.places.has(words.join(" ")),
  },
  // 'HOLM, March 3 (Northwire) —'
  {
    by: "agency",
    type: "organization",
    from: ["person", "place", "other"],
    tells: ({ before, after }) => before(1) === "(" && after(1) === ")" && /^[—–-]+$/.test(after(2)),
  },
  // 'Crum, 44, of Clovis'
  { by: "age", type: "place", from: PERSON, tells: ({ before }) => before(1) === "of" && /^\d{1,3}$/.test(before(3)) },
  { by: "body", type: "organization", from: ["person", "place", "other"], tells: (setting) => isBody(setting) },
  { by: "company", type: "organization", from: PERSON_OR_PLACE, tells: (setting) => isCompany(setting) },
  { by: "group", type: "organization", from: PERSON, tells: (setting) => isGroup(setting) },
  { by: "team", type: "organization", from: PERSON, tells: (setting) => isPlural(setting) },
  { by: "undertaking", type: "other", from: PERSON, tells: (setting) => isUndertaking(setting) },
];

/** 'MV Ann Lee', 'aboard the Ann Lee'; refuses 'the ship Ann Lee designed'. */
function isShip({ adoption, name, words, before, end }: Setting): boolean {
  if (words.length === 1) return false;
  if (adoption.lexicons.shipPrefixes.has(words[0]!)) return true;
  const noun = before(2) === "of" ? before(3) : before(2);
  return (
    name.type === "person" &&
    before(1) === "the" &&
    (adoption.lexicons.shipNouns.has(noun) ||
      (before(2) === "of" && /^(?:captain|crew|skipper|command)$/.test(noun))) &&
    !startsCapital(adoption.tokens[end]?.text)
  );
}

/** Last words that name a body whatever goes before, unlike those of an American League, a Russian Federation. */
const BODIES = new Set(["Agency", "Authority", "Commission", "Department", "Inspectorate", "Ministry", "Police"]);

/** 'Norwegian Labor Inspectorate', 'the Coastal Express', 'El Paso Energy'. */
function isBody({ adoption: { lexicons }, name, words, isKnown }: Setting): boolean {
  const last = words.at(-1)!;
  if (words.length === 1 || isKnown) return false;
  if (name.type === "other") return BODIES.has(last);
  if (/^(?:Bank|Center|Centre|Gallery|Museum|Office)$/.test(last)) return false; // the West Bank, a place to visit
  return lexicons.orgNouns.has(last) && (name.score < SURE || lexicons.outletNouns.has(last.toLowerCase()));
}
/** Score from which the encoder is believed against a name's last word. */
const SURE = 0.9;

/** 'Orbis’s shareholders', 'chief executive of Orbis'. */
function isCompany({ adoption: { lexicons }, name, isKnown, before, after }: Setting): boolean {
  if (isKnown) return false;
  if (name.type === "person" && /^['’]s$/.test(after(1)) && lexicons.companyBelongings.has(after(2))) return true;
  return before(1) === "of" && ((before(2) === "executive" && before(3) === "chief") || before(2) === "CEO");
}

/** Tokens behind a name in which an apposition says what it is. */
const APPOSITION = 6;

/** 'the news agency Sever', 'Ofqual, the exams regulator, said'. */
function isGroup({ adoption: { tokens, lexicons }, words, isKnown, before, after, first, end }: Setting): boolean {
  if (isKnown || lexicons.firstNames.has(words[0]!)) return false;
  const isBody = (noun: string): boolean => lexicons.groups.get(noun)?.type === "organization";
  const isLed = [2, 3, 4].some((distance) => isDeterminer(before(distance))) && before(2) !== "of";
  if (isBody(before(1)) && isLed && areClose(tokens[first - 1], tokens[first]))
    return !startsCapital(tokens[end]?.text);
  if (after(1) !== "," || !isDeterminer(after(2))) return false;
  for (let distance = 4; distance <= APPOSITION + 2; distance++) {
    if (/^(?:,|in|of|that|which|based|for|)$/.test(after(distance))) return isBody(after(distance - 1));
  }
  return false;
}

const isDeterminer = (word: string): boolean => /^(?:the|a|an|its|their)$/i.test(word);

/** 'Larne hold off Ghent', 'but Larne now hope': a verb in the plural after one name, which opens its clause. */
function isPlural({ adoption, words, before, first, end }: Setting): boolean {
  const { tokens, lexicons } = adoption;
  if (words.length > 1 || !startsCapital(words[0]) || lexicons.firstNames.has(words[0]!)) return false;
  const verb = tokens[end]?.pos === "ADV" ? tokens[end + 1] : tokens[end];
  if (verb?.pos !== "VERB" || verb.block !== tokens[first]!.block) return false;
  // A word that the tagger does not know keeps its form as its lemma; a past or a third person is told by its ending.
  if (verb.text !== verb.lemma || /(?:ed|s)$/.test(verb.text) || lexicons.unmarkedPast.has(verb.text)) return false;
  if (opensSentence(adoption, first)) return true;
  return /^(?:as|but|when|while)$/.test(before(1)) || (before(1) === "and" && before(2) === ",");
}

/** 'the exercise, named Silent Gull'. */
function isUndertaking({ adoption: { lexicons }, before }: Setting): boolean {
  const at = /^[“"‘']$/.test(before(1)) ? 2 : 1;
  if (!/^(?:called|code-?named|dubbed|named)$/.test(before(at))) return false;
  return [1, 2].some((distance) => lexicons.undertakings.has(before(at + distance).toLowerCase()));
}
