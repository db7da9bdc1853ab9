import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { articleKey } from "../../src/explore/data-script.js";
import type { CoreData } from "../../src/explore/site-data.js";
import { hostile, TRAPS } from "./hostile.js";
import { bundled, dataOf, FILES, siteOf } from "./site.js";

/** A name of the fixtures with several quotations. */
const CHIEF = "Katharina Ebner-Walsh";
const CHROMIUM = "/usr/bin/chromium";

describe.skipIf(!existsSync(CHROMIUM))("the site in Chromium (skipped where /usr/bin/chromium is not)", () => {
  const folder = mkdtempSync(join(tmpdir(), "copydesk-site-"));
  let browser: Browser;
  let page: Page;
  let core: CoreData;
  let address: string;
  const broken: string[] = [];
  beforeAll(async () => {
    const [{ site }, started] = await Promise.all([
      bundled().then((files) => siteOf(FILES, folder, files)),
      chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox"] }),
    ]);
    browser = started;
    core = dataOf<CoreData>(site, "data/core.js");
    address = pathToFileURL(join(site, "index.html")).href;
    page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    page.setDefaultTimeout(10_000);
    page.on("pageerror", (error) => broken.push(error.message));
    page.on("console", (message) => broken.push(message.text()));
    page.on("dialog", (dialog) => broken.push(dialog.message()));
    await open("#/");
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true });
  });

  const shown = (hash: string) => page.waitForSelector(`main[data-shown="${hash}"]`);
  const open = async (hash: string) => {
    await page.goto(`${address}${hash}`);
    await shown(hash);
  };
  const rows = () => page.locator(".rows .row").count();
  const all = FILES.flatMap((file) => file.quotes);

  it("opens from a file and says what there is", async () => {
    expect(await page.title()).toBe("Overview – Copydesk");
    expect(await page.locator(".lead").textContent()).toContain(`${FILES.length} articles`);
    expect(await page.locator(".plot svg rect.barv").count()).toBeGreaterThan(10);
    expect(await page.locator(".shares").first().locator("tr").count()).toBeGreaterThan(10);
  });

  it("searches from the keyboard, opens a name, opens an article at the quotation, and goes back to each", async () => {
    const name = core.names.names.indexOf(CHIEF);
    const [id, words] = [core.names.ids[name]!, core.names.names[name]!];
    await page.keyboard.press("/");
    await page.keyboard.type(words.slice(0, -1));
    const found = page.locator(`main .plain a[href="#/name/${id}"]`);
    await found.waitFor();
    expect(await page.evaluate("document.activeElement.id")).toBe("find");
    await found.focus();
    await page.keyboard.press("Enter");
    await shown(`#/name/${id}`);
    expect(await page.locator("h1").textContent()).toBe(words);
    expect(await page.evaluate("document.activeElement.tagName")).toBe("H1");
    await page.locator(".tabs a", { hasText: "Quotations" }).click();
    await shown(`#/name/${id}?show=quotes`);
    expect(await rows()).toBe(core.names.quotes[name]);
    const said = await page.locator(".rows blockquote").first().textContent();
    await page.locator(".rows a.article").first().click();
    await page.locator("article .quote.target").first().waitFor();
    const marked = await page.locator("article .quote.target").allInnerTexts();
    expect(
      marked
        .join(" ")
        .replace(/[^a-z]/gi, "")
        .slice(0, 30),
    ).toContain(said!.replace(/[^a-z]/gi, "").slice(0, 12));
    await page.goBack();
    await shown(`#/name/${id}?show=quotes`);
    await page.goBack();
    await shown(`#/name/${id}`);
    await page.goBack();
    await found.waitFor();
    expect(await page.locator("#find").inputValue()).toBe(words.slice(0, -1));
  });

  it("filters quotations, keeps the filters in the address, and clears them", async () => {
    await page.locator('.bar a[href="#/quotes"]').click();
    await shown("#/quotes");
    const count = async (expected: number) => {
      await page.locator(".summary", { hasText: new RegExp(`^${expected} quotations?`) }).waitFor();
      expect(await rows()).toBe(Math.min(100, expected));
    };
    await count(all.length);
    await page.locator("#filter-kind").selectOption("direct");
    await count(all.filter(({ kind }) => kind === "direct").length);
    await page.locator("#filter-attitude").selectOption("belief");
    await count(all.filter(({ kind, attitude }) => kind === "direct" && attitude === "belief").length);
    await page.locator(".filters button").click();
    await page.locator("#filter-outlet").selectOption(core.outlets[0]!);
    await count(FILES.filter((file) => file.article.source === core.outlets[0]).flatMap((file) => file.quotes).length);
    await page.locator(".filters button").click();
    await page.locator("#filter-from").fill("2031-01-01");
    await count(1);
    await page.locator(".filters button").click();
    const word = all.filter(({ content }) => /(?<![a-z])will/i.test(content.map(({ text }) => text).join(" … ")));
    await page.locator("#filter-q").fill("will");
    await count(word.length);
    expect(await page.locator("blockquote mark").first().textContent()).toMatch(/^will$/i);
    expect(page.url()).toContain("#/quotes?q=will");
    await page.reload();
    await count(word.length);
  });

  it("pages through quotations", async () => {
    await open("#/quotes");
    await page.locator('.pager a[rel="next"]').click();
    await page.waitForURL(/p=2$/);
    expect(await page.locator(".pager span").last().textContent()).toContain("2 of");
  });

  it("shows hostile text as it is, and nothing in it runs", async () => {
    const key = articleKey(hostile().article.id);
    await open(`#/article/${key}`);
    const text = await page.locator("article").innerText();
    for (const trap of [TRAPS[0], TRAPS[1], TRAPS[4]]) expect(text).toContain(trap);
    expect(text).toContain("<U+202E>delivered backwards");
    expect(await page.locator("h1 *, article script, article img, main svg[onload], a[href^=javascript]").count()).toBe(
      0,
    );
    await page.locator("article a.mention").click();
    await page.locator("h1", { hasText: "Ana <svg" }).waitFor();
    await open(`#/search?q=${encodeURIComponent("<img src=x onerror=alert(1)>")}`);
    await open(`#/quotes?q=${encodeURIComponent("<script>(")}&outlet=${encodeURIComponent(TRAPS[0])}`);
    await open(`#/article/${encodeURIComponent("../../../etc/passwd")}`);
    expect(await page.locator("[role=alert]").textContent()).toBe("There is no such article.");
    await open("#/no/such?view");
    expect(await page.title()).toBe("Not found – Copydesk");
    const blocked = page.evaluate('document.createElement("script").src = "data/core.js"');
    await expect(blocked).rejects.toThrow("TrustedScriptURL");
    broken.splice(0, broken.length, ...broken.filter((message) => !message.includes("TrustedScriptURL")));
  });

  it("has no fault that axe-core finds, in light and dark, wide and narrow", async () => {
    const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
    const article = core.articles.keys[core.articles.quotes.indexOf(Math.max(...core.articles.quotes))];
    const views = ["#/", "#/quotes", `#/name/${core.names.ids[0]}`, "#/places", `#/article/${article}`];
    const context = await browser.newContext({ bypassCSP: true });
    const other = await context.newPage();
    const faults: string[] = [];
    for (const [n, hash] of views.entries()) {
      await other.emulateMedia({ colorScheme: n % 2 === 0 ? "light" : "dark" });
      await other.setViewportSize(n % 3 === 2 ? { width: 390, height: 844 } : { width: 1280, height: 900 });
      await other.goto(`${address}${hash}`);
      await other.waitForSelector(`main[data-shown="${hash}"]`);
      if (n === 0) await other.evaluate(axe);
      faults.push(
        ...(await other.evaluate(async () => {
          const { axe, location } = globalThis as unknown as {
            axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
            location: { hash: string };
          };
          return (await axe.run()).violations.map(({ id, nodes }) => `${location.hash} ${id}: ${nodes[0]?.html}`);
        })),
      );
    }
    expect(faults).toEqual([]);
  });

  it("reported no error, warning or dialog in all that", async () => {
    expect(await page.title()).not.toContain("owned");
    expect(broken).toEqual([]);
  });
});
