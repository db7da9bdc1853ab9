import type { KnownPlace } from "../../lexicons/known-place.js";
import type { Container } from "./containers.js";
import type { PlaceName } from "./evidence.js";
import type { Votes } from "./votes.js";

/** How likely a place is meant before any context, in powers of ten of its people or as if it had so many. */
const PRIOR = { country: 8, territory: 7, region: 7.8 } as const;
/** Rivers, islands, mountains, sites: only well-known ones are in the gazetteers. */
const FEATURE_PRIOR = 6;
/** A state of the United States, in news in English. */
const STATE_PRIOR = 7.2;
/** Provinces are named less than cities of as many people. */
const DIVISION_PENALTY = 0.5;
/** Nor are districts named without their 'County'. */
const DISTRICT_PENALTY = 1;
const CAPITAL_BONUS = 0.8;
/** Taken for a place whose people are not known. */
const FEWEST = 500;
const OTHER_NAME_PENALTY = 1;
const RANK_PENALTY = 1;
/** The one that editors mean by the bare name, unless all other places of the article lie elsewhere. */
const PREFERRED_BONUS = 2.5;
const DOUBT = 0.6;
/** The text says where it lies, or what it is. */
const CONTAINER_BONUS = 6;
const CONTAINER_PENALTY = 3;
const KIND_BONUS = 2.5;
/** All other places of the article lie in the same country; in the same division. */
const COUNTRY_BONUS = 2.4;
const DIVISION_BONUS = 1.6;
/** Least score of a place that is linked, and least lead over the next one. Chosen on GUM's train and dev. */
const LEAST_SCORE = 5.3;
const LEAST_LEAD = 0.9;
/** Least score of the only place of its name. */
const LEAST_ALONE = 4.8;
/** Sharpness of the scores that are given out. */
const SHARPNESS = 1.5;

/** A candidate and how well it fits: `score` is its share among all candidates, not calibrated. */
export interface Scored {
  readonly place: KnownPlace;
  readonly fit: number;
  readonly score: number;
}

/** The place that was chosen for a name, and what decided. */
export interface Choice {
  /** All candidates, the best first. */
  readonly ranked: readonly Scored[];
  /** What decided for the first one; absent when it stays open. */
  readonly by?: string;
}

/** Orders the candidates of a name and says whether the first is sure enough to be linked. */
export function choosePlace(name: PlaceName, votes: Votes, preferredId: string | undefined): Choice {
  const fits = name.candidates
    .map((place) => ({ place, fit: fitOf(place, name, votes, preferredId) }))
    .sort((a, b) => b.fit - a.fit);
  const total = fits.reduce((sum, { fit }) => sum + weight(fit), 0);
  const ranked = fits.map(({ place, fit }) => ({ place, fit, score: round(weight(fit) / total) }));
  const [best, next] = ranked;
  if (!best || best.fit < (next ? LEAST_SCORE : LEAST_ALONE)) return { ranked };
  if (next && best.fit - next.fit < LEAST_LEAD) return { ranked };
  return { ranked, by: reason(best.place, name, preferredId) };
}

function fitOf(place: KnownPlace, name: PlaceName, votes: Votes, preferredId: string | undefined): number {
  const containers = holding(name);
  let fit = prior(place);
  if (place.ids.some(({ id }) => id === preferredId)) {
    const { country } = place;
    const elsewhere = country ? votes.anyShare(name.entity) - votes.countryShare(country, name.entity) : 0;
    fit += PREFERRED_BONUS * (1 - DOUBT * elsewhere);
  }
  if (name.kinds.has(place.kind) || (name.kinds.has("country") && place.kind === "territory")) fit += KIND_BONUS;
  if (containers.length > 0) {
    fit += containers.some((container) => liesIn(place, container)) ? CONTAINER_BONUS : -CONTAINER_PENALTY;
  }
  if (place.country) fit += COUNTRY_BONUS * votes.countryShare(place.country, name.entity);
  if (place.division) fit += DIVISION_BONUS * votes.divisionShare(place.division, name.entity);
  return fit;
}

function prior(place: KnownPlace): number {
  return knownness(place) - (place.isOtherName ? OTHER_NAME_PENALTY : 0) - RANK_PENALTY * place.rank;
}

function knownness(place: KnownPlace): number {
  const { kind } = place;
  if (kind === "country" || kind === "territory" || kind === "region") return PRIOR[kind];
  if (kind === "division" && place.country === "US") return STATE_PRIOR;
  const people = Math.log10(Math.max(place.population, FEWEST));
  if (kind === "city") return people + (place.isCapital ? CAPITAL_BONUS : 0);
  if (kind === "district") return people - DISTRICT_PENALTY;
  return kind === "division" ? people - DIVISION_PENALTY : FEATURE_PRIOR;
}

/**
 * What is named beside it and holds at least one candidate: in 'Iran, Sudan and Chad' nothing does. A country lies in none:
 * 'Canada, Mexico and China' is no town of Mexico.
 */
function holding({ containers, candidates }: PlaceName): readonly Container[] {
  const isCountry = candidates.some(({ kind }) => kind === "country");
  return containers.filter(
    (container) =>
      (!isCountry || container.division !== undefined) && candidates.some((place) => liesIn(place, container)),
  );
}

/** True when a place lies in what the text names beside it; a place does not lie in itself. */
const liesIn = (place: KnownPlace, { country, division }: Container): boolean =>
  division !== undefined
    ? (place.kind === "city" || place.kind === "district") && place.division === division
    : place.country === country && place.kind !== "country";

const weight = (fit: number): number => Math.exp(SHARPNESS * (fit - 8));
const round = (share: number): number => Math.round(share * 100) / 100;

/** What decided for a place: the first of these without which another would have come first. */
function reason(place: KnownPlace, name: PlaceName, preferredId: string | undefined): string {
  if (name.containers.some((container) => liesIn(place, container))) return "links/container";
  if (name.candidates.length === 1) return "links/only-one";
  if (name.kinds.has(place.kind)) return "links/kind";
  if (name.candidates.every((other) => other === place || prior(other) < prior(place))) return "links/best-known";
  return place.ids.some(({ id }) => id === preferredId) ? "links/preferred" : "links/other-places";
}
