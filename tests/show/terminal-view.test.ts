import { expect, it } from "vitest";
import { terminalView } from "../../src/show/terminal-view.js";
import { faultsOf, sample, withStrings } from "./sample.js";

it("is read without colour", () => {
  expect(faultsOf(sample())).toEqual([]);
  expect(terminalView(sample(), { isColoured: false, claims: false })).toMatchInlineSnapshot(`
    "Harbour to close
    harbour-1 · 2025-02-10 · The Holm Post · by Ann Lee
    [P: person] [O: organization] [L: place] [X: other] [T: date] {q1 quotation}; small letters: pronoun, description

    headline: Harbour to close

    byline: By Ann Lee

    Mayor [P: Rosa Diaz] said on [T: Friday] that “{q1 the harbour will close, and [O: Port Holm Ltd] knows it.}

    {q1 “{q2 Nobody likes it,}}” [p: she] said.

    boilerplate: Advertisement

    People (1)
      Rosa Diaz ×2: Mayor; also Diaz

    Organizations (1)
      Port Holm Ltd ×1

    Quotations (1)
      q1 Rosa Diaz (mixed): the harbour will close, and Port Holm Ltd knows it. “Nobody likes it,

    Attitudes (1)
      q2 “she” (pronoun) (direct, belief): Nobody likes it,

    Dates (1)
      Friday = 2025-02-07, from published 2025-02-10 (DATE)

    Problems (1)
      find-quotes/unclosed-quote: a mark is not closed
    "
  `);
});

it("marks and lists claims when asked", () => {
  const view = terminalView(sample(), { isColoured: false, claims: true });
  expect(view).toContain("‹c1 Nobody likes it›");
  expect(view).toContain("c1  “she” (pronoun)  Nobody | likes (negated, possible)");
});

it("says which body a name stands for", () => {
  const file = sample();
  file.mentions[1]!.metonymFor = { name: "harbour office", country: "DK", by: "hand" };
  expect(terminalView(file, { isColoured: false, claims: false })).toContain("Port Holm Ltd ×1; for harbour office ×1");
});

it("says the same in colour, with escape codes only of its own", () => {
  const view = terminalView(sample(), { isColoured: true, claims: false });
  expect(view).toContain("\u001b[1;36mRosa Diaz\u001b[0m");
  expect(view).toContain("\u001b[3;1;33mPort Holm Ltd\u001b[0m");
  // biome-ignore lint/suspicious/noControlCharactersInRegex: escape codes are what is looked for
  expect(view.replace(/\u001b\[[\d;]*m/g, "")).not.toContain("\u001b");
});

it("shows lists when the file has no text", () => {
  const file = sample();
  delete file.article.text;
  const view = terminalView(file, { isColoured: false, claims: false });
  expect(view).toContain("written without its text");
  expect(view).toContain("Rosa Diaz");
});

it("lets nothing in a file steer the terminal", () => {
  const hostile = withStrings(sample(), (text) => `${text}\u001b[2J\u009b31m\u202e\u0007`);
  const view = terminalView(hostile, { isColoured: false, claims: true });
  // biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what is looked for
  expect(view).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
  expect(view).toContain("<U+001B>[2J");
});

it("says a problem once, with the words it is about", () => {
  const file = sample();
  const start = file.article.text!.indexOf("Friday");
  const undated = { stage: "find-times", rule: "time-without-anchor", message: "needs a date" };
  file.problems.push({ ...undated, start, end: start + 6 }, { ...undated, start: 0, end: 10 });
  expect(terminalView(file, { isColoured: false, claims: false })).toContain(
    "Problems (2)\n  find-quotes/unclosed-quote: a mark is not closed\n" +
      "  find-times/time-without-anchor: needs a date (“Friday”, “Harbour to”)\n",
  );
});

it("breaks lines at the terminal's width", () => {
  const view = terminalView(sample(), { isColoured: true, claims: true, width: 40 });
  // biome-ignore lint/suspicious/noControlCharactersInRegex: escape codes take no column
  const lines = view.replace(/\u001b\[[\d;]*m/g, "").split("\n");
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(40);
  expect(lines).toContain("  q1 Rosa Diaz (mixed): the harbour will");
});

it("says what a role belongs to where its words do not", () => {
  const file = sample();
  const [person, body] = file.entities;
  person!.roles = ["Mayor", "head of Port Holm Ltd"];
  person!.positions = [
    { role: "Mayor", of: body!.id },
    { role: "head of Port Holm Ltd", of: body!.id },
    { of: body!.id },
  ];
  expect(terminalView(file, { isColoured: false, claims: false })).toContain(
    "Rosa Diaz ×2: Mayor [Port Holm Ltd]; head of Port Holm Ltd; of Port Holm Ltd; also Diaz",
  );
});
