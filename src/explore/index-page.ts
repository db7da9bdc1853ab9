import { element, type Html, together } from "../show/html.js";

/**
 * Only the site's own files run, none of what they hold: no script or style in the page, no connection, no frame, no
 * form, and text can become markup nowhere (trusted types). `file:` is for browsers in which a page opened from a file has
 * no 'self' (Firefox); from a server it allows nothing.
 */
const POLICY = [
  "default-src 'none'",
  "script-src 'self' file:",
  "style-src 'self' file:",
  "img-src data:",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types copydesk",
].join("; ");

const SECTIONS: readonly (readonly [path: string, title: string])[] = [
  ["quotes", "Quotes"],
  ["names", "Names"],
  ["places", "Places"],
  ["articles", "Articles"],
];

/** The one page of a site. `version` goes into the addresses of data files, so that caches never mix two builds' files. */
export function indexPage(options: { readonly title: string; readonly version: string }): string {
  const { title, version } = options;
  const head = element(
    "head",
    {},
    element("meta", { charset: "utf-8" }),
    element("meta", { "http-equiv": "Content-Security-Policy", content: POLICY }),
    element("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
    element("meta", { name: "referrer", content: "no-referrer" }),
    element("meta", { name: "generator", content: "copydesk explore" }),
    element("title", {}, title),
    { markup: '<link rel="icon" href="data:,"><link rel="stylesheet" href="site.css">' },
  );
  const body = element(
    "body",
    {},
    element("a", { class: "skip", href: "#content" }, "To the content"),
    element("header", { class: "bar" }, home(title), sections(), search()),
    element("main", { id: "content", tabindex: "-1" }, element("noscript", {}, "These pages need scripts.")),
    element("p", { id: "status", class: "hidden", role: "status" }),
    element("script", { src: `site.js?${version}` }),
  );
  const html = element("html", { lang: "en", "data-version": version, "data-title": title }, head, body);
  return `<!doctype html>\n${together([html]).markup}\n`;
}

const home = (title: string): Html => element("a", { class: "home", href: "#/" }, title);

const sections = (): Html =>
  element(
    "nav",
    { "aria-label": "Sections" },
    ...SECTIONS.map(([path, name]) => element("a", { href: `#/${path}` }, name)),
  );

const search = (): Html =>
  element(
    "form",
    { id: "search", role: "search" },
    element("input", {
      type: "search",
      id: "find",
      placeholder: "Search  /",
      "aria-label": "Search names, articles and quotations",
      autocomplete: "off",
      spellcheck: "false",
    }),
  );
