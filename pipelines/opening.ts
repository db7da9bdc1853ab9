import { loadLanguageDetector } from "../src/adapters/language.js";
import { loadTagger } from "../src/adapters/wink.js";
import { pipeline } from "../src/core/pipeline.js";
import { table, wordList } from "../src/lexicons/lexicon.js";
import { sentenceLexicons } from "../src/lexicons/sentences.js";
import { structureLexicons } from "../src/lexicons/structure.js";
import { detectLanguage } from "../src/stages/detect-language.js";
import { readHeader } from "../src/stages/read-header.js";
import { splitSentences } from "../src/stages/split-sentences.js";
import { structureBlocks } from "../src/stages/structure-blocks.js";
import { tokenize } from "../src/stages/tokenize.js";

/** What every pipeline starts with: language, structure, tokens and sentences. */
export async function opening(name: string) {
  const [detect, tagger] = await Promise.all([loadLanguageDetector(), loadTagger()]);
  const lexicons = structureLexicons();
  return pipeline(name)
    .use(
      detectLanguage({
        detect,
        english: wordList("english-function-words"),
        foreign: table("foreign-function-words"),
        particles: wordList("name-particles"),
      }),
    )
    .use(structureBlocks({ lexicons }))
    .use(readHeader({ lexicons }))
    .use(tokenize({ tagger })) // after structure: boilerplate and duplicates get no tokens
    .use(splitSentences(sentenceLexicons()));
}
