import { CHANGE_KINDS, type ChangeKind } from "./change.js";
import { changesIn, type Totals } from "./totals.js";

/** How many changes are allowed, of one kind or of all together. */
export interface Limit {
  readonly kind: ChangeKind | "all";
  readonly most: number;
  /** Of what `most` counts: changes, or per cent of the old reading's facts. */
  readonly unit: "changes" | "percent";
}

/** A limit that was passed. */
export interface Excess {
  readonly limit: Limit;
  readonly found: number;
}

/**
 * Reads a tolerance: '0', '2%', 'quotes=5', 'times=0.5%,claims=3%'. The words for a wrong one when it is none.
 */
export function parseTolerance(given: string): readonly Limit[] | string {
  const limits: Limit[] = [];
  for (const part of given.split(",")) {
    const match = /^(?:([a-z]+)=)?(\d{1,9}(?:\.\d{1,6})?)(%?)$/.exec(part.trim());
    const kind = CHANGE_KINDS.find((known) => known === match?.[1]) ?? "all";
    if (!match || (kind === "all" && match[1] !== undefined && match[1] !== "all")) {
      return `expected a number or a share such as 5, 2% or quotes=1%, of ${CHANGE_KINDS.join(", ")} or all; got '${part}'`;
    }
    limits.push({ kind, most: Number(match[2]), unit: match[3] === "%" ? "percent" : "changes" });
  }
  return limits;
}

/** The limits that were passed, in the order given. Of no facts, any change is more than any share. */
export function exceeded({ counts, changes }: Totals, limits: readonly Limit[]): readonly Excess[] {
  const facts = CHANGE_KINDS.reduce((all, kind) => all + counts[kind].old, 0);
  return limits.flatMap((limit) => {
    const found = limit.kind === "all" ? changes : changesIn(counts[limit.kind]);
    const of = limit.kind === "all" ? facts : counts[limit.kind].old;
    const allowed = limit.unit === "changes" ? limit.most : (limit.most * of) / 100;
    return found > allowed ? [{ limit, found }] : [];
  });
}

/** A passed limit in words: 'quotes: 7 changes, 2% allowed'. */
export const excessLine = ({ limit, found }: Excess): string =>
  `${limit.kind}: ${found} ${found === 1 ? "change" : "changes"}, ${limit.most}${limit.unit === "percent" ? "%" : ""} allowed`;
