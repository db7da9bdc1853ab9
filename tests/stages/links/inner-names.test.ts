import { expect, test } from "vitest";
import { linkLexicons } from "../../../src/lexicons/link-lexicons.js";
import { innerNames, isKnownByName } from "../../../src/stages/links/inner-names.js";

const lexicons = linkLexicons();
const inner = (name: string) =>
  innerNames(name, lexicons)
    .filter(({ text, candidates }) => candidates.some((place) => isKnownByName(place, text)))
    .map(({ text, isDoubtful }) => text + (isDoubtful ? "?" : ""));

test.each([
  ["Boston Red Sox", ["Boston"]],
  ["US Geological Survey", ["US"]],
  ["U.S. Fish and Wildlife Service", ["U.S."]],
  ["University of Texas Arlington", ["Texas", "Arlington?"]],
  ["Bank of New South Wales", ["New South Wales"]],
  ["West Virginia Supreme Court", ["West Virginia"]],
  ["Lagos Chamber of Commerce", ["Lagos"]],
  ["University of Lincoln", ["Lincoln"]],
  ["Lincoln Center", ["Lincoln?"]],
  ["Mali's Ministry of Health", ["Mali"]],
  ["Silicon Valley Bank", ["Silicon Valley"]],
])("%s holds %j", (name, expected) => {
  expect(inner(name)).toEqual(expected);
});

test.each([
  ["the whole name", "New York"],
  ["a part of another place", "Virginia Street Pub"],
  ["a part of another place before it", "New England Patriots"],
  ["a family name", "George Washington Bridge"],
  ["a road", "US 75"],
  ["a word in small letters", "the nice people of the band"],
  ["a people's place of old", "Spanish Netherlands"],
  ["a river's or company's single word", "Amazon Web Services"],
  ["a short word", "La Liga"],
])("%s is no place inside a name: %s", (_why, name) => {
  expect(inner(name).filter((text) => !/\?$|^New England$/.test(text))).toEqual([]);
});

test("a small town is not known by its bare name, nor a city by another name that may be a word", () => {
  const known = (name: string) =>
    lexicons.gazetteer
      .places(name)
      .filter((place) => isKnownByName(place, name))
      .map((place) => place.name);
  expect(known("Spoken")).toEqual([]);
  expect(known("Bombay")).toEqual(["Mumbai"]);
  expect(known("Mumbai")).toEqual(["Mumbai"]);
});
