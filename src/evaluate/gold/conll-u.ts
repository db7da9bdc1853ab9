import { InputError } from "../../model/errors.js";
import type { MentionForm } from "../../model/mention.js";
import { bySpan, type Span } from "../../model/span.js";
import { entityAttributes } from "./conll-u-entities.js";
import { plainSpaces, writeConllU } from "./conll-u-write.js";
import type { GoldArticle, GoldFile, GoldFormat, GoldMention } from "./gold-article.js";
import { given } from "./labelled.js";

/**
 * CoNLL-U with CorefUD's `Entity=` in MISC: coreference. The attributes are read by the names in `# global.Entity`
 * (`eid`, `etype`, `head`, `minspan`, `form`, `identity`); where there is no `form`, the UPOS of the head says it: PROPN a name, PRON a
 * pronoun. The text is built of tokens, SpaceAfter and SpacesAfter, and checked against `# text`.
 */
export const conllU: GoldFormat = {
  name: "conllu",
  unit: "tokens",
  carries: ["coreference"],
  read: (files) => files.flatMap(readOne),
  write: (articles) => [{ path: "gold.conllu", content: articles.map(writeConllU).join("") }],
};

interface Word extends Span {
  readonly upos: string;
}

interface Open {
  readonly attributes: Readonly<Record<string, string>>;
  readonly first: number;
}

/** An article while it is read. */
interface Draft {
  id: string;
  text: string;
  published?: string;
  title?: string;
  readonly words: Word[];
  readonly open: Map<string, Open[]>;
  readonly mentions: GoldMention[];
}

function readOne({ path, content }: GoldFile): readonly GoldArticle[] {
  const drafts: Draft[] = [];
  const begin = (id: string): Draft => {
    const draft: Draft = { id, text: "", words: [], open: new Map(), mentions: [] };
    drafts.push(draft);
    return draft;
  };
  const stem = path.replace(/^.*[/\\]/, "").replace(/\.conllu$/, "");
  const current = (): Draft => drafts.at(-1) ?? begin(stem);
  let names: readonly string[] = ["eid", "etype"];
  let hasEntities = false; // a treebank without them has no coreference, rather than none in it
  let expected: { readonly text: string; readonly from: number; readonly line: number } | undefined;
  let multiword: { readonly span: Span; readonly left: number } | undefined; // 'don't' over 'do' and 'n't'
  const check = (): void => {
    if (expected === undefined) return;
    const built = current().text.slice(expected.from).trim();
    if (built.replace(/\s+/g, " ") !== expected.text.replace(/\s+/g, " ").trim()) {
      const at = [...built].findIndex((character, index) => character !== expected?.text[index]);
      throw new InputError(
        `the tokens do not make the sentence '${expected.text.slice(0, 40)}…' (first difference at character ${at})`,
        { file: path, line: expected.line },
      );
    }
    expected = undefined;
  };
  content.split(/\r?\n/).forEach((line, index) => {
    const place = { file: path, line: index + 1 };
    const comment = /^# *([\w.:]+)(?: *= *(.*))?$/.exec(line);
    if (comment) {
      const [, name, value = ""] = comment;
      if (name === "newdoc") begin(`${stem}-${drafts.length + 1}`);
      if (name === "global.Entity") {
        names = value.trim().split("-");
        hasEntities = true;
      }
      if (name === "meta::published") current().published = value;
      if (name === "meta::title") current().title = value;
      if (name === "newpar") breakLine(current());
      if (name === "text") expected = { text: value, from: current().text.length, line: place.line };
      return;
    }
    if (/^# *newdoc id *=/.test(line)) begin(line.replace(/^[^=]*= */, ""));
    if (line.startsWith("#")) return;
    if (line.trim() === "") {
      check();
      return;
    }
    const cells = line.split("\t");
    if (cells.length !== 10) throw new InputError(`expected 10 columns, got ${cells.length}`, place);
    const [id = "", form = "", , upos = "", , , , , , misc = ""] = cells;
    const draft = current();
    const features = new Map(misc.split("|").map((pair) => pair.split(/=(.*)/s) as [string, string]));
    if (id.includes(".")) return; // an empty node has no text
    if (multiword === undefined) {
      draft.text += plainSpaces(features.get("SpacesBefore") ?? "");
      const span = { start: draft.text.length, end: draft.text.length + form.length };
      const after = features.get("SpacesAfter");
      const blank = features.get("SpaceAfter") === "No" ? "" : " ";
      draft.text += form + (after === undefined ? blank : plainSpaces(after));
      const range = /^(\d+)-(\d+)$/.exec(id);
      if (range) {
        multiword = { span, left: Number(range[2]) - Number(range[1]) + 1 };
        return;
      }
      draft.words.push({ ...span, upos });
    } else {
      draft.words.push({ ...multiword.span, upos });
      multiword = multiword.left > 1 ? { ...multiword, left: multiword.left - 1 } : undefined;
    }
    const entity = features.get("Entity");
    if (entity === undefined) return;
    hasEntities = true;
    readEntities(draft, entity, names, place);
  });
  check();
  return drafts.map((draft) => finished(draft, path, hasEntities));
}

/** A paragraph begins on a line of its own, where the tokens only say that a blank stands before it. */
function breakLine(draft: Draft): void {
  if (draft.text.endsWith(" ")) draft.text = `${draft.text.slice(0, -1)}\n`;
}

/** Openings `(e1-person-1`, closings `e1)`, and both at once `(e1-person-1)`, one after the other. */
function readEntities(
  draft: Draft,
  entity: string,
  names: readonly string[],
  place: { file: string; line: number },
): void {
  for (const [, opens, body = "", closes] of entity.matchAll(/(\()?([^()]+)(\))?/g)) {
    const part = /\[(\d+)\/\d+\]/.exec(body)?.[1] ?? "1";
    if (part !== "1") continue; // of a broken mention, the first piece stands for all
    const last = draft.words.length - 1;
    const attributes = opens ? entityAttributes(body, names) : { eid: body.replace(/\[.*$/, "") };
    const eid = attributes.eid ?? body;
    const stack = draft.open.get(eid) ?? [];
    draft.open.set(eid, stack);
    if (opens) stack.push({ attributes, first: last });
    if (!closes) continue;
    const mention = stack.pop();
    if (mention === undefined) throw new InputError(`entity ${eid} is closed here and was never opened`, place);
    draft.mentions.push(mentionOf(draft, mention, last, place));
  }
}

function mentionOf(
  { words }: Draft,
  { attributes, first }: Open,
  last: number,
  place: { file: string; line: number },
): GoldMention {
  const ordinal = Number(/^\d+/.exec(attributes.head ?? attributes.minspan ?? "1")?.[0] ?? 1);
  const head = words[first + ordinal - 1];
  if (head === undefined || first + ordinal - 1 > last) {
    throw new InputError(`entity ${attributes.eid}: head ${ordinal} is outside its ${last - first + 1} words`, place);
  }
  const upos: MentionForm = head.upos === "PROPN" ? "name" : head.upos === "PRON" ? "pronoun" : "nominal";
  const said = (["name", "nominal", "pronoun"] as const).find((form) => form === attributes.form);
  return {
    start: words[first]!.start,
    end: words[last]!.end,
    type: attributes.etype || "other",
    cluster: attributes.eid!,
    form: said ?? upos,
    head: { start: head.start, end: head.end },
    ...given({ link: attributes.identity || undefined }),
  };
}

function finished(draft: Draft, file: string, hasEntities: boolean): GoldArticle {
  const { id, text, published, title, open, mentions } = draft;
  const left = [...open].find(([, stack]) => stack.length > 0);
  if (left) throw new InputError(`entity ${left[0]} is opened in ${id} and never closed`, { file, id });
  return { id, text, ...given({ published, title, coreference: hasEntities ? mentions.sort(bySpan) : undefined }) };
}
