import { type KnowledgeFile, SCHEMA_VERSION } from "../../src/model/knowledge-file.js";
import { sha256 } from "../../src/text/sha256.js";

/** An emoji before every span: offsets in code points are two less than in code units from the second line on. */
const TEXT = `🌊🌊 Storm hits Bergen

Minister Ida Lund told reporters in Bergen: “Stay home 🏠 today,” and added, “all of you.” A senior official disagreed. Norway’s Coast Guard met Lund in Oslo on Friday.
`;

const at = (words: string, nth = 0) => {
  let start = TEXT.indexOf(words);
  for (let n = 0; n < nth; n++) start = TEXT.indexOf(words, start + 1);
  return { start, end: start + words.length, text: words };
};
const link = (scheme: string, id: string) => ({ scheme, id, score: 1, by: "hand" });

/** A valid knowledge file with links, places, a broken quotation, a nameless source, relations: what exports have to carry. */
export function linked(): KnowledgeFile {
  return {
    schemaVersion: SCHEMA_VERSION,
    generator: { name: "copydesk", version: "0.0.0", pipeline: "by-hand", model: null },
    offsetUnit: "utf-16",
    article: {
      id: "storm 1",
      title: "Storm hits Bergen",
      bylines: [{ name: "Ann Lee", email: "lee@holm.example" }, { name: "Bo Ek" }],
      dateline: null,
      published: "2025-02-10T09:30+01:00",
      publishedFrom: "record",
      url: "https://holm.example/storm?a=b c",
      source: "The Holm Post",
      language: "en",
      focus: [{ country: "NO", share: 0.667 }],
      sha256: sha256(TEXT),
      text: TEXT,
      blocks: [{ kind: "body", start: 0, end: TEXT.length }],
    },
    sentences: [],
    entities: [
      {
        id: "e1",
        type: "person",
        name: "Ida Lund",
        aliases: ["Lund"],
        roles: ["Minister"],
        links: [link("wikidata", "Q42"), link("staff", "lund-7")],
      },
      {
        id: "e2",
        type: "place",
        name: "Bergen",
        aliases: [],
        roles: [],
        links: [link("geonames", "3161732")],
        location: { name: "Bergen", kind: "city", country: "NO", division: "Vestland", lat: 60.39, lon: 5.32 },
      },
      { id: "e3", type: "person", name: "A senior official", aliases: [], roles: [], anonymous: true, links: [] },
      {
        id: "e4",
        type: "organization",
        name: "Coast Guard",
        aliases: [],
        roles: [],
        links: [{ ...link("wikidata", "Q7"), inferred: true }],
        candidates: [link("wikidata", "Q8")],
      },
      { id: "e5", type: "place", name: "Oslo", aliases: [], roles: [], links: [] },
      {
        id: "e6",
        type: "place",
        name: "Norway",
        aliases: [],
        roles: [],
        links: [link("iso3166-1", "NO")],
        location: { name: "Norway", kind: "country", country: "NO" },
      },
    ],
    mentions: [
      { id: "m1", entity: "e2", type: "place", form: "name", ...at("Bergen"), by: "hand" },
      { id: "m2", entity: "e1", type: "person", form: "name", ...at("Ida Lund"), by: "hand" },
      { id: "m3", entity: "e2", type: "place", form: "name", ...at("Bergen", 1), by: "hand" },
      { id: "m4", entity: "e3", type: "person", form: "nominal", ...at("A senior official"), by: "hand" },
      { id: "m5", entity: "e6", type: "place", form: "name", ...at("Norway"), by: "hand" },
      { id: "m6", entity: "e4", type: "organization", form: "name", ...at("Coast Guard"), by: "hand" },
      { id: "m7", entity: "e1", type: "person", form: "name", ...at("Lund", 1), by: "hand" },
      { id: "m8", entity: "e5", type: "place", form: "name", ...at("Oslo"), by: "hand" },
    ],
    times: [
      {
        id: "t1",
        ...at("Friday"),
        type: "DATE",
        value: "2025-02-07",
        from: "2025-02-07",
        to: "2025-02-07",
        anchor: { kind: "published", value: "2025-02-10" },
        by: "hand",
      },
    ],
    quotes: [
      {
        id: "q1",
        kind: "direct",
        content: [at("Stay home 🏠 today,"), at("all of you.")],
        cue: [at("told")],
        source: [at("Minister Ida Lund")],
        speaker: { status: "resolved", entity: "e1" },
        attitude: "assertion",
        cueLemma: "tell",
        cueClass: "say",
        presentedAs: "said",
        addressee: at("reporters"),
        by: "hand",
      },
      {
        id: "q2",
        kind: "indirect",
        content: [at("disagreed")],
        cue: [],
        source: [at("A senior official")],
        speaker: { status: "resolved", entity: "e3" },
        attitude: "assertion",
        via: "q1",
        by: "hand",
      },
    ],
    claims: [
      {
        id: "c1",
        ...at("Norway’s Coast Guard met Lund in Oslo on Friday"),
        subject: { ...at("Coast Guard"), entity: "e4" },
        predicate: at("met"),
        arguments: [{ ...at("Lund", 1), entity: "e1" }],
        lemma: "meet",
        relation: {
          type: "met-with",
          subject: { ...at("Coast Guard"), entity: "e4" },
          object: { ...at("Lund", 1), entity: "e1" },
        },
        time: "t1",
        place: "e5",
        assertedBy: "article",
        polarity: "affirmed",
        modality: "asserted",
        by: "hand",
      },
      {
        id: "c2",
        ...at("Stay home"),
        subject: null,
        predicate: at("Stay"),
        arguments: [],
        assertedBy: "q1",
        stance: "wanted",
        polarity: "affirmed",
        modality: "intended",
        by: "hand",
      },
    ],
    problems: [],
  };
}
