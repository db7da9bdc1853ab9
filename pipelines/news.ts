import { loadNatural } from "../src/adapters/natural.js";
import { type Reader, reader } from "../src/emit/reader.js";
import { claimLexicons } from "../src/lexicons/claim-lexicons.js";
import { linkLexicons } from "../src/lexicons/link-lexicons.js";
import { metonymLexicons } from "../src/lexicons/metonym-lexicons.js";
import { loadTimeLexicons } from "../src/lexicons/time-lexicons.js";
import { loadEncoder } from "../src/recognizer/encoder.js";
import { modelFolder } from "../src/recognizer/model-folder.js";
import { adoptNames } from "../src/stages/adopt-names.js";
import { attributeQuotes } from "../src/stages/attribute-quotes.js";
import { entityLexicons } from "../src/stages/entities/scene.js";
import { extractClaims } from "../src/stages/extract-claims.js";
import { findMetonyms } from "../src/stages/find-metonyms.js";
import { findTimes } from "../src/stages/find-times.js";
import { joinAttributions } from "../src/stages/join-attributions.js";
import { joinMentions } from "../src/stages/join-mentions.js";
import { linkEntities } from "../src/stages/link-entities.js";
import { adoptionLexicons } from "../src/stages/names/adoption.js";
import { recognize } from "../src/stages/recognize.js";
import { tagTokens } from "../src/stages/tag-tokens.js";
import { cueLexicons, quoteLexicons } from "./cue-lexicons.js";
import { opening } from "./opening.js";
import type { PipelineOptions } from "./options.js";

/** The main pipeline: the encoder reads names, attributions and syntax; rules read dates, settle quotations and resolve. */
export async function news(options: PipelineOptions = {}): Promise<Reader> {
  const [opened, natural, encoder] = await Promise.all([opening("news"), loadNatural(), loadEncoder(modelFolder())]);
  const lexicons = entityLexicons();
  const links = linkLexicons();
  return reader(
    opened
      .use(recognize({ encoder })) // one pass of the encoder for all that follows
      .use(tagTokens())
      .use(adoptNames({ lexicons: adoptionLexicons(lexicons) }))
      .use(findTimes({ lexicons: loadTimeLexicons() }))
      .use(joinAttributions(cueLexicons()))
      .use(joinMentions({ lexicons, natural })) // after attributions: their sources are mentions too
      .use(linkEntities({ lexicons: links, ...options }))
      .use(attributeQuotes(quoteLexicons()))
      .use(findMetonyms({ lexicons: metonymLexicons(links), roles: lexicons.roles }))
      .use(extractClaims({ lexicons: claimLexicons() })),
    encoder.sha256,
  );
}
