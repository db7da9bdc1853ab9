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

/** What has been read so far: who was mentioned last, where, how often. */
export class Discourse {
  readonly #standings = new Map<Cluster, Standing>();
  /** The entities in the order of their mentions, each as often as it was mentioned. */
  readonly #trail: Cluster[] = [];
  /** The entity behind the last source read. */
  lastSource: Cluster | undefined;

  constructor(readonly scene: Scene) {}

  /** Takes note of a mention. */
  note(cluster: Cluster, mention: Mention): void {
    const { first, end } = tokenRange(this.scene, mention);
    const sentence = this.scene.sentenceOf[first] ?? 0;
    const before = this.#standings.get(cluster);
    const isSubject = isSubjectAt(this.scene, first, end) || (before?.sentence === sentence && before.isSubject);
    const quotation = this.scene.quotationOf[first] ?? -1;
    this.#trail.push(cluster);
    this.#standings.set(cluster, { first, end, sentence, quotation, isSubject, count: (before?.count ?? 0) + 1 });
  }

  /** Takes note that `from` has turned out to be `into`. */
  absorb(into: Cluster, from: Cluster): void {
    if (this.lastSource === from) this.lastSource = into;
    const [a, b] = [this.#standings.get(into), this.#standings.get(from)];
    this.#standings.delete(from);
    for (let i = 0; i < this.#trail.length; i++) if (this.#trail[i] === from) this.#trail[i] = into;
    if (!b) return;
    this.#standings.set(into, !a ? b : { ...(a.end >= b.end ? a : b), count: a.count + b.count });
  }

  /** The entities mentioned so far, in the order of their first mention. */
  get seen(): readonly Cluster[] {
    return [...this.#standings.keys()];
  }

  /** The entities mentioned in sentence `sentence` or later, the last mentioned first. */
  since(sentence: number): readonly Cluster[] {
    const found = new Set<Cluster>();
    for (let i = this.#trail.length - 1; i >= 0; i--) {
      const cluster = this.#trail[i]!;
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
