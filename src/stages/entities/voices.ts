import type { Doc } from "../../model/layers.js";
import { type Scene, slice, tokenRange, wordAt } from "./scene.js";

const FIRST: ReadonlySet<string> = new Set(["i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves"]);

/** True for a token that is a pronoun of the first person. */
const isFirstPerson = (scene: Scene, token: number): boolean => FIRST.has(wordAt(scene, token).replace(/['’].*$/, ""));

/**
 * In whose voice each token is said: the source of the quotation it stands in as written, or the article's, ''. A
 * quotation without a verb is a term or title in the article's voice.
 */
export class Voices {
  readonly #voices: readonly string[];
  readonly #isSource: readonly boolean[];

  constructor(
    readonly scene: Scene,
    { attributions }: Doc<"attributions">,
  ) {
    const spoken = new Set(
      scene.quotationOf.filter((_, i) => scene.tokens[i]!.pos === "VERB" || scene.tokens[i]!.pos === "AUX"),
    );
    const voices = scene.quotationOf.map((at) => (at < 0 || !spoken.has(at) ? "" : `quotation ${at}`));
    const isSource = voices.map(() => false);
    for (const { source, content } of attributions) {
      const sources = source.map((span) => tokenRange(scene, span)).filter(({ first, end }) => first < end);
      for (const { first, end } of sources) isSource.fill(true, first, end);
      if (!sources[0]) continue;
      const voice = slice(scene, sources[0].first, sources[0].end).toLowerCase();
      for (const span of content) {
        const { first, end } = tokenRange(scene, span);
        for (let i = first; i < end; i++) if (voices[i] !== "") voices[i] = voice;
      }
    }
    this.#voices = voices;
    this.#isSource = isSource;
  }

  /** The voice of a token. */
  at(token: number): string {
    return this.#voices[token] ?? "";
  }

  /**
   * True when the pronoun at `token` is a first person that cannot be the mention at `other`: 'we' in two people's words,
   * 'we' in a quotation and somebody who is not its source, 'I' of the author and anybody else, before or after it.
   */
  isClash(token: number, other: number): boolean {
    if (!isFirstPerson(this.scene, token)) {
      return isFirstPerson(this.scene, other) && this.at(other) === "" && !isPlural(this.scene, other);
    }
    if (isFirstPerson(this.scene, other)) return this.at(token) !== this.at(other);
    if (this.at(token) === "") return this.at(other) !== "" || !isPlural(this.scene, token);
    return this.#isSource[other] !== true || this.at(other) !== "";
  }
}

const isPlural = (scene: Scene, token: number): boolean => /^(we|us|ours?|ourselves)\b/.test(wordAt(scene, token));
