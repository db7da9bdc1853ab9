import { expect, test } from "vitest";
import { entries, lexiconFiles, table, wordList } from "../../src/lexicons/lexicon.js";
import { LexiconError } from "../../src/model/errors.js";

const HEADER = "# about\n# source: own\n# licence: Apache-2.0\n";

test("every lexicon in the project keeps the rules", () => {
  expect(lexiconFiles().length).toBeGreaterThan(0);
  for (const file of lexiconFiles()) {
    const name = file.slice(0, -4);
    expect(file).toMatch(/^[a-z0-9-]+\.(txt|tsv)$/);
    expect((file.endsWith(".txt") ? wordList(name) : table(name)).size).toBeGreaterThan(0);
  }
});

test("reads words and fields", () => {
  expect(entries("x.tsv", `${HEADER}Ab\t1\t2\nb\t3\n`)).toEqual([
    ["Ab", "1", "2"],
    ["b", "3"],
  ]);
});

const broken: [what: string, text: string, message: string][] = [
  ["no source", "# licence: MIT\na\n", "x.txt: the header has no '# source:' line; say where the list comes from"],
  ["unsorted", `${HEADER}b\na\n`, "x.txt:5: 'a' after 'b'; sort the file (LC_ALL=C) and keep entries unique"],
  ["twice", `${HEADER}a\na\n`, "x.txt:5: 'a' after 'a'; sort the file (LC_ALL=C) and keep entries unique"],
  ["blanks", `${HEADER}a \n`, "x.txt:4: entry 'a ' is empty or has blanks at its ends; trim it"],
  ["late header", `${HEADER}a\n# more\n`, "x.txt:5: header line after an entry; move it to the top"],
  ["empty", HEADER, "x.txt: no entries"],
];

test.each(broken)("refuses a list: %s", (_what, text, message) => {
  expect(() => entries("x.txt", text)).toThrow(new LexiconError(message));
});

test("a list that is not there is named", () => {
  expect(() => wordList("no-such-list")).toThrow(
    "lexicon no-such-list.txt cannot be read; expected it in src/lexicons/en",
  );
});
