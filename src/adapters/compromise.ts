import type { Span } from "../model/span.js";

/** What compromise takes for a name; offsets in UTF-16 units of the text it was given. */
export interface CompromiseName extends Span {
  readonly type: "person" | "place" | "organization";
}

/** Finds people, places and organizations in a stretch of text, in text order. */
export type NameGuesser = (text: string) => readonly CompromiseName[];

/** The part of compromise's interface used here; its own types do not cover `json({ offset: true })`. */
interface View {
  people(): View;
  places(): View;
  organizations(): View;
  json(
    options: object,
  ): { readonly text: string; readonly offset?: { readonly start: number; readonly length: number } }[];
}

let loading: Promise<NameGuesser> | undefined;

/** Loads compromise, once; about 0.4 s. */
export function loadNameGuesser(): Promise<NameGuesser> {
  loading ??= import("compromise").then(({ default: nlp }) => guesser(nlp as unknown as (text: string) => View));
  return loading;
}

const guesser =
  (nlp: (text: string) => View): NameGuesser =>
  (text) => {
    const view = nlp(text);
    const found = [
      ...named(text, view.people(), "person"),
      ...named(text, view.places(), "place"),
      ...named(text, view.organizations(), "organization"),
    ];
    return found.sort((a, b) => a.start - b.start || b.end - a.end);
  };

/** Its offsets are off after some contractions and emoji: a name whose text does not stand where it says is left out. */
function named(text: string, view: View, type: CompromiseName["type"]): CompromiseName[] {
  return view.json({ offset: true }).flatMap(({ text: surface, offset }) => {
    if (offset === undefined) return [];
    const name = surface.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}.]+$/gu, "").replace(/['’]s$/u, "");
    const start = text.indexOf(name, offset.start);
    if (name === "" || start < 0 || start > offset.start + 3) return [];
    // The stop that ends the text is not the name's: 'She went to Paris.'
    const length = name.endsWith(".") && start + name.length === text.length ? name.length - 1 : name.length;
    return [{ start, end: start + length, type }];
  });
}
