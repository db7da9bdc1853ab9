import type { Report } from "../../model/problem.js";
import type { Token } from "../../model/token.js";

/** A stretch in quotation marks, by token index. `open` is the mark's first token; `close` the closing mark's last token. */
export interface Quotation {
  readonly open: number;
  /** First token inside. */
  readonly first: number;
  /** One past the last token inside; more than `first`. */
  readonly end: number;
  readonly close: number;
  readonly block: number;
  /** True when the paragraph ends before a closing mark: the next paragraph may reopen it. */
  readonly unclosed: boolean;
}

/** One quotation mark of one or two tokens ('' is two in the tagger's eyes). */
interface Mark {
  readonly token: number;
  readonly length: 1 | 2;
  readonly family: "double" | "single" | "guillemet";
  readonly side: "open" | "close" | "either";
  /** As printed: straight, doubled or curly. */
  readonly glyph: string;
}

/**
 * Quotations, paragraph by paragraph, so that a stray mark spoils one paragraph at most. Curly, straight, doubled
 * straight (''…''), single and guillemet marks; an apostrophe is no mark ("the parents' home", 'rock ’n’ roll'). The
 * outer pair counts; marks inside it are part of the text. An opening mark without a close runs to the paragraph's end
 * when the next paragraph opens with such a mark again (a speech that goes on there: '“Go,” he said. “Now.' and then
 * '“All of you.”'), or when it opens a sentence. Unless reopened it is reported: `unclosed-quote`. So is a closing mark after
 * a comma that none opens ('It holds,” Lee said'): its quotation starts with its sentence.
 */
export function findQuotations(tokens: readonly Token[], report: Report): readonly Quotation[] {
  const found: Quotation[] = [];
  for (let first = 0; first < tokens.length; ) {
    let end = first;
    while (end < tokens.length && tokens[end]!.block === tokens[first]!.block) end++;
    found.push(...paragraph(tokens, first, end, report));
    first = end;
  }
  return found;
}

function paragraph(tokens: readonly Token[], first: number, end: number, report: Report): Quotation[] {
  const marks: Mark[] = [];
  for (let i = first; i < end; i++) {
    const mark = markAt(tokens, i, first, end);
    if (!mark) continue;
    marks.push(mark);
    i += mark.length - 1;
  }
  const found: Quotation[] = [];
  const block = tokens[first]!.block;
  const lone = marks.find(({ family }) => family === "double");
  if (lone && lacksOpening(tokens, lone, first, end)) {
    report(unclosed(tokens[lone.token]!));
    const start = sentenceStart(tokens, lone.token, first);
    found.push({
      open: start,
      first: start,
      end: lone.token,
      close: lone.token + lone.length - 1,
      block,
      unclosed: false,
    });
  }
  const later = countLater(marks);
  for (let m = 0; m < marks.length; m++) {
    const open = marks[m]!;
    if (open.side === "close" || (open.family === "single" && open.side === "either")) continue;
    const closing = closeOf(marks, m);
    const inside = open.token + open.length;
    if (closing >= 0) {
      const close = marks[closing]!;
      if (close.token > inside) {
        const last = close.token + close.length - 1;
        found.push({ open: open.token, first: inside, end: close.token, close: last, block, unclosed: false });
      }
      m = closing;
    } else {
      const { opens, closes, all } = later[m]!;
      const balance = opens - closes;
      const reopened = isReopened(tokens, end, open.family);
      if (open.family === "single" && !reopened) continue;
      if (!reopened && balance >= 0) report(unclosed(tokens[open.token]!));
      const goesOn = all === 0 && (reopened || opensSentence(tokens, open.token, first));
      if (inside < end && (goesOn || (balance <= 0 && opensParagraph(tokens, open.token, first)))) {
        found.push({ open: open.token, first: inside, end, close: end - 1, block, unclosed: true });
        return found;
      }
    }
  }
  return found;
}

/**
 * True for a paragraph's first mark when it can only close: 'The bridge holds,” Lee said.' The comma before it and the words
 * after it tell a quotation from the inches of '12" wide'.
 */
function lacksOpening(
  tokens: readonly Token[],
  { token, length, side, family }: Mark,
  first: number,
  end: number,
): boolean {
  const before = tokens[token - 1];
  const after = tokens[token + length];
  if (family !== "double" || side !== "close" || token === first || token + length >= end) return false;
  return /^[,?!]$/.test(before!.text) && /^\p{L}/u.test(after!.text);
}

/** The first token of the sentence that holds token `at`, by full stops before capitals alone. */
function sentenceStart(tokens: readonly Token[], at: number, first: number): number {
  for (let i = at - 2; i > first; i--) {
    if (/^[.?!]$/.test(tokens[i - 1]!.text) && /^\p{Lu}/u.test(tokens[i]!.text)) return i;
  }
  return first;
}

/** For each mark, how many of its family come after it: opening ones, closing ones, and all. */
function countLater(marks: readonly Mark[]): readonly { opens: number; closes: number; all: number }[] {
  const seen = new Map<Mark["family"], { opens: number; closes: number; all: number }>();
  const counts = marks.toReversed().map(({ family, side }) => {
    const before = seen.get(family) ?? { opens: 0, closes: 0, all: 0 };
    const opens = before.opens + Number(side === "open");
    const closes = before.closes + Number(side === "close");
    seen.set(family, { opens, closes, all: before.all + 1 });
    return before;
  });
  return counts.toReversed();
}

/** Index among `marks` of the mark that closes mark `m`, or -1. A second opening mark of the family ends the search, unless it nests. */
function closeOf(marks: readonly Mark[], m: number): number {
  const open = marks[m]!;
  for (let n = m + 1; n < marks.length; n++) {
    const mark = marks[n]!;
    if (mark.family !== open.family) continue;
    if (mark.side === "open" && open.family === "guillemet") return n;
    if (mark.side === "open") return open.family === "double" ? closeAround(marks, m) : -1;
    const better = mark.family === "single" && mark.side === "either" ? laterClose(marks, n) : -1;
    return better >= 0 ? better : n;
  }
  return -1;
}

/** Pairs inside a quotation that {@link closeAround} looks through. */
const MAX_INNER = 12;

/**
 * The mark that closes mark `m` where pairs stand inside it: '“He said “no” to me,”', '"He said “no” to me,"'. -1 when the
 * marks do not pair up: then one of them is missing.
 */
function closeAround(marks: readonly Mark[], m: number): number {
  let depth = 1;
  for (let n = m + 1; n < Math.min(marks.length, m + 2 * MAX_INNER); n++) {
    const { family, side, glyph } = marks[n]!;
    if (family !== "double") continue;
    depth += side === "open" ? 1 : -1;
    if (depth === 0) return glyph === marks[m]!.glyph ? n : -1;
  }
  return -1;
}

/** The next sure single closing mark after a mark that may be a possessive's, unless another opens before it. */
function laterClose(marks: readonly Mark[], n: number): number {
  const next = marks.findIndex((mark, index) => index > n && mark.family === "single" && mark.side !== "either");
  return next >= 0 && marks[next]!.side === "close" ? next : -1;
}

const unclosed = ({ start }: Token) => ({
  rule: "unclosed-quote",
  message: "quotation mark without a partner",
  span: { start, end: start + 1 },
});

/** True when the paragraph that starts at token `next` opens with a mark of the family. */
function isReopened(tokens: readonly Token[], next: number, family: Mark["family"]): boolean {
  if (next >= tokens.length) return false;
  const mark = markAt(tokens, next, next, Math.min(tokens.length, next + 4));
  return mark?.family === family && mark.side === "open";
}

const opensSentence = (tokens: readonly Token[], index: number, first: number): boolean =>
  opensParagraph(tokens, index, first) || /[.?!…]$/.test(tokens[index - 1]!.text);

/** True when only marks and dashes stand between the paragraph's start and the mark. */
const opensParagraph = (tokens: readonly Token[], index: number, first: number): boolean =>
  tokens.slice(first, index).every((token) => !/[\p{L}\p{N}]/u.test(token.text));

function markAt(tokens: readonly Token[], i: number, first: number, end: number): Mark | undefined {
  const text = tokens[i]!.text;
  const next = i + 1 < end && tokens[i + 1]!.start === tokens[i]!.end ? tokens[i + 1]!.text : "";
  const side = sideOf(tokens, i, first, end);
  const one = { token: i, length: 1, glyph: text } as const;
  // a slip of many pages: the closing mark typed as an opening one ('no.“')
  if (text === "“") return { ...one, family: "double", glyph: "curly", side: side === "close" ? side : "open" };
  if (text === "„") return { ...one, family: "double", glyph: "curly", side: "open" };
  if (text === "”") return { ...one, family: "double", glyph: "curly", side: side === "open" ? "either" : "close" };
  if (/^("|''|``)$/.test(text)) return { ...one, family: "double", side };
  if (text === "«") return { ...one, family: "guillemet", side: "open" };
  if (text === "»") return { ...one, family: "guillemet", side: "close" };
  if (/^['`]$/.test(text) && next === text) {
    return { token: i, length: 2, family: "double", glyph: text + text, side: sideOf(tokens, i, first, end, 2) };
  }
  // ''A comes as two tokens, ' and 'A: the second belongs to the mark with its first character only.
  if (/^['`]$/.test(text) && /^['`]\p{L}/u.test(next)) {
    return { ...one, family: "double", glyph: text + text, side: "open" };
  }
  if (text === "‘") return { ...one, family: "single", side: "open" };
  if (text === "'" || text === "’") {
    if (side === "close") return { ...one, family: "single", side: isPossessive(tokens, i) ? "either" : side };
    return side === "open" && text === "'" ? { ...one, family: "single", side } : undefined;
  }
  return undefined;
}

/** Plural possessives end in a mark that could also close a quotation: 'parents’ home'. It closes one if one is open. */
const isPossessive = (tokens: readonly Token[], i: number): boolean => /s$/iu.test(tokens[i - 1]?.text ?? "");

/** Which way a mark looks, by the blanks around it. */
function sideOf(tokens: readonly Token[], i: number, first: number, end: number, length = 1): Mark["side"] {
  const before = i > first && tokens[i - 1]!.end === tokens[i]!.start && !/[([—–-]$/u.test(tokens[i - 1]!.text);
  const last = i + length - 1;
  const next = tokens[last + 1];
  const after =
    next !== undefined && last + 1 < end && next.start === tokens[last]!.end && !/^[.,;:!?)\]—–-]/.test(next.text);
  if (before === after) return "either";
  return before ? "close" : "open";
}
