import { InputError } from "../../model/errors.js";
import { type GoldArticle, type GoldFile, KINDS, type Kind } from "./gold-article.js";
import { given } from "./labelled.js";

/** What a format has no place for: beside 'a1.ann' stands 'a1.record.json'. Nothing in it is required. */
export interface Sidecar {
  readonly id?: string;
  readonly published?: string;
  readonly title?: string;
  readonly url?: string;
  readonly layers?: readonly Kind[];
}

const FIELDS = ["id", "published", "title", "url"] as const;

/** Reads a sidecar, if there is one. Throws an InputError when it is not what it should be. */
export function readSidecar(file: GoldFile | undefined): Sidecar {
  if (file === undefined) return {};
  return sidecarOf(parseJson(file.content, { file: file.path }), { file: file.path });
}

/** The fields of a sidecar in a JSON value that may hold others. Throws an InputError when one of them is wrong. */
export function sidecarOf(value: unknown, place: { readonly file: string; readonly line?: number }): Sidecar {
  if (typeof value !== "object" || value === null) {
    throw new InputError('not a record; expected an object such as {"published": "2025-02-07"}', place);
  }
  const record = value as Readonly<Record<string, unknown>>;
  const fields = FIELDS.flatMap((name) => {
    const field = record[name];
    if (field === undefined || field === null) return [];
    if (typeof field === "string" || (name === "id" && typeof field === "number")) return [[name, `${field}`]];
    throw new InputError(`'${name}' is not a text; write it in quotation marks`, place);
  });
  const { layers } = record;
  if (layers !== undefined && !(Array.isArray(layers) && layers.every((layer) => KINDS.includes(layer)))) {
    throw new InputError(`'layers' must be a list of ${KINDS.join(", ")}`, place);
  }
  return { ...Object.fromEntries(fields), ...given({ layers: layers as readonly Kind[] | undefined }) };
}

/** The sidecar of an article: its record and the layers that the format can hold. */
export const toSidecar = (article: GoldArticle, kinds: readonly Kind[]): Sidecar => {
  const { id, published, title, url } = article;
  return { id, ...given({ published, title, url }), layers: kinds.filter((kind) => article[kind] !== undefined) };
};

/** Parses JSON, or throws an InputError. */
export function parseJson(content: string, place: { readonly file: string; readonly line?: number }): unknown {
  try {
    return JSON.parse(content);
  } catch (cause) {
    throw new InputError(
      `not JSON (${(cause as Error).message}); mend the file or name its format with --format`,
      place,
      {
        cause,
      },
    );
  }
}

/** A safe, telling file stem for an article's id; ids that differ only in odd characters get a number. */
export function stems(articles: readonly GoldArticle[]): readonly string[] {
  const taken = new Set<string>();
  return articles.map(({ id }) => {
    const plain =
      id
        .replace(/[^A-Za-z0-9._-]+/g, "-")
        .replace(/^[-.]+/, "")
        .slice(0, 120) || "article";
    let stem = plain;
    for (let n = 2; taken.has(stem.toLowerCase()); n++) stem = `${plain}-${n}`;
    taken.add(stem.toLowerCase());
    return stem;
  });
}
