import { InputError, type InputPlace } from "../../model/errors.js";
import type { Span } from "../../model/span.js";
import { codePointOffsets } from "../../text/code-points.js";

/** Where an annotation stands in its file, and what it is called there: 'T3', 'entities[4]'. */
export interface Where extends InputPlace {
  readonly item: string;
}

/** A check that an annotation fits its text, with the conversion of its offsets. */
export interface Fitter {
  /**
   * The span in UTF-16 code units. `surface` is the annotated text as the file repeats it, when it does. Throws an
   * InputError that says where the annotation is and what stands in its place.
   */
  readonly span: (start: unknown, end: unknown, surface: string | undefined, where: Where) => Span;
}

const SHOWN = 40; // characters of a surface in a message: enough to find it by

/**
 * Checks offsets of one text. `strict` is for formats that do not repeat the annotated text: there, an end inside a word
 * or a blank at an end is the only sign of shifted offsets, and is refused too.
 */
export function fitter(text: string, unit: "utf-16" | "code points", options: { readonly strict: boolean }): Fitter {
  const offsets = codePointOffsets(text);
  const convert = (offset: number): number | undefined => {
    if (unit === "code points") return offsets.toUtf16(offset);
    return offsets.toCodePoints(offset) === undefined ? undefined : offset; // undefined inside a surrogate pair too
  };
  return {
    span: (start, end, surface, where) => {
      const refuse = (reason: string): never => {
        throw misfit(`${where.item} does not fit its text: ${reason}`, where);
      };
      if (!Number.isInteger(start) || !Number.isInteger(end)) {
        return refuse(`start ${String(start)} and end ${String(end)} are not whole numbers`);
      }
      const [from, to] = [convert(start as number), convert(end as number)];
      if (from === undefined || to === undefined || from >= to) {
        return refuse(`no span from ${start} to ${end} in ${text.length} characters (offsets count ${unit})`);
      }
      const found = text.slice(from, to);
      if (surface !== undefined && squeeze(surface) !== squeeze(found)) {
        return refuse(`at ${start}–${end} (${unit}) stands ${show(found)}, expected ${show(surface)}`);
      }
      if (surface === undefined && options.strict && (isInsideWord(text, from) || isInsideWord(text, to))) {
        return refuse(`${start}–${end} (${unit}) cuts a word: ${show(text.slice(Math.max(0, from - 8), to + 8))}`);
      }
      if (surface === undefined && options.strict && found.trim() !== found) {
        return refuse(`${start}–${end} (${unit}) begins or ends with a blank: ${show(found)}`);
      }
      return { start: from, end: to };
    },
  };
}

/** An InputError that names the mend that all misfits share. */
export const misfit = (reason: string, place: InputPlace): InputError =>
  new InputError(`${reason}; mend the annotation, or give the text it was made on`, place);

/** Tools write line breaks inside a surface as blanks; nothing else may differ. */
const squeeze = (surface: string): string => surface.replace(/\s/g, " ");

const show = (surface: string): string => {
  const line = JSON.stringify(surface);
  return line.length > SHOWN ? `${line.slice(0, SHOWN)}…"` : line;
};

const WORD = /[\p{L}\p{N}_]/u;

function isInsideWord(text: string, at: number): boolean {
  return at > 0 && at < text.length && WORD.test(text[at - 1]!) && WORD.test(text[at]!);
}
