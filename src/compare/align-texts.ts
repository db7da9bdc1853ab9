import type { Span } from "../model/span.js";
import { partitionPoint } from "../text/partition-point.js";
import type { TextChange } from "./change.js";
import { commonRuns, type Run } from "./edit-script.js";

/** Leads from one text to another that was made from it. */
export interface Alignment {
  readonly change: TextChange;
  /** Where the span's words stand in the new text; null when none of them is left there. */
  readonly toNew: (span: Span) => Span | null;
  /** True when words of the span were kept from the old text; always true where texts are the same. */
  readonly isKept: (span: Span) => boolean;
}

/** Lines may differ in this many places, words within a changed stretch in this many; beyond it the stretch is new. */
const MOST_LINES = 2000;
const MOST_WORDS = 600;

/** Less than this share of the longer text in common: the article was written anew, its offsets mean nothing. */
const LEAST_KEPT = 0.3;

/** Aligns two texts by their lines, and by words where lines differ. */
export function alignTexts(old: string, now: string): Alignment {
  if (old === now) return SAME;
  const kept = keptStretches(old, now);
  const units = kept.reduce((sum, { length }) => sum + length, 0);
  if (units < LEAST_KEPT * Math.max(old.length, now.length)) return { ...NOTHING, change: "rewritten" };
  return {
    change: "edited",
    toNew: (span) => {
      const first = kept[firstEndingAfter(kept, span.start, "old")];
      if (first === undefined || first.old >= span.end) return null;
      const start = first.new + Math.max(0, span.start - first.old);
      const last = kept[firstEndingAfter(kept, span.end - 1, "old")];
      const lastUsed =
        last !== undefined && last.old < span.end ? last : kept[firstEndingAfter(kept, span.end - 1, "old") - 1];
      if (lastUsed === undefined) return null;
      const end = lastUsed.new + Math.min(lastUsed.length, span.end - lastUsed.old);
      return end > start ? { start, end } : null;
    },
    isKept: (span) => {
      const run = kept[firstEndingAfter(kept, span.start, "new")];
      return run !== undefined && run.new < span.end;
    },
  };
}

/** Alignment of texts that are equal. */
export const SAME: Alignment = { change: "same", toNew: (span) => span, isKept: () => true };

/** Alignment of texts of which one or both are not known. */
export const NOTHING: Alignment = { change: "unknown", toNew: () => null, isKept: () => false };

/** Stretches of code units that both texts hold, in order. */
function keptStretches(old: string, now: string): readonly Run[] {
  const a = pieces(old, /[^\n]*(?:\n|$)/g);
  const b = pieces(now, /[^\n]*(?:\n|$)/g);
  const kept: Run[] = [];
  let line = { old: 0, new: 0 };
  let unit = { old: 0, new: 0 };
  for (const run of [...commonRuns(a, b, MOST_LINES), { old: a.length, new: b.length, length: 0 }]) {
    const from = a.slice(line.old, run.old);
    const to = b.slice(line.new, run.new);
    kept.push(...inWords(from.join(""), to.join(""), unit));
    const base = { old: unit.old + lengthOf(from), new: unit.new + lengthOf(to) };
    const same = lengthOf(a.slice(run.old, run.old + run.length));
    if (same > 0) kept.push({ ...base, length: same });
    unit = { old: base.old + same, new: base.new + same };
    line = { old: run.old + run.length, new: run.new + run.length };
  }
  return kept;
}

function inWords(old: string, now: string, base: { readonly old: number; readonly new: number }): readonly Run[] {
  if (old === "" || now === "") return [];
  const a = pieces(old, /[\p{L}\p{M}\p{N}]+|[^\p{L}\p{M}\p{N}]/gu);
  const b = pieces(now, /[\p{L}\p{M}\p{N}]+|[^\p{L}\p{M}\p{N}]/gu);
  const startsA = starts(a);
  const startsB = starts(b);
  return commonRuns(a, b, MOST_WORDS).map((run) => ({
    old: base.old + startsA[run.old]!,
    new: base.new + startsB[run.new]!,
    length: startsA[run.old + run.length]! - startsA[run.old]!,
  }));
}

const pieces = (text: string, pattern: RegExp): readonly string[] =>
  (text.match(pattern) ?? []).filter((p) => p !== "");

const lengthOf = (parts: readonly string[]): number => parts.reduce((sum, part) => sum + part.length, 0);

/** Where each piece starts, and last where all end. */
function starts(parts: readonly string[]): readonly number[] {
  const found = [0];
  for (const part of parts) found.push(found.at(-1)! + part.length);
  return found;
}

/** Index of the first stretch that ends after an offset of the side. */
const firstEndingAfter = (runs: readonly Run[], offset: number, side: "old" | "new"): number =>
  partitionPoint(runs, (run) => run[side] + run.length <= offset);
