import { expect, test } from "vitest";
import { decodeText } from "../../src/read/decode-text.js";

const utf16be = (text: string): Buffer => Buffer.from(`\uFEFF${text}`, "utf16le").swap16();

test.each<[what: string, bytes: Buffer, declared: string | undefined, text: string, notes: number]>([
  ["UTF-8", Buffer.from("naïve “quotes”"), undefined, "naïve “quotes”", 0],
  ["UTF-8 with mark", Buffer.from("\uFEFFnaïve"), undefined, "naïve", 0],
  ["UTF-16LE with mark", Buffer.from("\uFEFFnaïve", "utf16le"), undefined, "naïve", 0],
  ["UTF-16BE with mark", utf16be("naïve"), undefined, "naïve", 0],
  ["windows-1252 undeclared", Buffer.from("\x93na\xefve\x94 \x96 \x80", "latin1"), undefined, "“naïve” – €", 1],
  ["windows-1252 declared latin-1", Buffer.from("\x93na\xefve\x94", "latin1"), "ISO-8859-1", "“naïve”", 0],
  ["UTF-8 declared latin-1", Buffer.from("“naïve”"), "iso-8859-1", "“naïve”", 0],
  ["windows-1251 declared", Buffer.from([0xcf, 0xf0, 0xe8]), "windows-1251", "При", 0],
  ["Shift_JIS declared", Buffer.from([0x93, 0x8c, 0x8b, 0x9e]), "shift_jis", "東京", 0],
  ["unknown charset", Buffer.from("plain"), "klingon-8", "plain", 1],
  ["an encoding that is no charset", Buffer.from("plain"), "base64", "plain", 1],
  ["UTF-8 with one broken byte", Buffer.from([...Buffer.from("é “é” "), 0xff]), undefined, "é “é” \uFFFD", 1],
])("%s", (_what, bytes, declared, text, notes) => {
  const decoded = decodeText(bytes, declared);
  expect(decoded.text).toBe(text);
  expect(decoded.notes).toHaveLength(notes);
});

test.each([
  ["CRLF", "one\r\ntwo\rthree\n"],
  ["NFD", "cafe\u0301"],
  ["soft hyphen", "inter\u00ADnational"],
  ["zero width", "a\u200Bb\u200Dc\u2060\uFEFFd"],
  ["line separators", "a\u2028b\u0085c"],
])("%s stays as it is", (_what, text) => {
  expect(decodeText(Buffer.from(text))).toEqual({ text, notes: [] });
});
