import type { Doc } from "../../model/layers.js";
import type { Cluster } from "./cluster.js";
import { type Scene, tokenRange, wordAt } from "./scene.js";

const FIRST: ReadonlySet<string> = new Set(["i", "me", "my", "mine", "myself"]);
/** Words that make a text one person's speech or an interview with one person, where they stand near its start. */
const OCCASION = /\b(interview(s|ed|ee)?|speech|address|remarks|Q&A|testimony|statement)\b/i;
/** Blocks at the start in which the occasion and the person are named. */
const OPENING_BLOCKS = 4;
/** 'I' outside quotations below which a text is not somebody's speech. */
const MIN_FIRST_PERSON = 3;

/** A first-person pronoun and whom it means. */
export interface Self {
  readonly token: number;
  readonly cluster: Cluster;
  readonly by: string;
}

/**
 * Who 'I' is: inside a quotation its source ('“I knew,” Reed said'); outside, the one who has the floor: the one greeted
 * by name at the end of the paragraph before ('Ms. Reed?'), the one who says 'I’m Ann Reed', else the one interviewed or
 * the speaker when the text is an interview or speech. Refuses 'I' in an article by an author who is not named in it.
 */
export function selves(scene: Scene, persons: readonly Cluster[], doc: Doc<"attributions">): readonly Self[] {
  const { tokens, quotationOf } = scene;
  const speakers = new Map<number, Cluster>();
  for (const { source, content } of doc.attributions) {
    const cluster = persons.find((person) =>
      person.mentions.some((mention) => source.some((span) => span.start <= mention.start && mention.end <= span.end)),
    );
    if (!cluster || cluster.isPlural) continue;
    for (const span of content) {
      const { first, end } = tokenRange(scene, span);
      for (let i = first; i < end; i++)
        if (quotationOf[i]! >= 0 || isTranscript(scene, source[0]?.end)) speakers.set(i, cluster);
    }
  }
  const floor = floorByBlock(scene, persons);
  const found: Self[] = [];
  for (let i = 0; i < tokens.length; i++) {
    if (!FIRST.has(wordAt(scene, i).replace(/['’].*$/, ""))) continue;
    const speaker = speakers.get(i);
    const holder = floor.get(tokens[i]!.block);
    if (speaker) found.push({ token: i, cluster: speaker, by: "entities/first-person-quote" });
    else if (quotationOf[i]! < 0 && holder)
      found.push({ token: i, cluster: holder, by: "entities/first-person-floor" });
  }
  return found;
}

/** 'REED: I knew.' */
const isTranscript = ({ text }: Scene, sourceEnd: number | undefined): boolean =>
  sourceEnd !== undefined && text.startsWith(":", sourceEnd);

function floorByBlock(scene: Scene, persons: readonly Cluster[]): ReadonlyMap<number, Cluster> {
  const floor = new Map<number, Cluster>();
  const blocks = blockRanges(scene);
  let holder = narratorOf(scene, persons, blocks);
  for (const { block, first, end } of blocks) {
    holder = introduced(scene, persons, first, end) ?? holder;
    if (holder) floor.set(block, holder);
    holder = calledUpon(scene, persons, first, end) ?? holder;
  }
  return floor;
}

interface BlockRange {
  readonly block: number;
  readonly first: number;
  readonly end: number;
}

function blockRanges({ tokens }: Scene): readonly BlockRange[] {
  const ranges: BlockRange[] = [];
  for (let first = 0; first < tokens.length; ) {
    let end = first;
    while (end < tokens.length && tokens[end]!.block === tokens[first]!.block) end++;
    ranges.push({ block: tokens[first]!.block, first, end });
    first = end;
  }
  return ranges;
}

/** The one person named where a text calls itself an interview or speech. */
function narratorOf(scene: Scene, persons: readonly Cluster[], blocks: readonly BlockRange[]): Cluster | undefined {
  const { tokens, quotationOf, text } = scene;
  const opening = blocks.slice(0, OPENING_BLOCKS).at(-1);
  if (!opening) return undefined;
  const end = tokens[opening.end - 1]!.end;
  const occasion = OCCASION.exec(text.slice(0, end));
  if (!occasion) return undefined;
  const count = tokens.filter((_, i) => quotationOf[i]! < 0 && FIRST.has(wordAt(scene, i))).length;
  if (count < MIN_FIRST_PERSON) return undefined;
  const fullNames = persons
    .filter((person) => !person.isPlural)
    .flatMap((cluster) =>
      cluster.names.map((name) => ({ cluster, start: name.start, text: text.slice(name.start, name.end) })),
    )
    .filter((name) => name.start < end && name.text.includes(" "))
    .sort((a, b) => a.start - b.start);
  const after = fullNames.find((name) => name.start > occasion.index);
  return (after ?? fullNames[0])?.cluster;
}

/** 'I’m Ann Reed', 'My name is Ann Reed'. */
function introduced(scene: Scene, persons: readonly Cluster[], first: number, end: number): Cluster | undefined {
  const { tokens, text } = scene;
  for (const person of persons) {
    for (const name of person.names) {
      if (name.start < tokens[first]!.start || name.end > tokens[end - 1]!.end) continue;
      const before = text.slice(Math.max(tokens[first]!.start, name.start - 16), name.start);
      if (/\b(I ?['’]m|I am|My name is) $/i.test(before)) return person;
    }
  }
  return undefined;
}

/** A block whose last sentence is a name alone: 'Ms. Reed?' */
function calledUpon(scene: Scene, persons: readonly Cluster[], first: number, end: number): Cluster | undefined {
  const { tokens, sentenceOf, text } = scene;
  let start = end - 1;
  while (start > first && sentenceOf[start - 1] === sentenceOf[end - 1]) start--;
  const [from, to] = [tokens[start]!.start, tokens[end - 1]!.end];
  return persons.find((person) =>
    person.names.some(
      (name) =>
        name.start >= from &&
        name.end <= to &&
        /^[.?!]?$/.test(text.slice(name.end, to)) &&
        /^(\p{Lu}[\p{L}.]* ?){0,2}$/u.test(text.slice(from, name.start)),
    ),
  );
}
