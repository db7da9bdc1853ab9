import { claimLexicons } from "../../src/lexicons/claim-lexicons.js";
import type { Claim, ClaimPart } from "../../src/model/claim.js";
import type { Entity } from "../../src/model/entity.js";
import type { Quote } from "../../src/model/quote.js";
import type { Span } from "../../src/model/span.js";
import type { TimeExpression } from "../../src/model/time-expression.js";
import { extractClaims } from "../../src/stages/extract-claims.js";
import { ignore } from "./doc.js";
import { parsed } from "./parsed.js";

const stage = extractClaims({ lexicons: claimLexicons() });

/** What stages before the claims found. */
export interface Found {
  readonly entities?: readonly Entity[];
  readonly times?: readonly TimeExpression[];
  readonly quotes?: readonly Quote[];
}

/** The claims of sentences with trees written by hand; see `parsed`. */
export function claimsOf(
  rows: string,
  found: Found = {},
): { readonly text: string; readonly claims: readonly Claim[] } {
  const doc = { entities: [], times: [], quotes: [], ...parsed(rows), ...found };
  return { text: doc.article.text, claims: stage.run(doc, ignore) as readonly Claim[] };
}

/** Claims as lines: 'Kim | met with | Lee | on Monday'; an implied verb in brackets. */
export function lines(rows: string, found: Found = {}): readonly string[] {
  const { text, claims } = claimsOf(rows, found);
  const whole = (part: ClaimPart): string =>
    (part.pieces ?? [part]).map(({ start, end }) => text.slice(start, end)).join(" … ");
  return claims.map(({ subject, predicate, implied, arguments: rest }) =>
    [subject && whole(subject), predicate ? whole(predicate) : `(${implied})`, ...rest.map(whole)].join(" | "),
  );
}

/** Where words stand first in a text. */
export const spanIn = (text: string, part: string): Span => ({
  start: text.indexOf(part),
  end: text.indexOf(part) + part.length,
});

/** An entity with one mention. */
export const entity = (text: string, name: string, type: Entity["type"]): Entity => ({
  type,
  name,
  aliases: [],
  roles: [],
  mentions: [{ ...spanIn(text, name), type, form: "name", by: "test" }],
});
