import type { Natural } from "../../adapters/natural.js";

/** Similarity from which two long surnames or first names are taken for spellings of one: 'Mohammed' and 'Mohamed' have 0.97. */
const SAME_SPELLING = 0.94;
/** Letters a name needs before likeness says anything: 'Lee' and 'Leo' differ. */
const LONG_ENOUGH = 6;

/** True for one name in two spellings. */
export function isSpelling(a: string, b: string, natural: Natural): boolean {
  if (a === b) return true;
  if (Math.min(a.length, b.length) < LONG_ENOUGH || a[0] !== b[0] || Math.abs(a.length - b.length) > 2) return false;
  if (a === `${b}s` || b === `${a}s`) return false;
  return natural.similarity(a, b) >= SAME_SPELLING;
}

/**
 * True when two full names can be one person's: 'Hillary Rodham Clinton' and 'Hillary Clinton', 'J. Smith' and 'John
 * Smith', 'Kim Jong Un' and 'Kim Jong-un'. Refuses 'Bill Clinton' and 'Hillary Clinton', 'George W. Bush' and 'George H. Bush'.
 */
export function isSamePerson(a: readonly string[], b: readonly string[], natural: Natural): boolean {
  if (a.join("") === b.join("")) return true;
  if (!isSpelling(a.at(-1)!, b.at(-1)!, natural)) return false;
  if (a.length < 2 || b.length < 2) return true;
  const [middleA, middleB] = [a.slice(1, -1), b.slice(1, -1)];
  const clash = middleA.length === 1 && middleB.length === 1 && middleA[0]![0] !== middleB[0]![0];
  return !clash && isSameFirst(a[0]!, b[0]!, natural);
}

/** Initials and short forms: 'J' and 'John', 'Chris' and 'Christopher'. */
function isSameFirst(a: string, b: string, natural: Natural): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length === 1 || short.length >= 3) if (long.startsWith(short)) return true;
  return isSpelling(a, b, natural);
}
