import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readGazetteer } from "../../src/read/read-gazetteer.js";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "copydesk-gazetteer-"));
});
afterAll(() => rm(folder, { recursive: true }));

async function read(text: string) {
  const file = join(folder, "own.csv");
  await writeFile(file, text);
  return readGazetteer(file);
}

test("rows with and without type and place", async () => {
  expect(
    await read("\uFEFFname,type,scheme,id,country,lat,lon\nMill Lane,place,desk,7,GB,51.5,-0.1\nThe Echo,,desk,8,,,\n"),
  ).toEqual([
    {
      name: "Mill Lane",
      type: "place",
      scheme: "desk",
      id: "7",
      location: { name: "Mill Lane", kind: "city", country: "GB", lat: 51.5, lon: -0.1 },
    },
    { name: "The Echo", scheme: "desk", id: "8" },
  ]);
});

test.each([
  ["name,scheme,id\nMill Lane,,7\n", /own\.csv:2: has no scheme; each row needs name, scheme, id/],
  ["name,type,scheme,id\nMill Lane,street,desk,7\n", /own\.csv:2: type 'street' is not known; write one of person/],
  ["name,scheme,id,lat,lon\nA,desk,7,1,1\nB,desk,7,north,1\n", /own\.csv:3: lat 'north' is no number from -90 to 90/],
  ['name,scheme,id\n"A,desk,7\n', /own\.csv: is no CSV/],
])("a bad row is refused with its line and the mend", async (text, message) => {
  await expect(read(text)).rejects.toThrow(message);
});

test("a missing file is refused", async () => {
  await expect(readGazetteer(join(folder, "none.csv"))).rejects.toThrow(/none\.csv: cannot be read/);
});
