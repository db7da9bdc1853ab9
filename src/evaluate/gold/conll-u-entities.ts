import type { Span } from "../../model/span.js";
import type { GoldMention } from "./gold-article.js";

/** The attributes of an opening bracket by their names; the last name takes what hyphens are left over. */
export function entityAttributes(body: string, names: readonly string[]): Readonly<Record<string, string>> {
  const cells = body.replace(/\[[\d/]+\]/, "").split("-");
  const named = names.map((name, index) => {
    const value = index === names.length - 1 ? cells.slice(index).join("-") : (cells[index] ?? "");
    return [name === "GRP" ? "eid" : name, decode(value)] as const; // GRP: GUM's older name
  });
  return Object.fromEntries(named);
}

/** What one token's line says: its `Entity=`, how many mentions begin and end with it, and the tag of the head it is. */
export interface TokenEntities {
  readonly misc: string;
  readonly opened: number;
  readonly closed: number;
  readonly upos: string;
}

/** Brackets for each word: those that close first, then those of one word, then those that open, longest first. */
export function writeEntities(words: readonly Span[], mentions: readonly GoldMention[]): readonly TokenEntities[] {
  const clusters = new Map<string, string>();
  for (const { cluster } of mentions) if (!clusters.has(cluster)) clusters.set(cluster, `e${clusters.size + 1}`);
  const tokens = words.map(() => ({ opens: [] as Bracket[], closes: [] as Bracket[], upos: "X" }));
  for (const mention of mentions) {
    const first = words.findIndex(({ start }) => start >= mention.start);
    const last = words.findLastIndex(({ end }) => end <= mention.end);
    if (first === -1 || last < first) continue; // a mention of blanks
    const headSpan = mention.head ?? mention;
    const head = Math.min(
      last,
      Math.max(
        first,
        words.findIndex(({ end }) => end > headSpan.start),
      ),
    );
    const eid = clusters.get(mention.cluster)!;
    const bracket = { eid, first, last, text: openingOf(eid, mention, head - first + 1) };
    tokens[first]!.opens.push(bracket);
    tokens[last]!.closes.push(bracket);
    tokens[head]!.upos = UPOS[mention.form];
  }
  return tokens.map(({ opens, closes, upos }, index) => {
    const ending = closes.filter(({ first }) => first < index).sort((a, b) => b.first - a.first);
    const alone = opens.filter(({ last }) => last === index);
    const opening = opens.filter(({ last }) => last > index).sort((a, b) => b.last - a.last);
    const misc = [
      ...ending.map(({ eid }) => `${eid})`),
      ...opening.map(({ text }) => `(${text}`),
      ...alone.map(({ text }) => `(${text})`),
    ].join("");
    return { misc, opened: opens.length, closed: closes.length, upos };
  });
}

interface Bracket {
  readonly eid: string;
  readonly first: number;
  readonly last: number;
  readonly text: string;
}

const UPOS = { name: "PROPN", nominal: "NOUN", pronoun: "PRON" } as const;

const openingOf = (eid: string, { type, form, link }: GoldMention, head: number): string =>
  [eid, type, `${head}`, form, link ?? ""].map(encode).join("-");

/** Marks that the bracket notation keeps for itself. */
const encode = (value: string): string =>
  value.replace(/[-()|=%\s]/g, (c) => `%${c.charCodeAt(0).toString(16).padStart(2, "0")}`);
const decode = (value: string): string =>
  value.replace(/%([0-9a-f]{2})/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16)));
