/** What is measured: the kind as score.py names it, and the dev files under ../shared/corpora. */
const gum = ["news", "interview", "speech", "bio", "court", "voyage"].map((genre) => `coref/gum-${genre}-dev.jsonl`);

const talk = ["essay", "letter", "podcast"].map((genre) => `coref/gum-${genre}-dev.jsonl`);

/** Where score.py's names of figures are not those of `copydesk evaluate`. */
export const MEASURES = { ner: { f1: "strict" } };

export const TASKS = [
  { kind: "attribution", name: "polnear-dev", files: ["attribution/polnear-dev.jsonl"] },
  { kind: "ner", name: "conll-dev", files: ["ner/conll-dev.jsonl"] },
  { kind: "ner", name: "politics-dev", files: ["ner/politics-dev.jsonl"] },
  { kind: "ner", name: "uner-dev", files: ["ner/uner-dev.jsonl"] },
  { kind: "ner", name: "wnut17-dev", files: ["ner/wnut17-dev.jsonl"] },
  { kind: "timex", name: "timebank-a", files: ["time/timebank-a.jsonl"] },
  { kind: "timex", name: "aquaint", files: ["time/aquaint.jsonl"] },
  { kind: "coref", name: "gum-dev (6 genres)", files: gum },
  { kind: "coref", name: "gum-dev (9 genres)", files: [...gum, ...talk] },
  { kind: "claims", name: "carb-dev", files: ["openie/carb-dev.tsv"] },
];
