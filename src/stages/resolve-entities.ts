import { defineStage } from "../core/stage.js";

/** Entities of the named mentions, one each. */
export const resolveEntities = () =>
  defineStage({
    name: "resolve-entities",
    reads: ["blocks", "header", "tokens", "sentences", "names", "attributions"],
    writes: "entities",
    run: ({ article, names }) =>
      names.map((mention) => ({
        type: mention.type,
        name: article.text.slice(mention.start, mention.end),
        aliases: [],
        roles: [],
        links: [],
        mentions: [mention],
      })),
  });
