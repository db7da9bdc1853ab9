import type { EntityType } from "../../model/mention.js";
import type { TimeType } from "../../model/time-expression.js";
import { OTHER_MENTION } from "./labelled.js";

/** What a label of a tool or corpus stands for. `nothing` for numbers and amounts, which are not scored. */
export type Meaning =
  | { readonly layer: "names"; readonly type: EntityType }
  | { readonly layer: "times"; readonly type: TimeType }
  | { readonly layer: "mention"; readonly type: string }
  | { readonly layer: "source" | "cue" | "content" | "head" | "nothing" };

/** Label sets read: our own, CoNLL-2003, OntoNotes (spaCy's), WNUT-17, GUM, TIMEX3, PolNeAR. Small letters. */
const NAMES: Readonly<Record<EntityType, string>> = {
  person: "person per",
  organization: "organization organisation org corporation group company",
  place: "place loc location gpe fac facility",
  other: "other misc norp event product law language work_of_art creative-work",
};
const PARTS = {
  source: "source",
  cue: "cue",
  content: "content",
  head: "head",
  nothing: "cardinal ordinal percent money quantity",
} as const;

const MEANINGS: ReadonlyMap<string, Meaning> = new Map<string, Meaning>([
  ...Object.entries(NAMES).flatMap(([type, labels]) =>
    labels.split(" ").map((label): [string, Meaning] => [label, { layer: "names", type: type as EntityType }]),
  ),
  ...(["DATE", "TIME", "DURATION", "SET"] as const).map((type): [string, Meaning] => [
    type.toLowerCase(),
    { layer: "times", type },
  ]),
  ...Object.entries(PARTS).flatMap(([layer, labels]) =>
    labels.split(" ").map((label): [string, Meaning] => [label, { layer: layer as keyof typeof PARTS }]),
  ),
]);

/** What a label means, in any case; undefined when it is not known. */
export function meaningOf(label: string): Meaning | undefined {
  if (label.startsWith(OTHER_MENTION)) return { layer: "mention", type: label.slice(OTHER_MENTION.length) };
  return MEANINGS.get(label.toLowerCase());
}

/** All labels that are known, for messages. */
export const knownLabels = (): string => [...MEANINGS.keys()].join(", ");
