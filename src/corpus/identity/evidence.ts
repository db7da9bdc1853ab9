import type { NamedEntity, Shared } from "./context.js";
import { type Identity, ranked } from "./identity.js";
import type { Name } from "./names.js";

/** Shared features that evidence names. */
const MOST_SHARED = 4;

/** What two have in common, as a line: 'names: John Smith = J. Smith; shared: minister, norland'. */
export function evidenceOf(name: Name, other: Name, link: string | undefined, { features }: Shared): string {
  const shared = features.slice(0, MOST_SHARED).map((feature) => feature.slice("p:".length));
  return [
    name.written === other.written ? `name: ${name.written}` : `names: ${name.written} = ${other.written}`,
    ...(link === undefined ? [] : [`link: ${link}`]),
    ...(shared.length === 0 ? [] : [`shared: ${shared.join(", ")}`]),
  ].join("; ");
}

/** Names of one identity that others are compared with. */
export const MOST_NAMES = 12;

/** An identity as an entity to find others for: its most frequent name first. */
export function likeEntity({ type, names, links }: Identity): Pick<NamedEntity, "type" | "name" | "aliases" | "links"> {
  const [name = "", ...aliases] = ranked(names).map(([written]) => written);
  return { type, name, aliases: aliases.slice(0, MOST_NAMES), links: [...links] };
}

/** True when both are tied to ids of one scheme and share none. */
export function linksDiffer(links: readonly string[], known: ReadonlySet<string>): boolean {
  const schemes = new Set([...known].map((link) => link.split(" ", 1)[0]));
  return links.some((link) => schemes.has(link.split(" ", 1)[0]) && !known.has(link));
}
