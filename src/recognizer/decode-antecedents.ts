import { cells, dot, type Layout, type Rows } from "./rows.js";
import type { Scorers } from "./scorers.js";

/** Scores of one mention head row against the earlier ones of its window, and of having no antecedent. */
export interface RowAntecedents {
  readonly row: number;
  readonly none: number;
  readonly candidates: readonly { readonly row: number; readonly score: number }[];
}

/** Scores every mention head row against all earlier ones; `heads` ascends. */
export function scoreAntecedents(
  rows: Rows,
  layout: Layout,
  scorers: Scorers,
  heads: readonly number[],
): readonly RowAntecedents[] {
  const query = layout("antecedent_query");
  const key = layout("antecedent_key");
  const none = layout("none");
  const scale = 1 / Math.sqrt(query.width);
  return heads.map((row, i) => {
    const own = cells(rows, row, query);
    const candidates = heads.slice(0, i).map((other) => ({
      row: other,
      score: dot(own, cells(rows, other, key)) * scale + scorers.antecedentBias[scorers.bucketOf(other - row)]!,
    }));
    return { row, none: cells(rows, row, none)[0]!, candidates };
  });
}
