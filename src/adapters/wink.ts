import type { ItemSentence, ItemToken, ItsFunction, WinkMethods } from "wink-nlp";
import type { Upos } from "../model/token.js";

/** A token as wink-nlp sees it; offsets in UTF-16 units of the text it was given. */
export interface WinkToken {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly lemma: string;
  readonly pos: Upos;
  /** True for the first token of what wink takes for a sentence. */
  readonly startsSentence: boolean;
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
  const nlp = winkNlp(model, ["sbd", "pos"]);
  return (text) => tag(nlp, text);
}

function tag(nlp: WinkMethods, text: string): readonly WinkToken[] {
  const { its } = nlp;
  const doc = nlp.readDoc(text);
  const starts = new Set<number>();
  doc.sentences().each((sentence: ItemSentence) => starts.add(sentence.tokens().itemAt(0).index()));
  const tokens: WinkToken[] = [];
  let cursor = 0;
  doc.tokens().each((item: ItemToken) => {
    const value = item.out(its.value);
    // wink gives no character offsets, so each token is looked up after the one before it.
    const start = text.indexOf(value, cursor);
    if (start < 0 || value === "") return;
    cursor = start + value.length;
    if (value.trim() === "") return;
    tokens.push({
      start,
      end: cursor,
      text: value,
      lemma: item.out(its.lemma as ItsFunction<string>),
      pos: upos(item.out(its.pos)),
      startsSentence: starts.has(item.index()),
    });
  });
  return tokens;
}

const upos = (tag: string): Upos => (tag === "SPACE" ? "X" : (tag as Upos));
