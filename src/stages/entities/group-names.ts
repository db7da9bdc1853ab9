import type { Natural } from "../../adapters/natural.js";
import type { Mention } from "../../model/mention.js";
import type { NameLexicons } from "../names/lexicons.js";
import type { Cluster } from "./cluster.js";
import { groupThings } from "./group-things.js";
import { isBirthName, type NameForm } from "./name-form.js";
import { isSamePerson } from "./person-match.js";
import { type Person, Persons } from "./persons.js";
import type { Scene } from "./scene.js";
import { isInitials, settled } from "./settled-names.js";

/**
 * Groups the names of an article: each is in exactly one cluster. Full names of people come first, then surnames and
 * first names alone join one of them: 'Clinton' after 'Hillary Clinton' and 'Bill Clinton' goes to the one the honorific
 * fits, else to the one named most, else to the one named last.
 */
export function groupNames(scene: Scene, all: readonly Mention[], natural: Natural): readonly Cluster[] {
  const { lexicons, text } = scene;
  const persons = new Persons(natural);
  const { names: read, honorifics } = withoutHonorifics(scene, all);
  const { names, forms, cut } = settled(read, text, lexicons);
  const things = new Set(names.filter((name) => name.type !== "person").map((name) => forms.get(name)!.name));
  const isPerson = (name: Mention): boolean => name.type === "person" && !isThing(forms.get(name)!, things, lexicons);

  const full = names.filter((name) => isPerson(name) && forms.get(name)!.words.length > 1);
  for (const name of full.toSorted(
    (a, b) =>
      Number(isBirthName(text, a)) - Number(isBirthName(text, b)) ||
      forms.get(b)!.words.length - forms.get(a)!.words.length ||
      a.start - b.start,
  )) {
    const { words, gender } = forms.get(name)!;
    // 'Born Ingrid Holm' is the one Ingrid of the article, by whatever name she is known.
    const namesakes = isBirthName(text, name) ? persons.byFirstOrLast(words[0]!) : [];
    if (namesakes.length === 1) {
      persons.name(namesakes[0]!, name, forms.get(name)!);
      continue;
    }
    const known = persons
      .likely(words)
      .find(
        (person) =>
          person.fulls.some(
            (other) => isSamePerson(other, words, natural) || isTail(forms.get(name)!, other, lexicons),
          ) && !isClash(person.gender, gender),
      );
    const person = known ?? persons.add();
    persons.name(person, name, forms.get(name)!);
  }
  const rest: Mention[] = [];
  for (const name of names) {
    const form = forms.get(name)!;
    if (form.words.length !== 1) {
      if (!isPerson(name)) rest.push(name);
      continue;
    }
    if (cut.has(name) || (!isPerson(name) && !isPersonal(persons, name, form, lexicons))) {
      rest.push(name);
      continue;
    }
    const person = choose(persons, form.words[0]!, form.gender, name) ?? persons.add();
    if (person.gender === "u") person.gender = form.gender;
    persons.name(person, name, form);
  }
  const clusters = [...persons.all, ...groupThings(scene, rest)];
  const bearers = new Map(clusters.flatMap((cluster) => cluster.names.map((name) => [name, cluster] as const)));
  for (const [honorific, name] of honorifics) bearers.get(name)!.names.push(honorific);
  for (const person of persons.all) person.names.sort((a, b) => a.start - b.start);
  return clusters;
}

/** A name typed as a person's once, but as a place or the like elsewhere, that no first name speaks for: 'Fort Lee'. */
const isThing = ({ name, words }: NameForm, things: ReadonlySet<string>, lexicons: NameLexicons): boolean =>
  words.length > 1 && !lexicons.firstNames.has(name.split(" ")[0]!) && (things.has(name) || lexicons.known.has(name));

/** 'Mrs.' taken for a name of its own belongs to the name it stands before. */
function withoutHonorifics(
  { text, lexicons }: Scene,
  all: readonly Mention[],
): { readonly names: readonly Mention[]; readonly honorifics: readonly (readonly [Mention, Mention])[] } {
  const honorifics: (readonly [Mention, Mention])[] = [];
  const names = all.filter((name, i) => {
    const next = all[i + 1];
    const surface = text.slice(name.start, name.end);
    const isBefore = next !== undefined && /^\.? ?$/.test(text.slice(name.end, next.start));
    if (name.type !== "person" && /^St\.?$/.test(surface)) return true; // a street, or a saint's town
    const isAlone = lexicons.honorifics.has(surface) || lexicons.honorifics.has(`${surface}.`);
    if (!isAlone || !isBefore || next.type !== "person") return true;
    honorifics.push([name, next]);
    return false;
  });
  return { names, honorifics };
}

/** 'Braga da Cunha' after 'Inês Braga da Cunha'; refuses 'Ann Reed' after 'Mary Ann Reed', who may be another. */
function isTail({ name, words }: NameForm, other: readonly string[], { firstNames }: NameLexicons): boolean {
  if (other.length <= words.length || firstNames.has(name.split(" ")[0]!)) return false;
  return other.slice(-words.length).join(" ") === words.join(" ");
}

/**
 * A name of one word typed as no person's that is one's all the same: a family name or, of type other, a first name
 * alone.
 */
function isPersonal(persons: Persons, { type }: Mention, { name, words }: NameForm, lexicons: NameLexicons): boolean {
  if (lexicons.known.has(name)) return false;
  if (persons.byFamily(words[0]!).length > 0) return true;
  if (type !== "other") return false;
  return isInitials(name) ? persons.byInitials(words[0]!).length === 1 : persons.byFirstOrLast(words[0]!).length > 0;
}

const isClash = (a: string, b: string): boolean => a !== "u" && b !== "u" && a !== b;

function choose(persons: Persons, word: string, gender: NameForm["gender"], name: Mention): Person | undefined {
  const fits = (person: Person): boolean => !isClash(person.gender, gender);
  const lists = [
    () => persons.byFamily(word),
    () => persons.byFirstOrLast(word),
    () => persons.bySpelling(word),
    () => persons.byInitials(word),
  ];
  let candidates: readonly Person[] = [];
  for (const list of lists) if (candidates.length === 0) candidates = list().filter(fits);
  // 'Mr. Reed' is Gordon Reed before he is Lauren Reed, whose name does not tell.
  const alike = candidates.filter((person) => gender !== "u" && person.gender === gender);
  if (alike.length > 0) candidates = alike;
  if (candidates.length < 2) return candidates[0];
  const last = (person: Person): number =>
    Math.max(-1, ...person.names.filter((other) => other.start < name.start).map((other) => other.start));
  return candidates.toSorted((a, b) => b.names.length - a.names.length || last(b) - last(a))[0];
}
