import { brat } from "../evaluate/gold/brat.js";
import type { GoldArticle, GoldName } from "../evaluate/gold/gold-article.js";
import { draftOf } from "../evaluate/prediction.js";
import { EXPORT_FORMATS } from "../export/formats.js";
import { codesOf } from "../export/identifiers.js";
import type { KnowledgeFile } from "../model/knowledge-file.js";
import { wellFormedJson } from "../text/well-formed.js";

/** One file of an article: what stands after the article's own name, and its content. */
export interface ExportedFile {
  readonly ending: string;
  readonly content: string;
}

/** A format as the command knows it: files for a folder, lines for a stream. */
export interface Exporter {
  readonly name: string;
  readonly needsText: boolean;
  readonly files: (file: KnowledgeFile, base: string) => readonly ExportedFile[];
  /** Absent when one file cannot hold several articles. */
  readonly lines?: (file: KnowledgeFile, base: string) => readonly string[];
}

const json: readonly Exporter[] = EXPORT_FORMATS.map(({ name, extension, needsText, convert }) => {
  const lines = (file: KnowledgeFile, base: string) =>
    convert(file, { base }).map((record) => `${wellFormedJson(record)}\n`);
  const isLines = extension.endsWith(".ndjson");
  return {
    name,
    needsText,
    lines,
    files: (file, base) => [
      {
        ending: `.${extension}`,
        content: isLines
          ? lines(file, base).join("")
          : convert(file, { base })
              .map((record) => `${wellFormedJson(record, 2)}\n`)
              .join(""),
      },
    ],
  };
});

/** brat's writer is gold's: what is exported can be corrected and read back as gold. Claims have no place in it. */
const bratExporter: Exporter = {
  name: "brat",
  needsText: true,
  files: (file) =>
    brat.write([linked(draftOf(file), file)]).map(({ path, content }) => ({
      ending: /(\.txt|\.ann|\.record\.json)$/.exec(path)![0],
      content,
    })),
};

/** Names with the first code of their entity, as 'wikidata:Q42'. */
function linked(article: GoldArticle, file: KnowledgeFile): GoldArticle {
  const codes = new Map(
    file.entities.flatMap((entity) =>
      codesOf(entity)
        .slice(0, 1)
        .map(({ scheme, id }) => [entity.id, `${scheme}:${id}`]),
    ),
  );
  const linkAt = new Map(
    file.mentions.flatMap(({ start, end, entity }) => {
      const code = codes.get(entity);
      return code === undefined ? [] : [[`${start} ${end}`, code]];
    }),
  );
  const withLink = (name: GoldName): GoldName => {
    const link = linkAt.get(`${name.start} ${name.end}`);
    return link === undefined ? name : { ...name, link };
  };
  return { ...article, names: (article.names ?? []).map(withLink) };
}

/** Every exporter, by name. */
export const EXPORTERS: readonly Exporter[] = [...json, bratExporter];
