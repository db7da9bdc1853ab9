import type { Mark, MarkKind } from "./marks.js";

const LETTERS: Readonly<Partial<Record<MarkKind, string>>> = {
  person: "P",
  organization: "O",
  place: "L",
  other: "X",
  time: "T",
};

/**
 * A mark's letter, for readers who cannot tell colours or the lines under them; small where it is no name: 'p' at 'she'.
 * Undefined for quotations, sources, cues and claims.
 */
export function letterOf({ kind, form }: Pick<Mark, "kind" | "form">): string | undefined {
  const letter = LETTERS[kind];
  return form === undefined || form === "name" ? letter : letter?.toLowerCase();
}
