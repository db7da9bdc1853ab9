import type { KnowledgeFile } from "../model/knowledge-file.js";
import type { Span } from "../model/span.js";
import type { Change, FieldChange } from "./change.js";
import { changesOf } from "./changes-of.js";
import { speakerIn } from "./compare-quotes.js";
import { isHalfWithin, type Pair, pairItems, placeOf, shareOf } from "./pair-items.js";
import { isSameEntity, type Partners } from "./partners.js";
import { field, fieldOfSpans, type Ids, oneLine, plainFields, type Readings } from "./reading.js";

type Claim = KnowledgeFile["claims"][number];
type Part = Claim["arguments"][number];

/** Pairs claims with overlapping predicates (or, where none is written, extents), best first. */
export function pairClaims({ old, now, alignment }: Readings): readonly Pair[] {
  const partsOf = (claim: Claim) => [
    piecesOf(claim.predicate ?? claim),
    claim.subject === null ? [] : piecesOf(claim.subject),
    claim.arguments.flatMap(piecesOf),
  ];
  const placed = old.claims.map((claim) => partsOf(claim).map((spans) => spans.map(alignment.toNew)));
  const given = now.claims.map(partsOf);
  const item = (claim: Claim, span: Span | null, parts: readonly (readonly (Span | null)[])[], isLoose: boolean) => ({
    span,
    isLoose,
    place: placeOf(parts),
    words: rowOf(claim),
  });
  const spans = old.claims.map((claim) => alignment.toNew(claim));
  return pairItems(
    old.claims.map((claim, i) => item(claim, spans[i]!, placed[i]!, spans[i] === null)),
    now.claims.map((claim, j) => item(claim, claim, given[j]!, !alignment.isKept(claim))),
    (i, j) => {
      const [predicate, subject, rest] = placed[i]!;
      const [predicateNow, subjectNow, restNow] = given[j]!;
      if (!isHalfWithin(predicate!, predicateNow!)) return 0;
      const sides = shareOf(subject!, subjectNow!) + shareOf(rest!, restNow!);
      return sides === 0 ? 0 : 2 * shareOf(predicate!, predicateNow!) + sides;
    },
  );
}

/** What became of the claims: lost, gained, other parts, another one who says so, another polarity, modality or stance. */
export function compareClaims(readings: Readings, pairs: readonly Pair[], partners: Partners): readonly Change[] {
  const { alignment } = readings;
  return changesOf("claims", readings, pairs, {
    told: (claim) => ({ id: claim.id, label: rowOf(claim), extent: claim }),
    fields: (old, now) => [
      ...sayerField(old, now, readings, partners),
      ...fieldOfSpans("subject", partSpans(old.subject), partSpans(now.subject), alignment),
      ...fieldOfSpans("predicate", partSpans(old.predicate), partSpans(now.predicate), alignment),
      ...fieldOfSpans("arguments", old.arguments.flatMap(partSpans), now.arguments.flatMap(partSpans), alignment),
      ...plainFields(old, now, readings, ["assertedBy", "time", "place"]),
      ...field("relation", old.relation?.type ?? null, now.relation?.type ?? null),
      ...field("quantities", quantitiesOf(old), quantitiesOf(now)),
      ...referenceField("time", old, now, readings, partners),
      ...referenceField("place", old, now, readings, partners),
    ],
  });
}

/** A claim on one line, parts apart: 'he | met with | Lee | on Monday'; an implied verb in round brackets. */
function rowOf({ subject, predicate, implied, arguments: rest }: Claim): string {
  const words = (part: Part | null): readonly string[] =>
    part === null
      ? []
      : [
          oneLine(
            piecesOf(part)
              .map(({ text }) => text)
              .join(" "),
          ),
        ];
  const verb = [...(implied === undefined ? [] : [`(${implied})`]), ...words(predicate)].join(" ");
  return [...words(subject), verb, ...rest.flatMap(words)].filter((part) => part !== "").join(" | ");
}

const piecesOf = (part: Part | Claim): readonly { start: number; end: number; text: string }[] =>
  "pieces" in part && part.pieces !== undefined ? part.pieces : [part];

const partSpans = (part: Part | null) => (part === null ? [] : piecesOf(part));

function quantitiesOf({ subject, arguments: rest }: Claim): string | null {
  const found = [subject, ...rest].flatMap((part) => (part?.quantity === undefined ? [] : [part.quantity]));
  const told = found.map(({ value, unit, currency }) => [String(value), unit, currency].filter(Boolean).join(" "));
  return told.length === 0 ? null : told.join("; ");
}

function sayerField(old: Claim, now: Claim, readings: Readings, partners: Partners): readonly FieldChange[] {
  const was = sayerIn(readings.ids.old, old.assertedBy);
  const is = sayerIn(readings.ids.now, now.assertedBy);
  const isSame =
    was.kind === is.kind &&
    (was.kind === "article" ||
      (was.kind === "quote"
        ? partners.quotes.get(old.assertedBy) === now.assertedBy
        : isSameEntity({ id: old.assertedBy, name: was.name }, { id: now.assertedBy, name: is.name }, partners)));
  return isSame ? [] : [{ field: "said by", old: was.name, new: is.name }];
}

interface Sayer {
  readonly kind: "article" | "quote" | "entity";
  readonly name: string;
}

function sayerIn(ids: Ids, id: string): Sayer {
  const quote = ids.quotes.get(id);
  if (quote !== undefined) return { kind: "quote", name: speakerIn(ids, quote) };
  return id === "article"
    ? { kind: "article", name: "the article" }
    : { kind: "entity", name: ids.entities.get(id) ?? id };
}

/** A reference that differs: to something that is not the partner of what it was to. */
function referenceField(
  list: "time" | "place",
  old: Claim,
  now: Claim,
  { ids }: Readings,
  partners: Partners,
): readonly FieldChange[] {
  const from = old[list];
  const to = now[list];
  const name = list === "time" ? "times" : "entities";
  if (from === undefined ? to === undefined : to !== undefined && partners[name].get(from) === to) return [];
  const told = (side: Ids, id: string | undefined): string | null =>
    id === undefined ? null : (side[name].get(id) ?? id);
  return [{ field: list, old: told(ids.old, from), new: told(ids.now, to) }];
}
