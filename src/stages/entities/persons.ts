import type { Natural } from "../../adapters/natural.js";
import type { Mention } from "../../model/mention.js";
import { type Cluster, newCluster } from "./cluster.js";
import type { NameForm } from "./name-form.js";
import { isSpelling } from "./person-match.js";

/** A person in the making. */
export interface Person extends Cluster {
  /** Words of the full names of the person; of the first name or surname when only that is known. */
  readonly fulls: (readonly string[])[];
  /** How many were there before. */
  readonly order: number;
}

type Shelves = Map<string, Set<Person>>;

/** Letters in which two spellings of a word begin alike: 'Mohammed' and 'Mohamed'. */
const OPENING = 3;
/** Words of one opening from which on only equal words are compared: a page of thousands of people, or a hostile one. */
const MAX_SPELLINGS = 200;

/** The people of an article, found by the words of their names: an article may name thousands. */
export class Persons {
  readonly all: Person[] = [];
  readonly #byFamily: Shelves = new Map();
  readonly #byEnd: Shelves = new Map();
  /** By the first letters of their words. */
  readonly #byInitials: Shelves = new Map();
  /** By all words of a full name run together: 'kimjongun' is Kim Jong Un and Kim Jong-un. */
  readonly #byWhole: Shelves = new Map();
  readonly #byLast: Shelves = new Map();
  /** The last words of full names, by their opening, which two spellings share. */
  readonly #lasts = new Map<string, Set<string>>();

  constructor(readonly natural: Natural) {}

  /** A new person without a name. */
  add(): Person {
    const person: Person = { ...newCluster("person"), fulls: [], order: this.all.length };
    this.all.push(person);
    return person;
  }

  /** Gives a person a name; one of a single word is a full name only of who has no other. */
  name(person: Person, name: Mention, form: NameForm): void {
    person.names.push(name);
    if (person.gender === "u") person.gender = form.gender;
    for (const word of form.words) person.words.add(word);
    shelve(this.#byFamily, form.family, person);
    if (form.words.length === 1 && person.fulls.length > 0) return;
    if (person.fulls.some((full) => full.join(" ") === form.words.join(" "))) return;
    person.fulls.push(form.words);
    const [first, last] = [form.words[0]!, form.words.at(-1)!];
    shelve(this.#byEnd, first, person);
    shelve(this.#byEnd, last, person);
    shelve(this.#byLast, last, person);
    shelve(this.#byWhole, form.words.join(""), person);
    const opening = last.slice(0, OPENING);
    shelve(this.#lasts, opening, last);
    if (form.words.length > 1) shelve(this.#byInitials, form.words.map((word) => word[0]).join(""), person);
  }

  /** Those of a family name. */
  byFamily(word: string): readonly Person[] {
    return [...(this.#byFamily.get(word) ?? [])];
  }

  /** Those whose full name begins or ends with a word. */
  byFirstOrLast(word: string): readonly Person[] {
    return [...(this.#byEnd.get(word) ?? [])];
  }

  /** Those whose initials a word is: 'hv' of Hana Veselá. */
  byInitials(word: string): readonly Person[] {
    return [...(this.#byInitials.get(word) ?? [])];
  }

  /** Those whose last word is `word` or another spelling of it, in the order they were added. */
  bySpelling(word: string): readonly Person[] {
    const lasts = this.#lasts.get(word.slice(0, OPENING)) ?? new Set();
    const alike =
      lasts.size > MAX_SPELLINGS ? [word] : [...lasts].filter((last) => isSpelling(last, word, this.natural));
    return inOrder(alike.map((last) => this.#byLast.get(last)));
  }

  /** Those a full name may be of, by its last word and as a whole. */
  likely(words: readonly string[]): readonly Person[] {
    return inOrder([new Set(this.bySpelling(words.at(-1)!)), this.#byWhole.get(words.join(""))]);
  }
}

const inOrder = (shelves: readonly (ReadonlySet<Person> | undefined)[]): readonly Person[] =>
  [...new Set(shelves.flatMap((shelf) => [...(shelf ?? [])]))].sort((a, b) => a.order - b.order);

function shelve<T>(shelves: Map<string, Set<T>>, word: string, one: T): void {
  shelves.set(word, (shelves.get(word) ?? new Set()).add(one));
}
