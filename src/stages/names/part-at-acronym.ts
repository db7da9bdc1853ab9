import type { EntityType } from "../../model/mention.js";
import type { Span } from "../../model/span.js";

/** A name as far as parting needs it. */
interface TypedSpan extends Span {
  readonly type: EntityType;
}

/**
 * Where a bracketed acronym follows a name, its letters tell where the name begins: 'White House National Security
 * Council (NSC)' is two names, 'Northern Lighthouse Board (NLB)' and 'U.S. Food Agency (USFA)' are one. Only what stands
 * before and is a listed name itself is parted off. Gives the one name or the two, in text order.
 */
export function partAtAcronym<Name extends TypedSpan>(
  text: string,
  name: Name,
  known: ReadonlyMap<string, EntityType>,
): readonly (Name | (Name & { readonly isParted: true }))[] {
  const acronym = /^ ?\((\p{Lu}{2,8})\)/u.exec(text.slice(name.end, name.end + 12))?.[1];
  if (acronym === undefined) return [name];
  const words = [...text.slice(name.start, name.end).matchAll(/\S+/g)];
  const capitals = words.filter(({ 0: word }) => /^\p{Lu}/u.test(word));
  const first = capitals.at(-acronym.length);
  if (first === undefined || first.index === 0) return [name];
  const initials = capitals.slice(-acronym.length).map(({ 0: word }) => word[0]);
  const before = text.slice(name.start, name.start + first.index).trimEnd();
  const type = known.get(before);
  if (initials.join("") !== acronym || type === undefined) return [name];
  return [
    { ...name, end: name.start + before.length, type, isParted: true },
    { ...name, start: name.start + first.index, isParted: true },
  ];
}
