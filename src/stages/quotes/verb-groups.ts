import { partitionPoint } from "../../text/partition-point.js";
import type { CueEntry, CuePhrase } from "./cue-lexicon.js";
import { type Reading, sentenceAt, word } from "./reading.js";
import { spellings } from "./spellings.js";

/** A verb of the cue lexicon with its auxiliaries: 'has repeatedly said', 'was accused', 'pointed out'. */
export interface CueVerb {
  readonly entry: CueEntry;
  /** Token of the verb itself. */
  readonly head: number;
  /** First token of the group: an auxiliary, 'to', or the verb. */
  readonly first: number;
  /** One past the last token: the verb, or its particle. */
  readonly end: number;
  /** A form of 'be' with a past participle: the subject is spoken of, and does not speak. */
  readonly passive: boolean;
  /** 'saying', without a form of 'be': its subject is the main clause's. */
  readonly participle: boolean;
  /** 'to say': its subject is that of the verb before. */
  readonly infinitive: boolean;
}

const BE = new Set(["be", "get"]);

/** Every use of a cue verb outside quotations, in text order. Takes 'he claims that', refuses 'insurance claims'. */
export function findCueVerbs(reading: Reading): readonly CueVerb[] {
  const found: CueVerb[] = [];
  for (let i = 0; i < reading.tokens.length; i++) {
    if (reading.quotationOf[i] !== -1) continue;
    const phrase = phraseAt(reading, i);
    const entry = phrase?.entry ?? entryAt(reading, i);
    if (entry && !isGivenName(reading, i, entry))
      found.push(groupAt(reading, i, entry, phrase?.rest.length ?? particle(reading, i, entry)));
  }
  return found;
}

/** 'a cat named Fresnel', 'a drill called Shield': a participle after its noun tells a name, and nobody says anything. */
function isGivenName({ tokens }: Reading, i: number, entry: CueEntry): boolean {
  if (!entry.complements.has("naming") || !/ed$/.test(tokens[i]!.text)) return false;
  const next = tokens[i + 1]?.text ?? "";
  return tokens[i - 1]?.pos === "NOUN" && /^(\p{Lu}|["“‘'])/u.test(next);
}

/** The cue verbs whose head lies from token `from` up to `to`, in text order; `verbs` must be in text order too. */
export function verbsBetween(verbs: readonly CueVerb[], from: number, to: number): readonly CueVerb[] {
  const first = partitionPoint(verbs, ({ head }) => head < from);
  let end = first;
  while (end < verbs.length && verbs[end]!.head < to) end++;
  return verbs.slice(first, end);
}

/** The cue lexicon's entry for the token, when it is used as a verb. */
export function entryAt(reading: Reading, i: number): CueEntry | undefined {
  const token = reading.tokens[i]!;
  const { verbs } = reading.lexicon;
  if (token.pos === "VERB") {
    const forms = spellings(token.lemma.toLowerCase());
    const known = forms.find((form) => verbs.has(form)) ?? stemOf(word(reading, i), verbs);
    return verbs.get(known);
  }
  if ((token.pos === "NOUN" || token.pos === "PROPN") && looksFinite(reading, i)) {
    return verbs.get(stemOf(word(reading, i), verbs));
  }
  return undefined;
}

/** The tagger takes many headline verbs for nouns: 'Trump Slams Clinton', 'Mayor says no'. */
function looksFinite(reading: Reading, i: number): boolean {
  if (!/(s|ed)$/.test(word(reading, i))) return false;
  const before = reading.tokens[i - 1];
  const after = reading.tokens[i + 1];
  const sentence = sentenceAt(reading, i);
  if (!before || !after || i === sentence.firstToken || i + 1 >= sentence.endToken) return false;
  if (/s$/.test(word(reading, i)) && /[^s']s$/.test(word(reading, i - 1)) && before.pos === "NOUN") return false;
  const subject =
    before.pos === "PROPN" || (before.pos === "PRON" && before.lemma !== "his") || /^(s?he|they)$/.test(before.text);
  const object = ["DET", "PROPN", "PRON", "SCONJ"].includes(after.pos) || /^["“‘']/.test(after.text);
  return subject && (object || after.text === ":");
}

function stemOf(text: string, verbs: ReadonlyMap<string, CueEntry>): string {
  for (const [ending, instead] of ENDINGS) {
    if (!text.endsWith(ending)) continue;
    const stem = text.slice(0, text.length - ending.length) + instead;
    const known = spellings(stem).find((form) => verbs.has(form));
    if (known !== undefined) return known;
  }
  return text;
}

const ENDINGS = [
  ["ies", "y"],
  ["ied", "y"],
  ["s", ""],
  ["es", ""],
  ["ed", ""],
  ["d", ""],
  ["ing", ""],
  ["ing", "e"],
] as const;

/** The fixed phrase that starts with the verb at `i`: 'took aim at'. */
function phraseAt(reading: Reading, i: number): CuePhrase | undefined {
  const token = reading.tokens[i]!;
  if (token.pos !== "VERB") return undefined;
  const phrases = reading.lexicon.phrases.get(token.lemma.toLowerCase()) ?? [];
  return phrases.find(({ rest }) => rest.every((part, k) => word(reading, i + 1 + k) === part));
}

function groupAt(reading: Reading, head: number, entry: CueEntry, extra: number): CueVerb {
  const { tokens } = reading;
  const sentence = sentenceAt(reading, head);
  let first = head;
  let be = false;
  let infinitive = false;
  for (let i = head - 1; i >= sentence.firstToken; i--) {
    const token = tokens[i]!;
    const isTo = token.pos === "PART" && word(reading, i) === "to";
    if (token.pos === "AUX" || token.pos === "PART" || (token.pos === "VERB" && word(reading, i) === "being")) {
      if (/^['’]s$/.test(token.text) && token.pos === "PART") break;
      first = i;
      if (BE.has(token.lemma)) be = true;
      if (isTo) infinitive = true;
      if (isTo) break;
    } else if (token.pos !== "ADV" || /^(when|where|how|why|so|then|later)$/.test(word(reading, i))) break;
  }
  const text = word(reading, head);
  const ing = text.endsWith("ing");
  return {
    entry,
    head,
    first,
    end: head + 1 + extra,
    passive: be && !ing,
    participle: ing && !be,
    infinitive,
  };
}

/** 1 when a particle belongs to the cue itself ('pointed out', 'according to'), else 0. */
function particle(reading: Reading, head: number, entry: CueEntry): 0 | 1 {
  const next = word(reading, head + 1);
  if (next === "out" && (entry.prepositions.has("out") || entry.lemma === "call")) return 1;
  return entry.complements.has("according") && next === "to" ? 1 : 0;
}
