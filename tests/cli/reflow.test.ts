import { expect, it } from "vitest";
import { reflowed } from "../../src/cli/reflow.js";

it.each<[string, string, number, string]>([
  [
    "joins and breaks a paragraph",
    "Reads text and pages and\nwrites files.\n",
    16,
    "Reads text and\npages and writes\nfiles.\n",
  ],
  [
    "leaves examples alone",
    "Examples:\n  copydesk extract a -o output\n",
    12,
    "Examples:\n  copydesk extract a -o output\n",
  ],
  ["keeps paragraphs apart", "One.\n\nTwo.\n", 40, "One.\n\nTwo.\n"],
])("%s", (_, help, width, expected) => {
  expect(reflowed(help, width)).toBe(expected);
});
