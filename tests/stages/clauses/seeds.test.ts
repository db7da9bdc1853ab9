import { existsSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { loadPipeline } from "../../../pipelines/index.js";
import type { KnowledgeFile } from "../../../src/model/knowledge-file.js";
import { readArticle } from "../../../src/read/read-article.js";

/** Two real articles that lie beside the project and may not be copied into it: only short names and base forms stand here. */
const FOLDER = fileURLToPath(new URL("../../../../shared/seeds/", import.meta.url));
const MODEL = fileURLToPath(new URL("../../../models/manifest.json", import.meta.url));
const files = existsSync(FOLDER) && existsSync(MODEL) ? readdirSync(FOLDER).sort() : [];

/** On whose word ('article', or words of the speaker's name); subject's words; base form; how it is meant. */
type Row = readonly [who: string, subject: string, lemma: string, standing: string];

const TANGO: readonly Row[] = [
  ["administration official", "Trump administration", "commit", "affirmed asserted"],
  ["administration official", "Trump", "voice", "affirmed asserted"],
  ["article", "regime", "reject", "affirmed asserted"],
  ["article", "Trump", "say", "affirmed asserted"],
  ["Donald Trump", "he", "reach out", "affirmed intended"],
  ["article", "Biden", "host", "affirmed asserted"],
  ["article", "sides", "launch", "affirmed asserted"],
  ["article", "sides", "install", "affirmed asserted"],
  ["administration official", "We", "get ahead", "negated intended"],
];

const TALKS: readonly Row[] = [
  ["Axios", "such a move", "alarm", "affirmed conditional"],
  ["article", "Axios", "point out", "affirmed asserted"],
  ["article", "Andrew Yeo", "be", "affirmed asserted"],
  ["former senior Trump administration official", "We", "convene", "affirmed asserted"],
  ["article", "capabilities", "advance", "affirmed asserted"],
];

type Claim = KnowledgeFile["claims"][number];

function asserts({ quotes, entities }: KnowledgeFile, claim: Claim): string {
  const speaker = quotes.find(({ id }) => id === claim.assertedBy)?.speaker;
  if (speaker === undefined) return claim.assertedBy;
  return speaker.status === "resolved" ? (entities.find(({ id }) => id === speaker.entity)?.name ?? "") : "unresolved";
}

const rowsOf = (file: KnowledgeFile): readonly Row[] =>
  file.claims.map((claim) => [
    asserts(file, claim),
    claim.subject?.text ?? "",
    claim.lemma ?? "",
    `${claim.polarity} ${claim.modality}`,
  ]);

describe.skipIf(files.length === 0)("claims of ../shared/seeds (skipped without that folder or the model)", () => {
  let read: readonly KnowledgeFile[] = [];

  beforeAll(async () => {
    const reader = (await loadPipeline("news"))!;
    read = await Promise.all(files.map(async (name) => reader.read(await readArticle(`${FOLDER}${name}`))));
  }, 60_000);

  const table = [...TANGO.map((row) => [0, row] as const), ...TALKS.map((row) => [1, row] as const)];

  test.each(table)("article %i: %j", (index, [who, subject, lemma, standing]) => {
    const near = rowsOf(read[index]!).filter((row) => row[2] === lemma);
    const found = near.some((row) => row[0].includes(who) && row[1].includes(subject) && row[3] === standing);
    expect(found ? [] : near).toEqual([]);
    expect(found).toBe(true);
  });

  test("the ambassador's visit is hearsay, and a journey", () => {
    const visit = read[1]!.claims.find(({ lemma }) => lemma === "visit");
    expect(visit).toMatchObject({
      stance: "alleged",
      relation: { type: "traveled-to", object: { text: "Washington" } },
    });
  });
});
