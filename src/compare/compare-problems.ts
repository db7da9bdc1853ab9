import type { KnowledgeFile } from "../model/knowledge-file.js";
import type { Change } from "./change.js";
import { pairItems } from "./pair-items.js";
import { changesOf, type Readings } from "./reading.js";

type Problem = KnowledgeFile["problems"][number];

/** Doubts that one reading has and the other has not, by stage, rule and message. */
export function compareProblems({ old, now, alignment }: Readings): readonly Change[] {
  const key = ({ stage, rule, message }: Problem): string => `${stage}/${rule}: ${message}`;
  const item = (problem: Problem) => ({ span: null, isLoose: true, place: "", words: key(problem) });
  const told = (problem: Problem, index: number) => {
    const { start, end } = problem;
    return {
      id: `p${index + 1}`,
      label: key(problem),
      extent: start === undefined || end === undefined ? null : { start, end },
    };
  };
  return changesOf({
    kind: "problems",
    old: old.problems.map(told),
    now: now.problems.map(told),
    pairs: pairItems(old.problems.map(item), now.problems.map(item), () => 0),
    fields: () => [],
    alignment,
  });
}
