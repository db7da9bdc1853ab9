import { InputError } from "../../model/errors.js";
import { surface } from "../../model/span.js";
import { codePointOffsets } from "../../text/code-points.js";
import { fitter } from "./fit.js";
import { fromLabelled } from "./from-labelled.js";
import type { GoldArticle, GoldFile, GoldFormat } from "./gold-article.js";
import { type JsonObject, listOf, objectOf, textOf } from "./json-records.js";
import {
  given,
  LABELLED_KINDS,
  type Label,
  type Labelled,
  MARKED_FORMS,
  TIE_TYPES,
  type Tie,
  toLabelled,
} from "./labelled.js";
import { apart, joined } from "./pieces.js";
import { parseJson, sidecarOf, toSidecar } from "./sidecar.js";

/**
 * Label Studio's JSON: tasks with `data.text` and, in `annotations`, regions and relations. A region's TIMEX3 value, form
 * and link are per-region answers under the same id. Label Studio counted UTF-16 once and counts code points now: each
 * region repeats its text, so the unit under which all of a task's regions fit is the right one. Code points are written.
 */
export const labelStudio: GoldFormat = {
  name: "label-studio",
  unit: "code points",
  carries: LABELLED_KINDS,
  read: (files) =>
    fromLabelled(
      files.flatMap(({ path, content }) => {
        const value = parseJson(content, { file: path });
        const tasks = Array.isArray(value) ? value : [value];
        return tasks.map((task, index) => ({
          file: path,
          labelled: readTask(objectOf(task, `task ${index + 1}`, { file: path }), index + 1, path),
        }));
      }),
    ),
  write: (articles) => [{ path: "gold.json", content: labelStudioTasks(articles, "annotations") }],
};

/** Tasks to import: as finished `annotations`, or as `predictions` that a person corrects. */
export const labelStudioTasks = (articles: readonly GoldArticle[], as: "annotations" | "predictions"): string =>
  `${JSON.stringify(
    articles.map((article, index) => taskOf(article, index + 1, as)),
    null,
    1,
  )}\n`;

function readTask(task: JsonObject, ordinal: number, file: string): Labelled {
  const place = { file };
  const data = objectOf(task.data, `task ${ordinal}: data`, place);
  const text = textOf(data.text, `task ${ordinal}: data.text`, place);
  const annotations = listOf(task.annotations, `task ${ordinal}: annotations`, place).map((annotation) =>
    objectOf(annotation, `task ${ordinal}: an annotation`, place),
  );
  const done = annotations.find((annotation) => annotation.was_cancelled !== true);
  if (done === undefined) {
    throw new InputError(
      `task ${ordinal} has no annotation; submit it in Label Studio, or leave it out of the export`,
      place,
    );
  }
  const result = listOf(done.result, `task ${ordinal}: result`, place).map((item) =>
    objectOf(item, `task ${ordinal}: a result`, place),
  );
  const unit = unitOf(text, result);
  const fit = fitter(text, unit, { strict: true });
  const labels = new Map<string, Label>();
  const ties: Tie[] = [];
  for (const item of result) {
    if (item.type === "relation") {
      const type = TIE_TYPES.find((known) => listOf(item.labels, "labels", place).includes(known));
      if (type) ties.push({ type, from: `${item.from_id}`, to: `${item.to_id}` });
      continue;
    }
    const value = objectOf(item.value, `task ${ordinal}: value`, place);
    if (!Array.isArray(value.labels) || value.labels.length === 0) continue;
    const id = `${item.id}`;
    const where = { ...place, item: `task ${ordinal}, region ${id}` };
    const span = fit.span(value.start, value.end, value.text === undefined ? undefined : `${value.text}`, where);
    labels.set(id, { id, label: `${value.labels[0]}`, pieces: [span] });
  }
  for (const { id, from_name, value } of result) {
    const label = labels.get(`${id}`);
    if (label) labels.set(label.id, { ...label, ...answers(`${from_name}`, value as JsonObject) });
  }
  return joined({ id: `${task.id ?? ordinal}`, ...sidecarOf(data, place), text, labels: [...labels.values()], ties });
}

/** What a per-region answer says: choices under `form`, text areas under `value` and `link`. */
function answers(name: string, value: JsonObject): Partial<Label> {
  const first = (list: unknown): string | undefined => (Array.isArray(list) ? `${list[0]}` : undefined);
  if (name === "form") return given({ form: MARKED_FORMS.find((known) => known === first(value.choices)) });
  if (name === "value" || name === "link") return given({ [name]: first(value.text) });
  return {};
}

/** UTF-16 only when some region does not fit in code points and all fit in UTF-16. */
function unitOf(text: string, result: readonly JsonObject[]): "utf-16" | "code points" {
  const { toUtf16 } = codePointOffsets(text);
  const regions = result.flatMap(({ value }) => {
    const { start, end, text: written } = (value ?? {}) as JsonObject;
    return typeof written === "string" ? [{ start: Number(start), end: Number(end), written }] : [];
  });
  const fitsPoints = regions.every(({ start, end, written }) => text.slice(toUtf16(start), toUtf16(end)) === written);
  const fitsUnits = regions.every(({ start, end, written }) => text.slice(start, end) === written);
  return !fitsPoints && fitsUnits ? "utf-16" : "code points";
}

function taskOf(article: GoldArticle, id: number, as: "annotations" | "predictions"): object {
  const { text, labels, ties } = apart(toLabelled(article));
  const { toCodePoints } = codePointOffsets(text);
  const result = labels.flatMap(({ id, label, pieces, value, form, link }) => {
    const [piece] = pieces as readonly [Label["pieces"][number]];
    const ends = { start: toCodePoints(piece.start), end: toCodePoints(piece.end), text: surface(text, piece) };
    const region = (from_name: string, type: string, answer: object) => ({
      id,
      from_name,
      to_name: "text",
      type,
      value: { ...ends, ...answer },
    });
    return [
      region("label", "labels", { labels: [label] }),
      ...(form === undefined ? [] : [region("form", "choices", { choices: [form] })]),
      ...(value === undefined ? [] : [region("value", "textarea", { text: [value] })]),
      ...(link === undefined ? [] : [region("link", "textarea", { text: [link] })]),
    ];
  });
  const relations = ties.map(({ type, from, to }) => ({
    from_id: from,
    to_id: to,
    type: "relation",
    direction: "right",
    labels: [type],
  }));
  return { id, data: { text, ...toSidecar(article, LABELLED_KINDS) }, [as]: [{ result: [...result, ...relations] }] };
}

/** Files that hold Label Studio tasks, told from other JSON by their first characters. */
export const isLabelStudio = ({ path, content }: GoldFile): boolean =>
  path.endsWith(".json") && /"(annotations|predictions)"\s*:/.test(content) && /"data"\s*:/.test(content);
