import type { LinkLexicons } from "../../lexicons/link-lexicons.js";
import type { Entity } from "../../model/entity.js";
import type { FocusCountry } from "../../model/linking.js";
import { nameKey } from "../../text/name-key.js";
import { type Choice, choosePlace } from "./choose-place.js";
import { containersOf, kindOf } from "./containers.js";
import { namesOf, type PlaceName } from "./evidence.js";
import { candidatesOf, withoutTwins } from "./place-candidates.js";
import { type InnerPlace, placesInNames } from "./places-in-names.js";
import { type Vote, voteOf, votesOf } from "./votes.js";

/** What the entities of an article that may be places come to. */
export interface LinkedPlaces {
  /** By index of the entity. */
  readonly choices: ReadonlyMap<number, Choice>;
  /** Places inside the names of entities that are no known place themselves, by index of the entity; only where there are any. */
  readonly inner: ReadonlyMap<number, readonly InnerPlace[]>;
  readonly focus: readonly FocusCountry[];
}

/**
 * Chooses the known place behind each name of a place: first those that the names alone or the words beside them make
 * sure, and the peoples named; then the rest, by what those say of the article's countries; then all once more by these.
 */
export function linkPlaces(entities: readonly Entity[], text: string, lexicons: LinkLexicons): LinkedPlaces {
  const names = entities.flatMap((entity, index) => placeName(entity, index, text, lexicons) ?? []);
  const peoples = entities.flatMap((entity, index) => peopleVotes(entity, index, text, lexicons));
  const choose = (votes: readonly Vote[]) => {
    const counted = votesOf(votes);
    return names.map((name) => ({
      name,
      choice: choosePlace(name, counted, lexicons.preferred.get(nameKey(name.name))),
    }));
  };
  const votes = (chosen: ReturnType<typeof choose>) => [
    ...peoples,
    ...chosen.flatMap(({ name, choice }) =>
      choice.by === undefined || choice.by === "links/preferred"
        ? []
        : voteOf(name.entity, choice.ranked[0]!.place, name.count),
    ),
  ];
  const sure = choose(peoples);
  const likely = choose(votes(sure));
  const chosen = choose(votes(likely));
  const isTeam = teamTest(entities, text, lexicons);
  const isPlace = ({ name }: (typeof chosen)[number]) => !isTeam(name);
  const choices = new Map(chosen.filter(isPlace).map(({ name, choice }) => [name.entity, choice]));
  const teams = chosen.filter((one) => !isPlace(one)).flatMap(teamPlace);
  const counted = votesOf(votes(chosen));
  const named = new Map(
    chosen
      .filter(({ name, choice }) => entities[name.entity]!.type === "place" && choice.by !== undefined)
      .map(({ name, choice }) => [nameKey(name.name), choice]),
  );
  const inner = entities.flatMap((entity, index) => {
    if (choices.get(index)?.by !== undefined) return [];
    const places = placesInNames(entity, index, text, counted, named, lexicons);
    return places.length > 0 ? [[index, places] as const] : [];
  });
  return { choices, inner: new Map([...inner, ...teams]), focus: counted.focus };
}

/** Different words of games from which an article is a report of one. */
const SPORTS = 4;

/** What stands before a country where it is the land: 'in Belgium', 'fans from Peru'. */
const LAND = /\b(?:in|from|to|into|across|near|through|via|within|outside|around|of)\s+(?:the\s+)?$/iu;
const REACH = 14;

/**
 * Tells what is a country's team in a report of a game: an organization named like it, and a country that no mention
 * speaks of as a land.
 */
function teamTest(entities: readonly Entity[], text: string, { sports }: LinkLexicons): (name: PlaceName) => boolean {
  const found = new Set<string>();
  for (const [word] of text.matchAll(/[\p{L}-]+/gu)) if (sports.has(word)) found.add(word);
  if (found.size < SPORTS) return () => false;
  return ({ entity: index, candidates }) => {
    const entity = entities[index]!;
    if (entity.type === "organization") return true;
    if (!candidates.some(({ kind }) => kind === "country" || kind === "territory")) return false;
    return !namesOf(entity, text).some(({ mention }) =>
      LAND.test(text.slice(Math.max(0, mention.start - REACH), mention.start)),
    );
  };
}

/** The country in a team's name, which is the whole of it. */
function teamPlace({ name, choice }: { readonly name: PlaceName; readonly choice: Choice }) {
  const { by } = choice;
  return by === undefined ? [] : [[name.entity, [{ text: name.name, choice: { ...choice, by } }]] as const];
}

/** An organization may be a country by its team or its government, never a city: 'Sweden won', 'Paris' the company. */
function placeName(entity: Entity, index: number, text: string, lexicons: LinkLexicons): PlaceName | undefined {
  if (entity.type !== "place" && entity.type !== "organization") return undefined;
  const named = namesOf(entity, text);
  const candidates = candidatesOf(entity, text, lexicons).filter(
    ({ kind }) => entity.type === "place" || kind === "country" || kind === "territory",
  );
  if (candidates.length === 0) return undefined;
  const kinds = named.flatMap(({ mention }) => kindOf(mention, text) ?? []);
  return {
    entity: index,
    name: entity.name,
    count: entity.mentions.length,
    candidates: withoutTwins(candidates, kinds),
    containers: named.flatMap(({ mention }) => containersOf(mention, text, lexicons)),
    kinds: new Set(kinds),
  };
}

/** 'Iranian', 'Texans': a vote for the country of a people. */
function peopleVotes(
  entity: Entity,
  index: number,
  text: string,
  { gazetteer, demonyms }: LinkLexicons,
): readonly Vote[] {
  if (entity.type !== "other") return [];
  for (const { name } of namesOf(entity, text)) {
    const home = demonyms.get(name) ?? demonyms.get(name.replace(/s$/, ""));
    const place = home ? gazetteer.places(home).find(({ country }) => country) : undefined;
    if (place) return voteOf(index, place, entity.mentions.length);
  }
  return [];
}
