import { type Column, column, type Table } from "./table.js";
import { PARTITION } from "./tables.js";

const { string, integer, maybe } = column;
const table = (name: string, key: readonly string[], doc: string, columns: readonly Column[]): Table => ({
  name,
  doc,
  key,
  columns,
});

/** Who is the same across articles: partitioned like the tables read off files, with a row for each named entity. */
export const MEMBERS: Table = table(
  "identity_members",
  ["article_id", "entity_id"],
  "Which identity an entity was given when its article came in, and on what evidence. Anonymous sources have none.",
  [
    string("article_id", "articles.article_id"),
    string(PARTITION, "year and month of publication"),
    string("entity_id", "entities.entity_id"),
    string("given_id", "the identity given; identity_merges may lead on from it"),
    string(
      "rule",
      "new, or the rule that joined it: same-name, alias, initials, nickname, spelling, surname, short-name, acronym, link",
    ),
    maybe.double("score", "name similarity and context together, 0 to 1; null for a new one"),
    maybe.string("evidence", "what the two have in common"),
  ],
);

/** The identities themselves: small tables, written anew at every build. */
export const IDENTITY_TABLES: readonly Table[] = [
  table("identities", ["identity_id"], "People, organizations and places, one row each for the whole corpus.", [
    string("identity_id", "stays the same as the corpus grows"),
    string("type", "person, organization or place"),
    string("name", "the fullest name that is in frequent use"),
    integer("articles", "articles that name it"),
    maybe.date("first_published", "day of the first of these, as far as known"),
    maybe.date("last_published", "and of the last"),
  ]),
  table("identity_names", ["identity_id", "name"], "Every name of an identity.", [
    string("identity_id", "identities.identity_id"),
    string("name", "as written"),
    string("folded", "without case, accents and punctuation, to look it up by"),
    integer("articles", "articles with this name"),
  ]),
  table("identity_merges", ["given_id"], "Identities that turned out to be one: the elder id stays.", [
    string("given_id", "the id that leads on"),
    string("identity_id", "identities.identity_id"),
    string("rule", "the rule that joined them, or forced"),
    maybe.double("score", "0 to 1"),
    maybe.string("evidence", "what the two have in common"),
  ]),
  table("identity_moves", ["article_id", "entity_id"], "Entities that the user's file gives to another identity.", [
    string("article_id", "articles.article_id"),
    string("entity_id", "entities.entity_id"),
    string("identity_id", "identities.identity_id"),
  ]),
];
