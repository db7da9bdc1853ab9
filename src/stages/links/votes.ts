import type { KnownPlace } from "../../lexicons/known-place.js";
import type { FocusCountry } from "../../model/linking.js";

/** A country, and perhaps a division of it, that something in the article speaks for. */
export interface Vote {
  /** The entity that speaks; its own place is not chosen by it. */
  readonly entity: number;
  readonly country: string;
  readonly division?: string;
  readonly weight: number;
}

/** Shares of the votes of all entities but one; 0 when there are none. */
export interface Votes {
  /** 1 when enough has been said to tell, less for a lone vote, 0 for none. */
  readonly anyShare: (except: number) => number;
  readonly countryShare: (country: string, except: number) => number;
  readonly divisionShare: (division: string, except: number) => number;
  readonly focus: readonly FocusCountry[];
}

/** Least share of a country that an article is said to be about. */
const LEAST_FOCUS = 0.2;
/** Votes that are needed before their share counts in full: one lone vote decides little. */
const FULL_WEIGHT = 2;
/** An entity named ten times does not outvote five others. */
const MOST_WEIGHT = 3;

/** The vote of a place that is sure by itself. */
export const voteOf = (entity: number, { country, division }: KnownPlace, count: number): readonly Vote[] =>
  country ? [{ entity, country, ...(division && { division }), weight: Math.min(count, MOST_WEIGHT) }] : [];

/** Counts votes. */
export function votesOf(cast: readonly Vote[]): Votes {
  const share = (fits: (vote: Vote) => boolean, except: number): number => {
    const others = cast.filter(({ entity }) => entity !== except);
    const total = others.reduce((sum, { weight }) => sum + weight, 0);
    const own = others.filter(fits).reduce((sum, { weight }) => sum + weight, 0);
    return total === 0 ? 0 : own / Math.max(total, FULL_WEIGHT);
  };
  const all = cast.reduce((sum, { weight }) => sum + weight, 0);
  const byCountry = new Map<string, number>();
  for (const { country, weight } of cast) byCountry.set(country, (byCountry.get(country) ?? 0) + weight);
  return {
    anyShare: (except) => share(() => true, except),
    countryShare: (wanted, except) => share(({ country }) => country === wanted, except),
    divisionShare: (wanted, except) => share(({ division }) => division === wanted, except),
    focus: [...byCountry]
      .map(([country, weight]) => ({ country, share: Math.round((weight / all) * 100) / 100 }))
      .filter((focus) => focus.share >= LEAST_FOCUS)
      .sort((a, b) => b.share - a.share || (a.country < b.country ? -1 : 1)),
  };
}
