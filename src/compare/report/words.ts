import type { Change, ChangeKind } from "../change.js";

/** What one fact of a kind is called. */
const ONE: Readonly<Record<ChangeKind, string>> = {
  articles: "article",
  header: "header",
  entities: "entity",
  mentions: "mention",
  quotes: "quote",
  times: "date",
  claims: "claim",
  problems: "problem",
};

/** What became of which kind of fact: 'quote lost', 'entity renamed', 'quote: speaker, cue'. */
export function headingOf({ kind, outcome, fields, withText }: Change): string {
  if (outcome !== "changed") return `${ONE[kind]} ${outcome}${withText ? " with its words" : ""}`;
  const names = fields.map(({ field }) => field);
  if (kind === "entities" && names.length === 1 && names[0] === "name") return "entity renamed";
  return kind === "header" ? "header" : `${ONE[kind]}: ${names.join(", ")}`;
}

/** A text no longer than `most` code units, cut at a space where there is one, with an ellipsis. */
export function clipped(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most);
  const space = cut.lastIndexOf(" ");
  return `${(space > most / 2 ? cut.slice(0, space) : cut).replace(/[\uD800-\uDBFF]$/, "")} …`;
}

/**
 * What two texts do not share, with a little of what they do: 'that the bridge will close on Monday' and 'the bridge will
 * close' give what stands around their common middle. Both are cut where they begin alike and where they end alike.
 */
export function unlike(
  old: string,
  now: string,
): { readonly head: string; readonly old: string; readonly now: string; readonly tail: string } {
  const a = old.split(" ");
  const b = now.split(" ");
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a.at(-1 - tail) === b.at(-1 - tail)) tail++;
  const middle = (words: readonly string[]): string => words.slice(head, words.length - tail).join(" ");
  return { head: a.slice(0, head).join(" "), old: middle(a), now: middle(b), tail: a.slice(a.length - tail).join(" ") };
}
