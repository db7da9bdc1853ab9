import type { Entity } from "../../model/entity.js";
import type { EntityType, Mention } from "../../model/mention.js";
import { bySpan } from "../../model/span.js";
import { nameCase } from "../structure/name-case.js";
import type { Cluster } from "./cluster.js";
import { cleaned, isBirthName, personForm } from "./name-form.js";
import { withPositions } from "./positions.js";
import type { EntityLexicons } from "./scene.js";

/** The entities that clusters have become, in the order of their first mention; the longer of two that begin together first. */
export const buildEntities = (
  clusters: readonly Cluster[],
  text: string,
  lexicons: EntityLexicons,
): readonly Entity[] =>
  withPositions(
    clusters
      .map(({ roles, names }, index) => ({ entity: buildEntity(clusters[index]!, text, lexicons), roles, names }))
      .sort(
        ({ entity: { mentions: a } }, { entity: { mentions: b } }) =>
          a[0]!.start - b[0]!.start || b[0]!.end - a[0]!.end,
      ),
    text,
    lexicons,
  );

function buildEntity(cluster: Cluster, text: string, lexicons: EntityLexicons): Entity {
  const type = cluster.names.length > 0 ? majorityType(cluster, text) : cluster.type;
  const all = cluster.names.map(({ start, end }) => shown(text.slice(start, end), type, lexicons));
  const proper = all.filter((form) => type !== "person" || !isTitle(form, lexicons));
  const forms = proper.length > 0 ? proper : all;
  const birth = new Set(cluster.names.flatMap((name, i) => (isBirthName(text, name) ? [all[i]!] : [])));
  const grown = forms.filter((form) => !birth.has(form));
  const written = forms.length > 0 ? fullest(grown.length > 0 ? grown : forms) : description(cluster, text);
  const name = calm(written, type, lexicons);
  const aliases = [...new Set(forms)].filter((form) => form !== name && form !== written).sort();
  const isAnonymous = cluster.names.length === 0 && type === "person";
  return {
    type,
    name,
    aliases,
    roles: distinct(cluster.roles.map((role) => role.text)),
    ...(isAnonymous ? { anonymous: true } : {}),
    mentions: cluster.mentions.toSorted(bySpan),
  };
}

/** Each name votes for its type with as many votes as it has words. */
function majorityType(cluster: Cluster, text: string): EntityType {
  const votes = new Map<EntityType, number>();
  for (const { type, start, end } of cluster.names) {
    votes.set(type, (votes.get(type) ?? 0) + text.slice(start, end).split(/\s+/).length);
  }
  return [...votes].reduce((top, vote) => (vote[1] > top[1] ? vote : top))[0];
}

const shown = (surface: string, type: EntityType, lexicons: EntityLexicons): string => {
  const name = type === "person" ? personForm(surface, lexicons).name : surface.replace(/\s+/g, " ");
  return name.replace(/^(the|a|an) (?=.)/, "").replace(/(?<=.)['’]s$/, "");
};

/** A name that stands in capitals only, as a text has it: 'Ann Lee', 'Port Holm', 'Vienna'; letters such as 'LA' stay. */
function calm(name: string, type: EntityType, { familyFirst, particles, places }: EntityLexicons): string {
  if (name !== name.toUpperCase() || (type !== "person" && type !== "place")) return name;
  const cased = nameCase(name, { familyNamesFirst: familyFirst, nameParticles: particles });
  if (type === "person" || cased !== name) return cased;
  const town = name.slice(0, 1) + name.slice(1).toLowerCase();
  return places.has(town) ? town : name;
}

/** 'Mrs.', 'Secretary': titles taken for names, no names of anybody. */
const isTitle = (form: string, { honorifics, roles }: EntityLexicons): boolean =>
  form.split(" ").every((word) => honorifics.has(word) || honorifics.has(`${word}.`) || roles.has(word.toLowerCase()));

/** Most words, then most letters, then first; a form all in capitals only when there is no other. */
function fullest(forms: readonly string[]): string {
  const isShouted = (form: string): boolean => form.includes(" ") && form === form.toUpperCase();
  const calm = forms.filter((form) => !isShouted(form));
  const size = (form: string): number => form.split(" ").length * 1000 + form.length;
  return (calm.length > 0 ? calm : forms).reduce((top, form) => (size(form) > size(top) ? form : top));
}

/** 'senior administration official' of 'a senior administration official'. */
function description(cluster: Cluster, text: string): string {
  const longest = cluster.mentions
    .filter((mention: Mention) => mention.form === "nominal")
    .map(({ start, end }) =>
      cleaned(text.slice(start, end)).replace(/^(another|one|this|that|these|those|some) (?=.)/i, ""),
    )
    .reduce((top, form) => (form.length > top.length ? form : top), "");
  if (longest !== "") return longest;
  // a group that is never more than 'we': its case tells only where a sentence began
  const { start, end, form } = cluster.mentions[0]!;
  const first = cleaned(text.slice(start, end));
  return form === "pronoun" && first !== "I" ? first.toLowerCase() : first;
}

/** Without repetitions; of roles that differ in case only, the first. */
function distinct(roles: readonly string[]): string[] {
  const seen = new Set<string>();
  return roles.filter((role) => !seen.has(role.toLowerCase()) && seen.add(role.toLowerCase()));
}
