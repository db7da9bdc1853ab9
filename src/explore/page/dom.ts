import { showable } from "../../show/ansi.js";

/** What goes into an element: nodes as they are, any string as text. */
export type Child = Node | string | undefined;

type Value = string | number | boolean | undefined;
/** Attributes by name; false and undefined ones are left out. `on` takes listeners by the event's name. */
export type Attributes = Readonly<Record<string, Value>>;

/** An element of HTML. Strings become text, never markup, with controls and marks that turn the direction written out. */
export function h<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  fill(made, attributes, children);
  return made;
}

/** An element of SVG. */
export function svg<Name extends keyof SVGElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...children: readonly Child[]
): SVGElementTagNameMap[Name] {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name);
  fill(made, attributes, children);
  return made;
}

function fill(element: Element, attributes: Attributes, children: readonly Child[]): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false)
      element.setAttribute(name, showable(value === true ? "" : String(value)));
  }
  for (const child of children) {
    if (child !== undefined) element.append(typeof child === "string" ? showable(child) : child);
  }
}

/** The element with an id, which the page has. */
export const byId = <Found extends HTMLElement>(id: string): Found => document.getElementById(id) as Found;

/** Says something to readers who do not see the page change. */
export function announce(message: string): void {
  byId("status").textContent = message;
}
