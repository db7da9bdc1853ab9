import type { Match } from "./pattern.js";

const SHORTEST_WEEKDAY = 5; // letters; 'Sun' and 'Sat' alone are rather names and verbs
const NAME_MONTHS = new Set(["may", "march", "april", "june", "august"]);

/** True when a name or verb stands where a month or weekday seemed to: 'April Smith', 'Sunday Times', 'Sun', 'may'. */
export function isName(match: Match, heads: ReadonlySet<string>): boolean {
  const cell = match.cells[match.end - 1]!;
  const next = match.cells[match.end];
  const previous = match.cells[match.first - 1];
  if (next?.isCapital === true && heads.has(next.lower)) return true;
  if (cell.facts?.month === undefined) return cell.end - cell.start < SHORTEST_WEEKDAY;
  if (cell.pos === "AUX") return true;
  const isLed = previous !== undefined && ["ADP", "DET"].includes(previous.pos) && previous.lower !== "as";
  if (isLed) return false;
  const isSubject = next?.pos === "VERB" || next?.pos === "AUX";
  if (NAME_MONTHS.has(cell.lower) && isSubject && previous?.facts?.deictic === undefined) return true;
  if (next?.isCapital === true && next.pos === "PROPN" && next.start === cell.end + 1) return true;
  const isAfterName = previous?.isCapital === true && previous.pos === "PROPN" && previous.facts === undefined;
  return NAME_MONTHS.has(cell.lower) && isAfterName;
}
