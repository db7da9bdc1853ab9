import type { Entity } from "../../../src/model/entity.js";
import type { EntityType, Mention } from "../../../src/model/mention.js";

const TYPES: Readonly<Record<string, EntityType>> = { P: "person", O: "organization", L: "place", X: "other" };

/** A text with its entities, as a table of cases writes them. */
export interface Marked {
  readonly text: string;
  readonly entities: readonly Entity[];
  /** Index of the entity that the case is about: the one marked with a star, else the first. */
  readonly target: number;
}

/**
 * Reads '[L*:Paris], [L:Texas], and [X:French] food': letters as in `copydesk show`, the case's own name starred. The same name
 * and type twice is one entity. A small letter marks a description: '[p*:the president]'; a role stands after a bar:
 * '[P*:Emmanuel Macron|French President]'.
 */
export function marked(source: string): Marked {
  const found = new Map<string, { entity: Omit<Entity, "mentions">; mentions: Mention[] }>();
  let text = "";
  let last = 0;
  let target = "";
  for (const match of source.matchAll(/\[([POLXp])(\*?):([^\]|]+)(?:\|([^\]]+))?\]/g)) {
    const [whole, letter, star, name, role] = match as unknown as [string, string, string, string, string | undefined];
    text += source.slice(last, match.index);
    const type = TYPES[letter.toUpperCase()]!;
    const key = `${type} ${name}`;
    const mention: Mention = {
      start: text.length,
      end: text.length + name.length,
      type,
      form: letter === "p" ? "nominal" : "name",
      by: "test",
    };
    const known = found.get(key) ?? {
      entity: { type, name, aliases: [], roles: role ? [role] : [] },

      mentions: [] as Mention[],
    };
    known.mentions.push(mention);
    found.set(key, known);
    if (star || target === "") target = key;
    text += name;
    last = match.index + whole.length;
  }
  text += source.slice(last);
  return {
    text,
    entities: [...found.values()].map(({ entity, mentions }) => ({ ...entity, mentions })),
    target: [...found.keys()].indexOf(target),
  };
}
