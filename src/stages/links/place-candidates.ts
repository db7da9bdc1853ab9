import type { KnownPlace, PlaceKind } from "../../lexicons/known-place.js";
import type { LinkLexicons } from "../../lexicons/link-lexicons.js";
import type { Entity } from "../../model/entity.js";
import { namesOf } from "./evidence.js";

/** 'State of Hawaii', 'City of York', 'Kingdom of Jordan', and what the words before say the place is. */
const OF =
  /^(State|Commonwealth|Republic|Kingdom|Sultanate|Emirate|Province|City|Town|Village|Municipality)\s+of\s+(?:the\s+)?(?=\p{Lu})/u;
/** 'Taipei City', 'Washington State'. */
const LAST = /\s(City|State|Province)$/u;
const KINDS: Readonly<Record<string, readonly PlaceKind[]>> = {
  State: ["division", "country", "territory"],
  Commonwealth: ["division", "country", "territory"],
  Republic: ["country"],
  Kingdom: ["country"],
  Sultanate: ["country"],
  Emirate: ["country", "division"],
  Province: ["division"],
  City: ["city"],
  Town: ["city"],
  Village: ["city"],
  Municipality: ["city", "district"],
};
/** 'OK', 'N.J.', 'Calif.', 'Cal': how a state may be shortened after its town. */
const SHORT_STATE = /^(?:[A-Z]{2}|\p{Lu}\p{Ll}{1,4}\.?|(?:\p{Lu}\.\s?){2}|\p{Lu}\.\s?\p{Lu}\p{Ll}\.?)$/u;
/** What a shortened state stands after: 'Vinita, OK', 'Sen. Ann Lee (D-Mass.)'. */
const BEFORE_SHORT = /(?:\p{L},\s+|\b[DRI][-–])$/u;
/** Long enough to be a state wherever they stand: 'Calif.', 'Mass.'. */
const LONG_SHORT = /^\p{Lu}\p{Ll}{2,}\.$/u;

/**
 * Known places of an entity's name, else of its other names: a state as it is shortened after a town ('Vinita, OK');
 * else the name as written, without 'the', without what follows a comma, without what it says it is.
 */
export function candidatesOf(entity: Entity, text: string, lexicons: LinkLexicons): readonly KnownPlace[] {
  const { gazetteer, notPlaces } = lexicons;
  const states = shortState(entity, text, lexicons);
  if (states.length > 0) return states;
  for (const name of [entity.name, ...entity.aliases]) {
    if (name === name.toLowerCase()) continue; // 'the states'
    const bare = name.replace(/^the\s+/i, "");
    if (notPlaces.has(bare)) continue;
    for (const form of new Set([name, bare, bare.split(/,\s/)[0]!])) {
      const found = gazetteer.places(form);
      if (found.length > 0) return found;
    }
    const kind = OF.exec(bare)?.[1] ?? LAST.exec(bare)?.[1];
    if (kind === undefined) continue;
    const found = gazetteer.places(bare.replace(OF, "").replace(LAST, "")).filter((place) => isOfKind(place, kind));
    if (found.length > 0) return found;
  }
  return [];
}

const isOfKind = ({ kind }: KnownPlace, said: string): boolean => KINDS[said]!.includes(kind);

function shortState(entity: Entity, text: string, { gazetteer }: LinkLexicons): readonly KnownPlace[] {
  if (!SHORT_STATE.test(entity.name)) return [];
  const stands = namesOf(entity, text).some(({ mention }) =>
    BEFORE_SHORT.test(text.slice(Math.max(0, mention.start - 4), mention.start)),
  );
  if (!stands && !LONG_SHORT.test(entity.name)) return [];
  const code = gazetteer.divisionsNamed(entity.name).find((division) => division.startsWith("US."));
  const name = code && gazetteer.divisionName(code);
  return name ? gazetteer.places(name).filter(({ kind, division }) => kind === "division" && division === code) : [];
}

/**
 * Of a city and what it is the whole or the seat of, one is meant by their name: the city of Geneva, not its canton; the
 * country of Singapore, not its city. New York is a city and a state.
 */
export function withoutTwins(all: readonly KnownPlace[], kinds: readonly PlaceKind[]): readonly KnownPlace[] {
  const isIn = (place: KnownPlace, other: KnownPlace): boolean =>
    other.kind === "city" && other.division === place.division && place.division !== undefined;
  return all.filter((place) => {
    if (kinds.includes(place.kind)) return true;
    const isWhole = (other: KnownPlace) =>
      (other.kind === "country" || other.kind === "territory") && other.country === place.country;
    if (place.kind === "division" || place.kind === "city") {
      if (all.some(isWhole)) return false;
      return place.kind === "city" || place.country === "US" || !all.some((other) => isIn(place, other));
    }
    return true;
  });
}
