import { createHash } from "node:crypto";
import { InputError } from "../../model/errors.js";
import type { GoldArticle, Kind } from "../gold/gold-article.js";
import type { Counts } from "../score/measure.js";

/** The lowest score allowed of one measure, and the counts it came of, article by article. */
export interface Floor {
  readonly floor: number;
  readonly articles: Readonly<Record<string, Counts>>;
}

/** Floors of one kind: the gold they hold for, and each measure's. */
export interface KindFloors {
  /** {@link goldDigest} of the articles. */
  readonly gold: string;
  readonly measures: Readonly<Record<string, Floor>>;
}

/** A floors file: corpus, then pipeline, then kind. */
export interface Floors {
  readonly corpora: Readonly<Record<string, Readonly<Record<string, Readonly<Partial<Record<Kind, KindFloors>>>>>>>;
}

/** sha256 of what a kind's scores hang on: ids, texts and the kind's layer. Other layers may come and go. */
export function goldDigest(articles: readonly GoldArticle[], kind: Kind): string {
  const hash = createHash("sha256");
  for (const article of articles) {
    if (article[kind] !== undefined)
      hash.update(`${JSON.stringify([article.id, article.text, article[kind]])}\n`, "utf8");
  }
  return hash.digest("hex");
}

const ABOUT =
  "Lowest scores allowed, by corpus, pipeline and kind, with the counts of each article they came of. Written by copydesk evaluate --baseline FILE --update.";

/** Reads a floors file. Throws an InputError when it is none. */
export function parseFloors(content: string, file: string): Floors {
  let value: unknown;
  try {
    value = JSON.parse(content);
  } catch (cause) {
    throw new InputError(`not JSON (${(cause as Error).message}); pin floors anew with --update`, { file }, { cause });
  }
  const corpora = (value as Partial<Floors> | null)?.corpora;
  if (typeof corpora !== "object" || corpora === null) {
    throw new InputError("no floors in it; expected what copydesk evaluate --update writes", { file });
  }
  for (const [corpus, pipelines] of Object.entries(corpora)) {
    for (const [pipeline, kinds] of Object.entries(pipelines)) {
      for (const [kind, floors] of Object.entries(kinds)) {
        const isWhole =
          typeof floors?.gold === "string" &&
          Object.values(floors.measures ?? { none: {} }).every(
            ({ floor, articles }) => typeof floor === "number" && typeof articles === "object" && articles !== null,
          );
        if (!isWhole) {
          throw new InputError(`${corpus}, ${pipeline}, ${kind}: expected a gold digest and measures`, { file });
        }
      }
    }
  }
  return { corpora };
}

/** A floors file as text: keys in order, an article's counts on a line. */
export function serializeFloors({ corpora }: Floors): string {
  const text = JSON.stringify({ about: ABOUT, corpora: inOrder(corpora) }, null, 1);
  return `${text.replace(/\[[^[\]"{}]*\]/g, (list) => list.replace(/\s+/g, ""))}\n`;
}

function inOrder(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, inOrder(inner)]),
  );
}
