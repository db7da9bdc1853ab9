import { wordList } from "../../lexicons/lexicon.js";
import type { NameMatch } from "./compare-names.js";
import { type Features, isCountry, isLargeCity, isRegion, isRole, type Shared } from "./context.js";
import { foldWords, type IdentityType, type Name } from "./names.js";

/** Why two are held to be one, and how surely, 0 to 1. */
export interface Decision {
  readonly rule: NameMatch["rule"] | "link";
  readonly score: number;
}

/** What is compared: a name's match, the context that is shared, and what each side is known by. */
export interface Comparison {
  readonly type: IdentityType;
  readonly name: Name;
  readonly match: NameMatch;
  readonly shared: Shared;
  readonly features: Features;
  readonly known: ReadonlyMap<string, number>;
}

/**
 * Shares of context (see {@link Shared}) that each way of going together asks for. Chosen on the project's own set of
 * hard cases (bench/corpus-identities.mjs) and the news genre of GUM's training part.
 */
const LEAST: Readonly<Record<Exclude<NameMatch["rule"], "same-name">, number>> = {
  "middle-name": 0.03,
  nickname: 0.08,
  initials: 0.1,
  spelling: 0.08,
  surname: 0.16,
  acronym: 0.08,
  "short-name": 0.2,
};
/** A single name, 'Smith', is anybody's: it takes a context of its own to be the same one's. */
const LEAST_SINGLE = 0.12;
/** Below this share, what contradicts counts. */
const CLOSE = 0.1;
/** Below this share of context, a body named by common words alone ('Supreme Court') is not known to be the same. */
const LEAST_GENERIC = 0.2;

const LEAST_UNPLACED = 0.05; // for a body of which no region is known on one side

/** Whether two are one, by name and context; null when they are not known to be. */
export function decide(comparison: Comparison): Decision | null {
  const { match, shared } = comparison;
  const { share } = shared;
  if (match.rule !== "same-name") {
    if (share < LEAST[match.rule] || contradicts(comparison)) return null;
    return { rule: match.rule, score: scored(match, share) };
  }
  if (contradicts(comparison)) return null;
  if (comparison.type === "person" && comparison.name.words.length === 1 && share < LEAST_SINGLE) return null;
  if (comparison.type === "organization" && share < LEAST_GENERIC && isUnknownBody(comparison)) return null;
  return { rule: "same-name", score: scored(match, share) };
}

/** Name and context together: context fills half of what the name leaves open. */
const scored = (match: NameMatch, share: number): number =>
  Math.round(100 * (match.score * 0.9 + (1 - match.score * 0.9) * Math.min(1, 2 * share))) / 100;

/** A body named by common words alone that no region tells from its likes; one of a town needs more than a region. */
function isUnknownBody(comparison: Comparison): boolean {
  const { name, shared } = comparison;
  if (!isGeneric(name)) return false;
  if (name.words.some((word) => wordList("local-body-words").has(word))) return true;
  if (shared.features.some(isRegion)) return false;
  return regionsDiffer(comparison) || shared.share < LEAST_UNPLACED;
}

/** Roles or regions that have nothing in common, where nothing else is shared either. */
function contradicts(comparison: Comparison): boolean {
  const { type, shared } = comparison;
  if (shared.share >= CLOSE) return false;
  if (type === "person") return rolesDiffer(comparison);
  return type === "place" && !isRegion(`l:${comparison.name.folded}`) && isElsewhere(comparison);
}

/**
 * True for a place whose article names other regions. A large city is taken for itself wherever it is named, but in local
 * news, which names its state and no country: 'Paris' beside 'Texas'.
 */
function isElsewhere(comparison: Comparison): boolean {
  if (!regionsDiffer(comparison)) return false;
  if (!isLargeCity(comparison.name)) return true;
  const regions = comparison.features.filter(isRegion);
  return regions.every((region) => !isCountry(region));
}

function rolesDiffer({ features, known, shared }: Comparison): boolean {
  if (shared.features.some(isRole)) return false;
  return features.some(isRole) && some(known, isRole);
}

function regionsDiffer({ features, known, shared }: Comparison): boolean {
  if (shared.features.some(isRegion)) return false;
  return features.some(isRegion) && some(known, isRegion);
}

function some(known: ReadonlyMap<string, number>, test: (feature: string) => boolean): boolean {
  for (const feature of known.keys()) if (test(feature)) return true;
  return false;
}

let common: ReadonlySet<string> | undefined;

/** True for a body that many countries and towns have: 'Supreme Court', 'City Council', 'Ministry of Finance'. */
function isGeneric(name: Name): boolean {
  common ??= new Set(
    ["org-nouns", "english-function-words", "generic-body-words"].flatMap((list) =>
      [...wordList(list)].flatMap((word) => foldWords(word)),
    ),
  );
  return name.words.every((word) => common!.has(word));
}
