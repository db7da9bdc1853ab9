import { loadNameGuesser } from "../src/adapters/compromise.js";
import { loadNatural } from "../src/adapters/natural.js";
import { type Reader, reader } from "../src/emit/reader.js";
import { table, wordList } from "../src/lexicons/lexicon.js";
import { linkLexicons } from "../src/lexicons/link-lexicons.js";
import { metonymLexicons } from "../src/lexicons/metonym-lexicons.js";
import { loadTimeLexicons } from "../src/lexicons/time-lexicons.js";
import { attributeQuotes } from "../src/stages/attribute-quotes.js";
import { entityLexicons } from "../src/stages/entities/scene.js";
import { findAttributions } from "../src/stages/find-attributions.js";
import { findClaims } from "../src/stages/find-claims.js";
import { findMetonyms } from "../src/stages/find-metonyms.js";
import { findNames } from "../src/stages/find-names.js";
import { findTimes } from "../src/stages/find-times.js";
import { linkEntities } from "../src/stages/link-entities.js";
import { resolveEntities } from "../src/stages/resolve-entities.js";
import { keepTags } from "../src/stages/tag-tokens.js";
import { cueLexicons, quoteLexicons } from "./cue-lexicons.js";
import { opening } from "./opening.js";
import type { PipelineOptions } from "./options.js";

/** Rules and word lists alone, no model: the floor that `news` is measured against. */
export async function rulesOnly(options: PipelineOptions = {}): Promise<Reader> {
  const [opened, guesser, natural] = await Promise.all([opening("rules-only"), loadNameGuesser(), loadNatural()]);
  const lexicons = entityLexicons();
  const links = linkLexicons();
  return reader(
    opened
      .use(keepTags())
      .use(findNames({ lexicons, guesser }))
      .use(findTimes({ lexicons: loadTimeLexicons() }))
      .use(findAttributions(cueLexicons()))
      .use(resolveEntities({ lexicons, natural })) // after attributions: their sources are mentions too
      .use(linkEntities({ lexicons: links, ...options }))
      .use(attributeQuotes(quoteLexicons()))
      .use(findMetonyms({ lexicons: metonymLexicons(links), roles: lexicons.roles }))
      .use(findClaims({ modals: table("modal-words"), negations: wordList("negations") })),
    null,
  );
}
