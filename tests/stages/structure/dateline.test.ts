import { expect, test } from "vitest";
import { structureLexicons } from "../../../src/lexicons/structure.js";
import { leadingDateline } from "../../../src/stages/structure/dateline.js";

const lexicons = structureLexicons();
const TEXT = " The council met on Monday to talk about the bridge.";

const leading: [start: string, place: string, date?: string][] = [
  ["SEOUL, Feb. 7 (Reuters) -", "SEOUL", "Feb. 7"],
  ["WASHINGTON (AP) —", "WASHINGTON"],
  ["ST. PAUL, Minn. —", "ST. PAUL, Minn."],
  ["NEW YORK, March 12, 2025 (UPI) --", "NEW YORK", "March 12, 2025"],
  ["Mexico City (AFP) –", "Mexico City"],
  ["Seoul, 7 February (Yonhap) --", "Seoul", "7 February"],
  ["CAIRO/JERUSALEM —", "CAIRO/JERUSALEM"],
  ["MIAMI _", "MIAMI"],
];

test.each(leading)("%s", (start, place, date) => {
  const found = leadingDateline(start + TEXT, lexicons);
  expect(found && (start + TEXT).slice(found.place.start, found.place.end)).toBe(place);
  expect(found?.end).toBe(start.length);
  expect(found?.date).toBe(date);
  expect(found?.alone).toBe(false);
});

test.each([
  "LONDON 1996-09-30",
  "SAN JUAN, Costa Rica 1996-09-30",
  "OSLO, Norway (AP) --",
  "MIAMI _",
  "OSLO, May 3 (NTB)",
])("alone: %s", (line) => {
  expect(leadingDateline(line, lexicons)?.alone).toBe(true);
});

test.each([
  `UPDATE —${TEXT}`,
  `BREAKING:${TEXT}`,
  `NATO said${TEXT}`,
  `Oslo —${TEXT}`,
  `FIX IS IN:${TEXT}`,
  "RUGBY - OSLO BEAT BERGEN IN FINAL",
  "NEW YORK",
  "MONDAY — The council met.",
  "A — b",
  "",
])("no dateline: %s", (line) => {
  expect(leadingDateline(line, lexicons)).toBeNull();
});
