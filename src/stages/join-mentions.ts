import type { Natural } from "../adapters/natural.js";
import { defineStage } from "../core/stage.js";
import { buildEntities } from "./entities/build-entity.js";
import { groupNames } from "./entities/group-names.js";
import { joinReferences } from "./entities/join-references.js";
import { type EntityLexicons, sceneOf } from "./entities/scene.js";

/**
 * As resolveEntities, for pipelines with a model: names are grouped by the same rules, for they span windows, while
 * descriptions and pronouns take up what the encoder holds likely, within the rules' bounds. Mentions that only the
 * encoder found are read too; `by` says which of the two had the word ('encoder/pronoun', 'entities/pronoun').
 */
export const joinMentions = (options: { readonly lexicons: EntityLexicons; readonly natural: Natural }) =>
  defineStage({
    name: "join-mentions",
    reads: ["blocks", "header", "tokens", "sentences", "recognition", "names", "attributions"],
    writes: "entities",
    run: (doc) => {
      const scene = sceneOf(doc, options.lexicons);
      const named = groupNames(scene, doc.names, options.natural);
      return buildEntities(joinReferences(scene, named, doc), doc.article.text, options.lexicons);
    },
  });
