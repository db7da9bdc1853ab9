import type { Natural } from "../../adapters/natural.js";
import type { Mention } from "../../model/mention.js";
import { type Cluster, newCluster } from "./cluster.js";
import type { NameForm } from "./name-form.js";
import { isSpelling } from "./person-match.js";

/** A person in the making. */
export interface Person extends Cluster {
  /** Words of the full names of the person; of the first name or surname when only that is known. */
  readonly fulls: (readonly string[])[];
}

/** The people of an article, found by the words of their names: an article may name thousands. */
export class Persons {
  readonly all: Person[] = [];
  readonly #byFamily = new Map<string, Person[]>();
  readonly #byEnd = new Map<string, Person[]>();
  /** By the first letters of their words. */
  readonly #byInitials = new Map<string, Person[]>();
  /** By the first letter of the last word, which two spellings of a name share. */
  readonly #byLetter = new Map<string, Person[]>();

  constructor(readonly natural: Natural) {}

  /** A new person without a name. */
  add(): Person {
    const person: Person = { ...newCluster("person"), fulls: [] };
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
    shelve(this.#byLetter, last[0]!, person);
    if (form.words.length > 1) shelve(this.#byInitials, form.words.map((word) => word[0]).join(""), person);
  }

  /** Those of a family name. */
  byFamily(word: string): readonly Person[] {
    return this.#byFamily.get(word) ?? [];
  }

  /** Those whose full name begins or ends with a word. */
  byFirstOrLast(word: string): readonly Person[] {
    return this.#byEnd.get(word) ?? [];
  }

  /** Those whose initials a word is: 'hv' of Hana Veselá. */
  byInitials(word: string): readonly Person[] {
    return this.#byInitials.get(word) ?? [];
  }

  /** Those whose last word is another spelling of `word`. */
  bySpelling(word: string): readonly Person[] {
    const shelf = this.#byLetter.get(word[0]!) ?? [];
    return shelf.filter(({ fulls }) => fulls.some((full) => isSpelling(full.at(-1)!, word, this.natural)));
  }
}

function shelve(shelves: Map<string, Person[]>, word: string, person: Person): void {
  const shelf = shelves.get(word);
  if (!shelf) shelves.set(word, [person]);
  else if (!shelf.includes(person)) shelf.push(person);
}
