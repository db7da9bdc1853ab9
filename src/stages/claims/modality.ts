import type { Claim } from "../../model/claim.js";
import type { Token } from "../../model/token.js";

/** The word lists that say how a claim is meant. */
export interface ModalityLexicons {
  /** `modal-words.tsv`: word -> possible, intended or conditional. */
  readonly modals: ReadonlyMap<string, readonly string[]>;
  /** `negations.txt`. */
  readonly negations: ReadonlySet<string>;
}

const lower = (token: Token): string => token.text.toLowerCase().replaceAll("’", "'");

/** Asked when the piece ends in a question mark; else by its first modal word ('may', 'will', 'would', 'plans', 'if'). */
export function modalityOf(
  piece: readonly Token[],
  predicate: readonly Token[],
  lexicons: ModalityLexicons,
): Claim["modality"] {
  if (piece.at(-1)?.text === "?") return "asked";
  if (piece[0]?.pos === "PART" && lower(piece[0]) === "to") return "intended";
  for (const token of [...piece.slice(0, 1), ...predicate]) {
    const modality = lexicons.modals.get(lower(token))?.[0] ?? lexicons.modals.get(token.lemma)?.[0];
    if (modality === "possible" || modality === "intended" || modality === "conditional") return modality;
  }
  return "asserted";
}

/** Negated by an odd number of negations in the predicate, or by a negative subject ('no one left', 'none of it'). */
export function polarityOf(
  subject: readonly Token[],
  predicate: readonly Token[],
  lexicons: ModalityLexicons,
): Claim["polarity"] {
  const count = predicate.filter((token) => lexicons.negations.has(lower(token))).length;
  const negativeSubject = subject[0] !== undefined && lexicons.negations.has(lower(subject[0]));
  return (count + Number(negativeSubject)) % 2 === 1 ? "negated" : "affirmed";
}
