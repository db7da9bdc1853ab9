import type { EntityType } from "../../model/mention.js";
import { type AdoptedName, type Adoption, areClose, startsCapital, tokensOf } from "./adoption.js";

/** Particles that join no two names of people: 'D. Lehmann st Kaluwitharana', 'Ortega y Gasset' is found whole. */
const APART = new Set(["do", "e", "la", "le", "lo", "st", "te", "y"]);
/** Words that a name may grow by. */
const REACH = 3;

/**
 * One name where the encoder found pieces of it: 'Umm' + 'Walid', 'Roisin “Rocket” Magee', 'Abd al-Rahman ibn Yusuf',
 * 'Tuckahoe Falls' + 'Borough Council'; and where it stopped short of the words that say what it is: 'North Yorkshire' +
 * 'Police', 'Lee' + '& Daughter', 'Eel' + 'Crossing'. Refuses 'Lima, Peru', 'U.S. Air Force' and 'Ann Lee and Bob Hill'. A lone 'Mr.', 'The',
 * '#' or 'GMT' is no name.
 */
export function joinPieces(adoption: Adoption, names: readonly AdoptedName[]): readonly AdoptedName[] {
  const joined: AdoptedName[] = [];
  for (const name of names) {
    if (isNoName(adoption, name)) continue;
    const last = joined.at(-1);
    const type = last && typeTogether(adoption, last, name);
    if (last && type) {
      const score = Math.min(last.score, name.score);
      joined[joined.length - 1] = { start: last.start, end: name.end, type, score, by: "names/joined" };
    } else joined.push(name);
  }
  return joined.map((name, i) => grown(adoption, name, joined[i + 1]?.start ?? Number.POSITIVE_INFINITY));
}

function isNoName({ text, lexicons }: Adoption, { start, end, type }: AdoptedName): boolean {
  const words = text.slice(start, end);
  if (!/[\p{L}\p{N}]/u.test(words)) return true;
  if (words === "The" || lexicons.courtesy.has(words.replace(/\.$/, ""))) return true;
  return type === "other" && lexicons.units.has(words);
}

function typeTogether({ text, lexicons }: Adoption, a: AdoptedName, b: AdoptedName): EntityType | undefined {
  const [before, after] = [text.slice(a.start, a.end), text.slice(b.start, b.end)];
  const between = text.slice(a.end, b.start);
  if (a.type === "person" && b.type === "person" && before !== after) {
    const particle = /^ (\p{Ll}{1,4}) $/u.exec(between)?.[1];
    const isParticle = particle !== undefined && lexicons.particles.has(particle) && !APART.has(particle);
    const isNickname = /^ [“"‘'(]\p{Lu}[\p{L} ]{1,16}[”"’')] $/u.test(between);
    if (between === " " || isParticle || isNickname) return "person";
  }
  const isBody = a.type === "place" && b.type === "organization" && between === " ";
  // 'U.S. State Department' is a country's body, which has its name without the country's.
  if (lexicons.known.has(after) || lexicons.places.get(before)?.kind === "country") return undefined;
  return isBody && lexicons.orgNouns.has(after.slice(after.lastIndexOf(" ") + 1)) ? "organization" : undefined;
}

function grown(adoption: Adoption, name: AdoptedName, limit: number): AdoptedName {
  const { tokens, lexicons } = adoption;
  const { end } = tokensOf(adoption, name);
  const follows = (at: number): boolean =>
    areClose(tokens[at - 1], tokens[at]) && startsCapital(tokens[at]!.text) && tokens[at]!.start < limit;
  const to = (at: number, type: EntityType): AdoptedName => ({
    ...name,
    end: tokens[at]!.end,
    type,
    by: "names/grown",
  });
  if (name.type === "other") return name;
  if (tokens[end]?.text === "&" && areClose(tokens[end - 1], tokens[end]) && follows(end + 1)) {
    return to(end + 1, "organization");
  }
  if (name.type === "person" || lexicons.orgNouns.has(tokens[end - 1]!.text)) return name;
  const isLast = (at: number): boolean => !startsCapital(tokens[at + 1]?.text);
  if (name.type === "place" && follows(end) && lexicons.placeNouns.has(tokens[end]!.text) && isLast(end)) {
    return to(end, "place");
  }
  for (let at = end; at < end + REACH && follows(at); at++) {
    if (lexicons.orgNouns.has(tokens[at]!.text) && isLast(at)) return to(at, "organization");
  }
  return name;
}
