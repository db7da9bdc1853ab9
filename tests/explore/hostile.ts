import { type KnowledgeFile, SCHEMA_VERSION } from "../../src/model/knowledge-file.js";

/** What runs if it is ever taken for markup or script. */
export const TRAPS = [
  "</script><script>document.title='owned'</script>",
  "<img src=x onerror=\"document.title='owned'\">",
  "\u2028document.title='owned'\u2029",
  "\u202Edelivered backwards\u202C",
  "'+(document.title='owned')+'\\",
] as const;

const NAME = "Ana <svg onload=document.title='owned'> Obi";
const TEXT = `Traps, and where they lead

${NAME} said “${TRAPS.join(" and ")}” on Friday.
`;

/** A valid knowledge file every free string of which is hostile. */
export function hostile(): KnowledgeFile {
  const at = (words: string) => ({ start: TEXT.indexOf(words), end: TEXT.indexOf(words) + words.length, text: words });
  const line = TEXT.indexOf("\n");
  return {
    schemaVersion: SCHEMA_VERSION,
    generator: { name: "copydesk", version: "0.0.0", pipeline: "by-hand", model: null },
    offsetUnit: "utf-16",
    article: {
      id: `../../${TRAPS[0]}`,
      title: `${TRAPS[1]} ${TRAPS[3]}`,
      bylines: [{ name: TRAPS[1] }],
      dateline: null,
      published: "2031-02-10",
      publishedFrom: "record",
      url: "javascript:document.title='owned'",
      source: TRAPS[0],
      language: "en",
      sha256: "0".repeat(64),
      text: TEXT,
      blocks: [
        { kind: "headline", start: 0, end: line + 1 },
        { kind: "body", start: line + 1, end: TEXT.length },
      ],
    },
    sentences: [],
    entities: [
      { id: "e1</script>", type: "person", name: NAME, aliases: [TRAPS[4]], roles: [TRAPS[1], TRAPS[2]], links: [] },
    ],
    mentions: [{ id: "m1", entity: "e1</script>", type: "person", form: "name", ...at(NAME), by: "hand" }],
    times: [{ id: "t1", ...at("Friday"), type: "DATE", value: TRAPS[4], anchor: { kind: "published" }, by: "hand" }],
    quotes: [
      {
        id: "q1'\\",
        kind: "direct",
        content: [at(TRAPS.join(" and "))],
        cue: [at("said")],
        source: [at(NAME)],
        speaker: { status: "resolved", entity: "e1</script>" },
        attitude: "assertion",
        by: "hand",
      },
    ],
    claims: [
      {
        id: "c1",
        ...at(TRAPS.join(" and ")),
        subject: { ...at(NAME), entity: "e1</script>" },
        predicate: null,
        arguments: [],
        assertedBy: "q1'\\",
        polarity: "affirmed",
        modality: "asserted",
        by: "hand",
      },
    ],
    problems: [{ stage: "s", rule: "r", message: TRAPS[1] }],
  };
}
