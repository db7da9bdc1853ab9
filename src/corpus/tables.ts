import { type ReadColumn, type ReadTable, readColumn } from "./table.js";

const { string, integer, boolean, maybe } = readColumn;

/** Version of these definitions' shape: columns may be added, never renamed or removed. */
export const TABLES_VERSION = "1";

/** The column that tables are partitioned by: folders named published_month=2025-02. */
export const PARTITION = "published_month";

/** Columns that every table begins with. */
const KEY: readonly ReadColumn[] = [
  string("article_id", "/article.id", "articles.article_id"),
  string(PARTITION, "/article.published", "year and month of publication, 2025-02; 'unknown' when not known", {
    as: "month",
  }),
];

const offsets = (what: string): readonly ReadColumn[] => [
  integer("start_offset", "start", `first UTF-16 code unit of ${what} in articles.text`),
  integer("end_offset", "end", "one past the last"),
];
const foundBy = string("found_by", "by", "the rule or model that found it");
const sentence = maybe.integer("sentence", "sentence", "index of the sentence it stands in, from 0");
const table = (
  name: string,
  rows: string,
  key: readonly string[],
  doc: string,
  columns: readonly ReadColumn[],
): ReadTable => ({ name, rows, doc, key: ["article_id", ...key], columns: [...KEY, ...columns] });

/** The tables that are read off knowledge files: a file's rows depend on that file alone. The one place they are defined. */
export const TABLES: readonly ReadTable[] = [
  table("articles", "/", [], "One row an article.", [
    maybe.string("title", "article.title", "headline"),
    maybe.string("published", "article.published", "date or date and time of publication as the file has it, ISO 8601"),
    maybe.date("published_date", "article.published", "its day, as written; null when the day is not known", {
      as: "day",
    }),
    maybe.string("published_from", "article.publishedFrom", "record or text: where the date was read"),
    maybe.string("outlet", "article.source", "the outlet's name or host"),
    maybe.string("url", "article.url", "address"),
    maybe.string("bylines", "article.bylines[].name", "authors, joined by ' … '"),
    maybe.string("dateline", "article.dateline.text", "dateline as written"),
    maybe.string("dateline_place", "article.dateline.place", "its place"),
    string("language", "article.language", "ISO 639-1, or und"),
    maybe.string("text", "article.text", "the text that offsets point into; null when it was left out"),
    string("text_sha256", "article.sha256", "digest of the text in UTF-8"),
    string("schema_version", "schemaVersion", "version of the knowledge file's shape"),
    string("extractor_version", "generator.version", "version of Copydesk"),
    string("pipeline", "generator.pipeline", "pipeline that read the article"),
    maybe.string("model_sha256", "generator.model", "digest of its model's weights"),
  ]),
  table(
    "blocks",
    "article.blocks[]",
    ["block"],
    "Lines and blocks of the text: headline, body, caption, boilerplate …",
    [
      integer("block", "#", "index, from 0"),
      string("kind", "kind", "headline, deck, byline, dateline, caption, body, subheading or boilerplate"),
      ...offsets("the block"),
      maybe.integer("duplicate_of", "duplicateOf", "index of the earlier block with the same words"),
    ],
  ),
  table(
    "entities",
    "entities[]",
    ["entity_id"],
    "Who and what one article speaks of; identity_members says who is the same across articles.",
    [
      string("entity_id", "id", "id within the article"),
      string("type", "type", "person, organization, place or other"),
      string("name", "name", "fullest form in the article, without title"),
      boolean("anonymous", "anonymous", "true for a source that the article keeps nameless", { absent: false }),
      maybe.string("country", "location.country", "country a linked place is or lies in, ISO 3166-1 alpha-2"),
      maybe.string("division", "location.division", "name of the state or province it lies in"),
      maybe.double("lat", "location.lat", "degrees north"),
      maybe.double("lon", "location.lon", "degrees east"),
    ],
  ),
  table("aliases", "entities[].aliases[]", ["entity_id", "alias"], "Other names of an entity in its article.", [
    string("entity_id", "../id", "entities.entity_id"),
    string("alias", ".", "as written"),
  ]),
  table("roles", "entities[].roles[]", ["entity_id", "position"], "What an article says an entity is.", [
    string("entity_id", "../id", "entities.entity_id"),
    integer("position", "#", "order of appearance, from 0"),
    string("role", ".", "as written: North Korean leader"),
  ]),
  table(
    "links",
    "entities[].links[]",
    ["entity_id", "scheme", "external_id"],
    "Ties of an entity to known things outside: Wikidata, GeoNames …",
    [
      string("entity_id", "../id", "entities.entity_id"),
      string("scheme", "scheme", "what the id is of"),
      string("external_id", "id", "the id"),
      maybe.double("score", "score", "0 to 1"),
      foundBy,
    ],
  ),
  table("focus", "article.focus[]", ["country"], "Countries an article is about, by the places and peoples it names.", [
    string("country", "country", "ISO 3166-1 alpha-2"),
    maybe.double("share", "share", "share of the places and peoples named, 0 to 1"),
  ]),
  table("mentions", "mentions[]", ["mention_id"], "Every occurrence of an entity, by name, description or pronoun.", [
    string("mention_id", "id", "id within the article"),
    string("entity_id", "entity", "entities.entity_id"),
    string("type", "type", "person, organization, place or other"),
    string("form", "form", "name, nominal or pronoun"),
    ...offsets("the mention"),
    string("text", "text", "as written"),
    sentence,
    foundBy,
  ]),
  table("times", "times[]", ["time_id"], "Dates, times, durations and sets.", [
    string("time_id", "id", "id within the article"),
    string("type", "type", "DATE, TIME, DURATION or SET (TIMEX3)"),
    maybe.string("value", "value", "TIMEX3 value; null when it cannot be resolved"),
    maybe.string("value_from", "from", "first day or instant, ISO 8601"),
    maybe.string("value_to", "to", "last day or instant, inclusive"),
    maybe.date("first_day", "from", "value_from's day", { as: "day" }),
    maybe.date("last_day", "to", "value_to's day", { as: "day" }),
    maybe.string("modifier", "mod", "TIMEX3 modifier: START, APPROX, MORE_THAN …"),
    string("anchor", "anchor.kind", "what the value was reckoned from: none, published, dateline, narrative"),
    maybe.string("anchor_value", "anchor.value", "the anchor's own value"),
    ...offsets("the expression"),
    string("text", "text", "as written"),
    sentence,
    foundBy,
  ]),
  table("quotes", "quotes[]", ["quote_id"], "Who said what: direct, indirect and mixed.", [
    string("quote_id", "id", "id within the article"),
    string("kind", "kind", "direct, indirect or mixed"),
    string("text", "content[].text", "what was said; parts joined by ' … '"),
    maybe.string("cue", "cue[].text", "the word it is told by, as written"),
    maybe.string("cue_lemma", "cueLemma", "its base form: point out, according to"),
    maybe.string("cue_class", "cueClass", "the act it names: say, deny, promise …"),
    maybe.string("presented_as", "presentedAs", "what it presents the content as, negation counted: said, denied …"),
    maybe.string("source", "source[].text", "the words for the one who speaks, as written"),
    string("speaker_status", "speaker.status", "resolved or unresolved"),
    maybe.string("speaker_entity_id", "speaker.entity", "entities.entity_id; null when unresolved"),
    maybe.string("speaker_reason", "speaker.reason", "why there is no speaker"),
    string("attitude", "attitude", "assertion, belief, fact or eventuality"),
    maybe.string("addressee", "addressee.text", "the one spoken to, as written"),
    maybe.string("addressee_entity_id", "addressee.entity", "entities.entity_id"),
    maybe.string("via_quote_id", "via", "the quote that this one came through"),
    sentence,
    foundBy,
  ]),
  ...(["content", "cue", "source"] as const).map((part) =>
    table(
      `quote_${part}s`,
      `quotes[].${part}[]`,
      ["quote_id", "position"],
      `The spans of quotes' ${part}s: a quote may have several.`,
      [
        string("quote_id", "../id", "quotes.quote_id"),
        integer("position", "#", "order in the quote, from 0"),
        ...offsets("the span"),
        string("text", "text", "as written"),
      ],
    ),
  ),
  table("claims", "claims[]", ["claim_id"], "What an article, or somebody in it, says is so.", [
    string("claim_id", "id", "id within the article"),
    string("text", "text", "as written"),
    ...offsets("the claim"),
    maybe.string("subject", "subject.text", "as written"),
    maybe.string("subject_entity_id", "subject.entity", "entities.entity_id"),
    maybe.string("predicate", "predicate.text", "as written; null when it is not written"),
    maybe.string("lemma", "lemma", "base form of its chief verb"),
    maybe.string("implied", "implied", "a verb that is understood, not written"),
    maybe.string("arguments", "arguments[].text", "as written, joined by ' … '; claim_arguments has them one by one"),
    maybe.string("relation", "relation.type", "the typed relation it comes to: holds-role, met-with …"),
    maybe.string("relation_subject", "relation.subject.text", "as written"),
    maybe.string("relation_subject_entity_id", "relation.subject.entity", "entities.entity_id"),
    maybe.string("relation_object", "relation.object.text", "as written"),
    maybe.string("relation_object_entity_id", "relation.object.entity", "entities.entity_id"),
    maybe.string("time_id", "time", "times.time_id"),
    maybe.string("place_entity_id", "place", "entities.entity_id"),
    string("asserted_by", "assertedBy", "article, or a quote_id or entity_id of the article"),
    maybe.string("stance", "stance", "stated, denied, alleged, promised …"),
    string("polarity", "polarity", "affirmed or negated"),
    string("modality", "modality", "asserted, possible, intended, conditional or asked"),
    sentence,
    foundBy,
  ]),
  table(
    "claim_arguments",
    "claims[].arguments[]",
    ["claim_id", "position"],
    "Arguments of claims, with the numbers in them.",
    [
      string("claim_id", "../id", "claims.claim_id"),
      integer("position", "#", "order in the claim, from 0"),
      ...offsets("the argument"),
      string("text", "text", "as written"),
      maybe.string("entity_id", "entity", "entities.entity_id"),
      maybe.double("quantity", "quantity.value", "the number in it"),
      maybe.string("unit", "quantity.unit", "what is counted, as a lemma, or %"),
      maybe.string("currency", "quantity.currency", "ISO 4217"),
    ],
  ),
  table("problems", "problems[]", ["problem"], "Doubts about an article's text.", [
    integer("problem", "#", "index, from 0"),
    string("stage", "stage", "the stage that doubts"),
    string("rule", "rule", "and its rule: unclosed-quote"),
    string("message", "message", "what is doubted"),
    maybe.integer("start_offset", "start", "first UTF-16 code unit of the place in articles.text"),
    maybe.integer("end_offset", "end", "one past the last"),
  ]),
];
