import { showable } from "./ansi.js";

/** Markup that is safe to put into a page. Only {@link element} and {@link constant} make it. */
export interface Html {
  readonly markup: string;
}

/** What goes into an element: markup as it is, any string escaped. */
export type Child = Html | string;

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** A text as HTML shows it, in an element or in a quoted attribute: nothing in it is markup, controls are written out. */
const escapeHtml = (text: string): string => showable(text).replace(/[&<>"']/g, (c) => ENTITIES[c]!);

/** Markup written in this code base. Never call it with anything that comes from an article. */
export const constant = (markup: string): Html => ({ markup });

/** Elements without an end tag. */
const VOID = new Set(["meta", "input", "br"]);

/** One element; strings among the children, and all attributes, are escaped. An attribute that is undefined is left out. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | undefined>> = {},
  ...children: readonly Child[]
): Html {
  const given = Object.entries(attributes)
    .filter((entry): entry is [string, string] => entry[1] !== undefined)
    .map(([key, value]) => ` ${key}="${escapeHtml(value)}"`)
    .join("");
  const start = `<${name}${given}>`;
  return { markup: VOID.has(name) ? start : `${start}${together(children).markup}</${name}>` };
}

/** Children side by side. */
export const together = (children: readonly Child[]): Html => ({
  markup: children.map((child) => (typeof child === "string" ? escapeHtml(child) : child.markup)).join(""),
});
