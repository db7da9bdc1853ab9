import { describe, expect, it } from "vitest";
import { formatNamed, formatOf } from "../../../src/evaluate/gold/formats.js";
import type { GoldArticle, GoldFile } from "../../../src/evaluate/gold/gold-article.js";

/** Reads files as another tool writes them; their format must be told from the first. */
function read(format: string, ...files: readonly (readonly [path: string, content: string])[]): readonly GoldArticle[] {
  const given = files.map(([path, content]): GoldFile => ({ path, content }));
  expect(formatOf(given[0]!)?.name).toBe(format);
  return formatNamed(format).read(given);
}

const namesOf = ({ text, names = [] }: GoldArticle) =>
  names.map(({ start, end, type }) => [text.slice(start, end), type]);

describe("gold as other tools write it", () => {
  it("CoNLL-2003: four columns, -DOCSTART-, IOB1 tags, no text beside it", () => {
    const content = `-DOCSTART- -X- O O

Ana NNP I-NP I-PER
Obi NNP I-NP I-PER
left VBD I-VP O
Port NNP I-NP I-LOC
Elm NNP I-NP I-LOC
. . O O

-DOCSTART- -X- O O

Elm NNP I-NP I-LOC
Obi NNP I-NP B-PER
Wren NNP I-NP B-PER
`;
    const [first, second] = read("bio", ["town.conll", content]);
    expect(first?.text).toBe("Ana Obi left Port Elm .");
    expect(namesOf(first!)).toEqual([
      ["Ana Obi", "person"],
      ["Port Elm", "place"],
    ]);
    expect([second?.id, namesOf(second!)]).toEqual([
      "town-2",
      [
        ["Elm", "place"],
        ["Obi", "person"],
        ["Wren", "person"],
      ],
    ]);
  });

  it("CorefUD: GUM's attributes, a multiword token, an empty node, a broken mention, heads by minspan and UPOS", () => {
    const content = `# newdoc id = boats
# global.Entity = GRP-etype-infstat-minspan-link
# text = Ana's boat can't sail.
1-2\tAna's\t_\t_\t_\t_\t_\t_\t_\t_
1\tAna\tAna\tPROPN\t_\t_\t3\tnmod\t_\tEntity=(2-object-new-3-sgl(1-person-new-1-coref)
2\t's\t's\tPART\t_\t_\t1\tcase\t_\t_
3\tboat\tboat\tNOUN\t_\t_\t5\tnsubj\t_\tEntity=2)
3.1\tit\tit\tPRON\t_\t_\t_\t_\t_\tEntity=(9-object-new-1-x)
4\tcan't\tcan\tAUX\t_\t_\t5\taux\t_\tEntity=(7[1/2]-event-new-1-sgl)
5\tsail\tsail\tVERB\t_\t_\t0\troot\t_\tSpaceAfter=No|Entity=(7[2/2]-event-new-1-sgl)
6\t.\t.\tPUNCT\t_\t_\t5\tpunct\t_\t_

# newpar
# text = She knows.
1\tShe\tshe\tPRON\t_\t_\t2\tnsubj\t_\tEntity=(1-person-giv-1-coref)
2\tknows\tknow\tVERB\t_\t_\t0\troot\t_\tSpaceAfter=No
3\t.\t.\tPUNCT\t_\t_\t2\tpunct\t_\t_

`;
    const [article] = read("conllu", ["boats.conllu", content]);
    expect(article?.text.trimEnd()).toBe("Ana's boat can't sail.\nShe knows.");
    const { text, coreference = [] } = article!;
    expect(coreference.map((one) => [text.slice(one.start, one.end), one.type, one.cluster, one.form])).toEqual([
      ["Ana's", "person", "1", "name"],
      ["Ana's boat", "object", "2", "nominal"],
      ["can't", "event", "7", "nominal"],
      ["She", "person", "1", "pronoun"],
    ]);
  });

  it("CoNLL-U without Entity= has no coreference layer", () => {
    const content = "# newdoc id = a\n1\tRain\train\tNOUN\t_\t_\t0\troot\t_\t_\n\n";
    expect(read("conllu", ["a.conllu", content])).toEqual([{ id: "a", text: "Rain " }]);
  });

  it("TimeML: document creation time, events and signals passed over, character references", () => {
    const content = `<?xml version="1.0" ?>
<TimeML>
<DOCID>wire1</DOCID>
<DCT><TIMEX3 tid="t0" type="DATE" value="2031-03-08" functionInDocument="CREATION_TIME">March 8, 2031</TIMEX3></DCT>
<TITLE>Rates &amp; rents</TITLE>
<TEXT>
R&amp;B Bank <EVENT eid="e1" class="OCCURRENCE">rose</EVENT> <SIGNAL sid="s1">on</SIGNAL> <TIMEX3 tid="t1" type="DATE" value="2031-03-07">Friday</TIMEX3>.
</TEXT>
<TLINK lid="l1" relType="BEFORE" eventInstanceID="ei1" relatedToTime="t0"/>
</TimeML>
`;
    const [article] = read("timeml", ["wire1.tml", content]);
    const { text, times = [], ...record } = article!;
    expect(record).toEqual({ id: "wire1", published: "2031-03-08", title: "Rates & rents" });
    expect(text).toBe("\nR&B Bank rose on Friday.\n");
    expect(times.map(({ start, end, type, value }) => [text.slice(start, end), type, value])).toEqual([
      ["Friday", "DATE", "2031-03-07"],
    ]);
  });

  it("brat: broken spans, equivalences, notes and events", () => {
    const text = "Ana Obi said rents, she fears, will rise.\n";
    const ann = `T1\tPER 0 7\tAna Obi
T2\tContent 13 18;31 40\trents will rise
T3\tSource 0 7\tAna Obi
T4\tPER 20 23\tshe
E1\tSay:T5
#1\tAnnotatorNotes T2\tnot sure
R1\tSourceOf Arg1:T3 Arg2:T2
R2\tMarriedTo Arg1:T1 Arg2:T4
*\tEquiv T1 T4
A1\tForm T4 pronoun
N1\tReference T1 Wikidata:Q42\tAna
`;
    const [article] = read("brat", ["n/rents.ann", ann], ["n/rents.txt", text]);
    expect(article?.names).toEqual([{ start: 0, end: 7, type: "person", link: "Wikidata:Q42" }]);
    expect(article?.attribution).toEqual([
      {
        source: [{ start: 0, end: 7 }],
        cue: [],
        content: [
          { start: 13, end: 18 },
          { start: 31, end: 40 },
        ],
      },
    ]);
    expect(new Set(article?.coreference?.map(({ cluster }) => cluster)).size).toBe(1);
  });

  it("Label Studio: relations, an annotation that was cancelled", () => {
    const text = "Ana said no.";
    const region = (id: string, start: number, end: number, label: string) => ({
      id,
      type: "labels",
      from_name: "label",
      value: { start, end, text: text.slice(start, end), labels: [label] },
    });
    const result = [
      region("x", 0, 3, "SOURCE"),
      region("y", 9, 11, "CONTENT"),
      { type: "relation", from_id: "x", to_id: "y", direction: "right", labels: ["SourceOf"] },
    ];
    const tasks = [{ id: 7, data: { text }, annotations: [{ was_cancelled: true, result: [] }, { result }] }];
    const [article] = read("label-studio", ["export.json", JSON.stringify(tasks)]);
    expect(article).toEqual({
      id: "7",
      text,
      attribution: [{ source: [{ start: 0, end: 3 }], cue: [], content: [{ start: 9, end: 11 }] }],
    });
    expect(() => read("label-studio", ["export.json", JSON.stringify([{ data: { text }, annotations: [] }])])).toThrow(
      /task 1 has no annotation; submit it/,
    );
  });

  it("Prodigy: rejected answers passed over, relations by spans without ids", () => {
    const spans = [
      { start: 0, end: 3, label: "SOURCE" },
      { start: 9, end: 11, label: "CONTENT" },
    ];
    const relations = [{ head_span: spans[0], child_span: spans[1], label: "SourceOf" }];
    const lines = [
      { text: "Ana said no.", spans, relations, answer: "accept" },
      { text: "Skip me.", spans: [], answer: "reject" },
    ];
    const accepted = read("prodigy", ["a.jsonl", lines.map((line) => JSON.stringify(line)).join("\n")]);
    expect(accepted).toHaveLength(1);
    expect(accepted[0]?.attribution?.[0]?.source).toEqual([{ start: 0, end: 3 }]);
  });
});
