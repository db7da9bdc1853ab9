import type { Mention } from "../../model/mention.js";
import type { NameLexicons } from "../names/lexicons.js";
import { type NameForm, personForm } from "./name-form.js";

/** 'HV' of an interview's transcript. */
export const isInitials = (name: string): boolean => /^\p{Lu}{2,3}$/u.test(name);

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
  const read = all.map((name) => ({ name, form: formOf(name) }));
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
