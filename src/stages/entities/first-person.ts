import type { Doc } from "../../model/layers.js";
import type { Span } from "../../model/span.js";
import { partitionPoint } from "../../text/partition-point.js";
import type { Cluster } from "./cluster.js";
import { type Scene, tokenRange, wordAt } from "./scene.js";

const FIRST: ReadonlySet<string> = new Set(["i", "me", "my", "mine", "myself"]);
/** Words that make a text one person's speech or an interview with one person, where they stand near its start. */
const OCCASION = /\b(interview(s|ed|ee)?|speech|address|remarks|Q&A|testimony|statement)\b/i;
/** Paragraphs that are questions from which on a text with a first person is an interview. */
const MIN_QUESTIONS = 3;
const SECOND: ReadonlySet<string> = new Set(["you", "your", "yours", "yourself"]);
/** Blocks at the start in which the occasion and the person are named. */
const OPENING_BLOCKS = 4;
/** 'I' outside quotations below which a text is not somebody's speech. */
const MIN_FIRST_PERSON = 3;

/** A pronoun of the first or second person and whom it means. */
export interface Self {
  readonly token: number;
  readonly cluster: Cluster;
  readonly by: string;
}

/**
 * Who 'I' is: inside a quotation its source ('“I knew,” Reed said'); outside, the one who has the floor: the one greeted
 * by name at the end of the paragraph before ('Ms. Reed?'), the one who says 'I’m Ann Reed', else the one interviewed or
 * the speaker when the text is an interview or speech. 'You' in a question to the one interviewed is that one. Refuses
 * 'I' in an article by an author who is not named in it.
 */
export function selves(scene: Scene, persons: readonly Cluster[], doc: Doc<"attributions">): readonly Self[] {
  const { tokens, quotationOf } = scene;
  const named = new Set<number>();
  for (const { start, end } of persons.flatMap(({ names }) => names)) {
    const range = tokenRange(scene, { start, end });
    for (let i = range.first; i < range.end; i++) named.add(i);
  }
  const speakers = speakersOf(scene, persons, doc);
  const { floor, asked } = floorByBlock(scene, persons);
  const found: Self[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const word = wordAt(scene, i).replace(/['’].*$/, "");
    if (named.has(i)) continue; // 'Reed I'
    const { block } = tokens[i]!;
    const interviewed = quotationOf[i]! < 0 ? asked.get(block) : undefined;
    if (SECOND.has(word) && interviewed) found.push({ token: i, cluster: interviewed, by: "entities/second-person" });
    if (!FIRST.has(word)) continue;
    const speaker = speakers.get(i);
    const holder = floor.get(block);
    if (speaker) found.push({ token: i, cluster: speaker, by: "entities/first-person-quote" });
    else if (quotationOf[i]! < 0 && holder)
      found.push({ token: i, cluster: holder, by: "entities/first-person-floor" });
  }
  return found;
}

/** The one who speaks, for each token of a quotation or transcript with a known source. */
function speakersOf(
  scene: Scene,
  persons: readonly Cluster[],
  { attributions }: Doc<"attributions">,
): ReadonlyMap<number, Cluster> {
  const places = persons
    .filter((person) => !person.isPlural)
    .flatMap((cluster) => cluster.mentions.map(({ start, end }) => ({ start, end, cluster })))
    .sort((a, b) => a.start - b.start || a.end - b.end);
  const speakers = new Map<number, Cluster>();
  for (const { source, content } of attributions) {
    const cluster = source.map((span) => firstInside(places, span)).find((place) => place !== undefined)?.cluster;
    if (!cluster) continue;
    for (const span of content) {
      const { first, end } = tokenRange(scene, span);
      for (let i = first; i < end; i++)
        if (scene.quotationOf[i]! >= 0 || isTranscript(scene, source[0]?.end)) speakers.set(i, cluster);
    }
  }
  return speakers;
}

/** The first of some spans in text order that lies in `span`. */
function firstInside<Item extends Span>(items: readonly Item[], span: Span): Item | undefined {
  const first = partitionPoint(items, ({ start }) => start < span.start);
  for (let i = first; i < items.length && items[i]!.start < span.end; i++)
    if (items[i]!.end <= span.end) return items[i];
  return undefined;
}

/** 'REED: I knew.' */
const isTranscript = ({ text }: Scene, sourceEnd: number | undefined): boolean =>
  sourceEnd !== undefined && text.startsWith(":", sourceEnd);

interface Floor {
  /** Who speaks in a block. */
  readonly floor: ReadonlyMap<number, Cluster>;
  /** Who is asked in a block, where the block is a question to the one interviewed. */
  readonly asked: ReadonlyMap<number, Cluster>;
}

function floorByBlock(scene: Scene, persons: readonly Cluster[]): Floor {
  const floor = new Map<number, Cluster>();
  const asked = new Map<number, Cluster>();
  const blocks = blockRanges(scene);
  const names = persons
    .flatMap((cluster) => cluster.names.map(({ start, end }) => ({ start, end, cluster })))
    .sort((a, b) => a.start - b.start || a.end - b.end);
  const narrator = narratorOf(scene, names, blocks);
  let holder = narrator;
  for (const range of blocks) {
    const inside = namesIn(scene, names, range);
    holder = introduced(scene, inside, range) ?? holder;
    if (holder) floor.set(range.block, holder);
    if (narrator && holder === narrator && isQuestion(scene, range)) asked.set(range.block, narrator);
    holder = calledUpon(scene, inside, range) ?? holder;
  }
  return { floor, asked };
}

interface BlockRange {
  readonly block: number;
  readonly first: number;
  readonly end: number;
}

/** A name with the person it is of. */
interface PersonName extends Span {
  readonly cluster: Cluster;
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

function namesIn({ tokens }: Scene, names: readonly PersonName[], { first, end }: BlockRange): readonly PersonName[] {
  const span = { start: tokens[first]!.start, end: tokens[end - 1]!.end };
  const from = firstInside(names, span);
  if (!from) return [];
  const inside: PersonName[] = [];
  for (let i = names.indexOf(from); i < names.length && names[i]!.end <= span.end; i++) inside.push(names[i]!);
  return inside;
}

/** 'Why did you leave?' as a paragraph of its own, by nobody who says 'I'. */
function isQuestion(scene: Scene, { first, end }: BlockRange): boolean {
  if (scene.tokens[end - 1]!.text !== "?" || scene.quotationOf[first]! >= 0) return false;
  for (let i = first; i < end; i++) if (FIRST.has(wordAt(scene, i))) return false;
  return true;
}

/** The one person named where a text calls itself an interview or speech, or asks questions paragraph by paragraph. */
function narratorOf(scene: Scene, names: readonly PersonName[], blocks: readonly BlockRange[]): Cluster | undefined {
  const { tokens, quotationOf, text } = scene;
  const opening = blocks.slice(0, OPENING_BLOCKS).at(-1);
  if (!opening) return undefined;
  const end = tokens[opening.end - 1]!.end;
  const occasion = OCCASION.exec(text.slice(0, end));
  if (!occasion && blocks.filter((block) => isQuestion(scene, block)).length < MIN_QUESTIONS) return undefined;
  const count = tokens.filter((_, i) => quotationOf[i]! < 0 && FIRST.has(wordAt(scene, i))).length;
  if (count < MIN_FIRST_PERSON) return undefined;
  const fullNames = names.filter(
    ({ start, end: to, cluster }) => !cluster.isPlural && start < end && text.slice(start, to).includes(" "),
  );
  const after = occasion && fullNames.find((name) => name.start > occasion.index);
  return (after ?? fullNames[0])?.cluster;
}

/** 'I’m Ann Reed', 'My name is Ann Reed'. */
const introduced = (
  { tokens, text }: Scene,
  names: readonly PersonName[],
  { first }: BlockRange,
): Cluster | undefined =>
  names.find(({ start }) =>
    /\b(I ?['’]m|I am|My name is) $/i.test(text.slice(Math.max(tokens[first]!.start, start - 16), start)),
  )?.cluster;

/** A block whose last sentence is a name alone: 'Ms. Reed?' */
function calledUpon(scene: Scene, names: readonly PersonName[], { first, end }: BlockRange): Cluster | undefined {
  const { tokens, sentenceOf, text } = scene;
  let start = end - 1;
  while (start > first && sentenceOf[start - 1] === sentenceOf[end - 1]) start--;
  const [from, to] = [tokens[start]!.start, tokens[end - 1]!.end];
  return names.find(
    (name) =>
      name.start >= from &&
      /^[.?!]?$/.test(text.slice(name.end, to)) &&
      /^(?:\p{Lu}[\p{L}.]*(?: |$)){0,2}$/u.test(text.slice(from, name.start)),
  )?.cluster;
}
