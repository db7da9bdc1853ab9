import { ENTITY_TYPES, MENTION_FORMS } from "../../model/mention.js";
import { letterOf } from "../../show/mark-letters.js";
import { type Mark, type MarkedPiece, nest, type Piece } from "../../show/marks.js";
import { type ArticleData, MARK_KINDS } from "../site-data.js";
import { type Child, h } from "./dom.js";
import { to } from "./route.js";

/** The article's blocks with their marks. What a mark is of stands in `data-of`: 'quote-3', 'entity-0'. */
export function articleText(data: ArticleData): HTMLElement {
  const { text, blocks, language } = data;
  if (text === null) {
    return h("article", {}, h("p", {}, "The corpus holds no text of this article; see the lists."));
  }
  const marks = data.marks.map(([start, end, kind, of, form], id): Mark => {
    const mark = { start, end, kind: MARK_KINDS[kind]!, id: String(id), of: String(of) };
    return form < 0 ? mark : { ...mark, form: MENTION_FORMS[form]! };
  });
  const draw = painter(data);
  const shown = blocks.map(([start, blockEnd, kind, isAgain]) => {
    const end = start + text.slice(start, blockEnd).trimEnd().length;
    if (end === start) return undefined;
    const label = isAgain ? `${kind}, again` : kind;
    return h(
      "p",
      { class: `block ${kind}${isAgain ? " again" : ""}`, dir: "auto" },
      kind === "body" && !isAgain ? undefined : h("span", { class: "kind" }, label),
      ...nest(text, start, end, marks).map(draw),
    );
  });
  return h("article", { lang: language === "und" ? "" : language }, ...shown);
}

/** Draws pieces. A mention leads to its name's page, but not when another link lies in it. */
function painter(data: ArticleData): (piece: Piece) => Child {
  const draw = (piece: Piece): Child => {
    if (typeof piece === "string") return piece;
    const { mark, isContinued, isCut } = piece;
    const inner = piece.pieces.map(draw);
    const of = Number(mark.of);
    const badge = (className: string, isShown: boolean): Child =>
      isShown ? h("span", { class: className, "aria-hidden": "true" }, String(of + 1)) : undefined;
    if (mark.kind === "quote") {
      return h("span", { class: "quote", "data-of": `quote-${of}` }, badge("no", !isContinued), ...inner);
    }
    if (mark.kind === "claim") {
      return h("span", { class: "claim", "data-of": `claim-${of}` }, badge("no claim-no", !isContinued), ...inner);
    }
    if (mark.kind === "source") return h("span", { class: "source" }, ...inner, badge("no", !isCut));
    if (mark.kind === "cue") return h("span", { class: "cue" }, ...inner);
    const isTime = mark.kind === "time";
    const id = isTime ? "" : (data.entities[of]?.[0] ?? "");
    const attributes = {
      class: isTime ? "time" : `mention ${mark.kind} ${mark.form}`,
      "data-of": `${isTime ? "time" : "entity"}-${of}`,
      title: isTime ? timeTitle(data, of) : entityTitle(data, of, mark.kind),
    };
    const tail = isCut
      ? undefined
      : h("span", {
          class: "letter",
          "data-letter": letterOf(mark),
          "aria-hidden": "true",
        });
    return id === "" || holdsLink(piece, data)
      ? h("span", attributes, ...inner, tail)
      : h("a", { ...attributes, href: to("name", id) }, ...inner, tail);
  };
  return draw;
}

const isMention = ({ kind }: Mark): boolean => ENTITY_TYPES.some((type) => type === kind);

const holdsLink = ({ pieces }: MarkedPiece, data: ArticleData): boolean =>
  pieces.some(
    (piece) =>
      typeof piece !== "string" &&
      ((isMention(piece.mark) && data.entities[Number(piece.mark.of)]?.[0] !== "") || holdsLink(piece, data)),
  );

function timeTitle({ times }: ArticleData, of: number): string {
  const [, value = "", type = ""] = times[of] ?? [];
  return `${type}: ${value === "" ? "no value" : value}`;
}

function entityTitle({ entities }: ArticleData, of: number, kind: string): string {
  const [, , name = "", roles = ""] = entities[of] ?? [];
  return `${kind}: ${name}${roles === "" ? "" : `; ${roles}`}`;
}
