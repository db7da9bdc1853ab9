import type { MetonymLexicons, SeatedBody } from "../../lexicons/metonym-lexicons.js";
import type { Doc } from "../../model/layers.js";
import type { Span } from "../../model/span.js";
import type { Token } from "../../model/token.js";
import { firstTokenFrom, headWord } from "../quotes/head-word.js";

/** Words between a noun and its preposition, a participle and its 'by', and the names of a list: 'talks last week with'. */
const MAX_GAP = 4;
/** Words from an owner to what it owns: 'Beijing's top climate envoy'. */
const MAX_OWNED = 5;

/** What verbs and nouns tell a government, and what roles a house stands before. */
export interface UseLexicons extends Pick<MetonymLexicons, "verbs" | "dealings" | "property"> {
  /** 'Aide', 'spokeswomen'. */
  readonly roles: { readonly has: (word: string) => boolean };
}

/** Tells what in the text shows that a name means a body and not the place. */
export class Uses {
  readonly #tokens: readonly Token[];
  readonly #opens: ReadonlySet<number>;
  /** Tokens after a date: 'on Friday Moscow agreed'. */
  readonly #dated: ReadonlySet<number>;
  /** Offsets of the head words of sources. Who knows or sees something may be a people: 'America has seen a boom'. */
  readonly #sources: ReadonlySet<number>;
  /** First token -> one past the last, and back, of the names that may mean a body. */
  readonly #ends: ReadonlyMap<number, number>;
  readonly #starts: ReadonlyMap<number, number>;

  constructor(
    { tokens, sentences, times, quotes }: Doc<"tokens" | "sentences" | "times" | "quotes">,
    names: readonly Span[],
    readonly lexicons: UseLexicons,
  ) {
    this.#tokens = tokens;
    this.#opens = new Set(sentences.map(({ firstToken }) => firstToken));
    this.#dated = new Set(times.map(({ end }) => firstTokenFrom(tokens, end)));
    const sources = quotes.filter(({ attitude }) => attitude !== "fact").flatMap(({ source }) => source);
    this.#sources = new Set(sources.map((span) => headWord(tokens, span)?.start ?? -1));
    const ranges = names.map(({ start, end }) => [firstTokenFrom(tokens, start), firstTokenFrom(tokens, end)] as const);
    this.#ends = new Map(ranges);
    this.#starts = new Map(ranges.map(([first, end]) => [end, first]));
  }

  /**
   * The rule that tells a body, or undefined: it is the source of an attribution ('Pyongyang said'), subject or object of
   * a verb that only bodies do or undergo ('warned Pyongyang'), agent of a passive ('imposed by Washington'), a side of
   * dealings ('talks between Washington and Pyongyang'), owner of what only governments have ('Beijing's envoy'); or a house
   * before a role ('a Kremlin aide'). Refuses 'flew to Washington', 'a Washington suburb', 'flights between'.
   */
  of(name: Span, kind: SeatedBody["kind"]): string | undefined {
    const first = firstTokenFrom(this.#tokens, name.start);
    const end = firstTokenFrom(this.#tokens, name.end);
    if (/^[-‐‑]/.test(this.#word(end)) && this.#tokens[end]!.start === name.end) return undefined; // 'Dublin-born'
    const [start, last] = [this.#listStart(first), this.#listEnd(end)];
    if (this.#isSource(first, end, start)) return "metonyms/source";
    if (this.#isSubject(start, last)) return "metonyms/subject";
    if (this.#isOwner(end, kind)) return "metonyms/owner";
    if (kind === "house" && this.#isBeforeRole(end)) return "metonyms/house";
    if (this.#isNoun(last) || this.#isMark(last) || this.#isBeforeNoun(last)) return undefined;
    if (this.#isObject(start)) return "metonyms/object";
    if (this.#isAgent(start)) return "metonyms/agent";
    return this.#isSide(start) ? "metonyms/dealings" : undefined;
  }

  #isSource(first: number, end: number, start: number): boolean {
    const isGoverned = this.#pos(start - 1) === "ADP" && !this.#opens.has(start);
    if (isGoverned && this.#word(start - 2) !== "according" && this.#word(start - 1) !== "by") return false;
    for (let i = first; i < end; i++) if (this.#sources.has(this.#tokens[i]!.start)) return true;
    return false;
  }

  #isSubject(start: number, end: number): boolean {
    const isFree =
      this.#opens.has(start) || this.#dated.has(start) || /^(SCONJ|CCONJ|PUNCT|ADV|PRON)$/.test(this.#pos(start - 1));
    if (!isFree && !this.#isVerb(start - 1, "subject")) return false;
    if (/^(of|in|from|near|at|to|than|like|for|with)$/.test(this.#word(start - 1))) return false;
    let at = end;
    let isPassive = false;
    for (; /^(ADV|AUX|PART)$/.test(this.#pos(at)); at++) {
      if (this.#pos(at) === "AUX") isPassive = /^(be|get)$/.test(this.#lemma(at));
    }
    return this.#isVerb(at, isPassive && !this.#word(at).endsWith("ing") ? "object" : "subject");
  }

  /** 'Warned Pyongyang', 'called on Pyongyang to'. */
  #isObject(start: number): boolean {
    if (this.#isVerb(start - 1, "object")) return true;
    return /^(on|upon)$/.test(this.#word(start - 1)) && this.#lemma(start - 2) === "call";
  }

  #isAgent(start: number): boolean {
    if (this.#word(start - 1) !== "by") return false;
    for (let i = start - 2; i >= start - 1 - MAX_GAP && !this.#opens.has(i + 1); i--) {
      if (this.#pos(i) === "VERB") return this.#isVerb(i, "subject") && !this.#word(i).endsWith("ing");
    }
    return false;
  }

  #isSide(start: number): boolean {
    const preposition = this.#word(start - 1);
    for (let i = start - 2; i >= Math.max(0, start - 1 - MAX_GAP) && !this.#opens.has(i + 1); i--) {
      if (/^[.;:!?]$/.test(this.#word(i)) || this.#pos(i) === "VERB") return false;
      const before = this.lexicons.dealings.get(this.#word(i)) ?? this.lexicons.dealings.get(this.#lemma(i));
      if (this.#isNoun(i) && before) return before.has(preposition);
    }
    return false;
  }

  /** 'Beijing's envoy', 'China's refusal'; the envoy of China is the country's. */
  #isOwner(end: number, kind: SeatedBody["kind"]): boolean {
    if (!this.#isMark(end)) return false;
    let head = -1;
    for (let i = end + 1; i <= end + MAX_OWNED && /^(ADJ|NOUN|PROPN|NUM|ADV)$/.test(this.#pos(i)); i++)
      if (this.#isNoun(i)) head = i;
    const owned = this.#ownedAs(head);
    return owned === "act" || (owned === "office" && kind !== "country");
  }

  #isBeforeRole(end: number): boolean {
    const { roles } = this.lexicons;
    let head = -1;
    for (let i = end; i <= end + MAX_OWNED && /^(ADJ|NOUN|PROPN)$/.test(this.#pos(i)); i++)
      if (this.#pos(i) === "NOUN" || roles.has(this.#word(i))) head = i;
    return head >= 0 && (roles.has(this.#word(head)) || this.#ownedAs(head) !== undefined);
  }

  #ownedAs(head: number): "act" | "office" | undefined {
    const { property } = this.lexicons;
    return property.get(this.#lemma(head)) ?? property.get(this.#word(head).replace(/s$/, ""));
  }

  /** The first token of a list of names that ends before `first`, and of their article: of 'Tokyo and the' before 'North'. */
  #listStart(first: number): number {
    let start = this.#word(first - 1) === "the" ? first - 1 : first;
    for (let i = 0; i < MAX_GAP && /^(and|or|,)$/.test(this.#word(start - 1)); i++) {
      const before = this.#starts.get(start - 1) ?? this.#starts.get(start - 2);
      if (before === undefined) break;
      start = this.#word(before - 1) === "the" ? before - 1 : before;
    }
    return start;
  }

  /** One past the last token of a list of names that goes on at `end`. */
  #listEnd(end: number): number {
    let last = end;
    for (let i = 0; i < MAX_GAP && /^(and|or|,)$/.test(this.#word(last)); i++) {
      let next = last + 1;
      if (/^(and|or)$/.test(this.#word(next))) next++;
      if (this.#word(next) === "the") next++;
      const after = this.#ends.get(next);
      if (after === undefined) break;
      last = after;
    }
    return last;
  }

  /** 'The U.S. special envoy'; but 'warned Washington last week'. */
  #isBeforeNoun(at: number): boolean {
    return this.#pos(at) === "ADJ" && this.#isNoun(at + 1) && !/^(last|next|late|early)$/.test(this.#word(at));
  }

  #word(at: number): string {
    return this.#tokens[at]?.text.toLowerCase() ?? "";
  }

  #lemma(at: number): string {
    return this.#tokens[at]?.lemma.toLowerCase() ?? "";
  }

  #pos(at: number): string {
    return this.#tokens[at]?.pos ?? "";
  }

  #isVerb(at: number, role: "subject" | "object"): boolean {
    return this.#pos(at) === "VERB" && this.lexicons.verbs.get(this.#lemma(at))?.has(role) === true;
  }

  #isNoun(at: number): boolean {
    return /^(NOUN|PROPN)$/.test(this.#pos(at));
  }

  #isMark(at: number): boolean {
    return /^['’]s?$/.test(this.#word(at));
  }
}
