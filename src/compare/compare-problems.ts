import type { KnowledgeFile } from "../model/knowledge-file.js";
import type { Change } from "./change.js";
import { changesOf } from "./changes-of.js";
import { pairItems } from "./pair-items.js";
import type { Readings } from "./reading.js";

type Problem = KnowledgeFile["problems"][number];

/** Doubts that one reading has and the other has not, by stage, rule and message. */
export function compareProblems(readings: Readings): readonly Change[] {
  const { old, now } = readings;
  const key = ({ stage, rule, message }: Problem): string => `${stage}/${rule}: ${message}`;
  const item = (problem: Problem) => ({ span: null, isLoose: true, place: "", words: key(problem) });
  const pairs = pairItems(old.problems.map(item), now.problems.map(item), () => 0);
  return changesOf("problems", readings, pairs, {
    told: (problem, _side, index) => {
      const { start, end } = problem;
      const extent = start === undefined || end === undefined ? null : { start, end };
      return { id: `p${index + 1}`, label: key(problem), extent };
    },
    fields: () => [],
  });
}
