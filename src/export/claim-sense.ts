import type { KnowledgeFile } from "../model/knowledge-file.js";

type Claim = KnowledgeFile["claims"][number];

/** The quotes that a claim came through, with what each presents it as. */
const quotesOf = ({ assertedBy, chain }: Claim, { quotes }: KnowledgeFile) =>
  quotes.filter(({ id }) => id === assertedBy || chain?.includes(id));

/**
 * Words that say how a claim is meant: polarity, modality, stance, and what the quotes it came through present it as. 'Lee
 * denied a deal' claims no deal: whoever takes the text alone takes the opposite.
 */
export const senseOf = (claim: Claim, file: KnowledgeFile): readonly string[] => [
  ...new Set(
    [claim.polarity, claim.modality, claim.stance, ...quotesOf(claim, file).map((quote) => quote.presentedAs)].filter(
      (word) => word !== undefined,
    ),
  ),
];

/** Senses in which a claim is put forward as so. */
const AS_SO: ReadonlySet<string> = new Set(["affirmed", "asserted", "stated", "said", "known", "admitted"]);

/** True for a claim that is affirmed and asserted by all that stand behind it. */
export const isPutAsSo = (claim: Claim, file: KnowledgeFile): boolean =>
  senseOf(claim, file).every((word) => AS_SO.has(word));
