import type { Entity, Position, Standing } from "../../model/entity.js";
import type { EntityType, Mention } from "../../model/mention.js";
import type { Span } from "../../model/span.js";
import { partitionPoint } from "../../text/partition-point.js";
import type { WrittenRole } from "./cluster.js";
import type { EntityLexicons } from "./scene.js";

/** What a role is of, the surest first: a body before a place, both before a people's name and before a person. */
const OWNERS: readonly EntityType[] = ["organization", "place", "other", "person"];
/** What a name is said to be of, without a role between. */
const BODIES: readonly EntityType[] = ["organization", "place"];
/** Words of a role among which its standing is said: 'the former', 'German then-'. */
const OPENING = 3;

/** An entity on its way, with its roles and names where they stand in the text. */
export interface Bearer {
  readonly entity: Entity;
  readonly roles: readonly WrittenRole[];
  readonly names: readonly Mention[];
}

/**
 * The entities with their positions: of each role, whether it is held, and the organization, place or person it belongs to,
 * inside the role ('mayor of Holm', 'Its chief executive', 'French President') or behind the name ('Professor Ann Lund of the
 * University of Holm'); of a person without a role, what the name is said to be of ('Andrew Reed of the Hart Institute').
 * `entities` are in their final order.
 */
export function withPositions(
  bearers: readonly Bearer[],
  text: string,
  { standings }: EntityLexicons,
): readonly Entity[] {
  const mentions = bearers
    .flatMap(({ entity }, index) => entity.mentions.map((mention) => ({ mention, type: entity.type, index })))
    .sort((a, b) => a.mention.start - b.mention.start);
  const from = (offset: number): number => partitionPoint(mentions, ({ mention }) => mention.start < offset);
  /** The entity that a stretch of text belongs to; not the bearer's own. */
  const ownerIn = ({ start, end }: Span, own: number, types = OWNERS): number | undefined => {
    const inside = mentions.slice(from(start), from(end));
    const fit = inside.filter(({ mention, index }) => mention.end <= end && index !== own);
    for (const type of types) {
      const found = fit.find((one) => one.type === type);
      if (found) return found.index;
    }
    return undefined;
  };
  /** Whose mention ends before the "'s " that ends at an offset; a person's role may be a person's: 'Ann Lee’s aide'. */
  const possessing = (offset: number, own: number): number | undefined => {
    const ends = [offset - 1, offset - 3];
    const near = mentions.slice(from(offset - 60), from(offset));
    return near.find(({ mention, index }) => index !== own && ends.includes(mention.end))?.index;
  };
  return bearers.map(({ entity, roles, names }, own) => {
    if (entity.type !== "person" || entity.anonymous) return entity;
    const behind = names.map((name) => ({ name, of: ownerIn(stretchBehind(text, name), own, BODIES) }));
    const positions = roles.flatMap((role) =>
      partsOf(role).map((part): Position => {
        const possessor = possessorEnd(part);
        const standing = standingOf(part.text.slice(possessor), standings);
        const at = behind.find(({ name }) => name.start >= role.end && name.start - role.end < 3);
        const whose = possessor === 0 ? undefined : possessing(part.start + possessor, own);
        const of = whose ?? ownerIn(part, own) ?? at?.of;
        return { role: part.text, ...(standing && { standing }), ...(of !== undefined && { of }) };
      }),
    );
    const named = behind.find(({ of }) => of !== undefined && !positions.some((position) => position.of === of));
    const all = named ? [...positions, { of: named.of! }] : positions;
    const telling = distinct(all.filter(({ standing, of }) => standing !== undefined || of !== undefined));
    return telling.length === 0 ? entity : { ...entity, positions: telling };
  });
}

/** The stretch behind a name in which what it is of begins and ends: 'of the University of Holm', ', of the High Court'. */
function stretchBehind(text: string, { end }: Mention): Span {
  const behind = /^(,? (?:of|from|at|with) (?:the )?)\p{Lu}[^,;:.!?()“”"\n]{1,60}/u.exec(text.slice(end, end + 90));
  return behind ? { start: end + behind[1]!.length, end: end + behind[0].length } : { start: end, end };
}

/** Where a role goes on behind its possessor: 'Kenyan President Ann Lee’s | former aide'; 0 without one, as in 'head of Ann’s firm'. */
const possessorEnd = ({ text }: WrittenRole): number =>
  /^(?:(?! (?:at|for|in|of|to) ).){1,80}['’]s (?=\S)/u.exec(text)?.[0].length ?? 0;

/** 'a former envoy to Peru and now an adviser to the UN' is two positions. */
function partsOf({ text, start }: WrittenRole): readonly WrittenRole[] {
  const parts: WrittenRole[] = [];
  let at = 0;
  for (const cut of text.matchAll(/,? and (?=(?:now|an?|the|former|current) )/g)) {
    parts.push({ text: text.slice(at, cut.index), start: start + at, end: start + cut.index });
    at = cut.index + cut[0].length;
  }
  return [...parts, { text: text.slice(at), start: start + at, end: start + text.length }];
}

/** By the role's first words, 'the former', or its last, 'President-elect'. */
function standingOf(role: string, standings: ReadonlyMap<string, Standing>): Standing | undefined {
  const whole = role.toLowerCase().split(/\s+/);
  const words = role.toLowerCase().split(/[\s‐‑-]+/);
  const told = [...whole.slice(0, OPENING), ...words.slice(0, OPENING)].find((word) => standings.has(word));
  return standings.get(told ?? words.at(-1)!);
}

function distinct(positions: readonly Position[]): readonly Position[] {
  const seen = new Set<string>();
  const key = (position: Position): string => JSON.stringify(position).toLowerCase();
  return positions.filter((position) => !seen.has(key(position)) && seen.add(key(position)));
}
