/** A place in the site: `#/quotes?kind=direct` is the view 'quotes' with a parameter. */
export interface Route {
  readonly view: string;
  /** What the view is of: a name's id, an article's key; empty for a list. */
  readonly id: string;
  readonly params: URLSearchParams;
}

/** Reads a route off an address's hash. Whatever it holds, it is some route. */
export function parseRoute(hash: string): Route {
  const [path = "", query = ""] = hash.replace(/^#\/?/, "").split(/\?(.*)/s);
  const [view = "", id = ""] = path.split("/");
  return { view, id: decoded(id), params: new URLSearchParams(query) };
}

/** An address within the site. Parameters that are empty are left out. */
export function to(view: string, id = "", params: Readonly<Record<string, string>> = {}): string {
  const given = Object.entries(params).filter(([, value]) => value !== "");
  const query = given.length === 0 ? "" : `?${new URLSearchParams(given)}`;
  return `#/${view}${id === "" ? "" : `/${encodeURIComponent(id)}`}${query}`;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // a stray % in an address typed by hand: no id has one
  }
}
