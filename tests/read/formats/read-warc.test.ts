import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { WARCRecord, WARCSerializer } from "warcio";
import { said, stdin, told } from "../collected.js";

const PARAGRAPH = "The ferry sailed again on Monday, the line said, with half of its crew and all of its cargo.";
const html = (title: string) =>
  `<html><head><title>${title}</title></head><body><p>${PARAGRAPH}</p><p>${PARAGRAPH.toUpperCase()}</p></body></html>`;

interface Given {
  readonly id?: string;
  readonly type?: string;
  readonly url?: string;
  readonly status?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
}

/** A record as bytes, made by hand. */
function record({
  id = "r1",
  type = "response",
  url = "https://news.example/1",
  status = "200 OK",
  headers = {},
  body,
}: Given) {
  const fields = Object.entries({ "Content-Type": "text/html; charset=utf-8", ...headers });
  const head = `HTTP/1.1 ${status}\r\n${fields.map(([name, value]) => `${name}: ${value}\r\n`).join("")}\r\n`;
  const block = Buffer.concat([Buffer.from(head), Buffer.from(body as Buffer)]);
  const warc = `WARC/1.0\r\nWARC-Type: ${type}\r\nWARC-Record-ID: <urn:uuid:${id}>\r\nWARC-Target-URI: ${url}\r\nContent-Type: application/http; msgtype=${type}\r\nContent-Length: ${block.length}\r\n\r\n`;
  return Buffer.concat([Buffer.from(warc), block, Buffer.from("\r\n\r\n")]);
}

const INFO = Buffer.from("WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 5\r\n\r\na: b\n\r\n\r\n");

it("gives the pages among the records, with the record's id, number and address", async () => {
  const file = Buffer.concat([
    INFO,
    record({ type: "request", body: "" }),
    record({ id: "p1", body: html("One") }),
    record({ id: "p2", status: "404 Not Found", body: html("Two") }),
    record({ id: "p3", headers: { "Content-Type": "image/png" }, body: "\u0000" }),
    record({ id: "p4", url: "<https://news.example/4>", body: html("Four") }),
  ]);
  const items = await stdin(file);
  expect(
    items.map((item) => [item.article?.id, item.article?.title, item.article?.url, item.error ? 0 : item.origin.line]),
  ).toEqual([
    ["p1", "One", "https://news.example/1", 3],
    ["p4", "Four", "https://news.example/4", 6],
  ]);
});

it("reads what another program writes, packed record by record as Common Crawl does", async () => {
  const parts: Uint8Array[] = [];
  for (const title of ["One", "Two"]) {
    const body = [new TextEncoder().encode(html(title))];
    const httpHeaders = { "Content-Type": "text/html" };
    const options = {
      url: `https://news.example/${title}`,
      date: "2025-02-07T00:00:00Z",
      type: "response",
      httpHeaders,
    } as const;
    parts.push(await WARCSerializer.serialize(WARCRecord.create(options, body), { gzip: true }));
  }
  const items = await stdin(Buffer.concat(parts));
  expect(items.map((item) => item.article?.title)).toEqual(["One", "Two"]);
  expect(items[0]!.article!.id).toMatch(/^[\da-f-]{36}$/);
});

const chunked = (text: string): string => `${text.length.toString(16)};x=y\r\n${text}\r\n0\r\n\r\n`;

it.each<[string, Readonly<Record<string, string>>, string | Buffer]>([
  ["chunked", { "Transfer-Encoding": "chunked" }, chunked(html("One"))],
  ["said to be chunked but put together already", { "Transfer-Encoding": "chunked" }, html("One")],
  ["gzip", { "Content-Encoding": "gzip" }, gzipSync(html("One"))],
  ["said to be gzip but unpacked already", { "Content-Encoding": "gzip" }, html("One")],
  ["brotli", { "Content-Encoding": "br" }, brotliCompressSync(html("One"))],
  ["deflate", { "Content-Encoding": "deflate" }, deflateSync(html("One"))],
])("unwraps a body: %s", async (_what, headers, body) => {
  const [item] = await stdin(record({ headers, body }));
  expect(item!.article?.text).toContain(PARAGRAPH);
});

it("decodes by the charset that the server named", async () => {
  const body = Buffer.from(html("One").replace("ferry", "f\u00e9rry"), "latin1");
  const [item] = await stdin(record({ headers: { "Content-Type": "text/html; charset=ISO-8859-1" }, body }));
  expect(item!.article?.text).toContain("f\u00e9rry");
});

it("fails one record and goes on: too large, a bomb, damaged", async () => {
  const file = Buffer.concat([
    record({ id: "large", body: html("x".repeat(20_000)) }),
    record({ id: "bomb", headers: { "Content-Encoding": "gzip" }, body: gzipSync("x".repeat(1_000_000)) }),
    record({ id: "damaged", headers: { "Content-Encoding": "gzip" }, body: gzipSync(html("One")).subarray(0, 60) }),
    record({ id: "sound", body: html("One") }),
  ]);
  const items = await stdin(file, { limits: { recordBytes: 10_000 } });
  expect(items.map((item) => (item.error ? `${item.error.id} ${said(item.error)}` : item.article.id))).toEqual([
    "large standard input:1: the page is larger than 10000 bytes; drop it or raise the limit",
    "bomb standard input:2: the page unpacks to more than 10000 bytes; drop it or raise the limit",
    "damaged standard input:3: the page's packing is damaged; fetch it again",
    "sound",
  ]);
});

it.each<[string, Buffer | string, string]>([
  [
    "ends inside a record",
    record({ body: html("Two") }).subarray(0, 300),
    "2: the file ends inside this record; fetch the file again",
  ],
  ["ends inside a header", "WARC/1.0\r\nWARC-Type: resp", "2: the file ends inside this record; fetch the file again"],
  ["holds something else", "<html>", "2: expected a record, which begins 'WARC/1.0'; what follows is not read"],
  [
    "goes on with empty lines",
    "\r\n".repeat(2_000),
    "2: expected a record, which begins 'WARC/1.0'; what follows is not read",
  ],
  [
    "has a record without length",
    "WARC/1.0\r\nWARC-Type: response\r\n\r\n",
    "2: the record has no Content-Length; what follows is not read",
  ],
  [
    "has an endless header",
    `WARC/1.0\r\n${"x".repeat(70_000)}`,
    "2: the record's header is longer than 65536 bytes a line; what follows is not read",
  ],
])("stops with a reason, keeping the records before, when the file %s", async (_what, rest, message) => {
  const items = await stdin(Buffer.concat([record({ body: html("One") }), Buffer.from(rest as Buffer)]));
  expect(told(items).slice(1)).toEqual([`standard input:${message}`]);
  expect(items[0]!.article?.title).toBe("One");
});
