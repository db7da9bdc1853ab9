import type { Span } from "../../model/span.js";
import { firstTokenFrom, headWord } from "../quotes/head-word.js";
import { antecedents, isRelative } from "../quotes/relative-source.js";
import { sourcePhrase } from "./nominals.js";
import type { Phrase } from "./phrases.js";
import type { Scene } from "./scene.js";

/**
 * The phrase of a source that names nobody, and of 'who', 'which' and 'that' the one before it: 'an architect' in 'an
 * architect who said'. For 'who' a name behind a preposition is passed over ('engineers on Dock Hill who'). Undefined when
 * a name, which has its entity already, is what speaks.
 */
export function spokenPhrase(scene: Scene, source: Span, inName: readonly boolean[]): Phrase | undefined {
  const { tokens } = scene;
  if (!isRelative(tokens, source)) return sourcePhrase(scene, source, inName);
  const isPersonal = /^whom?$/i.test(tokens[firstTokenFrom(tokens, source.start)]!.text);
  for (const span of antecedents(tokens, source)) {
    const head = headWord(tokens, span);
    if (!head) continue;
    if (!inName[firstTokenFrom(tokens, head.start)]) {
      const phrase = sourcePhrase(scene, span, inName);
      if (!phrase || !isPersonal || phrase.head.type !== "place") return phrase;
    } else if (!isPersonal || tokens[firstTokenFrom(tokens, span.start) - 1]?.pos !== "ADP") return undefined;
  }
  return undefined;
}
