import { expect, test } from "vitest";
import { said, stdin } from "../collected.js";

const csv = async (content: string | Buffer) =>
  (await stdin(content, { stdinFormat: "csv" })).map((item) =>
    item.error ? said(item.error) : { line: item.origin.line, ...item.article },
  );

test.each<[what: string, content: string, expected: object]>([
  ["commas", "id,text\n1,a", { id: "1", text: "a" }],
  ["semicolons", "id;text\n1;a, b", { id: "1", text: "a, b" }],
  ["tabs", "id\ttext\n1\ta", { id: "1", text: "a" }],
  ["CRLF", "id,text\r\n1,a\r\n", { id: "1", text: "a" }],
  ["byte order mark", "\uFEFFid,text\n1,a", { id: "1", text: "a" }],
  [
    "capitals and blanks in names",
    " ID , Text ,Publication Date\n1,a,2025-03-04",
    { id: "1", published: "2025-03-04" },
  ],
  ["marks inside an unquoted field", 'id,text\n1,a "b" c', { id: "1", text: 'a "b" c' }],
  ["white space in a field stays", "id,text\n1, a ", { id: "1", text: " a " }],
  ["a short row", "id,text,title\n1,a", { id: "1", text: "a" }],
  ["a long row", "id,text\n1,a,b,c", { id: "1", text: "a" }],
  ["nan is none", "id,text,author,title\n1,a,nan,NaN", { id: "1", text: "a" }],
])("%s", async (_what, content, expected) => {
  expect(await csv(content)).toEqual([expect.objectContaining(expected)]);
});

test("rows are told by the line they begin on", async () => {
  const rows = await csv('id,text\n1,"a\nb"\n\n2,\n3,c\n');
  expect(rows).toEqual([
    { line: 2, id: "1", text: "a\nb" },
    "standard input:5: the field 'text' is empty; give the article's text there",
    { line: 6, id: "3", text: "c" },
  ]);
});

test("each field has its own charset", async () => {
  const bytes = Buffer.concat([Buffer.from("id,text\n1,é“”\n2,"), Buffer.from([0x93, 0xe9, 0x94]), Buffer.from("\n")]);
  const items = await stdin(bytes, { stdinFormat: "csv" });
  expect(items.map((item) => [item.article?.text, item.notes])).toEqual([
    ["é“”", []],
    ["“é”", ["not UTF-8; read as windows-1252"]],
  ]);
});

test("rows before one that never ends are read", async () => {
  expect(await csv('text\na\n"b\nc\n')).toEqual([
    expect.objectContaining({ text: "a" }),
    "standard input:3: a quotation mark is never closed; double the marks inside fields",
  ]);
});
