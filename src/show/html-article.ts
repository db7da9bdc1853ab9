import type { KnowledgeFile } from "../model/knowledge-file.js";
import { anchorsOf, numberOf } from "./anchors.js";
import { entityTable, oneLine, rolesShown, timeValue } from "./describe.js";
import { type Child, element, type Html } from "./html.js";
import { letterOf } from "./mark-letters.js";
import { type Mark, type MarkedPiece, marksOf, nest, type Piece } from "./marks.js";

/** The article's blocks in order, each with its kind and its marks. */
export function articleHtml(file: KnowledgeFile): Html {
  const { text, blocks, language } = file.article;
  if (text === undefined) {
    return element("article", {}, element("p", {}, "This file was written without its text; see the lists."));
  }
  const marks = marksOf(file, { claims: true });
  const draw = painter(file);
  const shown = blocks.map((block) => {
    const end = block.start + text.slice(block.start, block.end).trimEnd().length;
    if (end === block.start) return "";
    const isAgain = block.duplicateOf !== undefined;
    const label = isAgain ? `${block.kind}, again` : block.kind;
    return element(
      "p",
      { class: `block ${block.kind}${isAgain ? " again" : ""}`, dir: "auto" },
      block.kind === "body" && !isAgain ? "" : element("span", { class: "kind" }, label),
      ...nest(text, block.start, end, marks).map(draw),
    );
  });
  return element("article", { lang: language === "und" ? "" : language }, ...shown);
}

/** Draws pieces as markup. A mark that holds a link is no link itself, as links do not nest. */
function painter(file: KnowledgeFile): (piece: Piece) => Child {
  const anchor = anchorsOf(file);
  const entities = entityTable(file);
  const times = new Map(file.times.map((time) => [time.id, time]));

  const titleOf = ({ kind, of }: Mark): string => {
    const time = times.get(of);
    if (time) return `${time.type}: ${timeValue(time)}`;
    const entity = entities.get(of);
    return entity ? oneLine([`${kind}: ${entity.name}`, ...rolesShown(entity, entities)].join("; ")) : kind;
  };
  const number = (mark: Mark, className: string): Html =>
    element(
      "a",
      {
        class: className,
        href: `#${anchor(mark.of)}`,
        "data-of": anchor(mark.of),
        title: `${mark.kind} of ${anchor(mark.of)}`,
      },
      numberOf(anchor(mark.of)),
    );

  const draw = (piece: Piece): Child => {
    if (typeof piece === "string") return piece;
    const { mark, isContinued, isCut } = piece;
    const inner = piece.pieces.map(draw);
    const id = isContinued ? undefined : `in-${anchor(mark.id)}`;
    const of = anchor(mark.of);
    if (mark.kind === "quote") {
      return element("span", { class: "quote", "data-of": of }, isContinued ? "" : number(mark, "no"), ...inner);
    }
    if (mark.kind === "claim") {
      return element("span", { class: "claim" }, isContinued ? "" : number(mark, "no claim-no"), ...inner);
    }
    if (mark.kind === "source") return element("span", { class: "source" }, ...inner, isCut ? "" : number(mark, "no"));
    if (mark.kind === "cue") return element("span", { class: "cue" }, ...inner);
    const className = mark.kind === "time" ? "time" : `mention ${mark.kind} ${mark.form}`;
    const isLink = !holdsLink(piece);
    return element(
      isLink ? "a" : "span",
      { class: className, id, href: isLink ? `#${of}` : undefined, "data-of": of, title: titleOf(mark) },
      ...inner,
      isCut ? "" : element("span", { class: "letter", "data-letter": letterOf(mark), "aria-hidden": "true" }),
    );
  };
  return draw;
}

const holdsLink = ({ pieces }: MarkedPiece): boolean =>
  pieces.some((piece) => typeof piece !== "string" && isOrHoldsLink(piece));

/** Quotes, sources and claims carry a number that is a link; a cue carries none. */
const isOrHoldsLink = (piece: MarkedPiece): boolean => piece.mark.kind !== "cue" || holdsLink(piece);
