import { CUE_CLASSES, type CueClass, PRESENTATIONS, type Presentation } from "../../model/cue.js";
import { LexiconError } from "../../model/errors.js";
import { ATTITUDES, type Attitude } from "../../model/quote.js";

/** The tables that say what cues mean, loaded by the pipeline. */
export interface MeaningSources {
  /** `cue-verbs.tsv`, `cue-nouns.tsv`, `cue-adjectives.tsv`, `cue-phrases.tsv`: lemma -> class, attitude, complements. */
  readonly verbs: Table;
  readonly nouns: Table;
  readonly adjectives: Table;
  readonly phrases: Table;
  /** `cue-meanings.tsv`: cues that only the encoder finds -> class, attitude. */
  readonly meanings: Table;
  /** `cue-constructions.tsv`: 'promise to' -> class, attitude, shown form. */
  readonly constructions: Table;
  /** `cue-classes.tsv`: class -> what it presents the content as, and what when negated. */
  readonly classes: Table;
  /** `cue-negators.txt`: lemmas before a cue that turn it round. */
  readonly negators: ReadonlySet<string>;
}

type Table = ReadonlyMap<string, readonly string[]>;

/** Class and attitude of a cue, as a table gives them. */
export interface Sense {
  readonly class: CueClass;
  readonly attitude: Attitude;
  /** Prepositions and particles that belong to the lemma: 'for' of 'call'. */
  readonly particles: ReadonlySet<string>;
  /** True for a verb that names its hearer without a preposition: 'tell'. */
  readonly takesHearer: boolean;
  /** True for a verb of which 'at' leads to the hearer: 'shout'. */
  readonly takesAt: boolean;
  /** The lemma as shown, when it is not the key's own words. */
  readonly shown?: string;
}

/** The tables, checked and ready. */
export interface MeaningLexicon {
  /** By part of speech; each holds the cues of `cue-meanings.tsv` too. */
  readonly verbs: ReadonlyMap<string, Sense>;
  readonly nouns: ReadonlyMap<string, Sense>;
  readonly adjectives: ReadonlyMap<string, Sense>;
  readonly meanings: ReadonlyMap<string, Sense>;
  /** By whole phrase: 'make clear'. */
  readonly phrases: ReadonlyMap<string, Sense>;
  readonly constructions: ReadonlyMap<string, Sense>;
  readonly classes: ReadonlyMap<CueClass, Presented>;
  readonly negators: ReadonlySet<string>;
}

/** What a class presents its content as, plain and negated; undefined where it says neither. */
export interface Presented {
  readonly plain: Presentation | undefined;
  readonly negated: Presentation | undefined;
}

/** Reads the tables. Throws a LexiconError that names the row when a class, attitude or presentation is not in the model's lists. */
export function meaningLexicon(sources: MeaningSources): MeaningLexicon {
  const classes = new Map<CueClass, Presented>();
  for (const [name, [plain, negated]] of sources.classes) {
    classes.set(cueClass("cue-classes.tsv", name, name), {
      plain: presentation(name, plain),
      negated: presentation(name, negated),
    });
  }
  const missing = CUE_CLASSES.find((name) => !classes.has(name));
  if (missing) throw new LexiconError(`cue-classes.tsv: no row for '${missing}'; add one`);
  return {
    verbs: senses("cue-verbs.tsv", sources.verbs),
    nouns: senses("cue-nouns.tsv", sources.nouns),
    adjectives: senses("cue-adjectives.tsv", sources.adjectives),
    phrases: senses("cue-phrases.tsv", sources.phrases),
    meanings: senses("cue-meanings.tsv", sources.meanings),
    constructions: senses("cue-constructions.tsv", sources.constructions, (third) => (third ? { shown: third } : {})),
    classes,
    negators: sources.negators,
  };
}

const senses = (
  file: string,
  table: Table,
  extra: (third: string | undefined) => { readonly shown?: string } = () => ({}),
): ReadonlyMap<string, Sense> =>
  new Map(
    [...table].map(([lemma, [group, attitude, third]]) => {
      const particles = (third ?? "").split(" ").filter((item) => item.startsWith("p:"));
      const sense = {
        class: cueClass(file, lemma, group),
        attitude: attitudeOf(file, lemma, attitude),
        particles: new Set(particles.map((item) => item.slice(2))),
        takesHearer: (third ?? "").split(" ").includes("addressee"),
        takesAt: (third ?? "").split(" ").includes("hearer-at"),
      };
      return [lemma, { ...sense, ...extra(third) }];
    }),
  );

const cueClass = (file: string, lemma: string, value: string | undefined): CueClass =>
  known(CUE_CLASSES, value, `${file}: '${lemma}' needs a class`);

const attitudeOf = (file: string, lemma: string, value: string | undefined): Attitude =>
  known(ATTITUDES, value, `${file}: '${lemma}' needs an attitude`);

const presentation = (lemma: string, value: string | undefined): Presentation | undefined =>
  value === "-" ? undefined : known(PRESENTATIONS, value, `cue-classes.tsv: '${lemma}' needs a presentation or -`);

function known<T extends string>(list: readonly T[], value: string | undefined, wanted: string): T {
  const found = list.find((item) => item === value);
  if (found === undefined) throw new LexiconError(`${wanted} (${list.join(", ")}); got '${value ?? ""}'`);
  return found;
}
