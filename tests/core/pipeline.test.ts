import { expect, test } from "vitest";
import { pipeline } from "../../src/core/pipeline.js";
import { defineStage } from "../../src/core/stage.js";
import { StageError } from "../../src/model/errors.js";

const article = { id: "a1", text: "One. Two." };

const language = defineStage({ name: "fix-language", reads: [], writes: "language", run: () => "en" });
const blocks = defineStage({
  name: "one-block",
  reads: ["language"],
  writes: "blocks",
  run: ({ article: { text } }, report) => {
    report({ rule: "short", message: "a short article", span: { start: 0, end: 4 } });
    return [{ kind: "body", start: 0, end: text.length }];
  },
});

test("runs stages in order and gives their layers and problems", async () => {
  const { doc, problems } = await pipeline("test").use(language).use(blocks).run(article);
  expect(doc).toEqual({ article, language: "en", blocks: [{ kind: "body", start: 0, end: 9 }] });
  expect(problems).toEqual([
    { stage: "one-block", rule: "short", message: "a short article", span: { start: 0, end: 4 } },
  ]);
});

test("a stage sees only the layers it declares", async () => {
  const spy = defineStage({
    name: "spy",
    reads: ["language"],
    writes: "tokens",
    run: (doc) => {
      expect(Object.keys(doc)).toEqual(["article", "language"]);
      return [];
    },
  });
  await pipeline("test").use(language).use(blocks).use(spy).run(article);
});

test("layers are frozen to the bottom", async () => {
  const { doc } = await pipeline("test").use(language).use(blocks).run(article);
  expect(Object.isFrozen(doc.blocks)).toBe(true);
  expect(Object.isFrozen(doc.blocks[0])).toBe(true);
});

test("a stage that throws is named, with the article and the cause", async () => {
  const cause = new TypeError("boom");
  const bug = defineStage({
    name: "bug",
    reads: [],
    writes: "language",
    run: () => {
      throw cause;
    },
  });
  const failure = await pipeline("test")
    .use(bug)
    .run(article)
    .catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(StageError);
  expect(failure).toMatchObject({
    stage: "bug",
    articleId: "a1",
    cause,
    message: "stage bug failed on article a1: boom",
  });
});

test("wrong compositions do not compile", () => {
  const start = pipeline("test");
  // @ts-expect-error the layer 'language' is not there yet
  start.use(blocks);
  // @ts-expect-error the layer 'language' has a writer already
  start.use(language).use(language);
  // @ts-expect-error 'blocks' is not declared in reads
  defineStage({ name: "x", reads: ["language"], writes: "tokens", run: ({ blocks: undeclared }) => undeclared && [] });
  // @ts-expect-error a number is no language
  defineStage({ name: "x", reads: [], writes: "language", run: () => 3 });
  defineStage({
    name: "x",
    reads: ["blocks"],
    writes: "tokens",
    run: ({ blocks: given }) => {
      // @ts-expect-error layers are read-only
      const change = () => given.push({ kind: "body", start: 0, end: 1 });
      return change.length ? [] : [];
    },
  });
  expect(start.stages).toEqual([]);
});
