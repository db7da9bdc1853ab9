import { after, before, fact, has, type Match } from "./pattern.js";
import { durationValue } from "./reckon.js";
import type { Reading, TimeRule } from "./rule.js";

/** What comes back: sets of times. */

const set = (value: string, quant?: string, freq?: string): Reading => ({
  type: "SET",
  value,
  quant,
  freq,
  from: "none",
});

const every: TimeRule = {
  name: "sets/every",
  patterns: [
    "every|each @unit",
    "every|each single @unit",
    "every other|second @unit",
    "every @num @units=unit",
    "every few @units=unit",
    "each of the last|past @num? @units=unit",
  ],
  takes: [
    ["He runs every day.", "every day", "P1D"],
    ["They meet every two weeks.", "every two weeks", "P2W"],
    ["Each year it floods.", "Each year", "P1Y"],
  ],
  refuses: ["Every man left."],
  read: (match) => {
    const words = match.cells.slice(match.first, match.end).map((c) => c.lower);
    const unit = fact(match, "unit") ?? fact(match, "units", "unit") ?? "D";
    const count =
      words.includes("other") || words.includes("second")
        ? 2
        : words.includes("of")
          ? 1
          : (fact(match, "num") ?? (words.includes("few") ? Number.NaN : 1));
    return set(durationValue(count, unit), words[0] === "each" ? "EACH" : "EVERY");
  },
};

const everyNamed: TimeRule = {
  name: "sets/every-monday",
  patterns: [
    "every|each other? @weekday @part?",
    "every|each @weekday=first and|or < @weekday >",
    "every|each @month",
    "every|each @season",
    "every|each @part",
  ],
  takes: [
    ["They march each July.", "each July", "XXXX-07"],
    ["It meets every Monday.", "every Monday", "XXXX-WXX-1"],
    ["It meets every other Monday.", "every other Monday", "XXXX-WXX-1"],
    ["It floods every spring.", "every spring", "XXXX-SP"],
    ["It meets every Monday and Friday.", "Friday", "XXXX-WXX-5"],
  ],
  refuses: ["Monday is cold."],
  read: (match) => {
    const quant = has(match, "other")
      ? "EVERY OTHER"
      : has(match, "first")
        ? "EVERY"
        : (match.cells[match.first]?.lower ?? "").toUpperCase();
    return set(namedValue(match.captures), quant, has(match, "other") ? "2W" : undefined);
  },
};

function namedValue(
  captures: ReadonlyMap<
    string,
    { readonly facts: { month?: number; weekday?: number; season?: string; part?: string } | undefined }
  >,
): string {
  const part = captures.get("part")?.facts?.part;
  const weekday = captures.get("weekday")?.facts?.weekday;
  const month = captures.get("month")?.facts?.month;
  const season = captures.get("season")?.facts?.season;
  if (weekday !== undefined) return `XXXX-WXX-${weekday}${part === undefined ? "" : `T${part}`}`;
  if (month !== undefined) return `XXXX-${String(month).padStart(2, "0")}`;
  if (season !== undefined) return `XXXX-${season}`;
  return `XXXX-XX-XXT${part ?? "DT"}`;
}

const plural: TimeRule = {
  name: "sets/mondays",
  patterns: ["@weekdays", "@weekday @parts"],
  takes: [
    ["The shop closes on Mondays.", "Mondays", "XXXX-WXX-1"],
    ["He bowls Friday nights.", "Friday nights", "XXXX-WXX-5TNI"],
  ],
  refuses: ["On Monday it closes."],
  read: (match) => {
    const part = fact(match, "parts");
    return set(`XXXX-WXX-${fact(match, "weekdays") ?? fact(match, "weekday")}${part === undefined ? "" : `T${part}`}`);
  },
};

const adverb: TimeRule = {
  name: "sets/daily",
  patterns: ["@set"],
  takes: [
    ["They gather daily.", "daily", "P1D"],
    ["A weekly radio address.", "weekly", "P1W"],
  ],
  refuses: ["He reads the Daily Mail."],
  accepts: (match) => {
    const cell = match.captures.get("set");
    return (
      cell !== undefined &&
      !(cell.lower === "quarterly" && isAdjective(match)) &&
      (!cell.isCapital || match.first === 0 || !(after(match)?.isCapital ?? true) || before(match)?.lower === ".")
    );
  },
  read: (match) => set(fact(match, "set") ?? "P1D"),
};

/** 'a quarterly dividend': what kind of dividend, not when. */
const isAdjective = (match: Match): boolean =>
  before(match)?.pos === "DET" || ["NOUN", "ADJ"].includes(after(match)?.pos ?? "") || before(match)?.lower === "its";

const rate: TimeRule = {
  name: "sets/a-year",
  patterns: ["a|an|per @unit"],
  takes: [
    ["The deal adds $33 million a year.", "a year", "P1Y"],
    ["They log hundreds of interviews a day.", "a day", "P1D"],
  ],
  refuses: ["He was there for a year.", "It lasted a day."],
  accepts: (match, { lists }) => {
    const previous = before(match);
    if (previous?.facts?.units !== undefined) return false;
    if (previous === undefined || match.cells[match.first]?.lower === "per") return previous !== undefined;
    const unit = fact(match, "unit") ?? "";
    if (unit === "S" || unit === "WE" || unit === "Q") return false;
    if (["ago", "earlier", "later", "before", "old", "-"].includes(after(match)?.lower ?? "")) return false;
    return lists.rateLeads.has(previous.lower) || (isAmountNoun(previous) && hasNumberNear(match.cells, match.first));
  },
  read: (match) => set(durationValue(1, fact(match, "unit") ?? "Y"), undefined, frequency(match)),
};

/** TIMEX3 freq: 'twice a month' is 2X, 'three times a day' 3X. */
function frequency(match: Match): string | undefined {
  const previous = before(match);
  if (previous?.lower === "once") return "1X";
  if (previous?.lower === "twice") return "2X";
  const times = previous?.lower === "times" ? before(match, 2)?.facts?.num : undefined;
  return times === undefined || Number.isNaN(times) ? undefined : `${times}X`;
}

const isAmountNoun = (cell: { readonly pos: string; readonly facts: { num?: number } | undefined }): boolean =>
  cell.pos === "NOUN" || cell.facts?.num !== undefined || cell.pos === "NUM";

const NUMBER_REACH = 5; // cells before 'a year' in which a number makes it a rate: '$33 million', '50,000 discs sold'

function hasNumberNear(
  cells: readonly { readonly facts: { num?: number } | undefined; readonly lower: string }[],
  i: number,
): boolean {
  for (let k = i - 1; k >= 0 && k >= i - NUMBER_REACH; k--) {
    const cell = cells[k];
    if (cell?.facts?.num !== undefined || /^\d|^(hundreds|thousands|millions|billions)$/.test(cell?.lower ?? ""))
      return true;
  }
  return false;
}

export const setRules: readonly TimeRule[] = [every, everyNamed, plural, adverb, rate];
