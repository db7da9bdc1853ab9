import type { KnowledgeFile } from "../model/knowledge-file.js";
import type { EntityItem } from "./identifiers.js";

const PLACE_TYPES = {
  country: "Country",
  territory: "AdministrativeArea",
  region: "Place",
  division: "AdministrativeArea",
  city: "City",
} as const;

const TYPES = { person: "Person", organization: "Organization", place: "Place", other: "Thing" } as const;

/** The schema.org type of an entity: a linked place says what kind it is. */
export const schemaType = ({ type, location }: EntityItem): string =>
  type === "place" && location !== undefined ? PLACE_TYPES[location.kind] : TYPES[type];

/** Joins the parts of a text that stands in several pieces. */
export const JOINT = " … ";

/** What was said, its parts joined. */
export const contentText = ({ content }: { readonly content: readonly { readonly text: string }[] }): string =>
  content.map(({ text }) => text).join(JOINT);

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
