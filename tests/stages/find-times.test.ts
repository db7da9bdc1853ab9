import { expect, test } from "vitest";
import { timesIn } from "./times/find.js";

const FRIDAY = "2025-02-07";
const MONDAY = "2025-04-28";

const cases: [text: string, published: string, surface: string, value: string][] = [
  ["The mayor resigned on Friday.", FRIDAY, "Friday", "2025-02-07"],
  ["She was chosen last month.", FRIDAY, "last month", "2025-01"],
  ["The bridge closed in December.", FRIDAY, "December", "2024-12"],
  ["It has been shut since August 2023.", FRIDAY, "August 2023", "2023-08"],
  ["He was first elected in 2018.", FRIDAY, "2018", "2018"],
  ["Hundreds marched on Sunday.", MONDAY, "Sunday", "2025-04-27"],
  ["The vote was last week.", MONDAY, "last week", "2025-W17"],
  ["They met on June 30, 2019, in the border village.", MONDAY, "June 30, 2019", "2019-06-30"],
  ["It has grown over the last four years.", MONDAY, "the last four years", "P4Y"],
];

test.each(cases)("%s (%s)", (text, published, surface, value) => {
  expect(timesIn(text, published).times.map((time) => [time.text, time.value])).toEqual([[surface, value]]);
});

test.each([
  ["He tried it during his first term."],
  ["Sun Microsystems and Mark May cut jobs."],
  ["It cost $2.50 a share, up 6 1/4%."],
  ["Flight 1549 landed."],
  ["They won 3-2 and he came second."],
  ["Prices may fall and troops march."],
  ["A 6-year-old girl won."],
])("finds nothing in: %s", (text) => {
  expect(timesIn(text, FRIDAY).times.map((time) => time.text)).toEqual([]);
});

test("says what a value was reckoned from, and its instants", () => {
  const { times } = timesIn("They met Tuesday.", FRIDAY);
  expect(times[0]).toMatchObject({
    value: "2025-02-04",
    from: "2025-02-04",
    to: "2025-02-04",
    anchor: { kind: "published", value: "2025-02-07" },
    by: "days/weekday",
  });
});

test("keeps an expression without anchor, unresolved, with a problem", () => {
  const { times, problems } = timesIn("They met Friday, as they had last month.", null);
  expect(times.map((time) => [time.text, time.value])).toEqual([
    ["Friday", "XXXX-WXX-5"],
    ["last month", null],
  ]);
  expect(problems.map((problem) => problem.rule)).toEqual(["time-without-anchor", "time-without-anchor"]);
});

test("a range is two ends, each with the instants of the whole", () => {
  const { times } = timesIn("The fair of May 3-5, 2019, and the talks from June to July 2019.", FRIDAY);
  expect(times.map(({ text, value, interval }) => [text, value, interval?.role, interval?.from, interval?.to])).toEqual(
    [
      ["May 3", "2019-05-03", "begin", "2019-05-03", "2019-05-05"],
      ["5, 2019", "2019-05-05", "end", "2019-05-03", "2019-05-05"],
      ["June", "2019-06", "begin", "2019-06-01", "2019-07-31"],
      ["July 2019", "2019-07", "end", "2019-06-01", "2019-07-31"],
    ],
  );
  expect(timesIn("May and June 2019 were wet.", FRIDAY).times.some((time) => time.interval)).toBe(false);
});

test("a clock time keeps its zone and takes the day beside it", () => {
  const { times } = timesIn("It starts at 9 a.m. EST on Feb. 12 and ends at 11:30 p.m.", FRIDAY);
  expect(times.map(({ text, value, zone, anchor }) => [text, value, zone, anchor.kind])).toEqual([
    ["9 a.m. EST", "2025-02-12T09:00", "EST", "published"],
    ["Feb. 12", "2025-02-12", undefined, "published"],
    ["11:30 p.m.", "2025-02-12T23:30", undefined, "narrative"],
  ]);
});

test("the dateline's date goes before a later publication date", () => {
  const text = "The troops left on Friday.";
  const dateline = { span: { start: 0, end: 3 }, date: "2025-02-07" };
  expect(timesIn(text, "2025-02-08", dateline).times[0]).toMatchObject({
    value: "2025-02-07",
    anchor: { kind: "dateline", value: "2025-02-07" },
  });
  expect(timesIn(text, "2025-04-28", dateline).times[0]?.anchor.kind).toBe("published");
});
