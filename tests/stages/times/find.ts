import { loadTimeLexicons } from "../../../src/lexicons/time-lexicons.js";
import type { Dateline } from "../../../src/model/header.js";
import type { TimeExpression } from "../../../src/model/time-expression.js";
import { findTimes } from "../../../src/stages/find-times.js";
import { collector, doc } from "../../helpers/doc.js";

const stage = findTimes({ lexicons: loadTimeLexicons() });

/** Time expressions of a text with what they cover, and the doubts met. `published` null: an article without a date. */
export function timesIn(text: string, published: string | null, dateline: Dateline | null = null) {
  const { report, problems } = collector();
  const document = published === null ? doc(text) : doc(text, { published });
  const header = { ...document.header, dateline };
  const times = stage.run({ ...document, header }, report) as readonly TimeExpression[];
  return { times: times.map((time) => ({ ...time, text: text.slice(time.start, time.end) })), problems };
}
