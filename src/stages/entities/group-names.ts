import type { Natural } from "../../adapters/natural.js";
import type { Mention } from "../../model/mention.js";
import type { NameLexicons } from "../names/lexicons.js";
import { type Cluster, newCluster } from "./cluster.js";
import { groupThings } from "./group-things.js";
import { type NameForm, personForm } from "./name-form.js";
import { isSamePerson, isSpelling } from "./person-match.js";
import { type Scene, tokenRange } from "./scene.js";

interface Person extends Cluster {
  /** Words of the full names of the person; empty when only a surname is known. */
  readonly fulls: (readonly string[])[];
  readonly families: Set<string>;
}

/**
 * Groups the names of an article: each is in exactly one cluster. Full names of people come first, then surnames and
 * first names alone join one of them: 'Clinton' after 'Hillary Clinton' and 'Bill Clinton' goes to the one the honorific
 * fits, else to the one named most, else to the one named last.
 */
export function groupNames(scene: Scene, names: readonly Mention[], natural: Natural): readonly Cluster[] {
  const { lexicons, text } = scene;
  const persons: Person[] = [];
  const forms = new Map<Mention, NameForm>();
  for (const name of names) forms.set(name, personForm(text.slice(name.start, name.end), lexicons));
  const things = new Set(names.filter((name) => name.type !== "person").map((name) => forms.get(name)!.name));
  const isPerson = (name: Mention): boolean => name.type === "person" && !isThing(forms.get(name)!, things, lexicons);

  const shelves = new Map<string, readonly Person[]>();
  const full = names.filter((name) => isPerson(name) && forms.get(name)!.words.length > 1);
  for (const name of full.toSorted(
    (a, b) => forms.get(b)!.words.length - forms.get(a)!.words.length || a.start - b.start,
  )) {
    const { words, gender } = forms.get(name)!;
    // Two spellings of a name share the first letter of its last word: only those are compared.
    const shelf = shelves.get(words.at(-1)![0]!) ?? [];
    const known = shelf.find(
      (person) => person.fulls.some((other) => isSamePerson(other, words, natural)) && !isClash(person.gender, gender),
    );
    const person = known ?? addPerson(persons);
    if (!known) shelves.set(words.at(-1)![0]!, [...shelf, person]);
    if (!person.fulls.some((other) => other.join(" ") === words.join(" "))) person.fulls.push(words);
    add(person, name, forms.get(name)!);
  }
  const rest: Mention[] = [];
  for (const name of names) {
    const form = forms.get(name)!;
    if (form.words.length !== 1) {
      if (!isPerson(name)) rest.push(name);
      continue;
    }
    const honorific = isPerson(name) && form.gender === "u" ? honorificBefore(scene, name) : form.gender;
    const isKnown = lexicons.known.has(form.name);
    if (!isPerson(name) && (isKnown || !persons.some((person) => isSurname(person, form.words[0]!)))) {
      rest.push(name);
      continue;
    }
    const person = choose(persons, form.words[0]!, honorific, name, natural) ?? addPerson(persons, form.words[0]!);
    if (person.gender === "u") person.gender = honorific;
    add(person, name, form);
  }
  for (const person of persons) person.names.sort((a, b) => a.start - b.start);
  return [...persons, ...groupThings(scene, rest)];
}

/** A name typed as a person's once, but as a place or the like elsewhere, that no first name speaks for: 'Fort Lee'. */
const isThing = ({ name, words }: NameForm, things: ReadonlySet<string>, lexicons: NameLexicons): boolean =>
  words.length > 1 && !lexicons.firstNames.has(name.split(" ")[0]!) && (things.has(name) || lexicons.known.has(name));

function addPerson(persons: Person[], single?: string): Person {
  const person: Person = {
    ...newCluster("person"),
    fulls: single === undefined ? [] : [[single]],
    families: new Set(),
  };
  persons.push(person);
  return person;
}

function add(person: Person, name: Mention, form: NameForm): void {
  person.names.push(name);
  if (person.gender === "u") person.gender = form.gender;
  for (const word of form.words) person.words.add(word);
  person.families.add(form.family);
}

const isClash = (a: string, b: string): boolean => a !== "u" && b !== "u" && a !== b;

const isSurname = (person: Person, word: string): boolean => person.families.has(word);

/** 'Mr.' left outside the span by the names stage. */
function honorificBefore(scene: Scene, name: Mention): NameForm["gender"] {
  const before = scene.tokens[tokenRange(scene, name).first - 1];
  return (before && scene.lexicons.honorifics.get(before.text)) ?? "u";
}

function choose(
  persons: readonly Person[],
  word: string,
  gender: NameForm["gender"],
  name: Mention,
  natural: Natural,
): Person | undefined {
  const fits = (person: Person): boolean => !isClash(person.gender, gender);
  const bySurname = persons.filter((person) => isSurname(person, word) && fits(person));
  const byFirst = persons.filter(
    (person) => person.fulls.some((full) => full[0] === word || full.at(-1) === word) && fits(person),
  );
  const bySpelling = persons.filter((p) => p.fulls.some((full) => isSpelling(full.at(-1)!, word, natural)) && fits(p));
  const candidates = [bySurname, byFirst, bySpelling].find((list) => list.length > 0) ?? [];
  const fullNames = (person: Person): number => person.names.length;
  const last = (person: Person): number =>
    Math.max(-1, ...person.names.filter((other) => other.start < name.start).map((other) => other.start));
  return candidates.toSorted((a, b) => fullNames(b) - fullNames(a) || last(b) - last(a))[0];
}
