import type { TimeLexicons } from "../../lexicons/time-lexicons.js";
import type { Token } from "../../model/token.js";
import type { Match } from "./pattern.js";

const SHORTEST_WEEKDAY = 5; // letters; 'Sun' and 'Sat' alone are rather names and verbs
const NAME_MONTHS = new Set(["may", "march", "april", "june", "august"]);

const NAMES = new Set([...NAME_MONTHS].map((month) => `${month[0]!.toUpperCase()}${month.slice(1)}`));
const INITIALS = new Set([...NAMES].map((name) => name.charCodeAt(0)));
const DATE_LEADS = new Set([
  "in",
  "since",
  "until",
  "by",
  "last",
  "next",
  "this",
  "early",
  "late",
  "mid",
  "every",
  "each",
]);

/**
 * Months that are somebody's family name in this article ('Theresa May'): the words in lower case. A capital before
 * that is no title of a time ('Late May') and no number after ('Reuters May 5') make it one.
 */
export function monthNamesakes(
  tokens: readonly Token[],
  { modifiers, deictics, months, weekdays, holidays }: MonthNeighbours,
): ReadonlySet<string> {
  const found = new Set<string>();
  for (let i = 1; i < tokens.length; i++) {
    const { text } = tokens[i]!;
    if (!INITIALS.has(text.charCodeAt(0)) || !NAMES.has(text)) continue; // the initial first: this looks at every token
    const before = tokens[i - 1]!;
    const word = before.text.toLowerCase();
    const isTimely = [modifiers, deictics, months, weekdays, holidays].some((list) => list.has(word));
    const isNumbered = /^\d/.test(tokens[i + 1]?.text ?? "");
    const isGiven =
      /^\p{Lu}[\p{Ll}.]+$/u.test(before.text) && before.pos === "PROPN" && before.block === tokens[i]!.block;
    if (isGiven && !isTimely && !isNumbered) found.add(text.toLowerCase());
  }
  return found;
}

type MonthNeighbours = Pick<TimeLexicons, "modifiers" | "deictics" | "months" | "weekdays" | "holidays">;

/** True when a name or verb stands where a month or weekday seemed to: 'April Smith', 'Sunday Times', 'Sun', 'may'. */
export function isName(match: Match, heads: ReadonlySet<string>, namesakes: ReadonlySet<string>): boolean {
  const cell = match.cells[match.end - 1]!;
  const next = match.cells[match.end];
  const previous = match.cells[match.first - 1];
  if (next?.isCapital === true && heads.has(next.lower)) return true;
  if (cell.facts?.month === undefined) return cell.end - cell.start < SHORTEST_WEEKDAY;
  if (cell.pos === "AUX") return true;
  if (namesakes.has(cell.lower) && !DATE_LEADS.has(previous?.lower ?? "")) return true;
  const isLed = previous !== undefined && ["ADP", "DET"].includes(previous.pos) && previous.lower !== "as";
  if (isLed) return false;
  const isSubject = next?.pos === "VERB" || next?.pos === "AUX";
  if (NAME_MONTHS.has(cell.lower) && isSubject && previous?.facts?.deictic === undefined) return true;
  if (next?.isCapital === true && next.pos === "PROPN" && next.start === cell.end + 1) return true;
  const isAfterName = previous?.isCapital === true && previous.pos === "PROPN" && previous.facts === undefined;
  return NAME_MONTHS.has(cell.lower) && isAfterName;
}
