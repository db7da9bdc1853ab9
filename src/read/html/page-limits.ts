import { InputError } from "../../model/errors.js";

/** Long live blogs have some 10,000 elements. Readability takes 4 s for 20,000 that are mostly links. */
const MAX_ELEMENTS = 20_000;
/** News pages nest some 30 deep; Readability's time grows with the square (0.6 s at 300, 6 s at 1,000). */
const MAX_DEPTH = 250;
/** Each entity and comment ends a piece; Readability looks at each piece many times over. */
const MAX_PIECES = 40_000;
/** UTF-16 units of text outside scripts and styles: a long book. Readability reads it again for each candidate. */
const MAX_TEXT = 1_500_000;
/** On one element. linkedom looks each name up in a list; frameworks write some 50. */
const MAX_ATTRIBUTES = 2_000;
/** UTF-16 units of a class or id, on which Readability runs its patterns; images in src may be longer. */
const MAX_NAME = 20_000;

/**
 * Throws an InputError on pages that would take linkedom and Readability many seconds: damaged, or built to be slow. Goes
 * through the page once, by the parser that linkedom uses, keeps nothing, and stops at the first limit passed.
 */
export async function refuseSlowPage(html: string, file: string): Promise<void> {
  const { Parser } = await import("htmlparser2");
  const check = (count: number, most: number, what: string): void => {
    if (count <= most) return;
    throw new InputError(`more than ${most} ${what}: damaged or hostile HTML; give the article's text instead`, {
      file,
    });
  };
  let elements = 0;
  let depth = 0;
  let pieces = 0;
  let text = 0;
  let attributes = 0;
  let isSilent = false;
  const parser = new Parser({
    onopentagname: (name) => {
      check(++elements, MAX_ELEMENTS, "elements");
      check(++depth, MAX_DEPTH, "elements inside each other");
      attributes = 0;
      isSilent = name === "script" || name === "style";
    },
    onclosetag: () => {
      depth--;
      isSilent = false;
    },
    onattribute: (name, value) => {
      check(++attributes, MAX_ATTRIBUTES, "attributes on one element");
      if (name === "class" || name === "id") check(value.length, MAX_NAME, `characters in an attribute '${name}'`);
    },
    ontext: (piece) => {
      pieces += 1 + (isSilent ? 0 : escapesIn(piece));
      check(pieces, MAX_PIECES, "pieces of text and comments");
      if (!isSilent) text += piece.length;
      check(text, MAX_TEXT, "characters of text");
    },
    oncomment: () => check(++pieces, MAX_PIECES, "pieces of text and comments"),
  });
  parser.end(html);
}

/** Characters that become entities when Readability writes the page out and reads it again: pieces, the second time. */
function escapesIn(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at++) if (ESCAPED.has(text.charCodeAt(at))) count++;
  return count;
}

/** '<', '>', '&' and the no-break space. */
const ESCAPED: ReadonlySet<number> = new Set([0x3c, 0x3e, 0x26, 0xa0]);
