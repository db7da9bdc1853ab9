import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ModelError } from "../../src/model/errors.js";
import type { Recognition } from "../../src/model/recognition.js";
import { loadEncoder } from "../../src/recognizer/encoder.js";
import { parseManifest } from "../../src/recognizer/manifest.js";
import { recognize } from "../../src/recognizer/recognize.js";
import { doc } from "../helpers/doc.js";

const MODELS = fileURLToPath(new URL("../../models", import.meta.url));
const TEXT =
  "Talks end without deal\n\nGENEVA (AP) — “We will not sign this paper,” Maria Kessler, the foreign minister of Norland, told reporters on Friday.\nShe said that the United Nations should have called a vote two weeks ago.\n";

describe.skipIf(!existsSync(join(MODELS, "encoder.onnx")))("the shipped model", () => {
  const read = async (text: string): Promise<Recognition> => recognize(await loadEncoder(MODELS), doc(text));
  const shown = (text: string, spans: readonly { start: number; end: number }[]): readonly string[] =>
    spans.map(({ start, end }) => text.slice(start, end));

  test("finds names, times and attributions", async () => {
    const found = await read(TEXT);
    expect(found.names.map(({ start, end, type }) => [TEXT.slice(start, end), type])).toEqual(
      expect.arrayContaining([
        ["GENEVA", "place"],
        ["Maria Kessler", "person"],
        ["United Nations", "organization"],
      ]),
    );
    expect(shown(TEXT, found.times)).toContain("Friday");
    const parts = found.links.map((link) => ({
      content: link.contents.map((index) => shown(TEXT, [found.contents[index]!])[0]),
      cue: link.cue === undefined ? null : shown(TEXT, [found.cues[link.cue]!])[0],
      source: link.source === undefined ? null : shown(TEXT, [found.sources[link.source]!])[0],
    }));
    expect(parts.map(({ cue }) => cue)).toEqual(["told", "said"]);
    // a choice against "none" and the other cue is above a third, and no certainty
    for (const { cueScore, sourceScore } of found.links) {
      for (const score of [cueScore!, sourceScore!]) expect(score > 1 / 3 && score <= 1).toBe(true);
    }
    expect(parts[1]!.source).toBe("She");
    expect(parts[1]!.content[0]).toContain("called a vote two weeks ago");
  });

  test("gives every token a tag, a head in its sentence and a relation", async () => {
    const given = doc(TEXT);
    const found = await recognize(await loadEncoder(MODELS), given);
    expect(found.pos).toHaveLength(given.tokens.length);
    expect(found.relations).toHaveLength(given.tokens.length);
    for (const { firstToken, endToken } of given.sentences) {
      const heads = found.heads.slice(firstToken, endToken);
      expect(heads.every((head) => head >= firstToken && head < endToken)).toBe(true);
      expect(heads.filter((head, i) => head === firstToken + i)).toHaveLength(1);
    }
  });

  test("the same article alone, again and after others gives the same", async () => {
    const alone = await read(TEXT);
    const [, again] = await Promise.all([read("Shares fell 3 percent in Tokyo on Monday."), read(TEXT), read("No.")]);
    expect(again).toEqual(alone);
  });

  test("an article without tokens gives empty lists", async () => {
    const found = await read("");
    expect(Object.values(found).every((list) => list.length === 0)).toBe(true);
  });
});

describe.skipIf(!existsSync(join(MODELS, "encoder.onnx")))("a broken model folder", () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "copydesk-model-"));
    cpSync(MODELS, folder, { recursive: true });
    writeFileSync(join(folder, "scorers.bin"), "no scorers");
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test("names the file whose digest is wrong", async () => {
    await expect(loadEncoder(folder)).rejects.toThrow(/scorers\.bin has sha256 .* manifest\.json says/);
  });

  test("refuses labels it does not decode", () => {
    const manifest = JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8"));
    manifest.tags.names[1] = "B-animal";
    expect(() => parseManifest(manifest)).toThrow(/tags\.names is O,B-animal/);
    expect(() => parseManifest({ format: 2 })).toThrow(ModelError);
  });
});

test("a missing folder is told", async () => {
  await expect(loadEncoder("/nowhere")).rejects.toThrow(/cannot be read/);
});
