import type { KnowledgeFile } from "../model/knowledge-file.js";
import { anchorsOf, numberOf } from "./anchors.js";
import {
  asserterOf,
  contentOf,
  entityTable,
  manner,
  metonymsOf,
  oneLine,
  problemGroups,
  quoteLists,
  rolesShown,
  rowOf,
  speakerOf,
  standingOf,
  TYPE_TITLES,
  timeValue,
} from "./describe.js";
import { type Child, element, type Html, together } from "./html.js";

/** What every list needs, made once for a page. */
interface Context {
  readonly file: KnowledgeFile;
  readonly anchor: (id: string) => string;
  readonly entities: ReturnType<typeof entityTable>;
  /** Mentions by entity id. */
  readonly mentions: ReadonlyMap<string, readonly KnowledgeFile["mentions"][number][]>;
  /** By entity id, the bodies that its name stands for. */
  readonly bodies: ReadonlyMap<string, string>;
  /** False when there is no text to link to. */
  readonly hasText: boolean;
}

/** The lists beside the article: entities by type, quotations, dates, claims, problems. Empty ones are left out. */
export function listsHtml(file: KnowledgeFile, options: { readonly claims: boolean }): readonly Html[] {
  const mentions = new Map(file.entities.map(({ id }) => [id, [] as KnowledgeFile["mentions"][number][]]));
  for (const mention of file.mentions) mentions.get(mention.entity)?.push(mention);
  const context: Context = {
    file,
    anchor: anchorsOf(file),
    entities: entityTable(file),
    mentions,
    bodies: metonymsOf(file),
    hasText: file.article.text !== undefined,
  };
  const sections: readonly Section[] = [
    ...TYPE_TITLES.map(([type, title]) => {
      const items = file.entities.filter((entity) => entity.type === type).map((entity) => entityItem(context, entity));
      return { title, items, list: "ul" };
    }),
    ...quoteLists(file).map(([title, quotes]) => ({ title, items: quoteItems(context, quotes), list: "ol" })),
    { title: "Dates", items: timeRows(context), list: "table" },
    { title: "Claims", items: claimItems(context), list: "ol", isFolded: !options.claims },
    { title: "Problems", items: problemItems(file), list: "ul" },
  ];
  const shown = sections.filter(({ items }) => items.length > 0);
  return [element("nav", { "aria-label": "Lists" }, ...shown.map(sectionLink)), ...shown.map(sectionHtml)];
}

interface Section {
  readonly title: string;
  readonly items: readonly Html[];
  /** The element that holds the items. */
  readonly list: string;
  /** True for a list that is closed at first. */
  readonly isFolded?: boolean;
}

const sectionId = ({ title }: Section): string => `list-${title.toLowerCase().replace(" ", "-")}`;

const sectionLink = (section: Section): Html =>
  element("a", { href: `#${sectionId(section)}` }, `${section.title} ${section.items.length}`);

function sectionHtml(section: Section): Html {
  const heading = element("h2", { id: sectionId(section) }, `${section.title} ${section.items.length}`);
  const list = element(section.list, {}, ...section.items);
  return section.isFolded ? element("details", {}, element("summary", {}, heading), list) : together([heading, list]);
}

function entityItem(
  { anchor, entities, mentions, bodies, hasText }: Context,
  entity: KnowledgeFile["entities"][number],
): Html {
  const of = anchor(entity.id);
  return element(
    "li",
    { id: of, "data-of": of },
    element("span", { class: "name", dir: "auto" }, oneLine(entity.name)),
    ...rolesShown(entity, entities).map((role) => element("span", { class: "role" }, `, ${role}`)),
    hasText
      ? element(
          "span",
          { class: "refs about", role: "group", "aria-label": "in the text" },
          " ",
          ...(mentions.get(entity.id) ?? []).map(({ id, text }, index) =>
            element("a", { href: `#in-${anchor(id)}`, title: oneLine(text), "data-of": of }, String(index + 1)),
          ),
        )
      : "",
    entity.aliases.length === 0
      ? ""
      : element("div", { class: "also" }, `also ${entity.aliases.map(oneLine).join(", ")}`),
    bodies.has(entity.id) ? element("div", { class: "also" }, `for ${oneLine(bodies.get(entity.id)!)}`) : "",
  );
}

function quoteItems({ anchor, entities }: Context, quotes: KnowledgeFile["quotes"]): readonly Html[] {
  return quotes.map((quote) => {
    const who: Child =
      quote.speaker.status === "resolved"
        ? element("a", { href: `#${anchor(quote.speaker.entity)}`, class: "name" }, oneLine(speakerOf(quote, entities)))
        : element("span", { class: "nobody" }, oneLine(speakerOf(quote, entities)));
    const of = anchor(quote.id);
    return element(
      "li",
      { id: of, "data-of": of },
      `${numberOf(anchor(quote.id))}. `,
      who,
      element(
        "span",
        { class: "about" },
        ` ${manner(quote, entities)}${quote.via === undefined ? "" : `, via ${numberOf(anchor(quote.via))}`}`,
      ),
      element("blockquote", { dir: "auto" }, contentOf(quote)),
    );
  });
}

function timeRows({ file, anchor, hasText }: Context): readonly Html[] {
  return file.times.map((time) => {
    const of = anchor(time.id);
    const text = oneLine(time.text);
    return element(
      "tr",
      { id: of, "data-of": of },
      element("td", {}, hasText ? element("a", { href: `#in-${of}` }, text) : text),
      element("td", { class: "value" }, timeValue(time), element("div", { class: "about" }, time.type.toLowerCase())),
    );
  });
}

function claimItems({ file, anchor, entities }: Context): readonly Html[] {
  return file.claims.map((claim, index) =>
    element(
      "li",
      { id: anchor(claim.id), "data-of": anchor(claim.id) },
      `${index + 1}. ${rowOf(claim, entities)}`,
      element(
        "div",
        { class: "about" },
        [asserterOf(claim, file, entities), standingOf(claim, file, entities)].filter((part) => part !== "").join(": "),
      ),
    ),
  );
}

const problemItems = (file: KnowledgeFile): readonly Html[] =>
  problemGroups(file).map(({ stage, rule, message, words }) =>
    element(
      "li",
      {},
      message,
      ...(words.length === 0 ? [] : [`: ${words.map((text) => `“${text}”`).join(", ")}`]),
      element("div", { class: "about" }, `${stage}/${rule}`),
    ),
  );
