import type { KnowledgeFile } from "../model/knowledge-file.js";
import type { Change, FieldChange } from "./change.js";
import { changesOf } from "./changes-of.js";
import { extentOf, isHalfWithin, type Pair, pairItems, placeOf, shareOf } from "./pair-items.js";
import { isSameEntity, type Partners } from "./partners.js";
import { field, fieldOfSpans, type Ids, plainFields, type Readings, wordsOf } from "./reading.js";

type Quote = KnowledgeFile["quotes"][number];

/** Pairs quotes whose contents overlap by half, best first: by content, then cue, then source. */
export function pairQuotes({ old, now, alignment }: Readings): readonly Pair[] {
  const partsOf = (quote: Quote) => [quote.content, quote.cue, quote.source];
  const placed = old.quotes.map((quote) => partsOf(quote).map((spans) => spans.map(alignment.toNew)));
  const given = now.quotes.map(partsOf);
  const item = (quote: Quote, parts: (typeof placed)[number], isLoose: boolean) => ({
    span: extentOf(parts[0]!),
    isLoose,
    place: placeOf(parts),
    words: wordsOf(quote.content) ?? "",
  });
  return pairItems(
    old.quotes.map((quote, i) => item(quote, placed[i]!, extentOf(placed[i]![0]!) === null)),
    now.quotes.map((quote, j) => item(quote, given[j]!, !quote.content.some(alignment.isKept))),
    (i, j) => {
      const [content, cue, source] = placed[i]!;
      const [contentNow, cueNow, sourceNow] = given[j]!;
      if (!isHalfWithin(content!, contentNow!)) return 0;
      return 2 * shareOf(content!, contentNow!) + shareOf(cue!, cueNow!) + shareOf(source!, sourceNow!);
    },
  );
}

/** What became of the quotes: lost, gained, another speaker, other bounds, another kind, attitude, cue or source. */
export function compareQuotes(readings: Readings, pairs: readonly Pair[], partners: Partners): readonly Change[] {
  const { alignment, ids } = readings;
  return changesOf("quotes", readings, pairs, {
    told: (quote, side) => ({
      id: quote.id,
      label: `${speakerIn(ids[side], quote)}: ${wordsOf(quote.content) ?? ""}`,
      extent: extentOf(quote.content),
    }),
    fields: (old, now) => [
      ...speakerField(old, now, readings, partners),
      ...fieldOfSpans("content", old.content, now.content, alignment),
      ...fieldOfSpans("cue", old.cue, now.cue, alignment),
      ...fieldOfSpans("source", old.source, now.source, alignment),
      ...plainFields(old, now, readings, ["via"]),
      ...fieldOfSpans("addressee", spansOf(old.addressee), spansOf(now.addressee), alignment),
      ...viaField(old, now, readings, partners),
    ],
  });
}

/** Who said it, in words: the entity's name, or the source as written with the reason why it is nobody's. */
export function speakerIn(ids: Ids, { speaker, source }: Quote): string {
  if (speaker.status === "resolved") return ids.entities.get(speaker.entity) ?? speaker.entity;
  const words = wordsOf(source);
  return words === null ? `(${speaker.reason})` : `“${words}” (${speaker.reason})`;
}

function speakerField(old: Quote, now: Quote, readings: Readings, partners: Partners): readonly FieldChange[] {
  const was = speakerIn(readings.ids.old, old);
  const is = speakerIn(readings.ids.now, now);
  if (old.speaker.status === "resolved" && now.speaker.status === "resolved") {
    const same = isSameEntity({ id: old.speaker.entity, name: was }, { id: now.speaker.entity, name: is }, partners);
    return same ? [] : [{ field: "speaker", old: was, new: is }];
  }
  if (old.speaker.status === "unresolved" && now.speaker.status === "unresolved") {
    return field("speaker", old.speaker.reason, now.speaker.reason);
  }
  return [{ field: "speaker", old: was, new: is }];
}

function viaField(old: Quote, now: Quote, readings: Readings, partners: Partners): readonly FieldChange[] {
  const expected = old.via === undefined ? undefined : partners.quotes.get(old.via);
  if (old.via === undefined ? now.via === undefined : expected === now.via && expected !== undefined) return [];
  const told = (ids: Ids, via: string | undefined): string | null => {
    const quote = via === undefined ? undefined : ids.quotes.get(via);
    return quote === undefined ? null : `${speakerIn(ids, quote)}: ${wordsOf(quote.content)}`;
  };
  return [{ field: "via", old: told(readings.ids.old, old.via), new: told(readings.ids.now, now.via) }];
}

const spansOf = <Part>(part: Part | undefined): readonly Part[] => (part === undefined ? [] : [part]);
