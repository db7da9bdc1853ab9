import type { Mention } from "../../model/mention.js";
import type { NameLexicons } from "../names/lexicons.js";
import { type NameForm, personForm, REGNAL } from "./name-form.js";

/** 'HV' of an interview's transcript. */
export const isInitials = (name: string): boolean => /^\p{Lu}{2,3}$/u.test(name);

interface ReadName {
  readonly name: Mention;
  readonly form: NameForm;
}

/** Names taken apart. */
export interface SettledNames {
  readonly names: readonly Mention[];
  readonly forms: ReadonlyMap<Mention, NameForm>;
  /** Those cut from the longer name of an organization or place. */
  readonly cut: ReadonlySet<Mention>;
}

/**
 * The names of an article, taken apart, with the types of short ones made those of the long ones they are cut from:
 * 'Northcove', taken for a person, is the organization of 'Northcove Environmental' where no person's name has the word; and
 * one taken for an organization stays that beside 'Brasso Ceramics', though Lorenza Brasso is named, too.
 */
export function settled(all: readonly Mention[], text: string, lexicons: NameLexicons): SettledNames {
  const formOf = ({ start, end }: Mention): NameForm => {
    const form = personForm(text.slice(start, end), lexicons);
    const told = lexicons.honorifics.get(/(\S{1,10}) $/.exec(text.slice(Math.max(0, start - 12), start))?.[1] ?? "");
    return told === undefined || told === "u" ? form : { ...form, gender: told }; // 'Mrs.' stands outside the name
  };
  const read = numbered(all.map((name) => ({ name, form: formOf(name) })));
  const people = new Set<string>();
  const openings = new Map<string, Mention["type"]>();
  for (const { name, form } of read) {
    if (form.words.length < 2) continue;
    if (name.type === "person") for (const word of form.words) people.add(word);
    else if (name.type !== "other" && !lexicons.known.has(form.name.split(" ")[0]!)) {
      openings.set(form.words[0]!, name.type);
    }
  }
  const names: Mention[] = [];
  const forms = new Map<Mention, NameForm>();
  const cut = new Set<Mention>();
  for (const { name, form } of read) {
    const opening = form.words.length === 1 ? openings.get(form.words[0]!) : undefined;
    const isPerson = name.type === "person" && (form.gender !== "u" || people.has(form.words[0]!));
    // 'Nyack' stays a place beside 'The Nyack Courier': bodies and papers are named after towns.
    const isTown = name.type === "place" && opening === "organization";
    const isCut =
      opening !== undefined && !isPerson && !isTown && name.type !== "other" && !lexicons.known.has(form.name);
    const own = isCut ? { ...name, type: opening } : name;
    names.push(own);
    forms.set(own, form);
    if (isCut) cut.add(own);
  }
  return { names, forms, cut };
}

/** 'Harald IV' beside 'Harald V': their numbers are part of their names. Alone, 'Harald V' is 'Harald' too. */
function numbered(read: readonly ReadName[]): readonly ReadName[] {
  const numberOf = ({ form: { name, words } }: ReadName): string => {
    const parts = name.split(" ");
    return words.length === 1 && parts.length === 2 && REGNAL.test(parts[1]!) ? parts[1]!.toLowerCase() : "";
  };
  const numbers = new Map<string, Set<string>>();
  for (const one of read) {
    const number = numberOf(one);
    const word = one.form.words[0]!;
    if (number !== "") numbers.set(word, (numbers.get(word) ?? new Set()).add(number));
  }
  return read.map((one) => {
    const number = numberOf(one);
    const word = one.form.words[0]!;
    if (number === "" || numbers.get(word)!.size < 2) return one;
    return { ...one, form: { ...one.form, words: [word, number] } };
  });
}
