import type { EntityType } from "../../model/mention.js";
import type { RecognizedName } from "../../model/recognition.js";
import { overlaps } from "../../model/span.js";
import type { Token } from "../../model/token.js";

/** Tokens a name may grow by: 'United States of' + 'America', 'Fox' + 'News'. */
const REACH = 3;
/** Score from which the encoder's edges stand. */
const SURE = 0.9;

/** A name with the words around it that belong to it. */
export interface WidenedName extends RecognizedName {
  readonly isWidened: boolean;
}

/** The names, those that a listed name begins with widened to it; what a widened one swallows is left out. */
export function widened(
  text: string,
  tokens: readonly Token[],
  names: readonly RecognizedName[],
  known: ReadonlyMap<string, EntityType>,
): readonly WidenedName[] {
  const kept: WidenedName[] = [];
  let at = 0;
  for (const name of names) {
    const last = kept.at(-1);
    if (last !== undefined && overlaps(last, name)) continue;
    while (at < tokens.length && tokens[at]!.end < name.end) at++;
    const longest = name.score < SURE ? extension(text, tokens, at, name, known) : undefined;
    kept.push({ ...name, ...longest, isWidened: longest !== undefined });
  }
  return kept;
}

/** The longest listed name that starts where the name starts and ends up to {@link REACH} tokens after its last token. */
function extension(
  text: string,
  tokens: readonly Token[],
  last: number,
  { start }: RecognizedName,
  known: ReadonlyMap<string, EntityType>,
): { readonly end: number; readonly type: EntityType } | undefined {
  for (let reach = REACH; reach > 0; reach--) {
    const token = tokens[last + reach];
    if (token === undefined || token.block !== tokens[last]!.block) continue;
    const type = known.get(text.slice(start, token.end));
    if (type !== undefined) return { end: token.end, type };
  }
  return undefined;
}
