import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { GoldArticle } from "../../src/evaluate/gold/gold-article.js";
import { errorPage } from "../../src/evaluate/report/page.js";
import { score } from "../../src/evaluate/score/score.js";
import { GOLD } from "./gold/articles.js";
import { blurred } from "./score/blurred.js";

const CHROMIUM = "/usr/bin/chromium";
const HOSTILE: GoldArticle = {
  id: "<img src=x onerror=alert(1)>",
  text: "</script><script>document.title='owned'</script> met <b>Ana Obi</b>.",
  names: [{ start: 56, end: 63, type: "person" }],
};

const articles = [...GOLD, HOSTILE];
const predicted = articles.map((article) =>
  article === HOSTILE ? { ...blurred(article), names: [] } : blurred(article),
);
const kinds = score(articles.map((gold, index) => ({ gold, predicted: predicted[index]! })));
const corpora = [{ corpus: "town", pipeline: "p", articles, predicted, kinds }];
const faults = kinds.flatMap((kind) => kind.faults);
const html = errorPage({ pipeline: "p", model: null, corpora, verdicts: [] });

describe("the error page", () => {
  it("holds no markup from an article", () => {
    expect(html).not.toContain("<img src=x");
    expect(html.match(/<script/g)).toHaveLength(2);
    expect(html).not.toContain("<b>Ana");
  });
});

describe.skipIf(!existsSync(CHROMIUM))("the error page in Chromium (skipped where /usr/bin/chromium is not)", () => {
  const folder = mkdtempSync(join(tmpdir(), "copydesk-page-"));
  let browser: Browser;
  let page: Page;
  const broken: string[] = [];
  beforeAll(async () => {
    const file = join(folder, "errors.html");
    writeFileSync(file, html);
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox"] });
    page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
    page.setDefaultTimeout(10_000);
    page.on("pageerror", (error) => broken.push(error.message));
    page.on("console", (message) => {
      if (message.type() === "error") broken.push(message.text());
    });
    await page.goto(pathToFileURL(file).href);
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true });
  });

  const shown = () => page.locator("#faults button").count();
  const chosen = (filter: string) => page.locator(`#by-${filter}`).inputValue();
  /** Tabs from the first filter to another and types the beginning of one of its options. */
  const choose = async (filter: string, letters: string) => {
    await page.locator("#by-kind").focus();
    for (let tries = 0; tries < 4 && (await page.evaluate("document.activeElement.id")) !== `by-${filter}`; tries++) {
      await page.keyboard.press("Tab");
    }
    await page.keyboard.type(letters);
  };

  it("lists every error, costliest first, and opens the first", async () => {
    expect(await shown()).toBe(faults.length);
    const costs = (await page.locator("#faults .cost").allTextContents()).map((text) => Number.parseFloat(text));
    expect(costs).toEqual([...costs].sort((a, b) => b - a));
    expect(await page.locator("#faults [aria-current]").count()).toBe(1);
    expect(await page.locator("#view mark.here").count()).toBeGreaterThan(0);
    expect(await page.locator("#view th").allTextContents()).toEqual(["Gold", "Prediction"]);
    expect(await page.title()).toBe("Errors of p");
  });

  it("is filtered by keyboard: by kind, class and article, all at once, and cleared", async () => {
    await choose("kind", "attr");
    expect(await chosen("kind")).toBe("attribution");
    expect(await shown()).toBe(faults.filter(({ kind }) => kind === "attribution").length);
    await choose("class", "wrong s");
    expect(await chosen("class")).toBe("wrong source");
    const both = faults.filter((fault) => fault.kind === "attribution" && fault.class === "wrong source");
    expect(both.length).toBeGreaterThan(0);
    expect(await shown()).toBe(both.length);
    expect(await page.locator("#count").textContent()).toContain(`${both.length} of ${faults.length} errors`);
    await choose("article", "town / harbour");
    expect(await chosen("article")).toBe("town / harbour");
    expect(await page.locator("#view h2").textContent()).toBe("town / harbour");
    await page.locator("#clear").press("Enter");
    expect(await shown()).toBe(faults.length);
    await choose("type", "person");
    expect(await shown()).toBe(faults.filter(({ type }) => type === "person").length);
    await page.locator("#clear").press("Space");
  });

  it("goes from error to error with the arrow keys", async () => {
    await page.locator("#faults button").first().focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    expect(await page.locator("#faults button").nth(2).getAttribute("aria-current")).toBe("true");
    expect(await page.evaluate('document.activeElement.getAttribute("aria-current")')).toBe("true");
    await page.keyboard.press("ArrowUp");
    expect(await page.locator("#faults button").nth(1).getAttribute("aria-current")).toBe("true");
  });

  it("shows the text as it is, on both sides, and nothing in it runs", async () => {
    await page.locator("#clear").click();
    await page.locator("#by-article").selectOption(`town / ${HOSTILE.id}`);
    const cells = await page.locator("#view td").allInnerTexts();
    expect(cells[0]).toContain("</script><script>document.title='owned'</script> met <b>Ana Obi");
    expect(cells[1]).toContain("<b>Ana Obi");
    expect(await page.locator("#view mark.here").first().textContent()).toBe("Ana Obi");
    expect(broken).toEqual([]);
  });

  it("has no fault that axe-core finds", async () => {
    await page.locator("#clear").click();
    const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
    const bypassing = await browser.newContext({ bypassCSP: true });
    const other = await bypassing.newPage();
    await other.goto(page.url());
    await other.addScriptTag({ path: axe });
    const violations = await other.evaluate(async () => {
      const { axe } = globalThis as unknown as {
        axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
      };
      return (await axe.run()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
    });
    expect(violations).toEqual([]);
  });
});
