import fc from "fast-check";
import { expect, test } from "vitest";
import { publishedDate } from "../../../src/read/records/published-date.js";

test.each<[string | number, string]>([
  ["2025-02-07", "2025-02-07"],
  ["2025-02", "2025-02"],
  ["2025", "2025"],
  ["2025-02-07 10:30:00", "2025-02-07T10:30:00"],
  ["2025-02-07T10:30", "2025-02-07T10:30"],
  ["2025-02-07T10:30:00Z", "2025-02-07T10:30:00Z"],
  ["2025-02-07T10:30:00.123456+09:00", "2025-02-07T10:30:00.123456+09:00"],
  ["2025-02-07 10:30:00+00:00", "2025-02-07T10:30:00+00:00"],
  ["2025-02-07T10:30:00+0100", "2025-02-07T10:30:00+01:00"],
  ["2025-02-07 10:30:00 UTC", "2025-02-07T10:30:00Z"],
  ["20250207", "2025-02-07"],
  ["20250207T103000Z", "2025-02-07T10:30:00Z"],
  ["2024-02-29", "2024-02-29"],
  [" 2025-02-07\n", "2025-02-07"],
  ["Fri, 07 Feb 2025 10:30:00 +0100", "2025-02-07T10:30:00+01:00"],
  ["Fri, 7 Feb 2025 10:30:00 GMT", "2025-02-07T10:30:00Z"],
  ["7 Feb 2025 10:30 EST", "2025-02-07T10:30-05:00"],
  ["Fri, 07 Feb 2025 10:30:00 PDT", "2025-02-07T10:30:00-07:00"],
  ["February 7, 2025", "2025-02-07"],
  ["Feb. 7, 2025", "2025-02-07"],
  ["Friday, February 7th, 2025", "2025-02-07"],
  ["7 February 2025", "2025-02-07"],
  ["February 7, 2025 10:30 am ET", "2025-02-07"],
  ["Fri, 07 Feb 2025 10:30:00 XYZ", "2025-02-07"],
  [1738924200, "2025-02-07T10:30:00Z"],
  [1738924200000, "2025-02-07T10:30:00Z"],
])("%j -> %s", (given, expected) => {
  expect(publishedDate(given)).toBe(expected);
});

test.each<[string | number]>([
  ["7/2/2025"],
  ["02-07-2025"],
  ["Friday"],
  ["yesterday"],
  ["2025-02-30"],
  ["2025-13-01"],
  ["2023-02-29"],
  ["2025-02-07T25:00:00"],
  ["February 31, 2025"],
  ["Smarch 7, 2025"],
  ["Marvellous 7, 2025"],
  ["May 2025 or so"],
  ["None"],
  [""],
  [-5],
  [Number.NaN],
  ["9".repeat(500)],
])("%j is left out", (given) => {
  expect(publishedDate(given)).toBeUndefined();
});

test("whatever comes, the answer is ISO 8601 or none", () => {
  const iso = /^\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})?)?)?)?$/;
  const parts = ["2025", "-", "02", "07", "T", " ", "10:30", "Feb", "Fri, ", "+01:00", "GMT", ",", "99"];
  const dates = fc.oneof(
    fc.string(),
    fc.array(fc.constantFrom(...parts)).map((list) => list.join("")),
  );
  fc.assert(fc.property(fc.oneof(dates, fc.double()), (given) => iso.test(publishedDate(given) ?? "2025")));
});
