import { surface } from "../../model/span.js";
import { writeEntities } from "./conll-u-entities.js";
import type { GoldArticle } from "./gold-article.js";
import { wordsOf } from "./words.js";

/** One article in CoNLL-U: a line of text a sentence, unless a mention goes over its end. */
export function writeConllU(article: GoldArticle): string {
  const { id, text, published, title, coreference = [] } = article;
  const heads = coreference.flatMap(({ head }) => (head ? [head] : []));
  const words = wordsOf(text, [...coreference, ...heads]);
  const entities = writeEntities(words, coreference);
  const lines = [`# newdoc id = ${id}`, "# global.Entity = eid-etype-head-form-identity"];
  if (published !== undefined) lines.push(`# meta::published = ${published}`);
  if (title !== undefined) lines.push(`# meta::title = ${title.replace(/\s+/g, " ")}`);
  const open = { count: 0 };
  let number = 0;
  words.forEach((word, index) => {
    const next = words[index + 1]?.start ?? text.length;
    const misc: string[] = [];
    const { misc: entity, opened, closed, upos } = entities[index]!;
    open.count += opened - closed;
    if (entity !== "") misc.push(`Entity=${entity}`);
    if (index === 0 && word.start > 0) misc.push(`SpacesBefore=${escapeSpaces(text.slice(0, word.start))}`);
    const gap = text.slice(word.end, next);
    misc.push(gap === "" ? "SpaceAfter=No" : gap === " " ? "" : `SpacesAfter=${escapeSpaces(gap)}`);
    number++;
    const cells = [
      number,
      surface(text, word),
      "_",
      upos,
      "_",
      "_",
      number === 1 ? 0 : 1,
      number === 1 ? "root" : "dep",
      "_",
    ];
    lines.push([...cells, misc.filter(Boolean).join("|") || "_"].join("\t"));
    if (gap.includes("\n") && open.count === 0) {
      lines.push(""); // a sentence ends where a line does, but for mentions that go over it
      number = 0;
    }
  });
  return `${lines.join("\n").trimEnd()}\n\n`;
}

const SPACES: readonly (readonly [plain: string, escaped: string])[] = [
  ["\\", "\\\\"],
  [" ", "\\s"],
  ["\t", "\\t"],
  ["\r", "\\r"],
  ["\n", "\\n"],
  ["|", "\\p"],
];
const escapeSpaces = (gap: string): string =>
  [...gap].map((c) => SPACES.find(([plain]) => plain === c)?.[1] ?? c).join("");
/** The blanks that SpacesAfter writes with backslashes. */
export const plainSpaces = (gap: string): string =>
  gap.replace(/\\[\\strnp]/g, (pair) => SPACES.find(([, escaped]) => escaped === pair)![0]);
