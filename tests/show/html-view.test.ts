import { createHash } from "node:crypto";
import fc from "fast-check";
import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import { htmlView } from "../../src/show/html-view.js";
import { at, sample, withStrings } from "./sample.js";

const HOSTILE = `</script></style></title><img src=x onerror="alert(1)"><script>alert(2)</script>'"&\u2028\u2029]]>-->`;

const parsed = (page: string) => parseHTML(page).document;

/** The article's text as the page shows it: what is not there is the labels of blocks and the numbers of quotes. */
function shownText(page: string): string {
  const article = parsed(page).querySelector("article");
  for (const label of article?.querySelectorAll(".kind, .no") ?? []) label.remove();
  return [...(article?.querySelectorAll("p") ?? [])].map((p) => p.textContent).join("\n");
}

describe("htmlView", () => {
  it("shows the article's own text, whole", () => {
    const { text } = sample().article;
    expect(shownText(htmlView(sample()))).toBe(text?.trimEnd().replace(/\n+/g, "\n"));
  });

  it("links names to their entity and back", () => {
    const page = parsed(htmlView(sample()));
    const name = page.querySelector("#in-mentions-1");
    expect([name?.tagName, name?.textContent, name?.getAttribute("href")]).toEqual(["A", "Rosa Diaz", "#entities-1"]);
    const entity = page.querySelector("#entities-1");
    expect(entity?.textContent).toContain("Rosa Diaz, Mayor");
    expect([...(entity?.querySelectorAll("a") ?? [])].map((a) => a.getAttribute("href"))).toEqual([
      "#in-mentions-1",
      "#in-mentions-3",
    ]);
    expect(page.querySelector("#times-1 .value")?.textContent).toContain("2025-02-07, from published 2025-02-10");
    expect(page.querySelector("#quotes-2")?.textContent).toContain("“she” (pronoun)");
    expect(page.querySelector("#quotes-2")?.textContent).toContain("direct, belief, via 1");
  });

  it("leads every link to an anchor that is there, once, and nests no links", () => {
    const page = parsed(htmlView(sample(), { claims: true }));
    const ids = [...page.querySelectorAll("[id]")].map((e) => e.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const link of page.querySelectorAll("a")) {
      expect(ids).toContain(link.getAttribute("href")?.slice(1));
      expect(link.querySelector("a")).toBeNull();
    }
  });

  it("tells kinds apart without colour: by class, by letter, by title", () => {
    const page = parsed(htmlView(sample()));
    const letters = [...page.querySelectorAll("article .letter")].map((e) => e.getAttribute("data-letter"));
    expect(letters).toEqual(["P", "T", "O", "p"]);
    expect(page.querySelector("#in-mentions-2")?.getAttribute("title")).toBe("organization: Port Holm Ltd");
  });

  it("allows no script or style but its own two, by digest, and nothing from elsewhere", () => {
    const html = htmlView(sample());
    const page = parsed(html);
    const policy = page.querySelector("meta[http-equiv]")?.getAttribute("content") ?? "";
    const digest = (tag: string) => {
      const [, content = ""] = new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`).exec(html) ?? [];
      return `'sha256-${createHash("sha256").update(content).digest("base64")}'`;
    };
    expect(policy.split("; ")).toEqual([
      "default-src 'none'",
      `style-src ${digest("style")}`,
      `script-src ${digest("script")}`,
      "base-uri 'none'",
      "form-action 'none'",
    ]);
    expect(html).not.toMatch(/\b(src|style|on\w+)=|url\(|@import|https?:/);
  });

  it("lets nothing in an article run", () => {
    const file = sample();
    const text = `${HOSTILE}\n${file.article.text}`;
    const hostile = withStrings(file, (value) => value + HOSTILE);
    const moved = JSON.parse(JSON.stringify(hostile), (key, value) =>
      key === "start" || key === "end" ? value + HOSTILE.length + 1 : value,
    );
    moved.article.text = text;
    moved.article.blocks = [{ kind: "body", start: 0, end: text.length }];
    const html = htmlView(moved);
    expect(html.match(/<script/g)).toHaveLength(1);
    expect(html.match(/<\/script/g)).toHaveLength(1);
    expect(html.match(/<style/g)).toHaveLength(1);
    expect(html).not.toContain("<img");
    const page = parsed(html);
    expect(page.querySelectorAll("img, iframe, object, embed, link, base, form").length).toBe(0);
    expect(shownText(html)).toContain(HOSTILE);
    expect(
      [...page.querySelectorAll("*")].flatMap((e) => e.getAttributeNames()).filter((n) => n.startsWith("on")),
    ).toEqual([]);
  });

  it("escapes any text", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: "binary" }), (text) => {
        const file = sample();
        file.article.title = text;
        file.entities[0]!.name = text;
        const html = htmlView(file);
        expect(html.match(/<script/g)).toHaveLength(1);
        expect(html.match(/<[a-z]/g)?.length).toBe(
          htmlView({ ...file, entities: file.entities }).match(/<[a-z]/g)?.length,
        );
      }),
      { numRuns: 50 },
    );
  });

  it("shows lists when the file has no text", () => {
    const file = sample();
    delete file.article.text;
    const page = parsed(htmlView(file));
    expect(page.querySelector("article")?.textContent).toContain("written without its text");
    expect(page.querySelector("#quotes-1")?.textContent).toContain("the harbour will close");
    for (const link of page.querySelectorAll("a")) {
      expect(page.querySelector(link.getAttribute("href") ?? "")).not.toBeNull();
    }
  });

  it("marks crossing spans without losing text", () => {
    const file = sample();
    file.claims[0] = { ...file.claims[0]!, ...at("Mayor Rosa"), subject: null, predicate: null };
    expect(shownText(htmlView(file))).toContain("Mayor Rosa Diaz said on Friday");
  });
});
