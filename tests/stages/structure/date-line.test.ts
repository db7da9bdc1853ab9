import { expect, test } from "vitest";
import { structureLexicons } from "../../../src/lexicons/structure.js";
import { dateOfLine } from "../../../src/stages/structure/date-line.js";

const lexicons = structureLexicons();

const lines: [line: string, value: string][] = [
  ["February 7, 2025", "2025-02-07"],
  ["Monday, April 28, 2025", "2025-04-28"],
  ["Updated 9:30 a.m. EST, Feb. 7, 2025", "2025-02-07T09:30"],
  ["Published: 7 Feb 2025, 18:27 GMT", "2025-02-07T18:27Z"],
  ["Posted on Sept. 3rd, 2024 at 12:05 pm", "2024-09-03T12:05"],
  ["2025-02-07", "2025-02-07"],
  ["2025-02-07T09:30:00Z", "2025-02-07T09:30Z"],
  ["2025.02.07 18:27", "2025-02-07T18:27"],
  ["13/02/2025", "2025-02-13"],
  ["13.2.2025", "2025-02-13"],
  ["Tue 11 Mar 2025 | 5 p.m.", "2025-03-11T17:00"],
];

test.each(lines)("%s", (line, value) => {
  expect(dateOfLine(line, lexicons)).toEqual({ value, ambiguous: false });
});

test("day and month that cannot be told apart are read the American way, with a doubt", () => {
  expect(dateOfLine("04/05/2025", lexicons)).toEqual({ value: "2025-04-05", ambiguous: true });
});

test.each([
  "June 30, 2019, was a cold day",
  "Friday",
  "May 2025",
  "February 30, 2025",
  "9:30 a.m.",
  "1-800-555-0134",
  "The vote, March 3, 2025",
  "2025-13-01",
  "",
])("no date line: %s", (line) => {
  expect(dateOfLine(line, lexicons)).toBeNull();
});
