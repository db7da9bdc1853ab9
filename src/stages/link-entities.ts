import { defineStage } from "../core/stage.js";
import type { PlaceId } from "../lexicons/known-place.js";
import type { LinkLexicons } from "../lexicons/link-lexicons.js";
import type { Entity, Link } from "../model/entity.js";
import type { EntityLinks, Location, PlaceInName, UserName } from "../model/linking.js";
import { nameKey } from "../text/name-key.js";
import type { Choice } from "./links/choose-place.js";
import { linkOfficeholder } from "./links/link-officeholders.js";
import { linkOrganization } from "./links/link-organizations.js";
import { linkPlaces } from "./links/link-places.js";
import type { InnerPlace } from "./links/places-in-names.js";

/** Most candidates that are given out for a name that stays open. */
const MOST_CANDIDATES = 5;
/** Least score of such a candidate. */
const LEAST_SCORE = 0.02;

/**
 * Ties entities to known things outside the article: places to countries, divisions and cities, organizations to bodies
 * and companies, persons to the offices they held on the article's date. What is not sure is not linked: it keeps its
 * candidates. A link's `by` is what decided; its score orders the candidates and is not calibrated.
 */
export const linkEntities = (options: {
  readonly lexicons: LinkLexicons;
  readonly userNames?: readonly UserName[];
}) => {
  const own = new Map((options.userNames ?? []).map((user) => [nameKey(user.name), user]));
  return defineStage({
    name: "link-entities",
    reads: ["header", "entities"],
    writes: "links",
    run: ({ article, header, entities }) => {
      const { lexicons } = options;
      const { choices, inner, focus } = linkPlaces(entities, article.text, lexicons);
      return {
        entities: entities.map((entity, index): EntityLinks => {
          const user = userLinks(entity, own);
          if (user) return user;
          if (entity.type === "person") {
            return linkOfficeholder(entity, article.text, header.published, focus, lexicons);
          }
          const organization =
            entity.type === "organization" ? linkOrganization(entity, article.text, focus, lexicons) : NONE;
          const choice = choices.get(index);
          const tied = choice && organization.links.length === 0 ? linksOf(choice, lexicons) : organization;
          const places = (inner.get(index) ?? []).map((place) => placeInName(place, lexicons));
          return places.length === 0 ? tied : { ...tied, placesInName: places };
        }),
        focus,
      };
    },
  });
};

/** What the user's own gazetteer says of an entity goes before all else. */
function userLinks(entity: Entity, own: ReadonlyMap<string, UserName>): EntityLinks | undefined {
  for (const name of [entity.name, ...entity.aliases]) {
    const user = own.get(nameKey(name));
    if (!user || (user.type && user.type !== entity.type)) continue;
    const link = { scheme: user.scheme, id: user.id, score: 1, by: "links/user" };
    return { links: [link], candidates: [], ...(user.location && { location: user.location }) };
  }
  return undefined;
}

const NONE: EntityLinks = { links: [], candidates: [] };

function linksOf(choice: Choice, lexicons: LinkLexicons): EntityLinks {
  const best = choice.ranked[0];
  if (!best) return NONE;
  if (choice.by === undefined) {
    const open = choice.ranked.filter(({ score }) => score >= LEAST_SCORE).slice(0, MOST_CANDIDATES);
    return {
      links: [],
      candidates: open.flatMap(({ place, score }) => toLinks(place.ids.slice(0, 1), score, "links/open")),
    };
  }
  return {
    links: toLinks(best.place.ids, best.score, choice.by),
    candidates: [],
    location: locationOf(best.place, lexicons),
  };
}

const placeInName = ({ text, choice }: InnerPlace, lexicons: LinkLexicons): PlaceInName => {
  const { place, score } = choice.ranked[0]!;
  return { text, links: toLinks(place.ids, score, choice.by), location: locationOf(place, lexicons) };
};

const toLinks = (ids: readonly PlaceId[], score: number, by: string): readonly Link[] =>
  ids.map(({ scheme, id }) => ({ scheme, id, score, by }));

function locationOf(place: Choice["ranked"][number]["place"], { gazetteer }: LinkLexicons): Location {
  const division = place.kind === "city" && place.division ? gazetteer.divisionName(place.division) : undefined;
  return {
    name: place.name,
    kind: place.kind,
    ...(place.country && { country: place.country }),
    ...(division && { division }),
    ...(place.lat !== undefined && place.lon !== undefined && { lat: place.lat, lon: place.lon }),
  };
}
