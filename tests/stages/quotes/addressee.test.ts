import { expect, test } from "vitest";
import type { Quote } from "../../../src/model/quote.js";
import { attributeQuotes } from "../../../src/stages/attribute-quotes.js";
import { attributionsOf, QUOTES } from "../../helpers/attributions.js";
import { doc, ignore } from "../../helpers/doc.js";

const stage = attributeQuotes(QUOTES);

/** The ones spoken to, in text order; '-' where an attribution has none. */
const hearers = (text: string): readonly string[] => {
  const quotes = stage.run({ ...doc(text), attributions: attributionsOf(text), entities: [] }, ignore);
  return (quotes as readonly Quote[]).map(({ addressee }) =>
    addressee ? text.slice(addressee.start, addressee.end) : "-",
  );
};

test.each([
  ["“It is late,” Ruiz told reporters outside the court.", ["reporters"]],
  ["Ruiz told the Gazette in an interview that it was late.", ["the Gazette"]],
  ["“It is late,” Ruiz said to his pilot.", ["his pilot"]],
  ["“It is late,” Ruiz wrote in a letter to the ministry.", ["the ministry"]],
  ["In an interview with the Gazette, Ruiz said it was late.", ["the Gazette"]],
  ["In a letter to the ministry, Ruiz said it was late.", ["the ministry"]],
  ["Speaking to reporters, Ruiz said it was late.", ["reporters"]],
  ["Addressing the crowd, Ruiz said it was late.", ["-", "the crowd"]],
  ["“It is late,” Ruiz shouted at the pilot.", ["the pilot"]],
  ["Ruiz was asked by reporters if it was late.", ["Ruiz"]],
  ["Asked if it was late, Ruiz laughed.", ["Ruiz"]],
  ["Asked by the Gazette if it was late, Ruiz laughed.", ["Ruiz"]],
  ["Passengers were told that it was late.", ["Passengers"]],
  ["Ruiz warned owners that it was late.", ["owners"]],
])("hears it: %s", (text, expected) => {
  expect(hearers(text)).toEqual(expected);
});

test.each([
  ["“It is late,” Ruiz said at the hearing."],
  ["“It is late,” Ruiz said on Monday."],
  ["In a report on the ferry, Ruiz said it was late."],
  ["Speaking on Monday, Ruiz said it was late."],
  ["In an interview, Ruiz said it was late."],
  ["Ruiz announced plans to leave."],
])("nobody is named as a hearer: %s", (text) => {
  expect(hearers(text)).toEqual(["-"]);
});
