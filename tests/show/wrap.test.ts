import { describe, expect, it } from "vitest";
import { wrapped } from "../../src/show/wrap.js";

describe("wrapped", () => {
  it.each<[string, number, number, string]>([
    ["The ferry left at noon.", 12, 0, "The ferry\nleft at\nnoon."],
    ["  q1 Ann Lee (direct): we won", 16, 2, "  q1 Ann Lee\n    (direct): we\n    won"],
    ["The ferry left at noon.", 12, 2, "The ferry\nleft at\nnoon."],
    ["short", 12, 0, "short"],
    ["one\ntwo three four", 9, 0, "one\ntwo three\nfour"],
    ["see https://paper.example/a/long/address now", 10, 0, "see\nhttps://paper.example/a/long/address\nnow"],
    ["\u001b[1;36mAnn Lee\u001b[0m said no", 12, 0, "\u001b[1;36mAnn Lee\u001b[0m said\nno"],
    ["𝒜𝒜𝒜 𝒜𝒜𝒜", 7, 0, "𝒜𝒜𝒜 𝒜𝒜𝒜"],
  ])("breaks %j at %i columns", (text, width, hang, expected) => {
    expect(wrapped(text, width, hang)).toBe(expected);
  });
});
