import type { StructureLexicons } from "../../lexicons/structure.js";

/**
 * A byline's name in capitals as papers print it in text: 'DANA R. O’HARA' is 'Dana R. O’Hara', 'LEE MIN-JUN', with the
 * family name first, 'Lee Min-jun'. Names with a small letter stay, as do names of one word and initials ('AFP').
 */
export function nameCase(
  name: string,
  { familyNamesFirst, nameParticles }: Pick<StructureLexicons, "familyNamesFirst" | "nameParticles">,
): string {
  const words = name.split(" ");
  if (/\p{Ll}/u.test(name) || words.length < 2) return name;
  const isFamilyFirst = words.length === 2 && familyNamesFirst.has(capitalized(words[0]!));
  return words
    .map((word, index) => {
      if (index > 0 && index < words.length - 1 && nameParticles.has(word.toLowerCase())) return word.toLowerCase();
      return isFamilyFirst && index === 1 ? capitalized(word) : word.split("-").map(capitalized).join("-");
    })
    .join(" ");
}

/** 'OKAFOR' -> 'Okafor', "O'NEIL" -> "O'Neil", 'MCDONALD' -> 'McDonald', 'JR.' -> 'Jr.'; 'III' and 'J.R.' stay. */
function capitalized(word: string): string {
  if (/^(?:I{2,3}|IV)$/.test(word) || /^(?:\p{Lu}\.)+$/u.test(word)) return word;
  const small = word.slice(0, 1) + word.slice(1).toLowerCase();
  return small.replace(/^(?:Mc|[OD]['’])\p{Ll}/u, (start) => start.slice(0, -1) + start.slice(-1).toUpperCase());
}
