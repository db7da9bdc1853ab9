import { InputError } from "../../model/errors.js";
import { surface } from "../../model/span.js";
import { codePointOffsets } from "../../text/code-points.js";
import { type Fitter, fitter, misfit } from "./fit.js";
import { fromLabelled } from "./from-labelled.js";
import type { GoldArticle, GoldFile, GoldFormat } from "./gold-article.js";
import {
  LABELLED_KINDS,
  type Label,
  type Labelled,
  MARKED_FORMS,
  TIE_TYPES,
  type Tie,
  toLabelled,
} from "./labelled.js";
import { readSidecar, stems, toSidecar } from "./sidecar.js";

/**
 * brat standoff: `a1.txt` with the text, `a1.ann` with text-bound annotations (`T`, broken spans too), relations (`R`),
 * equivalences (`*`), the attribute `Form` (`A`) and normalizations (`N`): `TIMEX3:2025-02-07` on times, any other
 * `resource:id` on names. Notes (`#`) are passed over. Offsets count code points, as brat's own server does.
 */
export const brat: GoldFormat = {
  name: "brat",
  unit: "code points",
  carries: LABELLED_KINDS,
  read: (files) => {
    const byPath = new Map(files.map((file) => [file.path, file]));
    const documents = files.filter(({ path }) => path.endsWith(".ann"));
    return fromLabelled(
      documents.map((file) => {
        const stem = file.path.slice(0, -".ann".length);
        const text = byPath.get(`${stem}.txt`);
        if (text) return { file: file.path, labelled: readOne(file, text.content, byPath.get(`${stem}.record.json`)) };
        throw new InputError("its text is missing; put the .txt of the same name beside it", { file: file.path });
      }),
    );
  },
  write: (articles) => {
    const names = stems(articles);
    return articles.flatMap((article, index) => writeOne(article, names[index]!));
  },
};

function readOne(file: GoldFile, text: string, sidecar: GoldFile | undefined): Labelled {
  const id = file.path.replace(/^.*[/\\]/, "").replace(/\.ann$/, "");
  const lines = file.content.split(/\r?\n/).map((line, index): Line => {
    const [key = "", body = "", rest] = line.split("\t");
    return { key, body: body.trim(), rest, place: { file: file.path, line: index + 1 } };
  });
  const fit = fitter(text, "code points", { strict: false });
  const bound = lines.filter(({ key }) => /^T\d+$/.test(key)).map((line) => labelOf(line, text, fit));
  const labels = new Map(bound.map((label) => [label.id, label]));
  for (const line of lines.filter(({ key }) => /^[AMN]\d+$/.test(key))) {
    const of = line.body.split(" ")[1] ?? "";
    const label = labels.get(of);
    if (label === undefined) throw fault(line, `${line.key} is of ${of}, which is not there; mend or remove it`);
    labels.set(of, { ...label, ...extra(line) });
  }
  const odd = lines.find(({ key }) => key.trim() !== "" && !/^(?:[TAMNR]\d+$|[#E*])/.test(key));
  if (odd) throw fault(odd, "expected a line of brat standoff, such as 'T1<tab>Person 0 3<tab>Kim'");
  return { id, ...readSidecar(sidecar), text, labels: [...labels.values()], ties: lines.flatMap(tiesOf) };
}

/** A line of standoff: its columns. */
interface Line {
  readonly key: string;
  readonly body: string;
  readonly rest: string | undefined;
  readonly place: { readonly file: string; readonly line: number };
}

const fault = ({ key, body, place }: Line, reason: string): InputError =>
  new InputError(`${reason}; got ${JSON.stringify(`${key} ${body}`)}`, place);

/** 'T1', 'Content 0 4;10 15', 'They went': a label with its pieces. */
function labelOf(line: Line, text: string, fit: Fitter): Label {
  const { key, body, rest, place } = line;
  const [, label, written] = /^(\S+) (\d+ \d+(?:;\d+ \d+)*)$/.exec(body) ?? [];
  if (label === undefined || written === undefined || rest === undefined) {
    throw fault(line, "expected a label with its offsets, and the text, between tabs");
  }
  const ends = written.split(";").map((piece) => piece.split(" ").map(Number));
  const pieces = ends.map(([start, end]) => fit.span(start, end, undefined, { ...place, item: key }));
  const found = pieces.map((piece) => surface(text, piece)).join(" ");
  if (found.replace(/\s/g, " ") === rest.replace(/\s/g, " ")) return { id: key, label, pieces };
  const all = ends.map(([start, end]) => `${start}–${end}`).join(", ");
  throw misfit(
    `${key} does not fit its text: at ${all} (code points) stands ${JSON.stringify(found)}, expected ${JSON.stringify(rest)}`,
    place,
  );
}

/** Relations whose type is known, and equivalences; other relations are passed over. */
function tiesOf(line: Line): readonly Tie[] {
  if (line.key === "*") {
    const [, first = "", ...others] = line.body.split(" ");
    return others.map((from) => ({ type: "SameAs", from, to: first }));
  }
  if (!/^R\d+$/.test(line.key)) return [];
  const [, name, from, to] = /^(\S+) Arg1:(\S+) Arg2:(\S+)$/.exec(line.body) ?? [];
  if (from === undefined || to === undefined) throw fault(line, "expected a type with Arg1: and Arg2:");
  const type = TIE_TYPES.find((known) => known === name);
  return type === undefined ? [] : [{ type, from, to }];
}

/** What an attribute (A, M) or a normalization (N) says of its annotation. */
function extra({ key, body }: Line): Partial<Label> {
  const [name, , value = ""] = body.split(" ");
  if (key.startsWith("N")) {
    return value.startsWith("TIMEX3:") ? { value: value.slice("TIMEX3:".length) } : { link: value };
  }
  const form = name === "Form" ? MARKED_FORMS.find((known) => known === value) : undefined;
  return form === undefined ? {} : { form };
}

function writeOne(article: GoldArticle, stem: string): readonly GoldFile[] {
  const { text, labels, ties } = toLabelled(article);
  const { toCodePoints } = codePointOffsets(text);
  const clean = (piece: string): string => piece.replace(/\s/g, " ");
  const lines = labels.map(({ id, label, pieces }) => {
    const ends = pieces.map(({ start, end }) => `${toCodePoints(start)} ${toCodePoints(end)}`).join(";");
    return `T${id}\t${label} ${ends}\t${clean(pieces.map((piece) => surface(text, piece)).join(" "))}`;
  });
  ties.forEach(({ type, from, to }, index) => {
    lines.push(`R${index + 1}\t${type} Arg1:T${from} Arg2:T${to}`);
  });
  const formed = labels.filter(({ form }) => form !== undefined);
  formed.forEach(({ id, form }, index) => {
    lines.push(`A${index + 1}\tForm T${id} ${form}`);
  });
  const linked = labels.filter(({ value, link }) => (value ?? link) !== undefined);
  linked.forEach(({ id, value, link }, index) => {
    const reference = value === undefined ? `${link}` : `TIMEX3:${value}`;
    lines.push(`N${index + 1}\tReference T${id} ${clean(reference).replaceAll(" ", "_")}\t${clean(value ?? link!)}`);
  });
  return [
    { path: `${stem}.txt`, content: text },
    { path: `${stem}.ann`, content: lines.map((line) => `${line}\n`).join("") },
    { path: `${stem}.record.json`, content: `${JSON.stringify(toSidecar(article, LABELLED_KINDS))}\n` },
  ];
}
