import { type Candidate, type NameContext, phrase } from "./candidate.js";

/**
 * Two people's names joined by a hyphen are no third one's: 'the Reed-Okafor meeting' becomes a name of the type other
 * when the article names a Reed or an Okafor. Refuses 'Anna Reed-Okafor'.
 */
export function withoutPairs({ words }: NameContext, found: readonly Candidate[]): readonly Candidate[] {
  const known = new Set<string>();
  for (const { from, to, type } of found) {
    if (type === "person" && to - from > 1) known.add(words[from]!.text).add(words[to - 1]!.text);
  }
  return found.map((candidate) => {
    const name = phrase(words, candidate.from, candidate.to);
    const parts = name.split("-");
    const isPair = !name.includes(" ") && parts.length === 2 && parts.every((part) => known.has(part));
    return isPair ? { ...candidate, type: "other", rule: "names/pair" } : candidate;
  });
}
