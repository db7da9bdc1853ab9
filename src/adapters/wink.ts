import type { ItemToken, ItsFunction, WinkMethods } from "wink-nlp";
import type { Upos } from "../model/token.js";

/** A token as wink-nlp sees it; offsets in UTF-16 units of the text it was given. */
export interface WinkToken {
  readonly start: number;
  readonly end: number;
  readonly lemma: string;
  readonly pos: Upos;
}

/** Tokenizes, tags and lemmatizes a stretch of text. */
export type Tagger = (text: string) => readonly WinkToken[];

let loading: Promise<Tagger> | undefined;

/** Loads wink-nlp and its small English model, once. */
export function loadTagger(): Promise<Tagger> {
  loading ??= load();
  return loading;
}

async function load(): Promise<Tagger> {
  const [{ default: winkNlp }, { default: model }] = await Promise.all([
    import("wink-nlp"),
    import("wink-eng-lite-web-model"),
  ]);
  const nlp = winkNlp(model, ["pos"]);
  return (text) => tagStretches(nlp, text);
}

/** Characters without a blank that wink-nlp may get to see at once: over 'http://http://…' its URL pattern takes cubic time. */
const MAX_STRETCH = 300;
const STRETCHES = new RegExp(`\\S{1,${MAX_STRETCH}}`, "gu");

/** Tags a text that is cut after every {@link MAX_STRETCH} characters without a blank; all others are tagged whole. */
function tagStretches(nlp: WinkMethods, text: string): readonly WinkToken[] {
  const cuts = [0];
  let covered = 0;
  for (const { 0: stretch, index } of text.matchAll(STRETCHES)) {
    if (index === covered && index > 0) cuts.push(index);
    covered = index + stretch.length;
  }
  return cuts.flatMap((cut, i) =>
    tag(nlp, text.slice(cut, cuts[i + 1])).map((token) => ({
      ...token,
      start: cut + token.start,
      end: cut + token.end,
    })),
  );
}

/**
 * “Lee's” before a comma: wink-nlp keeps it whole and remembers it, and from then on takes every “Lee's” for one word, so
 * that an article's tokens would hang on the articles before it. With a blank before the comma it is cut like any other.
 */
const POSSESSIVE_BEFORE_MARK = /(?<=[\p{L}\p{N}])['’]s(?=[^\s\p{L}\p{N}])/gu;

function tag(nlp: WinkMethods, text: string): readonly WinkToken[] {
  const { its } = nlp;
  const tokens: WinkToken[] = [];
  let cursor = 0;
  nlp
    .readDoc(text.replace(POSSESSIVE_BEFORE_MARK, "$& "))
    .tokens()
    .each((item: ItemToken) => {
      const value = item.out(its.value);
      // wink gives no character offsets, so each token is looked up after the one before it.
      const start = text.indexOf(value, cursor);
      if (start < 0 || value.trim() === "") return;
      cursor = start + value.length;
      tokens.push({
        start,
        end: cursor,
        lemma: item.out(its.lemma as ItsFunction<string>),
        pos: upos(item.out(its.pos)),
      });
    });
  return tokens;
}

const upos = (tag: string): Upos => (tag === "SPACE" ? "X" : (tag as Upos));
