import type { Recognition } from "../../model/recognition.js";

/** True when the tree forbids that the mention at `token` takes up the one at `other`: 'her' and 'mother' in 'her mother', 'Reed' and 'him' in 'Reed told him', 'A' and 'B' in 'A and B'. */
export function isBound(
  { heads, relations }: Pick<Recognition, "heads" | "relations">,
  token: number,
  other: number,
): boolean {
  const own = relations[token]!;
  const its = relations[other]!;
  if (heads[token] === other) return /^(nmod|compound|amod|conj|nummod)/.test(own);
  if (heads[other] === token) return /^(nmod|compound|amod|conj|nummod)/.test(its);
  if (heads[token] !== heads[other]) return false;
  return /^nsubj/.test(its) && /^(obj|iobj)/.test(own);
}
