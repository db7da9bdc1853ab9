import type { Mention } from "../../model/mention.js";
import type { Cluster } from "./cluster.js";
import { type Scene, tokenRange } from "./scene.js";

/** How an entity stands in what has been read so far. */
export interface Standing {
  /** Tokens of its last mention. */
  readonly first: number;
  readonly end: number;
  readonly sentence: number;
  readonly quotation: number;
  /** True when the last mention in that sentence, or one before it there, is a subject. */
  readonly isSubject: boolean;
  readonly count: number;
}

/** Mentions back in which a description finds the one described so before; what is further back is another story. */
const MAX_BACK = 400;

/** What has been read so far: who was mentioned last, where, how often. */
export class Discourse {
  readonly #standings = new Map<Cluster, Standing>();
  /** The entities in the order of their mentions, each as often as it was mentioned. */
  readonly #trail: Cluster[] = [];
  /** As the trail, of those who have a noun or word of a name, by that. */
  readonly #trails = new Map<string, Cluster[]>();
  readonly #leaders = new Map<Cluster, Cluster>();
  #lastSource: Cluster | undefined;

  constructor(readonly scene: Scene) {}

  /** The entity behind the last source read. */
  get lastSource(): Cluster | undefined {
    return this.#lastSource && this.live(this.#lastSource);
  }

  set lastSource(cluster: Cluster) {
    this.#lastSource = cluster;
  }

  /** Takes note of a mention. */
  note(cluster: Cluster, mention: Mention): void {
    const { first, end } = tokenRange(this.scene, mention);
    const sentence = this.scene.sentenceOf[first] ?? 0;
    const before = this.#standings.get(cluster);
    const isSubject = isSubjectAt(this.scene, first, end) || (before?.sentence === sentence && before.isSubject);
    const quotation = this.scene.quotationOf[first] ?? -1;
    this.#trail.push(cluster);
    for (const word of new Set([...cluster.heads, ...cluster.words])) {
      const trail = this.#trails.get(word);
      if (trail) trail.push(cluster);
      else this.#trails.set(word, [cluster]);
    }
    this.#standings.set(cluster, { first, end, sentence, quotation, isSubject, count: (before?.count ?? 0) + 1 });
  }

  /** Takes note that `from` has turned out to be `into`. */
  absorb(into: Cluster, from: Cluster): void {
    this.#leaders.set(from, into);
    const [a, b] = [this.#standings.get(into), this.#standings.get(from)];
    this.#standings.delete(from);
    if (!b) return;
    this.#standings.set(into, !a ? b : { ...(a.end >= b.end ? a : b), count: a.count + b.count });
  }

  /** What a cluster has become. */
  live(cluster: Cluster): Cluster {
    let found = cluster;
    for (let leader = this.#leaders.get(found); leader; leader = this.#leaders.get(found)) found = leader;
    return found;
  }

  /** The last mentioned that has been described with a noun, or has it in its name, and passes a test. */
  lastDescribed(noun: string, isFit: (cluster: Cluster) => boolean): Cluster | undefined {
    const trail = this.#trails.get(noun) ?? [];
    for (let i = trail.length - 1; i >= Math.max(0, trail.length - MAX_BACK); i--) {
      const cluster = this.live(trail[i]!);
      if (isFit(cluster)) return cluster;
    }
    return undefined;
  }

  /** The entities mentioned in sentence `sentence` or later, the last mentioned first. */
  since(sentence: number): readonly Cluster[] {
    const found = new Set<Cluster>();
    for (let i = this.#trail.length - 1; i >= 0; i--) {
      const cluster = this.live(this.#trail[i]!);
      if (found.has(cluster)) continue;
      if (this.#standings.get(cluster)!.sentence < sentence) break;
      found.add(cluster);
    }
    return [...found];
  }

  standing(cluster: Cluster): Standing | undefined {
    return this.#standings.get(cluster);
  }
}

/** True for a phrase that a verb follows and no preposition or verb comes before: the subject of its clause, most likely. */
export function isSubjectAt({ tokens, sentenceOf }: Scene, first: number, end: number): boolean {
  const before = tokens[first - 1];
  const isGoverned =
    before !== undefined &&
    sentenceOf[first - 1] === sentenceOf[first] &&
    (before.pos === "ADP" || before.pos === "VERB");
  if (isGoverned) return false;
  let at = end;
  while (tokens[at]?.pos === "ADV") at++;
  const after = tokens[at];
  return after !== undefined && (after.pos === "VERB" || after.pos === "AUX" || after.text === ",");
}
