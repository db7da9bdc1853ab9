import { QUOTE_KINDS, type QuoteKind } from "../../model/quote.js";
import type { GoldAttribution } from "../gold/gold-article.js";
import { common, kindOf, quotedWords, tellingWords, wordsIn } from "./attribution-words.js";
import {
  byPrecisionAndRecall,
  byShare,
  bySides,
  type Counts,
  type FaultPart,
  type Measure,
  type RawFault,
  type Scored,
} from "./measure.js";
import type { Pair } from "./pair.js";

/** Contents match when they share at least this much of their words (Dice). */
const LEAST_SHARE = 0.5;

interface Part {
  readonly attribution: GoldAttribution;
  readonly words: ReadonlySet<number>;
  readonly kind: QuoteKind;
}

interface Match {
  readonly gold: Part;
  readonly predicted: Part;
  readonly isExact: boolean;
  /** True when the predicted source holds a telling word of gold's, or neither has a source. */
  readonly isSourced: boolean;
  readonly hasSource: boolean;
  readonly hasCue: boolean;
}

interface Compared {
  readonly gold: readonly Part[];
  readonly predicted: readonly Part[];
  readonly matches: readonly Match[];
}

/**
 * Attributions by their contents' words (`detect`: Dice at least a half; `exact`: the same words), and with the right
 * source (`end_to_end`); score.py's `attribution`. By kind: precision over predictions, recall over gold of the kind.
 */
export function scoreAttribution(pairs: readonly Pair<"attribution">[]): Scored {
  const all = pairs.map(compared);
  const whole = (name: string, hits: (match: Match) => boolean, isChief: boolean): Measure => ({
    name,
    group: "all",
    isChief,
    counts: all.map(({ gold, predicted, matches }) => [matches.filter(hits).length, predicted.length, gold.length]),
    figures: byPrecisionAndRecall,
  });
  const share = (name: string, right: (match: Match) => boolean, among: (match: Match) => boolean): Measure => ({
    name,
    group: "all",
    isChief: false,
    counts: all.map(({ matches }) => [
      matches.filter((m) => among(m) && right(m)).length,
      matches.filter(among).length,
    ]),
    figures: byShare,
  });
  const measures = [
    whole("detect", () => true, true),
    whole("exact", ({ isExact }) => isExact, false),
    whole("end_to_end", ({ isSourced }) => isSourced, true),
    share(
      "source",
      ({ isSourced }) => isSourced,
      ({ hasSource }) => hasSource,
    ),
    share(
      "cue",
      ({ hasCue }) => hasCue,
      () => true,
    ),
    ...QUOTE_KINDS.flatMap((kind): readonly Measure[] => [
      { name: "detect", group: kind, isChief: false, counts: all.map((one) => sides(one, kind)), figures: bySides },
      {
        name: "with_source",
        group: kind,
        isChief: false,
        counts: all.map((one) => sourced(one, kind)),
        figures: byShare,
      },
    ]),
  ];
  const faults = all.flatMap((one, article) => faultsOf(one, article));
  return { measures, faults };
}

const sides = ({ gold, predicted, matches }: Compared, kind: QuoteKind): Counts => [
  matches.filter((match) => match.predicted.kind === kind).length,
  predicted.filter((part) => part.kind === kind).length,
  matches.filter((match) => match.gold.kind === kind).length,
  gold.filter((part) => part.kind === kind).length,
];

/** Found with the right source, of gold of a kind. */
const sourced = ({ gold, matches }: Compared, kind: QuoteKind): Counts => [
  matches.filter((match) => match.gold.kind === kind && match.isSourced).length,
  gold.filter((part) => part.kind === kind).length,
];

function compared({ text, gold, predicted }: Pair<"attribution">): Compared {
  const quoted = quotedWords(text);
  const partsOf = (attributions: readonly GoldAttribution[]): readonly Part[] =>
    attributions
      .map((attribution) => ({ attribution, words: wordsIn(text, attribution.content) }))
      .filter(({ words }) => words.size > 0)
      .map((part) => ({ ...part, kind: kindOf(part.words, quoted) }));
  const [goldParts, predictedParts] = [partsOf(gold), partsOf(predicted)];
  const candidates = goldParts.flatMap((a, i) =>
    predictedParts.flatMap((b, j) => {
      const shared = common(a.words, b.words);
      const dice = shared === 0 ? 0 : (2 * shared) / (a.words.size + b.words.size);
      return dice >= LEAST_SHARE ? [{ dice, i, j }] : [];
    }),
  );
  candidates.sort((a, b) => b.dice - a.dice || a.i - b.i || a.j - b.j);
  const [usedGold, usedPredicted] = [new Set<number>(), new Set<number>()];
  const matches = candidates.flatMap(({ dice, i, j }): readonly Match[] => {
    if (usedGold.has(i) || usedPredicted.has(j)) return [];
    usedGold.add(i);
    usedPredicted.add(j);
    return [matchOf(text, goldParts[i]!, predictedParts[j]!, dice === 1)];
  });
  return { gold: goldParts, predicted: predictedParts, matches };
}

function matchOf(text: string, gold: Part, predicted: Part, isExact: boolean): Match {
  const goldSource = wordsIn(text, gold.attribution.source);
  const source = wordsIn(text, predicted.attribution.source);
  const hasSource = goldSource.size > 0;
  const isSourced = hasSource ? common(tellingWords(text, goldSource), source) > 0 : source.size === 0;
  const hasCue = common(wordsIn(text, gold.attribution.cue), wordsIn(text, predicted.attribution.cue)) > 0;
  return { gold, predicted, isExact, isSourced, hasSource, hasCue };
}

const every = (counts: Counts): RawFault["mends"] => ({ detect: counts, exact: counts, end_to_end: counts });
const RIGHT: Counts = [1, 0, 0];

const partsOf = ({ attribution: { source, cue, content } }: Part): readonly FaultPart[] => [
  ...content.map(({ start, end }) => ({ role: "content", start, end })),
  ...source.map(({ start, end }) => ({ role: "source", start, end })),
  ...cue.map(({ start, end }) => ({ role: "cue", start, end })),
];

function faultsOf({ gold, predicted, matches }: Compared, article: number): readonly RawFault[] {
  const found = new Set(matches.map((match) => match.gold));
  const taken = new Set(matches.map((match) => match.predicted));
  const missed = gold
    .filter((part) => !found.has(part))
    .map((part): RawFault => {
      const about = { article, type: part.kind, gold: partsOf(part), predicted: [], note: "" };
      return { ...about, class: "missed", mends: every([1, 1, 0]) };
    });
  const spurious = predicted
    .filter((part) => !taken.has(part))
    .map((part): RawFault => {
      const about = { article, type: part.kind, gold: [], predicted: partsOf(part), note: "" };
      return { ...about, class: "spurious", mends: every([0, -1, 0]) };
    });
  const wrong = matches.flatMap((match): readonly RawFault[] => {
    const { isExact, isSourced } = match;
    const both = {
      article,
      type: match.gold.kind,
      gold: partsOf(match.gold),
      predicted: partsOf(match.predicted),
      note: "",
    };
    return [
      ...(isSourced ? [] : [{ ...both, class: "wrong source" as const, mends: { end_to_end: RIGHT } }]),
      ...(isExact ? [] : [{ ...both, class: "boundary" as const, mends: { exact: RIGHT } }]),
    ];
  });
  return [...missed, ...wrong, ...spurious];
}
