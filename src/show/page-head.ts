import { createHash } from "node:crypto";
import { constant, element, type Html } from "./html.js";

/** CSS and script of a self-contained page, written in this code base. */
export interface PageCode {
  readonly style: string;
  readonly script?: string;
}

/**
 * The head of a self-contained page. Its policy forbids every style and script but the page's own, told by their digests,
 * and every connection, frame and form.
 */
export const pageHead = (title: string, code: PageCode): Html =>
  element(
    "head",
    {},
    element("meta", { charset: "utf-8" }),
    element("meta", { "http-equiv": "Content-Security-Policy", content: policyOf(code) }),
    element("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
    element("meta", { name: "referrer", content: "no-referrer" }),
    element("title", {}, title),
    element("style", {}, constant(code.style)),
  );

const policyOf = ({ style, script }: PageCode): string =>
  [
    "default-src 'none'",
    `style-src ${digestOf(style)}`,
    ...(script === undefined ? [] : [`script-src ${digestOf(script)}`]),
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");

const digestOf = (content: string): string =>
  `'sha256-${createHash("sha256").update(content, "utf8").digest("base64")}'`;
