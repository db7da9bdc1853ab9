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

const dayOfMonth: TimeRule = {
  name: "sets/the-5th-of-each-month",
  patterns: ["the @nth of each|every month", "the @nth day? of the month"],
  takes: [["Rent is due on the 5th of each month.", "the 5th of each month", "XXXX-XX-05"]],
  refuses: ["The 5th of the men left."],
  read: (match) =>
    set(
      `XXXX-XX-${String(fact(match, "nth") ?? 1).padStart(2, "0")}`,
      (match.captures.get("each|every")?.lower ?? "every").toUpperCase(),
    ),
};

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
  patterns: ["@set", "once|twice|thrice @set", "@num times @set"],
  takes: [
    ["He teaches twice weekly.", "twice weekly", "P1W"],
    ["They gather daily.", "daily", "P1D"],
    ["A weekly radio address.", "weekly", "P1W"],
  ],
  refuses: ["He reads the Daily Mail.", "The Current, a daily in Kochi, said so.", "The party daily Granma said so."],
  accepts: (match) => {
    const cell = match.captures.get("set");
    return (
      cell !== undefined &&
      !isPaper(match) &&
      !(cell.lower === "quarterly" && isAdjective(match)) &&
      (!cell.isCapital || match.first === 0 || !(after(match)?.isCapital ?? true) || before(match)?.lower === ".")
    );
  },
  read: (match) => set(fact(match, "set") ?? "P1D", undefined, frequency(match)),
};

/** 'a daily in Kochi', 'the daily Granma': a newspaper. */
const isPaper = (match: Match): boolean => {
  const next = after(match);
  if (before(match)?.pos === "DET") return next === undefined || ["ADP", "PUNCT", "VERB", "AUX"].includes(next.pos);
  return next?.isCapital === true && next.pos === "PROPN" && ["NOUN", "PROPN"].includes(before(match)?.pos ?? "");
};

/** 'a quarterly dividend': what kind of dividend, not when. */
const isAdjective = (match: Match): boolean =>
  before(match)?.pos === "DET" || ["NOUN", "ADJ"].includes(after(match)?.pos ?? "") || before(match)?.lower === "its";

const rate: TimeRule = {
  name: "sets/a-year",
  patterns: ["a|an|per @unit", "once|twice|thrice a|an|per @unit", "@num times a|an|per @unit"],
  takes: [
    ["They are emptied twice a day.", "twice a day", "P1D"],
    ["It rings three times an hour.", "three times an hour", "PT1H"],
    ["The deal adds $33 million a year.", "a year", "P1Y"],
    ["They log hundreds of interviews a day.", "a day", "P1D"],
  ],
  refuses: ["It lifts pay by $4 an hour.", "He was there for a year.", "It lasted a day."],
  accepts: (match, { lists }) => {
    if (match.end - match.first > 2) return !["-", "old"].includes(after(match)?.lower ?? "");
    const previous = before(match);
    if (previous?.facts?.units !== undefined) return false;
    if (previous === undefined || match.cells[match.first]?.lower === "per") return previous !== undefined;
    const unit = fact(match, "unit") ?? "";
    if ((unit === "H" || unit === "MIN") && isPrice(match)) return false;
    if (unit === "S" || unit === "WE" || unit === "Q") return false;
    if (["ago", "earlier", "later", "before", "old", "-"].includes(after(match)?.lower ?? "")) return false;
    return lists.rateLeads.has(previous.lower) || (isAmountNoun(previous) && hasNumberNear(match.cells, match.first));
  },
  read: (match) => set(durationValue(1, fact(match, "unit") ?? "Y"), undefined, frequency(match)),
};

/** '$4 an hour': a wage or price. */
const isPrice = (match: Match): boolean => [2, 3, 4].some((back) => /^[$£€¥]$/.test(before(match, back)?.lower ?? ""));

/** TIMEX3 freq: 'twice a month' is 2X, 'three times a day' 3X. */
function frequency(match: Match): string | undefined {
  const first = match.cells[match.first]!.lower;
  const times = has(match, "times") ? fact(match, "num") : { once: 1, twice: 2, thrice: 3 }[first];
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

/** What happens again and again. */
export const setRules: readonly TimeRule[] = [every, everyNamed, dayOfMonth, plural, adverb, rate];
