import type { Natural } from "../adapters/natural.js";
import { defineStage } from "../core/stage.js";
import { buildEntities } from "./entities/build-entity.js";
import { groupNames } from "./entities/group-names.js";
import { resolveReferences } from "./entities/references.js";
import { type EntityLexicons, sceneOf } from "./entities/scene.js";

/**
 * Who and what an article is about: names of one thing grouped, with the pronouns and descriptions that take them up,
 * and the nameless sources of attributions. Every name is in exactly one entity; a pronoun or description nobody fits is
 * in none. Entities are in the order of their first mention.
 */
export const resolveEntities = (options: { readonly lexicons: EntityLexicons; readonly natural: Natural }) =>
  defineStage({
    name: "resolve-entities",
    reads: ["blocks", "header", "tokens", "sentences", "names", "attributions"],
    writes: "entities",
    run: (doc) => {
      const scene = sceneOf(doc, options.lexicons);
      const named = groupNames(scene, doc.names, options.natural);
      return buildEntities(resolveReferences(scene, named, doc), doc.article.text, options.lexicons);
    },
  });
