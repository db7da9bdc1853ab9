import { expect, it } from "vitest";
import { type Claim, claims } from "../../src/run/claims.js";

const nameOf = (claim: Claim): string => (claim.isDuplicate ? "=" : claim.name);
const from = (id: string, file: string, key: string, line?: number) => ({ id, file, key, ...(line ? { line } : {}) });

it("refuses a second article with the same id, naming the first", () => {
  const own = claims();
  expect(nameOf(own.take(from("a1", "x/a1.txt", "k1")))).toBe("a1.knowledge.json");
  expect(() => own.take(from("a1", "y/a1.txt", "k2"))).toThrow("the article from x/a1.txt; one id");
  expect(nameOf(own.take(from("a1", "y/a1.txt", "k1")))).toBe("=");
});

it("keeps ids apart that differ in case or normalization only", () => {
  const own = claims();
  const names = ["Kim", "kim", "KIM", "caf\u00e9", "cafe\u0301"].map((id) => nameOf(own.take(from(id, id, id))));
  expect(new Set(names.map((name) => name.normalize("NFC").toLowerCase())).size).toBe(5);
});

it("stays with the name of an earlier run, whatever the order", () => {
  const first = claims();
  first.take(from("Kim", "a", "1"));
  const name = nameOf(first.take(from("kim", "b", "2")));
  const second = claims();
  expect(nameOf(second.take(from("kim", "b", "2"), { file: "b", name }))).toBe(name);
  expect(nameOf(second.take(from("Kim", "a", "1"), { file: "a", name: "Kim.knowledge.json" }))).toBe(
    "Kim.knowledge.json",
  );
});

it("lets a file that is read again take its own names again, and no other's", () => {
  const own = claims();
  const [one, two] = [from("a1", "feed.ndjson", "k1", 1), from("a2", "other.ndjson", "k1", 1)];
  own.take(one);
  own.take(two);
  own.readAgain("feed.ndjson");
  const changed = own.take({ ...one, key: "k2" }, { ...one, name: "a1.knowledge.json" });
  expect(nameOf(changed)).toBe("a1.knowledge.json");
  expect(() => own.take(from("a2", "feed.ndjson", "k2", 2), { ...two, name: "a2.knowledge.json" })).toThrow(
    "other.ndjson:1",
  );
});

it("still names the first article's place when many have come since", () => {
  const own = claims();
  for (let n = 0; n < 5000; n++) own.take(from(`a${n}`, "feed.ndjson", "k", n + 1));
  const earlier = { file: "feed.ndjson", line: 1, name: "a0.knowledge.json" }; // as the journal has it by then
  expect(() => own.take(from("a0", "feed.ndjson", "other", 9999), earlier)).toThrow("from feed.ndjson:1;");
});
