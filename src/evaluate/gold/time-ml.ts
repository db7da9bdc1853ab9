import { Parser } from "htmlparser2";
import { InputError } from "../../model/errors.js";
import { bySpan } from "../../model/span.js";
import { TIME_TYPES } from "../../model/time-expression.js";
import { lineAt } from "../../text/code-points.js";
import type { GoldArticle, GoldFile, GoldFormat, GoldTime } from "./gold-article.js";
import { given } from "./labelled.js";
import { stems } from "./sidecar.js";

/**
 * TimeML (.tml): TIMEX3 elements in TEXT around what they annotate, the document creation time in DCT. Other elements
 * (EVENT, SIGNAL) are passed over, their words kept. Nothing can be out of place here, but the XML can be broken.
 */
export const timeMl: GoldFormat = {
  name: "timeml",
  unit: "none",
  carries: ["times"],
  read: (files) => files.map(readOne),
  write: (articles) => {
    const names = stems(articles);
    return articles.map((article, index) => ({ path: `${names[index]}.tml`, content: written(article) }));
  },
};

interface Open {
  readonly name: string;
  readonly start: number;
  readonly attributes: Readonly<Record<string, string>>;
}

function readOne({ path, content }: GoldFile): GoldArticle {
  const open: Open[] = [];
  const times: GoldTime[] = [];
  const parts: Record<string, string> = {};
  let text = "";
  let published: string | undefined;
  const refuse = (reason: string): never => {
    throw new InputError(`${reason}; mend the XML`, { file: path, line: lineAt(content, parser.startIndex) });
  };
  const inside = (name: string): boolean => open.some((element) => element.name === name);
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        open.push({ name, start: text.length, attributes });
        if (name === "TIMEX3" && inside("DCT")) published ??= attributes.value;
      },
      ontext: (characters) => {
        if (inside("TEXT")) text += characters;
        else for (const { name } of open.slice(-1)) parts[name] = (parts[name] ?? "") + characters;
      },
      onclosetag: (name, isImplied) => {
        const element = open.pop();
        if (isImplied && !content.slice(parser.startIndex, parser.endIndex + 1).endsWith("/>")) {
          refuse(`<${name}> is never closed, or closes in another element`);
        }
        if (element?.name !== "TIMEX3" || !inside("TEXT") || element.start === text.length) return;
        const type = TIME_TYPES.find((known) => known === element.attributes.type);
        if (type === undefined) return void refuse(`TIMEX3 of type '${element.attributes.type}'`);
        times.push({ start: element.start, end: text.length, type, value: element.attributes.value || null });
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(content);
  if (!/<\/?TEXT[\s/>]/.test(content)) throw new InputError("no TEXT in it; expected TimeML", { file: path });
  const { DOCID, TITLE } = parts;
  const id = DOCID?.trim() || path.replace(/^.*[/\\]/, "").replace(/\.tml$/, "");
  return {
    id,
    text,
    ...given({ published: published && isDay(published) ? published : undefined, title: TITLE?.trim() }),
    times: times.sort(bySpan),
  };
}

const isDay = (value: string): boolean => /^\d{4}(-\d{2}(-\d{2}([T ].*)?)?)?$/.test(value);

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\r": "&#13;",
};
const escapeXml = (text: string): string => text.replace(/[&<>"\r]/g, (character) => ESCAPES[character]!);

function written({ id, text, published, title, times = [] }: GoldArticle): string {
  const inOrder = [...times].sort((a, b) => a.start - b.start || b.end - a.end);
  let number = 0;
  const fill = (start: number, end: number, inner: readonly GoldTime[]): string => {
    let out = "";
    let at = start;
    for (let rest = inner; rest.length > 0; ) {
      const [time, ...others] = rest as readonly [GoldTime, ...GoldTime[]];
      const within = others.filter((other) => other.start < time.end);
      const crossing = within.find((other) => other.end > time.end);
      if (crossing) {
        throw new InputError(
          `times at ${time.start}–${time.end} and ${crossing.start}–${crossing.end} cross; TimeML cannot hold both`,
          { id },
        );
      }
      const value = time.value === null ? "" : ` value="${escapeXml(time.value)}"`;
      const head = `<TIMEX3 tid="t${++number}" type="${time.type}"${value}>`;
      out += `${escapeXml(text.slice(at, time.start))}${head}${fill(time.start, time.end, within)}</TIMEX3>`;
      at = time.end;
      rest = others.slice(within.length);
    }
    return out + escapeXml(text.slice(at, end));
  };
  const dct =
    published === undefined
      ? ""
      : `<DCT><TIMEX3 tid="t0" type="DATE" value="${escapeXml(published)}" functionInDocument="CREATION_TIME">${escapeXml(published)}</TIMEX3></DCT>\n`;
  const head = title === undefined ? "" : `<TITLE>${escapeXml(title)}</TITLE>\n`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<TimeML>\n<DOCID>${escapeXml(id)}</DOCID>\n${dct}${head}<TEXT>${fill(0, text.length, inOrder)}</TEXT>\n</TimeML>\n`;
}
