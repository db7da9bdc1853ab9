import type { InputPlace } from "../../model/errors.js";
import type { Fitter } from "./fit.js";
import { type JsonObject, listOf, objectOf, optionalText } from "./json-records.js";
import { given, type Label, MARKED_FORMS } from "./labelled.js";

/** What a tool calls a span's ends, and how its relations name a span. */
export interface SpanFields {
  readonly start: string;
  readonly end: string;
  readonly idOf: (span: JsonObject) => string;
}

/**
 * The labels in a list of spans as doccano ('entities') and Prodigy ('spans') write them: a label, its ends, perhaps the
 * text between them, a TIMEX3 value, a form and a link. Throws an InputError for one that does not fit its text.
 */
export const readSpans = (
  list: unknown,
  name: string,
  { start, end, idOf }: SpanFields,
  fit: Fitter,
  place: InputPlace,
): readonly Label[] =>
  listOf(list, name, place).map((item, index) => {
    const what = `${name}[${index}]`;
    const span = objectOf(item, what, place);
    const text = (field: string) => optionalText(span[field], `${what}.${field}`, place);
    return {
      id: idOf(span),
      label: `${span.label}`,
      pieces: [fit.span(span[start], span[end], text("text"), { ...place, item: `${what} ${span.label}` })],
      ...given({
        value: text("value"),
        link: text("link"),
        form: MARKED_FORMS.find((form) => form === span.form),
      }),
    };
  });
