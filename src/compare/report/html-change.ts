import type { KnowledgeFile } from "../../model/knowledge-file.js";
import { element, type Html, together } from "../../show/html.js";
import type { Change, FieldChange } from "../change.js";
import { oneLine } from "../reading.js";
import type { Detail } from "./comparison.js";
import { clipped, headingOf, unlike } from "./words.js";

/** Most changes of one article on a page; most code units of a fact's words, and of the text on either side of it. */
const MOST_CHANGES = 400;
const MOST_WORDS = 700;
const MOST_AROUND = 140;

/** One article with its changes. */
export function articleSection({ diff, old, now }: Detail): Html {
  const title = (now ?? old)?.article.title;
  const more = diff.changes.length - MOST_CHANGES;
  return element(
    "section",
    {},
    element("h2", { dir: "auto" }, title == null ? diff.id : oneLine(title)),
    element(
      "p",
      { class: "meta" },
      [diff.id, `${diff.changes.length} changes`, `weight ${diff.weight}`, ...textNote(diff.text)].join(" · "),
    ),
    element("ol", {}, ...diff.changes.slice(0, MOST_CHANGES).map((change) => changeItem(change, old, now))),
    ...(more > 0 ? [element("p", { class: "meta" }, `… and ${more} more`)] : []),
  );
}

const textNote = (text: string): readonly string[] =>
  text === "edited" || text === "rewritten" ? [`text ${text}`] : [];

function changeItem(change: Change, old: KnowledgeFile | undefined, now: KnowledgeFile | undefined): Html {
  return element(
    "li",
    { class: `change ${change.kind} ${change.outcome}` },
    element("h3", {}, headingOf(change)),
    element("p", { class: "label", dir: "auto" }, clipped(change.label, MOST_WORDS)),
    change.fields.length === 0 ? "" : element("dl", {}, ...change.fields.flatMap(fieldRows)),
    change.new ? excerpt(now, change.new[0]) : excerpt(old, change.old?.[0]),
  );
}

const fieldRows = ({ field, old, new: now }: FieldChange): readonly Html[] => [
  element("dt", {}, clipped(field, MOST_AROUND)),
  element("dd", { dir: "auto" }, difference(old, now)),
];

/** Both values, what they share shown once. */
function difference(old: string | null, now: string | null): Html {
  if (old === null || now === null) return together([whole("del", old), " → ", whole("ins", now)]);
  const parts = unlike(clipped(old, MOST_WORDS), clipped(now, MOST_WORDS));
  if (parts.head === "" && parts.tail === "")
    return together([whole("del", parts.old), " → ", whole("ins", parts.now)]);
  const pieces = [
    parts.head,
    parts.old === "" ? "" : element("del", {}, parts.old),
    parts.now === "" ? "" : element("ins", {}, parts.now),
    parts.tail,
  ].filter((piece) => piece !== "");
  return together(pieces.flatMap((piece, index) => (index === 0 ? [piece] : [" ", piece])));
}

const whole = (tag: "del" | "ins", words: string | null): Html =>
  words === null ? element("span", { class: "none" }, "none") : element(tag, {}, clipped(words, MOST_WORDS));

/** The fact's place in its text with some words around it; nothing when the text or the place is not known. */
function excerpt(
  file: KnowledgeFile | undefined,
  place: { readonly start?: number; readonly end?: number } | undefined,
): Html | string {
  const text = file?.article.text;
  if (text === undefined || place?.start === undefined || place.end === undefined) return "";
  const { start, end } = place;
  const before = oneLine(`|${text.slice(Math.max(0, start - MOST_AROUND), start)}|`).slice(1, -1);
  const after = oneLine(`|${text.slice(end, end + MOST_AROUND)}|`).slice(1, -1);
  return element(
    "p",
    { class: "excerpt", dir: "auto" },
    `${start > MOST_AROUND ? "…" : ""}${before}`,
    element("mark", {}, clipped(oneLine(text.slice(start, end)), MOST_WORDS)),
    `${after}${end + MOST_AROUND < text.length ? "…" : ""}`,
  );
}
