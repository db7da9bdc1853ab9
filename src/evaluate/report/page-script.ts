/**
 * The error page's script: filters, the list of faults, and the article with gold beside the prediction. It puts words
 * into the page as text only, never as markup.
 */
export const ERROR_SCRIPT = `
"use strict";
const data = JSON.parse(document.getElementById("data").textContent);
const filters = ["kind", "class", "type", "article"];
const letters = { missed: "M", spurious: "S", boundary: "B", type: "T", "wrong source": "W", "wrong value": "V", "wrong entity": "E" };
const list = document.getElementById("faults");
const STEP = 200;
let shown = [];
let limit = STEP;
let current = null;

const node = (name, className, text) => {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
};
const nameOf = (article) => article.corpus + " / " + article.id;
const valueOf = (fault, filter) => filter === "article" ? nameOf(data.articles[fault.article]) : fault[filter];
const selectOf = (filter) => document.getElementById("by-" + filter);
const chosen = (filter) => selectOf(filter).value;
const passes = (fault, except) =>
  filters.every((filter) => filter === except || chosen(filter) === "" || valueOf(fault, filter) === chosen(filter));

// Each filter offers what the other filters leave, with counts; what is chosen stays on offer.
function offer(filter) {
  const select = selectOf(filter);
  const counts = new Map();
  for (const fault of data.faults) {
    if (passes(fault, filter)) counts.set(valueOf(fault, filter), (counts.get(valueOf(fault, filter)) || 0) + 1);
  }
  const kept = select.value;
  if (kept !== "" && !counts.has(kept)) counts.set(kept, 0);
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const entries = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  select.replaceChildren(...[["", all], ...entries].map(([value, count]) => {
    const option = node("option", "", (value || "all") + " (" + count + ")");
    option.value = value;
    return option;
  }));
  select.value = kept;
}

function refresh() {
  filters.forEach(offer);
  shown = data.faults.filter((fault) => passes(fault));
  const cost = shown.reduce((sum, fault) => sum + fault.cost, 0);
  document.getElementById("count").textContent = shown.length + " of " + data.faults.length + " errors, " + cost.toFixed(1) + " points";
  draw();
  if (shown.length > 0) open(shown[0]);
  else document.getElementById("view").replaceChildren();
}

function draw() {
  list.replaceChildren(...shown.slice(0, limit).map((fault) => {
    const button = node("button");
    button.type = "button";
    button.append(node("span", "cost", fault.together.toFixed(2) + (fault.times > 1 ? " \\u00d7" + fault.times : "")));
    button.append(node("span", "class", fault.class), " " + fault.type + ": " + fault.words);
    button.append(node("span", "of", (fault.note ? fault.note + " \\u00b7 " : "") + data.articles[fault.article].id));
    button.addEventListener("click", () => open(fault));
    const item = node("li");
    item.append(button);
    return item;
  }));
  document.getElementById("more").hidden = shown.length <= limit;
}

// The text cut at every end of a mark; each piece carries the marks it lies in, so that marks may cross.
function pieces(start, end, marks) {
  const inside = marks.filter((mark) => mark.start < end && start < mark.end);
  const cuts = [...new Set([start, end, ...inside.flatMap((mark) => [mark.start, mark.end])])]
    .filter((at) => at >= start && at <= end).sort((a, b) => a - b);
  return cuts.slice(1).map((to, index) => {
    const from = cuts[index];
    return { from, to, marks: inside.filter((mark) => mark.start <= from && to <= mark.end) };
  });
}

function cell(text, start, end, marks) {
  const made = node("td");
  made.dir = "auto";
  for (const piece of pieces(start, end, marks)) {
    const words = text.slice(piece.from, piece.to);
    if (piece.marks.length === 0) { made.append(words); continue; }
    const mark = node("mark", [...new Set(piece.marks.flatMap((one) => one.classes))].join(" "), words);
    const ends = piece.marks.filter((one) => one.end === piece.to && one.letter);
    if (ends.length > 0) mark.dataset.letter = [...new Set(ends.map((one) => one.letter))].join("");
    made.append(mark);
  }
  return made;
}

function marksOf(fault, side) {
  const article = data.articles[fault.article];
  const made = (mark, classes, letter) => ({ start: mark[1], end: mark[2], classes: [mark[0], ...classes], letter });
  const all = article.marks[fault.kind][side].map((mark) =>
    made(mark, [], ["content", "source", "cue", "claim"].includes(mark[0]) ? "" : mark[0].slice(0, 3)));
  const faults = data.faults.filter((one) => one.article === fault.article && one.kind === fault.kind);
  for (const one of faults) {
    for (const mark of one[side]) all.push(made(mark, one === fault ? ["fault", "here"] : ["fault"], letters[one.class]));
  }
  return all;
}

function open(fault) {
  current = fault;
  const article = data.articles[fault.article];
  [...list.querySelectorAll("button")].forEach((button, index) => {
    if (shown[index] === fault) button.setAttribute("aria-current", "true");
    else button.removeAttribute("aria-current");
  });
  const table = node("table");
  const head = node("tr");
  for (const name of ["Gold", "Prediction"]) {
    const title = node("th", "", name);
    title.scope = "col";
    head.append(title);
  }
  table.append(head);
  const gold = marksOf(fault, "gold");
  const predicted = marksOf(fault, "predicted");
  for (const match of article.text.matchAll(/[^\\n]+/g)) {
    const row = node("tr");
    const end = match.index + match[0].length;
    row.append(cell(article.text, match.index, end, gold), cell(article.text, match.index, end, predicted));
    table.append(row);
  }
  const what = fault.class + " " + fault.type + (fault.note ? ": " + fault.note : "") + " \\u00b7 costs " + fault.cost.toFixed(3) +
    " points" + (fault.times > 1 ? ", with " + (fault.times - 1) + " like it " + fault.together.toFixed(2) : "");
  document.getElementById("view").replaceChildren(node("h2", "", nameOf(article)), node("p", "what", what), table);
  const here = table.querySelector("mark.here");
  if (here) here.scrollIntoView({ block: "center" });
}

function step(by) {
  const at = Math.min(shown.length - 1, Math.max(0, shown.indexOf(current) + by));
  if (at < 0) return;
  if (at >= limit) { limit += STEP; draw(); }
  open(shown[at]);
  list.querySelectorAll("button")[at].focus();
}

for (const filter of filters) {
  selectOf(filter).addEventListener("change", () => { limit = STEP; refresh(); });
}
document.getElementById("more").addEventListener("click", () => { limit += STEP; draw(); if (current) open(current); });
document.getElementById("clear").addEventListener("click", () => {
  for (const filter of filters) selectOf(filter).value = "";
  refresh();
});
list.addEventListener("keydown", (event) => {
  const by = { ArrowDown: 1, ArrowUp: -1, j: 1, k: -1 }[event.key];
  if (by === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  step(by);
});
refresh();
`;
