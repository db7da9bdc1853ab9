import type { Natural } from "../../adapters/natural.js";
import { table } from "../../lexicons/lexicon.js";
import { type IdentityType, type Name, SMALL } from "./names.js";

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
function compareNames(type: IdentityType, a: Name, b: Name, natural: Natural): NameMatch | null {
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
  if (inAnyOrder(a) === inAnyOrder(b)) return MATCH.same;
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
  if (
    short.words.length === 1 &&
    long.words.length > 1 &&
    short.acronym.length >= MIN_ACRONYM &&
    short.acronym === long.acronym
  ) {
    return MATCH.acronym;
  }
  if (numbersOf(a) !== numbersOf(b)) return null;
  if (inAnyOrder(a) === inAnyOrder(b)) return MATCH.middle;
  if (isOpening(a, b)) return MATCH.short;
  if (a.words.length !== b.words.length || a.folded.length < MIN_SPELLING) return null;
  const other = a.words.flatMap((word, i) => (word === b.words[i] ? [] : [[word, b.words[i]!] as const]));
  const [pair] = other;
  return other.length === 1 && pair && sameWord(pair[0], pair[1], natural) !== null ? MATCH.spelling : null;
}

/** 'Ministry of Fisheries' and 'Fisheries Ministry' have one. */
export const inAnyOrder = ({ words }: Name): string =>
  words
    .filter((word) => !SMALL.has(word))
    .sort()
    .join(" ");

/** Letters from which an acronym may be told from the words alone: two, as in 'GE', fit too many names. */
export const MIN_ACRONYM = 3;

/** Letters: 'Labor Party' and 'Labour Party' may be spellings of one name, 'Intel' and 'Intelsat' not. */
const MIN_SPELLING = 10;

/** True when one name is how the other begins: 'Goldman' of 'Goldman Sachs'. */
function isOpening(a: Name, b: Name): boolean {
  const [short, long] = a.words.length <= b.words.length ? [a, b] : [b, a];
  return short.words.length > 0 && short.words.every((word, i) => word === long.words[i]);
}

const numbersOf = (name: Name): string => name.words.filter((word) => /\d/.test(word)).join(" ");

/**
 * The best match between two sets of names. Where both sides have full names, these are compared and no others: a surname
 * or an acronym that both are called by does not make one of two.
 */
export function bestMatch(
  type: IdentityType,
  names: readonly Name[],
  others: readonly Name[],
  natural: Natural,
): { readonly match: NameMatch; readonly name: Name; readonly other: Name } | null {
  const areFull = names.some(isFull) && others.some(isFull);
  const among = (all: readonly Name[]): readonly Name[] => (areFull ? all.filter(isFull) : all);
  let best: { match: NameMatch; name: Name; other: Name } | null = null;
  for (const name of among(names)) {
    for (const other of among(others)) {
      const match = compareNames(type, name, other, natural);
      if (match && (best === null || match.score > best.match.score)) best = { match, name, other };
    }
  }
  return best;
}

const isFull = ({ words, given, family }: Name): boolean => (family === "" ? words.length > 1 : given.length > 0);
