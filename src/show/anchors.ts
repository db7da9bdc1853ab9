import type { KnowledgeFile } from "../model/knowledge-file.js";

/**
 * Anchors of the page. Made of positions in the file's lists, not of its ids, which may hold anything:
 * `in-…` stands in the text, the bare one in a list.
 */
export function anchorsOf(file: KnowledgeFile): (id: string) => string {
  const anchors = new Map<string, string>();
  for (const list of ["entities", "mentions", "times", "quotes", "claims"] as const) {
    for (const [index, { id }] of file[list].entries()) anchors.set(id, `${list}-${index + 1}`);
  }
  return (id) => anchors.get(id) ?? "none";
}

/** The number an anchor ends in, as it is shown: 'quotes-3' -> '3'. */
export const numberOf = (anchor: string): string => anchor.replace(/\D/g, "");
