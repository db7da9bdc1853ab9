/** Packed files, archives and byte sequences that are not what their names say. */
import { gzipSync } from "node:zlib";

const TEXT = "“We are safe,” Mayor Ana Bell said on Monday.";
const HTML = `<!doctype html><html><body><p>${TEXT}</p></body></html>`;
const bytes = (...list) =>
  Buffer.concat(list.map((one) => (typeof one === "string" ? Buffer.from(one) : Buffer.from(one))));
const utf16be = (text) => Buffer.from(text, "utf16le").swap16();

/** 300 MB of one letter in some 300 KB, put together from members so that little is held. */
const bomb = (letter, end = "") => {
  const member = gzipSync(Buffer.alloc(30_000_000, letter), { level: 9 });
  return Buffer.concat([...Array(10).fill(member), gzipSync(end)]);
};
const gz = gzipSync(TEXT.repeat(200));

/** The least zip archive: one stored file whose name leaves the folder. */
function zip(name, content) {
  const data = Buffer.from(content);
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50, 0);
  head.writeUInt32LE(data.length, 18);
  head.writeUInt32LE(0xffff_fff0, 22);
  head.writeUInt16LE(name.length, 26);
  return bytes(head, name, data);
}

const PACKED = () => ({
  "bomb.txt.gz": bomb("a"),
  "bomb-lines.ndjson.gz": bomb("\n"),
  "bomb-line.ndjson.gz": bomb("a", `\n{"text":${JSON.stringify(TEXT)}}\n`),
  "bomb.csv.gz": bomb("a"),
  "bomb.json.gz": bomb("["),
  "bomb.html.gz": bomb("<"),
  "bomb.warc.gz": bomb("\n"),
  "bomb-in-bomb.txt.gz": gzipSync(bomb("a")),
  "no-extension-gz": gz,
  "cut.txt.gz": gz.subarray(0, gz.length - 20),
  "cut-in-head.txt.gz": gz.subarray(0, 5),
  "bad-sum.txt.gz": bytes(gz.subarray(0, gz.length - 8), [1, 2, 3, 4, 5, 6, 7, 8]),
  "bad-middle.ndjson.gz": bytes(gz.subarray(0, 30), [255, 255, 255], gz.subarray(33)),
  "rubbish-behind.txt.gz": bytes(gz, "rubbish"),
  "zeros-behind.txt.gz": bytes(gz, Buffer.alloc(1000)),
  "many-members.txt.gz": Buffer.concat(Array.from({ length: 3_000 }, (_, n) => gzipSync(n === 0 ? TEXT : "a "))),
  "not-packed.txt.gz": TEXT,
  "empty.txt.gz": "",
  "name-in-head.txt.gz": bytes([0x1f, 0x8b, 8, 8, 0, 0, 0, 0, 0, 3], "../../etc/x\0", gz.subarray(10)),
  "twice.txt.gz": gzipSync(gz),
  "zip.txt": zip("../../etc/x", TEXT),
  "zip.json": zip("../../etc/x", TEXT),
  "zip.html": zip("../../etc/x", HTML),
});

const ENCODED = {
  "latin.txt": Buffer.from("Bürgermeister Müller sagte nein.", "latin1"),
  "cut-utf8.txt": bytes(TEXT, [0xe2, 0x80]),
  "overlong.txt": bytes("He said ", [0xc0, 0xaf, 0xe0, 0x80, 0xaf], " no."),
  "surrogates-in-utf8.txt": bytes("He said ", [0xed, 0xa0, 0x80, 0xed, 0xb0, 0x80], " no."),
  "beyond-unicode.txt": bytes("He said ", [0xf4, 0x90, 0x80, 0x80, 0xf8, 0x88, 0x80, 0x80, 0x80], " no."),
  "all-bytes.txt": Buffer.from(Array.from({ length: 255 }, (_, n) => n + 1)),
  "all-bytes-and-nul.txt": Buffer.from(Array.from({ length: 256 }, (_, n) => n)),
  "high-bytes.txt": Buffer.alloc(50_000, 0xff),
  "continuations.txt": Buffer.alloc(50_000, 0x80),
  "mark-only.txt": Buffer.from([0xef, 0xbb, 0xbf]),
  "mark-twice.txt": bytes([0xef, 0xbb, 0xbf, 0xef, 0xbb, 0xbf], TEXT),
  "utf16le.txt": bytes([0xff, 0xfe], Buffer.from(TEXT, "utf16le")),
  "utf16be.txt": bytes([0xfe, 0xff], utf16be(TEXT)),
  "utf16-odd.txt": bytes([0xff, 0xfe], Buffer.from(TEXT, "utf16le"), [0x41]),
  "utf16-lone.txt": bytes([0xff, 0xfe], [0x00, 0xd8, 0x41, 0x00]),
  "utf16-no-mark.txt": Buffer.from(TEXT, "utf16le"),
  "utf16.json": bytes([0xff, 0xfe], Buffer.from(JSON.stringify({ text: TEXT }), "utf16le")),
  "utf16.ndjson": bytes([0xfe, 0xff], utf16be(`${JSON.stringify({ id: "u16", text: TEXT })}\n`)),
  "utf16.csv": bytes([0xff, 0xfe], Buffer.from(`id,text\nu,${TEXT}\n`, "utf16le")),
  "utf16.html": bytes([0xff, 0xfe], Buffer.from(HTML, "utf16le")),
  "utf32.txt": bytes([0xff, 0xfe, 0, 0], Buffer.from([0x48, 0, 0, 0])),
  "bad.ndjson": bytes('{"text":"He said ', [0xff, 0xfe, 0x80], ' no."}\n'),
  "bad.csv": bytes("text\nHe said ", [0xff, 0x80], " no.\n"),
  "bad.html": bytes("<html><body><p>He said ", [0xc3, 0x28, 0xff], " no.</p></body></html>"),
  "nul.ndjson": bytes('{"text":"a said"}\n', Buffer.alloc(2_000), '\n{"text":"b said"}\n'),
  "zeros.txt": Buffer.alloc(100_000),
  "too-large.txt": Buffer.alloc(10_000_000, "a"),
  "too-large-marks.html": Buffer.alloc(10_000_000, '"'),
};

const http = (body, head = "Content-Type: text/html; charset=utf-8\r\n") =>
  bytes(`HTTP/1.1 200 OK\r\n${head}\r\n`, body);
function warc(block, { length = block.length, id = "<urn:uuid:w-1>", more = "" } = {}) {
  const head = `WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: ${id}\r\nWARC-Target-URI: http://x.example/\r\nWARC-Date: 2025-02-07T00:00:00Z\r\nContent-Type: application/http; msgtype=response\r\n${more}`;
  return bytes(head, length === null ? "" : `Content-Length: ${length}\r\n`, "\r\n", block, "\r\n\r\n");
}
const good = http(HTML);

const WARCS = () => ({
  "length-too-long": warc(good, { length: good.length + 1_000 }),
  "length-enormous": warc(good, { length: "999999999999999" }),
  "length-too-many-digits": warc(good, { length: "9".repeat(400) }),
  "length-too-short": warc(good, { length: 20 }),
  "length-zero": warc(good, { length: 0 }),
  "length-negative": warc(good, { length: -5 }),
  "length-words": warc(good, { length: "many" }),
  "length-hex": warc(good, { length: "0x10" }),
  "length-none": warc(good, { length: null }),
  "length-twice": warc(good, { more: "Content-Length: 7\r\n" }),
  "id-parent": warc(good, { id: "<../../etc/x>" }),
  "id-absolute": warc(good, { id: "</etc/copydesk-escaped>" }),
  "id-none": warc(good, { id: "" }),
  "id-huge": warc(good, { id: "x".repeat(60_000) }),
  "same-id": bytes(warc(good), warc(good), warc(http("<html><body><p>He said other.</p></body></html>"))),
  "header-huge": bytes("WARC/1.0\r\n", "X: y\r\n".repeat(400_000)),
  "header-line-huge": bytes(`WARC/1.0\r\nX: ${"y".repeat(2_000_000)}\r\n\r\n`),
  "header-no-end": bytes("WARC/1.0\r\nContent-Length: 5"),
  "bad-version": bytes("WARC/x\r\n\r\n"),
  "many-empty": Buffer.concat(Array(3_000).fill(warc(bytes("")))),
  "packed-bomb": warc(
    http(gzipSync(Buffer.alloc(50_000_000, "a")), "Content-Type: text/html\r\nContent-Encoding: gzip\r\n"),
  ),
  "packed-badly": warc(http(bytes([0x1f, 0x8b, 1, 2, 3]), "Content-Type: text/html\r\nContent-Encoding: gzip\r\n")),
  "brotli-badly": warc(http(bytes([1, 2, 3, 4]), "Content-Type: text/html\r\nContent-Encoding: br\r\n")),
  "deflate-badly": warc(http(bytes([1, 2, 3, 4]), "Content-Type: text/html\r\nContent-Encoding: deflate\r\n")),
  "chunk-lies": warc(
    http(`ffffffff\r\n${HTML}\r\n0\r\n\r\n`, "Content-Type: text/html\r\nTransfer-Encoding: chunked\r\n"),
  ),
  "chunk-many": warc(http("1\r\na\r\n".repeat(50_000), "Content-Type: text/html\r\nTransfer-Encoding: chunked\r\n")),
  "chunk-negative": warc(http(`-5\r\n${HTML}`, "Content-Type: text/html\r\nTransfer-Encoding: chunked\r\n")),
  "no-http": warc(bytes(HTML)),
  "head-no-end": warc(bytes("HTTP/1.1 200 OK\r\nContent-Type: text/html")),
  "head-huge": warc(http(HTML, `Content-Type: text/html\r\n${"X: y\r\n".repeat(20_000)}`)),
  "charset-huge": warc(http(HTML, `Content-Type: text/html; charset=${"x".repeat(10_000)}\r\n`)),
  nested: warc(http(warc(good))),
  "good-then-rubbish": bytes(warc(good), "rubbish\r\n\r\n"),
});

/** @returns {{path: string, content: string | Buffer}[]} */
export const packed = () => [
  ...Object.entries(PACKED()).map(([name, content]) => ({ path: `packed/${name}`, content })),
  ...Object.entries(ENCODED).map(([name, content]) => ({ path: `encoded/${name}`, content })),
  ...Object.entries(WARCS()).map(([name, content]) => ({ path: `warcs/${name}.warc`, content })),
  { path: "warcs/packed.warc.gz", content: gzipSync(warc(good, { length: good.length + 9 })) },
];
