/**
 * Times a site of `copydesk explore` in headless Chromium, as a reader meets it: a new browser context each time.
 *   node bench/explore.mjs SITE [--times 5]
 */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { chromium } from "playwright-core";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { times: { type: "string", default: "5" } },
});
const folder = resolve(positionals[0] ?? "site");
const address = pathToFileURL(`${folder}/index.html`).href;
let core;
new Function("copydesk", readFileSync(`${folder}/data/core.js`, "utf8"))((_, json) => {
  core = JSON.parse(json);
});
const name = core.said.names[0]?.[0] ?? 0;
const article = core.articles.quotes.indexOf(Math.max(...core.articles.quotes.slice(0, 1000)));

/** Until the view is there, and painted. */
const opened = (hash) => async (page) => {
  await page.goto(`${address}${hash}`);
  await page.waitForSelector(`main[data-shown="${hash}"]`);
};
const painted = (page) => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
const whole = (page) => page.waitForSelector('.results[aria-busy="false"]');
const openedWhole = async (page) => {
  await opened("#/quotes")(page);
  await whole(page);
};
const STEPS = {
  "overview, opened": [null, opened("#/")],
  "quotes, first page there": [null, opened("#/quotes")],
  "quotes, all of them loaded": [null, openedWhole],
  "a word typed, list narrowed (140 ms of rest in it)": [
    openedWhole,
    async (page) => {
      const before = await page.locator(".summary").textContent();
      await page.locator("#filter-q").fill("border");
      await page.waitForFunction((text) => document.querySelector(".summary").textContent !== text, before);
    },
  ],
  "the name quoted most, opened": [null, opened(`#/name/${core.names.ids[name]}`)],
  "the article with most quotes, opened": [null, opened(`#/article/${core.articles.keys[article]}`)],
  "first search": [
    opened("#/"),
    async (page) => {
      await page.locator("#find").fill(core.names.names[name].slice(0, -1));
      await page.locator(`main .plain a[href="#/name/${core.names.ids[name]}"]`).waitFor();
    },
  ],
};

const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });
console.log(`${core.quotes} quotes, ${core.articles.keys.length} articles, ${core.names.ids.length} names`);
for (const [label, [prepare, step]] of Object.entries(STEPS)) {
  const times = [];
  for (let n = 0; n < Number(values.times); n++) {
    const context = await browser.newContext();
    const page = await context.newPage();
    await prepare?.(page);
    const begun = performance.now();
    await step(page);
    await painted(page);
    times.push(performance.now() - begun);
    await context.close();
  }
  times.sort((a, b) => a - b);
  const ms = (time) => String(Math.round(time)).padStart(5);
  console.log(`${label.padEnd(52)} median ${ms(times[Math.floor(times.length / 2)])} ms, worst ${ms(times.at(-1))} ms`);
}
await browser.close();
