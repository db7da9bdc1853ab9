/** Signs of a line that tell where it stands among those printed: enough to be its own, few enough to outlive new figures. */
const TELLING = 12;

/**
 * The printed lines that a document shows, by those it showed before: all of them, or, where '…' stood for lines left out, as
 * many lines as stood behind it, from the first that begins alike. `missing` are lines that nothing printed begins like.
 * Lines 'seconds …' stay as they were: they were measured on a quiet machine.
 */
export function fitted(old, printed) {
  const { lines, missing } = old.some(isGap) ? aroundGaps(old, printed) : { lines: printed, missing: [] };
  const times = old.filter(isTime);
  return { lines: lines.map((line) => (isTime(line) ? (times.shift() ?? line) : line)), missing };
}

function aroundGaps(old, printed) {
  const lines = [];
  const missing = [];
  let at = 0;
  for (const [index, line] of old.entries()) {
    if (isGap(line)) {
      lines.push(line);
    } else if (index === 0 || !isGap(old[index - 1])) {
      lines.push(printed[at++] ?? line);
    } else {
      const found = printed.findIndex((text, place) => place >= at && text.startsWith(beginningOf(line)));
      if (found === -1) missing.push(line);
      else at = found + 1;
      lines.push(found === -1 ? line : printed[found]);
    }
  }
  return { lines, missing };
}

/** What a line begins with, up to a count in brackets: 'Dates (13)'. */
const beginningOf = (line) => line.slice(0, TELLING).replace(/\(\d.*$/, "(");

const isGap = (line) => line.trim() === "…";
const isTime = (line) => /^seconds\s/.test(line);
