/**
 * Draws the pictures in docs from what this build makes of seeds and fixtures, in headless Chromium: `npm run docs:pictures`.
 * The pages are those of show --html, diff --html, evaluate --output and explore, at the sizes that the documents have room for.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const CHROMIUM = process.env.CHROMIUM ?? "/usr/bin/chromium";
const SITE = { width: 1280, height: 860 };
const PHONE = { width: 400, height: 900 };
const GAP = 28; // pixels between phones
/** The fixture that pictures show: nested reports, places of two countries. */
const ARTICLE = "relayed-reports";

const folder = mkdtempSync(join(tmpdir(), "copydesk-pictures-"));
const browser = await chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox"] });
try {
  await pages();
  await site();
} finally {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}

/** The pages of one file each. */
async function pages() {
  writeFileSync(join(folder, "show.html"), copydesk("show", "seeds/01-lighthouse-keeper.txt", "--html"));
  copydesk("extract", "seeds", "-o", join(folder, "rules-only"), "-p", "rules-only", "-q");
  copydesk("extract", "seeds", "-o", join(folder, "news"), "-q");
  copydesk("diff", join(folder, "rules-only"), join(folder, "news"), "--html", join(folder, "diff.html"));
  copydesk("evaluate", "--gold", "fixtures/gold", "-o", join(folder, "report"), "-q");
  await draw("show", { width: 1240, height: 800 }, "show.html");
  await draw("diff", { width: 1200, height: 1000 }, "diff.html");
  await draw("evaluate", { width: 1380, height: 860 }, "report/errors.html", async (page) => {
    await page.getByLabel("kind").selectOption("attribution");
    await page.getByLabel("class").selectOption("wrong source");
  });
}

/** The site over seeds and fixtures. */
async function site() {
  const articles = join(ROOT, "fixtures", "articles");
  const lines = readdirSync(articles).map((id) => {
    const record = join(articles, id, "record.json");
    const more = existsSync(record) ? JSON.parse(readFileSync(record, "utf8")) : {};
    return JSON.stringify({ id, text: readFileSync(join(articles, id, "article.txt"), "utf8"), ...more });
  });
  writeFileSync(join(folder, "fixtures.ndjson"), lines.join("\n"));
  copydesk("extract", "seeds", join(folder, "fixtures.ndjson"), "-o", join(folder, "all"), "-q");
  copydesk(
    "corpus",
    "refresh",
    join(folder, "all"),
    "-o",
    join(folder, "corpus"),
    "--site",
    join(folder, "site"),
    "-q",
  );
  const article = `#/article/${createHash("sha256").update(ARTICLE).digest("hex").slice(0, 16)}`;
  await draw("explore-overview", SITE, "site/index.html#/");
  await draw("explore-quotes", SITE, "site/index.html#/quotes");
  await draw("explore-places", SITE, "site/index.html#/places");
  await draw("explore-article-dark", SITE, `site/index.html${article}`, (page) =>
    page.emulateMedia({ colorScheme: "dark" }),
  );
  const phones = [];
  for (const at of ["#/", "#/quotes", article]) phones.push(await shot(PHONE, `site/index.html${at}`));
  const images = phones.map((png) => `<img src="data:image/png;base64,${png.toString("base64")}">`).join("");
  const style = `margin: 0; display: flex; gap: ${GAP}px; background: #888`;
  writeFileSync(join(folder, "phones.html"), `<body style="${style}">${images}`);
  await draw("explore-phone", { width: 3 * PHONE.width + 2 * GAP, height: PHONE.height }, "phones.html");
}

/** Writes docs/NAME.png: a page at a size, once `prepare` has put it in the state that is wanted. */
async function draw(name, viewport, path, prepare) {
  writeFileSync(join(ROOT, "docs", `${name}.png`), await shot(viewport, path, prepare));
  process.stdout.write(`docs/${name}.png\n`);
}

async function shot(viewport, path, prepare) {
  const page = await browser.newPage({ viewport });
  const [file, hash = ""] = path.split(/(?=#)/);
  await page.goto(`${pathToFileURL(join(folder, file)).href}${hash}`);
  if (hash !== "") await page.waitForSelector(`main[data-shown="${hash}"]`);
  await prepare?.(page);
  await page.waitForTimeout(500); // plots are drawn, and colours have changed
  const png = await page.screenshot();
  await page.close();
  return png;
}

/** What the command prints. Throws when it fails, but for diff, which has changes to show. */
function copydesk(...args) {
  const bin = join(ROOT, "dist", "src", "cli", "bin.js");
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], {
    cwd: ROOT,
    encoding: "utf8",
    maxBuffer: 1e9,
  });
  if (status !== 0 && args[0] !== "diff") throw new Error(`copydesk ${args.join(" ")}: ${stderr}`);
  return stdout;
}
