import type { GoldFile } from "../evaluate/gold/gold-article.js";
import { MARKED_FORMS, NAME_LABELS, TIE_TYPES, TIME_LABELS } from "../evaluate/gold/labelled.js";

const NAMES = Object.values(NAME_LABELS);
const TIMES = Object.values(TIME_LABELS);
const PARTS = ["Source", "Cue", "Content"] as const;

/** What brat has to be told of the labels: its `annotation.conf`. */
export function bratSetup(): GoldFile {
  const names = NAMES.join("|");
  const ends: Readonly<Record<(typeof TIE_TYPES)[number], string>> = {
    SourceOf: "Arg1:Source, Arg2:Content",
    CueOf: "Arg1:Cue, Arg2:Content",
    SameAs: `Arg1:${names}, Arg2:${names}`,
    HeadOf: `Arg1:Head, Arg2:${names}`,
    PartOf: "Arg1:<ENTITY>, Arg2:<ENTITY>",
  };
  const lines = [
    "[entities]",
    ...NAMES,
    ...TIMES,
    ...PARTS,
    "Head",
    "[relations]",
    "<OVERLAP> Arg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>",
    ...TIE_TYPES.map((type) => `${type} ${ends[type]}`),
    "[events]",
    "[attributes]",
    `Form Arg:${names}, Value:${MARKED_FORMS.join("|")}`,
  ];
  return { path: "annotation.conf", content: `${lines.join("\n")}\n` };
}

/** What a Label Studio project has to be told: its labelling interface. */
export function labelStudioSetup(): GoldFile {
  const tags = (tag: string, values: readonly string[]): string =>
    values.map((value) => `    <${tag} value="${value}"/>\n`).join("");
  const text = (name: string, labels: readonly string[]): string =>
    `  <TextArea name="${name}" toName="text" perRegion="true" whenTagName="label" whenLabelValue="${labels.join(",")}"/>\n`;
  const content = [
    "<View>\n",
    `  <Labels name="label" toName="text">\n${tags("Label", [...PARTS, ...NAMES, ...TIMES, "Head"])}  </Labels>\n`,
    `  <Text name="text" value="$text" granularity="symbol"/>\n`,
    `  <Choices name="form" toName="text" perRegion="true" whenTagName="label" whenLabelValue="${NAMES.join(",")}">\n`,
    `${tags("Choice", MARKED_FORMS)}  </Choices>\n`,
    text("value", TIMES),
    text("link", NAMES),
    `  <Relations>\n${tags("Relation", TIE_TYPES)}  </Relations>\n`,
    "</View>\n",
  ].join("");
  return { path: "label-config.xml", content };
}
