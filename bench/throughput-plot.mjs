/** Draws a long run as SVG: articles a second above, resident memory below, over the articles done. */

const WIDTH = 720;
const PANEL = 170;
const LEFT = 60;
const GAP = 46;

/** A round number at or above `value`. */
function ceiling(value) {
  const unit = 10 ** Math.floor(Math.log10(Math.max(value, 1)));
  return [1, 2, 5, 10].map((step) => step * unit).find((step) => step >= value);
}

/** Articles a second between samples some apart, so that one slow second does not make the line jump. */
function rates(samples) {
  const apart = Math.max(1, Math.round(samples.length / 60));
  return samples.slice(apart).map((sample, index) => {
    const before = samples[index];
    return { done: sample.done, value: (sample.done - before.done) / (sample.seconds - before.seconds) };
  });
}

function panel(title, points, count, top) {
  const most = ceiling(Math.max(...points.map(({ value }) => value), 1));
  const x = (done) => (LEFT + (done / count) * (WIDTH - LEFT - 20)).toFixed(1);
  const y = (value) => (top + PANEL - (value / most) * PANEL).toFixed(1);
  const line = points.map(({ done, value }) => `${x(done)},${y(value)}`).join(" ");
  const ticks = [0, 0.5, 1].map(
    (share) =>
      `<line x1="${LEFT}" x2="${WIDTH - 20}" y1="${y(most * share)}" y2="${y(most * share)}" class="grid"/><text x="${LEFT - 8}" y="${Number(y(most * share)) + 4}" text-anchor="end">${most * share}</text>`,
  );
  const marks = [0, 0.25, 0.5, 0.75, 1].map(
    (share) =>
      `<text x="${x(count * share)}" y="${top + PANEL + 18}" text-anchor="middle">${Math.round(count * share)}</text>`,
  );
  return `<text x="${LEFT}" y="${top - 10}" class="title">${title}</text>${ticks.join("")}${marks.join("")}<polyline points="${line}" class="line"/>`;
}

/** The page. `samples`: {seconds, done, memory in MB} in order of time. */
export function throughputPlot(samples, count) {
  const going = samples.filter(({ done }) => done > 0);
  const height = 2 * (PANEL + GAP) + 30;
  const style =
    "text{font:12px sans-serif;fill:#444}.title{font-weight:600;fill:#222}.grid{stroke:#ddd}.line{fill:none;stroke:#1f5fa8;stroke-width:1.6}";
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}"><style>${style}</style><rect width="100%" height="100%" fill="#fff"/>${panel("articles a second", rates(going), count, 30)}${panel(
    "resident memory of all processes, MB",
    going.map(({ done, memory }) => ({ done, value: memory })),
    count,
    30 + PANEL + GAP,
  )}<text x="${WIDTH / 2}" y="${height - 6}" text-anchor="middle">articles done</text></svg>\n`;
}
