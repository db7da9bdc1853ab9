import { defineStage } from "../core/stage.js";
import type { MetonymLexicons } from "../lexicons/metonym-lexicons.js";
import type { Entity } from "../model/entity.js";
import type { Metonym } from "../model/metonym.js";
import { nameKey } from "../text/name-key.js";
import { bodiesOf } from "./metonyms/bodies.js";
import { Uses } from "./metonyms/uses.js";

/**
 * Where the name of a place or building means the government or body that sits there: 'Pyongyang said', 'talks with
 * Washington', 'a Kremlin aide'. Only where the text shows the use; 'flew to Washington' and 'a Washington suburb' are the
 * town. The mention stays one of the place.
 */
export const findMetonyms = ({
  lexicons,
  roles,
}: {
  readonly lexicons: MetonymLexicons;
  /** `role-nouns.tsv`: 'aide', who makes a house the body before it. */
  readonly roles: { readonly has: (word: string) => boolean };
}) =>
  defineStage({
    name: "find-metonyms",
    reads: ["tokens", "sentences", "entities", "links", "times", "quotes"],
    writes: "metonyms",
    run: (doc): readonly Metonym[] => {
      const { article, entities, links } = doc;
      const bodies = bodiesOf(entities, links.entities, article.text, lexicons);
      if (bodies.size === 0) return [];
      const names = [...bodies.values()].flat().map(({ span }) => span);
      const uses = new Uses(doc, names, { ...lexicons, roles });
      const byName = namesOf(entities);
      return [...bodies].flatMap(([entity, places]) =>
        places.flatMap(({ mention, span, body }): readonly Metonym[] => {
          const by = uses.of(span, body.kind);
          if (by === undefined) return [];
          const own = [body.name, ...body.others].map((name) => byName.get(nameKey(name)));
          const named = own.find((index) => index !== undefined && index !== entity);
          const { name, country } = body;
          return [{ entity, mention, name, country, ...(named !== undefined && { body: named }), by }];
        }),
      );
    },
  });

/** Organizations by the keys of their names. */
function namesOf(entities: readonly Entity[]): ReadonlyMap<string, number> {
  const byName = new Map<string, number>();
  for (const [index, { type, name, aliases }] of entities.entries()) {
    if (type !== "organization") continue;
    for (const one of [name, ...aliases]) if (!byName.has(nameKey(one))) byName.set(nameKey(one), index);
  }
  return byName;
}
