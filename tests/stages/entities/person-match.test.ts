import { expect, test } from "vitest";
import { loadNatural } from "../../../src/adapters/natural.js";
import { personForm, thingKey } from "../../../src/stages/entities/name-form.js";
import { isSamePerson } from "../../../src/stages/entities/person-match.js";
import { nameLexicons } from "../../../src/stages/names/lexicons.js";

const natural = await loadNatural();
const lexicons = nameLexicons();
const words = (name: string) => personForm(name, lexicons).words;

test.each([
  ["Hillary Rodham Hart", "Hillary Hart"],
  ["J. Smith", "John Smith"],
  ["Kim Do Yun", "Kim Do-yun"],
  ["Chris Hart", "Christopher Hart"],
  ["José Muñoz", "Jose Munoz"],
  ["Mohammed Hassani", "Mohamed Hassani"],
])("one person: %s, %s", (a, b) => {
  expect(isSamePerson(words(a), words(b), natural)).toBe(true);
});

test.each([
  ["Bill Hart", "Hilda Hart"],
  ["George W. Marsh", "George H. Marsh"],
  ["Ann Lee", "Ann Leo"],
  ["Kim Do-yun", "Kim Ha-eun"],
  ["Ann Peters", "Ann Peter"],
])("two people: %s, %s", (a, b) => {
  expect(isSamePerson(words(a), words(b), natural)).toBe(false);
});

test.each([
  ["Mr. Tom Hart’s", "Tom Hart", "hart", "m"],
  ["President Ann Reed", "Ann Reed", "reed", "f"],
  ["Xi Jinping", "Xi Jinping", "xi", "u"],
  ["Tom Hart Jr.", "Tom Hart Jr.", "hart", "m"],
])("%s taken apart", (surface, name, family, gender) => {
  expect(personForm(surface, lexicons)).toMatchObject({ name, family, gender });
});

test.each([
  ["U.S.", "United States", "place"],
  ["Department of State", "State Department", "organization"],
  ["Reed Motor Corp.", "Reed Motor", "organization"],
  ["FBI", "Federal Bureau of Investigation", "organization"],
] as const)("one key: %s, %s", (a, b, type) => {
  expect(thingKey(a, type, lexicons)).toBe(thingKey(b, type, lexicons));
});
