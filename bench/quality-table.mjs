/** Writes scores as the page docs/quality.md. */

const SECTIONS = [
  {
    title: "Attribution: who said what",
    tasks: ["polnear-dev"],
    columns: [
      ["detect", "detect F1"],
      ["exact", "exact F1"],
      ["end_to_end", "end to end F1"],
      ["source", "source right, of matched"],
    ],
    rivals: [
      ["GenderGapTracker (polnear-dev)", "0.53", "0.32", "0.44", "0.83"],
      ["quotation marks and nearest name (polnear-dev)", "0.34", "", "0.16", ""],
      ["textacy (polnear-dev)", "0.22", "", "0.18", ""],
    ],
  },
  {
    title: "Names: person, organization, place",
    tasks: ["conll-dev", "politics-dev", "uner-dev", "wnut17-dev"],
    columns: [
      ["f1", "exact F1"],
      ["overlap", "overlap F1"],
    ],
    rivals: [
      ["CoreNLP 3-class CRF (test splits: conll, politics, uner, wnut17)", "0.898, 0.706, 0.749, 0.448", ""],
      ["spaCy small (the same)", "0.627, 0.636, 0.579, 0.284", ""],
      ["compromise (the same)", "0.494, 0.421, 0.550, 0.271", ""],
    ],
  },
  {
    title: "Time expressions",
    tasks: ["timebank-a", "aquaint"],
    columns: [
      ["strict", "strict F1"],
      ["relaxed", "relaxed F1"],
      ["type", "type F1"],
      ["value", "value F1"],
    ],
    rivals: [
      ["HeidelTime (timebank-a)", "0.858", "", "", "0.794"],
      ["HeidelTime (aquaint)", "0.813", "", "", "0.731"],
      ["SUTime (TimeBank; AQUAINT)", "0.820; 0.767", "", "", "0.688; 0.674"],
      ["chrono-node (TimeBank; AQUAINT)", "0.489; 0.534", "", "", "0.435; 0.606"],
    ],
  },
  {
    title: "Coreference of names",
    tasks: ["gum-dev (6 genres)", "gum-dev (9 genres)"],
    columns: [["mean", "mean F1 of B3, MUC, CEAFe"]],
    rivals: [["CoreNLP statistical and neural (test split)", "0.57"]],
  },
  {
    title: "Claims",
    tasks: ["carb-dev"],
    columns: [
      ["f1", "CaRB F1"],
      ["area", "area under the curve"],
    ],
    rivals: [
      ["OpenIE 4 (test split)", "0.49", ""],
      ["ClausIE (test split)", "0.45", ""],
    ],
  },
];

const row = (cells) => `| ${cells.join(" | ")} |`;

/** The measure with its 95 % interval: '0.790 (0.77–0.81)'. */
const withInterval = (figure, [low, high]) => `${figure.toFixed(3)} (${low.toFixed(2)}–${high.toFixed(2)})`;

/** The whole page. `scores`: {task, pipeline, figures, intervals} each; `own`: {pipeline, corpora} as evaluate's JSON has them. */
export function table(scores, own, pipelines) {
  const page = [
    "# Quality",
    "",
    "Measured on development corpora by `../shared/score.py` through `copydesk worker`; written by `npm run quality`",
    `(pipelines ${pipelines.join(", ")}). In brackets the 95 % interval that \`copydesk evaluate\` reckons by drawing the articles anew; its`,
    "figures are checked against score.py's in the same run. Rivals' figures come from the product page, on the split they name.",
  ];
  for (const { title, tasks, columns, rivals } of SECTIONS) {
    page.push("", `## ${title}`, "", row(["corpus", "system", ...columns.map(([, head]) => head)]));
    page.push(row(["---", "---", ...columns.map(() => "---:")]));
    for (const { task, pipeline, figures, intervals } of scores.filter((score) => tasks.includes(score.task))) {
      const cells = columns.map(([key]) => withInterval(figures[key], intervals[key]));
      page.push(row([task, `copydesk ${pipeline}`, ...cells]));
    }
    for (const [name, ...figures] of rivals) page.push(row(["", name, ...figures]));
  }
  if (own.length > 0) page.push(...ownSection(own));
  return `${page.join("\n")}\n`;
}

/** Our own articles: no rival has read them. */
function ownSection(own) {
  const lines = [
    "",
    "## Our own articles (fixtures/gold)",
    "",
    row(["kind", "measure", ...own.map(({ pipeline }) => `copydesk ${pipeline}`)]),
  ];
  lines.push(row(["---", "---", ...own.map(() => "---:")]));
  for (const [at, corpus] of own[0].corpora.entries()) {
    for (const [kindAt, { kind, measures }] of corpus.kinds.entries()) {
      for (const [index, { name, type }] of measures.entries()) {
        if (type !== "all") continue;
        const cells = own.map(({ corpora }) => corpora[at].kinds[kindAt].measures[index]);
        lines.push(row([kind, name, ...cells.map(({ score, interval }) => withInterval(score, interval))]));
      }
    }
  }
  return lines;
}
