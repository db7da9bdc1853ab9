import type { EntityItem } from "./identifiers.js";

const PLACE_TYPES = {
  country: "Country",
  territory: "AdministrativeArea",
  region: "Place",
  division: "AdministrativeArea",
  district: "AdministrativeArea",
  city: "City",
  island: "Landform",
  water: "BodyOfWater",
  mountain: "Mountain",
  area: "Landform",
  site: "Place",
} as const;

const TYPES = { person: "Person", organization: "Organization", place: "Place", other: "Thing" } as const;

/** The schema.org type of an entity: a linked place says what kind it is. */
export const schemaType = ({ type, location }: EntityItem): string =>
  type === "place" && location !== undefined ? PLACE_TYPES[location.kind] : TYPES[type];

/** Joins the parts of a text that stands in several pieces. */
const JOINT = " … ";

/** What was said, its parts joined. */
export const contentText = ({ content }: { readonly content: readonly { readonly text: string }[] }): string =>
  content.map(({ text }) => text).join(JOINT);
