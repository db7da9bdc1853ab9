import type { KnowledgeFile } from "../model/knowledge-file.js";
import { type Paint, painter, type Style, showable } from "./ansi.js";
import {
  asserterOf,
  contentOf,
  entityTable,
  headOf,
  manner,
  metonymsOf,
  oneLine,
  problemGroups,
  quoteLists,
  rolesShown,
  rowOf,
  shortened,
  speakerOf,
  standingOf,
  TYPE_TITLES,
  timeValue,
} from "./describe.js";
import { letterOf } from "./mark-letters.js";
import { type MarkKind, marksOf, nest, type Piece } from "./marks.js";
import { wrapped } from "./wrap.js";

/** What the view shows, and how. */
export interface TerminalOptions {
  readonly isColoured: boolean;
  /** Marks and lists claims too. */
  readonly claims: boolean;
  /** Columns of the terminal. @default lines are left as long as they are, for files and pipes */
  readonly width?: number | undefined;
}

/** Wider lines are hard to read. */
const WIDEST_LINE = 100;

const STYLES: Readonly<Record<MarkKind, readonly Style[]>> = {
  person: ["bold", "cyan"],
  organization: ["bold", "yellow"],
  place: ["bold", "green"],
  other: ["bold", "blue"],
  time: ["magenta"],
  quote: ["italic"],
  source: ["underline"],
  cue: ["underline"],
  claim: [],
};

/** Columns by which the further lines of a list's item stand in. */
const HANG = 4;

/**
 * An article with its names, dates and quotations marked, and lists of them below. Without colour the marks are letters
 * in brackets, in small letters for pronouns and descriptions, and numbered braces around quotations. Controls in the
 * article are written out, so that it cannot steer the terminal.
 */
export function terminalView(file: KnowledgeFile, options: TerminalOptions): string {
  const paint = painter(options.isColoured);
  const sections = [
    heading(file, paint, options),
    ...(file.article.text === undefined ? [] : [articleText(file, file.article.text, paint, options)]),
    ...lists(file, paint, options),
  ];
  const view = `${sections.filter((section) => section !== "").join("\n\n")}\n`;
  return options.width === undefined ? view : wrapped(view, Math.min(options.width, WIDEST_LINE), HANG);
}

function heading(file: KnowledgeFile, paint: Paint, { isColoured, claims }: TerminalOptions): string {
  const legend = isColoured
    ? TYPE_TITLES.map(([type, title]) => paint(title, ...STYLES[type])).join("  ") +
      `  ${paint("Dates", ...STYLES.time)}  {q1 ${paint("quotation", ...STYLES.quote)}}`
    : "[P: person] [O: organization] [L: place] [X: other] [T: date] {q1 quotation}; small letters: pronoun, description";
  return [
    ...(file.article.title === null ? [] : [paint(showable(oneLine(file.article.title)), "bold")]),
    paint(showable(headOf(file).join(" · ")), "dim"),
    `${legend}${claims ? "  ‹c1 claim›" : ""}`,
    ...(file.article.text === undefined ? ["(written without its text: lists only)"] : []),
  ].join("\n");
}

function articleText(file: KnowledgeFile, text: string, paint: Paint, options: TerminalOptions): string {
  const marks = marksOf(file, options);
  const lines = file.article.blocks.map((block) => {
    const body = text.slice(block.start, block.end);
    const end = block.start + body.trimEnd().length;
    const tag = block.duplicateOf === undefined ? block.kind : `${block.kind}, again`;
    const label = tag === "body" ? "" : paint(`${tag}: `, "dim");
    return end > block.start ? label + render(nest(text, block.start, end, marks), paint, options, []) : "";
  });
  return lines.filter((line) => line !== "").join("\n\n");
}

function render(pieces: readonly Piece[], paint: Paint, options: TerminalOptions, styles: readonly Style[]): string {
  return pieces
    .map((piece) => {
      if (typeof piece === "string") return paint(showable(piece), ...styles);
      const { mark } = piece;
      const inner = render(piece.pieces, paint, options, [...new Set([...styles, ...STYLES[mark.kind]])]);
      if (mark.kind === "quote") return `${paint(`{${showable(mark.id)} `, "dim")}${inner}${paint("}", "dim")}`;
      if (mark.kind === "claim") return `${paint(`‹${showable(mark.id)} `, "dim")}${inner}${paint("›", "dim")}`;
      const letter = letterOf(mark);
      return options.isColoured || letter === undefined ? inner : `[${letter}: ${inner}]`;
    })
    .join("");
}

function lists(file: KnowledgeFile, paint: Paint, { claims }: TerminalOptions): string[] {
  const entities = entityTable(file);
  const section = (title: string, lines: readonly string[]): string =>
    lines.length === 0
      ? ""
      : [paint(`${title} (${lines.length})`, "bold"), ...lines.map((line) => `  ${line}`)].join("\n");
  const mentions = new Map<string, number>();
  const bodies = metonymsOf(file);
  for (const { entity } of file.mentions) mentions.set(entity, (mentions.get(entity) ?? 0) + 1);
  return [
    ...TYPE_TITLES.map(([type, title]) =>
      section(
        title,
        file.entities
          .filter((entity) => entity.type === type)
          .map((entity) => {
            const { id, name, aliases } = entity;
            const roles = rolesShown(entity, entities);
            const body = bodies.has(id) ? `; for ${bodies.get(id)}` : "";
            const also = aliases.length === 0 ? "" : `; also ${aliases.join(", ")}`;
            const role = roles.length === 0 ? "" : `: ${roles.join("; ")}`;
            return `${paint(showable(oneLine(name)), ...STYLES[type])} ×${mentions.get(id) ?? 0}${showable(oneLine(role + also + body))}`;
          }),
      ),
    ),
    ...quoteLists(file).map(([title, quotes]) =>
      section(
        title,
        quotes.map((quote) => {
          const who = showable(oneLine(speakerOf(quote, entities)));
          const about = showable(manner(quote, entities));
          return `${showable(quote.id)} ${paint(who, ...(quote.speaker.status === "resolved" ? (["bold"] as const) : []))} (${about}): ${showable(contentOf(quote))}`;
        }),
      ),
    ),
    section(
      "Dates",
      file.times.map(
        (time) =>
          `${paint(showable(oneLine(time.text)), ...STYLES.time)} = ${showable(timeValue(time))} (${time.type})`,
      ),
    ),
    section("Claims", claims ? claimLines(file, entities) : []),
    section("Problems", problemLines(file)),
  ];
}

/** Problems of one kind on one line, with the words they are about. */
const problemLines = (file: KnowledgeFile): string[] =>
  problemGroups(file).map(({ stage, rule, message, words }) => {
    const where = words.length === 0 ? "" : ` (${words.map((text) => `“${text}”`).join(", ")})`;
    return showable(`${stage}/${rule}: ${message}${where}`);
  });

const WIDEST = 28; // characters of the column that says on whose word
const LONGEST = 64; // characters of a claim's part

/** Claims as a table: number, on whose word, who did what, how it is meant. */
function claimLines(file: KnowledgeFile, entities: ReturnType<typeof entityTable>): string[] {
  const asserters = file.claims.map((claim) => shortened(oneLine(asserterOf(claim, file, entities)), WIDEST));
  const width = Math.max(0, ...asserters.map(({ length }) => length));
  const digits = String(file.claims.length).length + 1;
  return file.claims.map((claim, index) => {
    const about = standingOf(claim, file, entities);
    const row = `${rowOf(claim, entities, LONGEST)}${about === "" ? "" : ` (${about})`}`;
    return showable(`${claim.id.padEnd(digits)}  ${asserters[index]!.padEnd(width)}  ${row}`);
  });
}
