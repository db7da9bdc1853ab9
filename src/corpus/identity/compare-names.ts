import type { Natural } from "../../adapters/natural.js";
import { table } from "../../lexicons/lexicon.js";
import type { IdentityType, Name } from "./names.js";

/** How two names go together. `score` says how much the names alone speak for one bearer, 0 to 1. */
export interface NameMatch {
  readonly rule:
    | "same-name"
    | "middle-name"
    | "nickname"
    | "initials"
    | "spelling"
    | "surname"
    | "acronym"
    | "short-name";
  readonly score: number;
}

/** Jaro-Winkler similarity from which two words are spellings of one name: Mohammed and Mohamed, not Martin and Marvin (0.91). */
const SPELLING = 0.925;
const MATCH = {
  same: { rule: "same-name", score: 1 },
  middle: { rule: "middle-name", score: 0.95 },
  nickname: { rule: "nickname", score: 0.85 },
  initials: { rule: "initials", score: 0.75 },
  spelling: { rule: "spelling", score: 0.8 },
  surname: { rule: "surname", score: 0.5 },
  acronym: { rule: "acronym", score: 0.7 },
  short: { rule: "short-name", score: 0.5 },
} as const satisfies Record<string, NameMatch>;

/** How two names go together, or null when they are of two bearers. */
export function compareNames(type: IdentityType, a: Name, b: Name, natural: Natural): NameMatch | null {
  if (a.folded === b.folded) return a.folded === "" ? null : MATCH.same;
  if (type === "person") return comparePeople(a, b, natural);
  if (type === "place")
    return isOpening(a, b) && (a.written.includes(",") || b.written.includes(",")) ? MATCH.short : null;
  return compareOrganizations(a, b, natural);
}

function comparePeople(a: Name, b: Name, natural: Natural): NameMatch | null {
  if (a.suffix !== "" && b.suffix !== "" && a.suffix !== b.suffix) return null;
  if (a.given.length === 0 && b.given.length === 0) return null;
  if (a.given.length === 0 || b.given.length === 0) {
    const [one, full] = a.given.length === 0 ? [a, b] : [b, a];
    return one.family === full.family || one.family === full.otherFamily ? MATCH.surname : null;
  }
  if ([...a.words].sort().join(" ") === [...b.words].sort().join(" ")) return MATCH.same;
  const family = sameWord(a.family, b.family, natural);
  if (family === null) return null;
  const first = sameGiven(a.given[0]!, b.given[0]!, natural);
  if (first === null) return null;
  const [middleA, middleB] = [a.given.slice(1), b.given.slice(1)];
  for (let i = 0; i < Math.min(middleA.length, middleB.length); i++) {
    if (sameGiven(middleA[i]!, middleB[i]!, natural) === null) return null;
  }
  return [family, first].reduce(
    (least, match) => (match.score < least.score ? match : least),
    MATCH.middle as NameMatch,
  );
}

const sameWord = (a: string, b: string, natural: Natural): NameMatch | null =>
  a === b
    ? MATCH.same
    : Math.min(a.length, b.length) >= 5 && natural.similarity(a, b) >= SPELLING
      ? MATCH.spelling
      : null;

function sameGiven(a: string, b: string, natural: Natural): NameMatch | null {
  if (a === b) return MATCH.same;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length <= 2 && short[0] === long[0]) return MATCH.initials;
  if (areNicknames(a, b)) return MATCH.nickname;
  if (short.length >= 3 && long.startsWith(short)) return MATCH.nickname;
  return sameWord(a, b, natural);
}

/** True when both are forms of one given name: Bill and William. */
function areNicknames(a: string, b: string): boolean {
  const formal = (name: string): readonly string[] => table("nicknames").get(name) ?? [];
  const [ofA, ofB] = [formal(a), formal(b)];
  return ofA.includes(b) || ofB.includes(a);
}

function compareOrganizations(a: Name, b: Name, natural: Natural): NameMatch | null {
  const [short, long] = a.words.length <= b.words.length ? [a, b] : [b, a];
  if (short.words.length === 1 && long.words.length > 1 && short.acronym.length > 1 && short.acronym === long.acronym) {
    return MATCH.acronym;
  }
  if (numbersOf(a) !== numbersOf(b)) return null;
  if (isOpening(a, b)) return MATCH.short;
  if (a.words.length !== b.words.length || a.folded.length < MIN_SPELLING) return null;
  const other = a.words.flatMap((word, i) => (word === b.words[i] ? [] : [[word, b.words[i]!] as const]));
  const [pair] = other;
  return other.length === 1 && pair && sameWord(pair[0], pair[1], natural) !== null ? MATCH.spelling : null;
}

/** Letters: 'Labor Party' and 'Labour Party' may be spellings of one name, 'Intel' and 'Intelsat' not. */
const MIN_SPELLING = 10;

/** True when one name is how the other begins: 'Goldman' of 'Goldman Sachs'. */
function isOpening(a: Name, b: Name): boolean {
  const [short, long] = a.words.length <= b.words.length ? [a, b] : [b, a];
  return short.words.length > 0 && short.words.every((word, i) => word === long.words[i]);
}

const numbersOf = (name: Name): string => name.words.filter((word) => /\d/.test(word)).join(" ");
