import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { loadNatural, type Natural } from "../../src/adapters/natural.js";
import { buildCorpus } from "../../src/corpus/build.js";
import { bestMatch } from "../../src/corpus/identity/compare-names.js";
import { type IdentityType, readName } from "../../src/corpus/identity/names.js";
import { queryCorpus } from "../../src/corpus/query.js";
import { identitySet, pairwise, type Truth } from "./identity-set.js";

let folder: string;
let natural: Natural;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "identities-"));
  natural = await loadNatural();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const { files, truths } = identitySet();

function write(name: string, some: readonly object[]): string {
  const into = join(folder, name);
  mkdirSync(into, { recursive: true });
  for (const file of some) {
    const { id } = (file as { article: { id: string } }).article;
    writeFileSync(join(into, `${id}.knowledge.json`), JSON.stringify(file));
  }
  return into;
}

async function identities(corpus: string): Promise<(truth: Pick<Truth, "articleId" | "entityId">) => string> {
  const { rows } = await queryCorpus(corpus, "SELECT article_id, entity_id, identity_id FROM entity_identities");
  const known = new Map(rows.map(([article, entity, identity]) => [`${article} ${entity}`, identity as string]));
  return ({ articleId, entityId }) => known.get(`${articleId} ${entityId}`)!;
}

const find = (who: string, articleId?: string): Truth =>
  truths.find((truth) => truth.who === who && (articleId === undefined || truth.articleId === articleId))!;

test("hard cases are told apart and joined", async () => {
  const corpus = join(folder, "whole");
  await buildCorpus([write("all", files)], { folder: corpus });
  const { precision, recall, wrong } = pairwise(truths, await identities(corpus));
  expect(new Set(truths.map(({ who }) => who)).size).toBeGreaterThanOrEqual(60);
  expect({ precision, recall, wrong }).toMatchObject({ precision: expect.closeTo(1, 1), recall: expect.closeTo(1, 1) });
  expect(precision).toBeGreaterThan(0.98);
  expect(recall).toBeGreaterThan(0.98);
});

test("every joining has its rule and evidence", async () => {
  const { rows } = await queryCorpus(
    join(folder, "whole"),
    "SELECT rule, score, evidence FROM identity_members WHERE rule <> 'new' ORDER BY article_id, entity_id",
  );
  expect(rows.length).toBeGreaterThan(100);
  expect(
    rows.filter(([, score, evidence]) => typeof score !== "number" || !/^names?: /.test(String(evidence))),
  ).toEqual([]);
  expect(new Set(rows.map(([rule]) => rule))).toContain("nickname");
});

test("ids stay as the corpus grows, article by article", async () => {
  const corpus = join(folder, "growing-corpus");
  const given = new Map<string, string>();
  for (const n of [20, 41, files.length]) {
    await buildCorpus([write("growing", files.slice(0, n))], { folder: corpus });
    const identityOf = await identities(corpus);
    const { rows } = await queryCorpus(corpus, "SELECT given_id FROM identity_merges");
    const merged = new Set(rows.map(([id]) => id));
    for (const truth of truths) {
      const now = identityOf(truth);
      if (now === undefined) continue; // its article is still to come
      const key = `${truth.articleId} ${truth.entityId}`;
      const before = given.get(key);
      if (before !== undefined && !merged.has(before)) expect([key, now]).toEqual([key, before]);
      given.set(key, now);
    }
  }
  expect(given.size).toBe(truths.length);
});

test("the user's file merges, keeps apart and moves", async () => {
  const corpus = join(folder, "forced");
  const input = write("forced-in", files);
  await buildCorpus([input], { folder: corpus });
  const before = await identities(corpus);
  const minister = before(find("smith-minister"));
  const plumber = before(find("smith-plumber"));
  expect(minister).not.toBe(plumber);
  writeFileSync(
    join(corpus, "identities.tsv"),
    `# by hand\nsame\t${minister}\t${plumber}\nmove\ta05\t${find("smith-minister", "a05").entityId}\tnew\n`,
  );
  await buildCorpus([input], { folder: corpus });
  const forced = await identities(corpus);
  expect(forced(find("smith-plumber"))).toBe(forced(find("smith-minister")));
  expect(forced(find("smith-minister", "a05"))).not.toBe(forced(find("smith-minister")));
  const { rows } = await queryCorpus(corpus, "SELECT rule FROM identity_merges WHERE rule = 'forced'");
  expect(rows).toEqual([["forced"]]);

  writeFileSync(join(corpus, "identities.tsv"), `apart\t${minister}\t${plumber}\n`);
  await buildCorpus([input], { folder: corpus });
  const apart = await identities(corpus);
  expect([apart(find("smith-minister")), apart(find("smith-plumber"))]).toEqual([minister, plumber]);
});

test.each([
  ["join p-1 p-2", /identities.tsv:1: 'join p-1 p-2' is no line of this file/],
  ["same\tp-1\tp-2", /identities.tsv: no identity has the id 'p-1'/],
  ["move\ta01\te99\tnew", /identities.tsv: no entity 'e99' in an article 'a01'/],
])("a wrong line '%s' is told", async (line, message) => {
  const corpus = join(folder, "wrong");
  mkdirSync(corpus, { recursive: true });
  writeFileSync(join(corpus, "identities.tsv"), `${line}\n`);
  await expect(buildCorpus([write("wrong-in", files.slice(0, 3))], { folder: corpus })).rejects.toThrow(message);
});

test("anonymous sources and bare titles have no identity", async () => {
  const corpus = join(folder, "anonymous");
  const file = structuredClone(files[0]!) as { entities: { anonymous?: boolean }[] };
  file.entities[0]!.anonymous = true;
  (file.entities[4] as { name?: string }).name = "Mrs.";
  await buildCorpus([write("anonymous-in", [file, ...files.slice(1, 5)])], { folder: corpus });
  const identityOf = await identities(corpus);
  expect(identityOf({ articleId: "a01", entityId: "e1" })).toBeUndefined();
  expect(identityOf({ articleId: "a01", entityId: "e2" })).toBeDefined();
  expect(identityOf({ articleId: "a01", entityId: "e5" })).toBeUndefined();
});

test.each<[IdentityType, string, string, string | null]>([
  ["person", "John Smith", "john smith", "same-name"],
  ["person", "John Smith", "J. Smith", "initials"],
  ["person", "John A. Smith", "John Smith", "middle-name"],
  ["person", "William Weiss", "Bill Weiss", "nickname"],
  ["person", "Mohammed al-Idriss", "Mohamed Al Idriss", "spelling"],
  ["person", "Park Ji-won", "Ji Won Park", "same-name"],
  ["person", "Xi Jinping", "Xi", "surname"],
  ["person", "José Ruiz", "Jose Ruiz", "same-name"],
  ["person", "J.D. Vale", "J. D. Vale", "same-name"],
  ["person", "Aldo Renz Jr.", "Aldo Renz Sr.", null],
  ["person", "George H. Vance", "George W. Vance", null],
  ["person", "Martin Cole", "Marvin Cole", null],
  ["person", "Ann Lee", "Bea Lee", null],
  ["person", "", "", null],
  ["organization", "Orland Shipping Corp.", "Orland Shipping", "same-name"],
  ["organization", "Central Intelligence Agency", "CIA", "same-name"],
  ["organization", "Kelso Fire Brigade", "KFB", "acronym"],
  ["organization", "Gang of Eight", "GE", null],
  ["organization", "Ministry of Fisheries", "Fisheries Ministry", "middle-name"],
  ["organization", "Norland Labour Party", "Norland Labor Party", "spelling"],
  ["organization", "Goldman Sachs", "Goldman", "short-name"],
  ["organization", "Channel 4", "Channel 5", null],
  ["organization", "Kelso Fire Brigade", "Kelso Water Board", null],
  ["place", "U.S.", "the United States", "same-name"],
  ["place", "Paris, France", "Paris", "short-name"],
  ["place", "Niger", "Nigeria", null],
  ["place", "Guinea", "Guinea-Bissau", null],
])("%s '%s' and '%s': %s", (type, a, b, rule) => {
  expect(bestMatch(type, [readName(type, a)], [readName(type, b)], natural)?.match.rule ?? null).toBe(rule);
});
