import type { Span } from "./span.js";

/** A doubt about the text, kept in the output: never thrown, never logged. */
export interface Problem {
  readonly stage: string;
  /** The rule that doubts, such as `unclosed-quote`. */
  readonly rule: string;
  readonly message: string;
  readonly span?: Span;
}

/** How a stage tells its doubts; the pipeline adds the stage's name. */
export type Report = (problem: Omit<Problem, "stage">) => void;
