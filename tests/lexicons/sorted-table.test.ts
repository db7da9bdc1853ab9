import { expect, test } from "vitest";
import { sortedTable } from "../../src/lexicons/sorted-table.js";

const HEAD = "# A list.\n# source: by hand\n# licence: Apache-2.0\n";
const table = (rows: readonly string[]) =>
  sortedTable("list", Buffer.from(`${HEAD}${rows.map((row) => `${row}\n`).join("")}`));

test("finds every row of a key, and no other", () => {
  const rows = table(["bath\t1", "bath spa\t2", "bathurst\t3", "paris\t4", "paris\t5\tx", "york\t6"]);
  expect(rows.rows("paris")).toEqual([["4"], ["5", "x"]]);
  expect(rows.rows("bath")).toEqual([["1"]]);
  expect(rows.rows("bath spa")).toEqual([["2"]]);
  expect(rows.rows("york")).toEqual([["6"]]);
  for (const absent of ["", "a", "bat", "baths", "pari", "parish", "yorks", "zz"])
    expect(rows.rows(absent)).toEqual([]);
});

test("finds each key of a table of any size", () => {
  for (let size = 1; size < 40; size++) {
    const keys = Array.from({ length: size }, (_, index) => `k${String(index).padStart(3, "0")}`);
    const rows = table(keys.map((key, index) => `${key}\t${"x".repeat(index % 7)}${index}`));
    for (const [index, key] of keys.entries()) expect(rows.rows(key)).toEqual([[`${"x".repeat(index % 7)}${index}`]]);
  }
});

test("a table without source or licence is refused", () => {
  expect(() => sortedTable("list", Buffer.from("# A list.\na\t1\n"))).toThrow(
    "list: the header has no '# source:' line",
  );
});
