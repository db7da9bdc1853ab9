import { expect, it } from "vitest";
import { claims } from "../../src/run/claims.js";

const nameOf = (claim: ReturnType<ReturnType<typeof claims>["take"]>): string => (claim.isDuplicate ? "=" : claim.name);

it("refuses a second article with the same id, naming the first", () => {
  const own = claims();
  expect(nameOf(own.take("a1", "x/a1.txt", "k1"))).toBe("a1.knowledge.json");
  expect(() => own.take("a1", "y/a1.txt", "k2")).toThrow("the article from x/a1.txt");
  expect(own.take("a1", "y/a1.txt", "k1").isDuplicate).toBe(true);
});

it("keeps ids apart that differ in case or normalization only", () => {
  const own = claims();
  const names = ["Kim", "kim", "KIM", "caf\u00e9", "cafe\u0301"].map((id) => nameOf(own.take(id, id, id)));
  expect(new Set(names.map((name) => name.normalize("NFC").toLowerCase())).size).toBe(5);
});

it("stays with the name of an earlier run, whatever the order", () => {
  const first = claims();
  first.take("Kim", "a", "1");
  const name = nameOf(first.take("kim", "b", "2"));
  const second = claims();
  expect(nameOf(second.take("kim", "b", "2", name))).toBe(name);
  expect(nameOf(second.take("Kim", "a", "1", "Kim.knowledge.json"))).toBe("Kim.knowledge.json");
});

it("lets go of a file that is to be read again, and of no other", () => {
  const own = claims();
  own.take("a1", "feed.ndjson:1", "k1");
  own.take("a2", "other.ndjson:1", "k1");
  own.release("feed.ndjson");
  expect(nameOf(own.take("a1", "feed.ndjson:1", "k2"))).toBe("a1.knowledge.json");
  expect(() => own.take("a2", "feed.ndjson:2", "k2")).toThrow("one id, one article");
});
