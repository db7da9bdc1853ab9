import { expect, test } from "vitest";
import { parseRoute, to } from "../../../src/explore/page/route.js";

test.each([
  ["", "", "", {}],
  ["#/", "", "", {}],
  ["#/quotes?q=a%26b&kind=direct", "quotes", "", { q: "a&b", kind: "direct" }],
  ["#/name/p-1%2F2", "name", "p-1/2", {}],
  ["#/name/100%", "name", "100%", {}],
  ["#/search?q=what?", "search", "", { q: "what?" }],
])("%s is read", (hash, view, id, params) => {
  const route = parseRoute(hash);
  expect([route.view, route.id, Object.fromEntries(route.params)]).toEqual([view, id, params]);
});

test("an address leads back to what it was made of", () => {
  const address = to("name", "a/b?c#d", { q: "x&y=z", empty: "" });
  const route = parseRoute(address);
  expect([route.view, route.id, Object.fromEntries(route.params)]).toEqual(["name", "a/b?c#d", { q: "x&y=z" }]);
});
