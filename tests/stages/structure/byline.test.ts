import { expect, test } from "vitest";
import { structureLexicons } from "../../../src/lexicons/structure.js";
import { bylineNames } from "../../../src/stages/structure/byline.js";

const lexicons = structureLexicons();

const bylines: [line: string, names: string[]][] = [
  ["By John Smith", ["John Smith"]],
  ["By John Smith and Jane Doe", ["John Smith", "Jane Doe"]],
  ["BY LEE MIN-JUN  [lee.mj@example.kr]", ["LEE MIN-JUN"]],
  ["By Ana M. Roe, Tom O'Neil and Liu Wei", ["Ana M. Roe", "Tom O'Neil", "Liu Wei"]],
  ["By JOHN SMITH, Associated Press Writer", ["JOHN SMITH"]],
  ["John Smith, Staff Writer", ["John Smith"]],
  ["Jane Roe, Reuters", ["Jane Roe"]],
  ["By Ursula van der Berg in Brussels", ["Ursula van der Berg"]],
  ["By John Smith, Jr.", ["John Smith, Jr."]],
  ["By Jane Roe | Feb. 7, 2025 | 5:30 p.m.", ["Jane Roe"]],
  ["By Jane Roe for The Valley Post", ["Jane Roe"]],
  ["By Reuters", ["Reuters"]],
  ["By The Associated Press", ["The Associated Press"]],
  ["(Reporting by Jane Roe in Oslo; Editing by Tom Poe)", ["Jane Roe"]],
  ["Editing by Tom Poe", []],
  ["Staff report", []],
  ["Associated Press Writer", []],
];

test.each(bylines)("%s", (line, expected) => {
  const names = bylineNames(line, lexicons);
  expect(names?.map(({ name }) => name)).toEqual(expected);
  for (const { name, start, end } of names ?? []) expect(line.slice(start, end)).toBe(name);
});

test("an address goes to the name before it", () => {
  const names = bylineNames("By Jane Roe (jane@example.org) and Tom Poe (tom@example.org)", lexicons);
  expect(names?.map(({ name, email }) => [name, email])).toEqual([
    ["Jane Roe", "jane@example.org"],
    ["Tom Poe", "tom@example.org"],
  ]);
});

test.each([
  "By Friday",
  "By plane",
  "By the time he came, all was over.",
  "By March 3 the dam had burst",
  "Efforts to become a writer",
  "Dear Jane Roe,",
  "MOTOR RACING - SPRINGFIELD GRAND PRIX TIMES.",
  "Jane Roe",
  "Jane Roe, who lives in Oslo, said no.",
  "",
])("no byline: %s", (line) => {
  expect(bylineNames(line, lexicons)).toBeNull();
});
