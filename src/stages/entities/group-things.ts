import type { EntityType, Mention } from "../../model/mention.js";
import { isAcronymOf } from "../names/acronym.js";
import { type Cluster, newCluster } from "./cluster.js";
import { cleaned, folded, thingKey } from "./name-form.js";
import type { Scene } from "./scene.js";

interface Group {
  readonly key: string;
  readonly names: Mention[];
  readonly surfaces: Set<string>;
  readonly type: EntityType;
}

/**
 * Groups the names of organizations, places and other things: one key, one group; then an acronym with the name it
 * stands in brackets after or is made of, 'U.S. State Department' with 'State Department', 'Toyota' with 'Toyota Motor
 * Corp.', and 'the Foundation' with the one foundation named before. A demonym never joins its country.
 */
export function groupThings(scene: Scene, names: readonly Mention[]): readonly Cluster[] {
  const groups = new Map<string, Group>();
  for (const name of names) {
    const surface = cleaned(scene.text.slice(name.start, name.end));
    const key = `${name.type === "other" ? "other" : "thing"} ${thingKey(surface, name.type, scene.lexicons)}`;
    const group = groups.get(key) ?? {
      key: key.slice(key.indexOf(" ") + 1),
      names: [],
      surfaces: new Set(),
      type: name.type,
    };
    group.names.push(name);
    group.surfaces.add(surface);
    groups.set(key, group);
  }
  const list = [...groups.values()];
  const leader = new Map<Group, Group>();
  const find = (group: Group): Group => (leader.has(group) ? find(leader.get(group)!) : group);
  for (const short of list.toSorted((a, b) => a.key.length - b.key.length)) {
    const long = longFormOf(scene, short, list);
    if (long && find(long) !== short) leader.set(short, find(long));
  }
  const clusters = new Map<Group, Cluster>();
  for (const group of list) {
    const top = find(group);
    const cluster = clusters.get(top) ?? newCluster(top.type);
    clusters.set(top, cluster);
    cluster.names.push(...group.names);
    for (const surface of group.surfaces)
      for (const word of surface.split(/\s+/)) cluster.words.add(word.toLowerCase());
  }
  for (const cluster of clusters.values()) cluster.names.sort((a, b) => a.start - b.start);
  return [...clusters.values()];
}

/** The group a shorter name belongs to; none when two could claim it. */
function longFormOf(scene: Scene, short: Group, groups: readonly Group[]): Group | undefined {
  const others = groups.filter((group) => group !== short && group.key.length > short.key.length);
  const isShort = [...short.surfaces].some((surface) => /^[\p{Lu}\p{N}&.-]{2,10}$/u.test(surface));
  const bracket = isShort ? others.filter((group) => isIntroduced(scene, group, short)) : [];
  if (bracket.length > 0) return bracket[0];
  if (short.type === "other") return undefined;
  // 'The North' beside 'North Korea', when no other name begins so.
  if (/^(north|south|east|west)$/.test(short.key)) {
    const wholes = others.filter((group) => group.type === "place" && group.key.startsWith(`${short.key} `));
    return wholes.length === 1 ? wholes[0] : undefined;
  }
  const things = others.filter((group) => group.type === "organization" || group.type === short.type);
  const acronym = [...short.surfaces].find((surface) => /^(\p{Lu}\.?){3,}$/u.test(surface));
  const named = acronym ? things.filter((group) => [...group.surfaces].some((long) => isAcronymOf(acronym, long))) : [];
  if (named.length === 1) return named[0];
  if (short.type !== "organization") return undefined;
  const nested = things.filter((group) => group.type === "organization" && isPart(scene, short, group));
  return nested.length === 1 ? nested[0] : undefined;
}

/** 'National Security Council (NSC)'. */
const isIntroduced = (scene: Scene, long: Group, short: Group): boolean =>
  long.names.some((name) =>
    short.names.some(
      (other) =>
        other.start > name.end &&
        /^\s*\(["“]?(the )?$/.test(scene.text.slice(name.end, other.start)) &&
        isAcronymOf(scene.text.slice(other.start, other.end), scene.text.slice(name.start, name.end)),
    ),
  );

function isPart({ lexicons, text }: Scene, short: Group, long: Group): boolean {
  const [a, b] = [short.key.split(" "), long.key.split(" ")];
  const surface = [...short.surfaces][0]!;
  if (lexicons.places.has(surface) || lexicons.demonyms.has(surface) || lexicons.firstNames.has(surface)) return false;
  const isGeneric = a.length === 1 && lexicons.orgNouns.has(surface);
  if (isGeneric) {
    const isBefore = long.names[0]!.start < short.names[0]!.start;
    const hasThe = short.names.every((name) => /\bthe\s+$/i.test(text.slice(Math.max(0, name.start - 5), name.start)));
    return isBefore && hasThe && (b.at(-1) === a[0] || (b[0] === a[0] && b[1] === "of"));
  }
  if (b.slice(0, a.length).join(" ") === a.join(" ")) return a.length > 1 || a[0]!.length > 2;
  return [...long.surfaces].some((full) => {
    const words = full.split(" ");
    const owner = words.slice(0, -a.length).join(" ");
    return (
      folded(words.slice(-a.length).join(" ")) === short.key &&
      (lexicons.demonyms.has(owner) || lexicons.places.has(owner) || /^U\.?[SK]\.?$/.test(owner))
    );
  });
}
