import { TOLERANCE, type Verdict } from "../floors/gate.js";
import { figure } from "./report.js";

const signed = (value: number): string => `${value < 0 ? "−" : "+"}${Math.abs(value).toFixed(3)}`;

/** One line on a measure against its floor: 'polnear-dev attribution detect 0.790, floor 0.831 (−0.041): dropped …'. */
export function verdictLine({ corpus, kind, measure, score, floor, gain, standing }: Verdict): string {
  const head = `${corpus} ${kind} ${measure} ${figure(score)}`;
  if (standing === "new") return `${head}: no floor yet; --update pins it`;
  const against = `${head}, floor ${figure(floor)} (${signed(score - (floor ?? 0))})`;
  if (standing === "other gold") {
    return `${against}: the gold is not what the floor was pinned on; check it, then pin it with --update`;
  }
  const interval = gain === null ? "" : `; difference by article ${signed(gain[0])} to ${signed(gain[1])}`;
  return `${against}: ${standing}${interval}`;
}

/** The articles that lost most, a line each. */
export const lostLines = ({ lost }: Verdict): readonly string[] =>
  lost.map(({ id, loss }) => `${id} (${signed(-loss)})`);

/** How drops are told from noise, for the foot of reports. */
export const RULE = `A drop counts when the 95 % interval of the difference by article lies below 0, or when the score is more than the tolerance (${TOLERANCE} unless --tolerance says else) below its floor.`;
