import { PRESENTATIONS } from "../../model/cue.js";
import { ATTITUDES, QUOTE_KINDS } from "../../model/quote.js";
import type { Kinds, QuoteFilter } from "./quote-rows.js";

/** The lists that numbers in quotations' files lead into. */
export const LISTS: Kinds = { kinds: QUOTE_KINDS, attitudes: ATTITUDES, presented: PRESENTATIONS };

/** A filter that lets everything pass. */
export const NO_FILTER: QuoteFilter = {
  by: "",
  who: "",
  outlet: "",
  from: "",
  to: "",
  kind: "",
  attitude: "",
  presented: "",
  q: "",
};
