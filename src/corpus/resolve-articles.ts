import { quoted } from "./compile.js";
import type { Database } from "./database.js";
import type { ArticleNames, NamedEntity } from "./identity/context.js";
import type { Identities } from "./identity/identities.js";
import type { Given } from "./identity/identity.js";
import { isTitleOnly } from "./identity/names.js";
import { MEMBERS } from "./identity-tables.js";
import { entityKey } from "./known-articles.js";
import { insertRows } from "./rows.js";
import { PARTITION } from "./tables.js";

/** Stand between the parts of what is fetched as one text; no text of an article is cut at them by mischief alone. */
const UNIT = "\u001F";
const WITHIN = "\u001E";

interface MonthArticle extends ArticleNames {
  readonly month: string;
  readonly entities: NamedEntity[];
}

/** Gives the named entities of the articles in the staging tables their identities: rows of identity_members. */
export async function resolveArticles(
  database: Database,
  identities: Identities,
  options: { readonly kept: ReadonlyMap<string, Given>; readonly scratch: string },
): Promise<void> {
  const articles = await namedEntities(database);
  identities.count(articles);
  const rows = articles.flatMap((article) => {
    const given = identities.assign(article, ({ type, name }) =>
      options.kept.get(entityKey(article.articleId, type, name)),
    );
    return given.map(({ givenId, rule, score, evidence }, index) => ({
      article_id: article.articleId,
      [PARTITION]: article.month,
      entity_id: article.entities[index]!.entityId,
      given_id: givenId,
      rule,
      score,
      evidence,
    }));
  });
  await insertRows(database, MEMBERS, rows, options.scratch);
}

/** Articles with their named people, organizations and places, by date of publication and id: the order they are taken up in. */
async function namedEntities(database: Database): Promise<readonly MonthArticle[]> {
  const joined = (table: string, value: string, order: string) =>
    `(SELECT article_id, entity_id, string_agg(${value}, ${quoted(UNIT)} ORDER BY ${order}) AS texts FROM ${table} GROUP BY ALL)`;
  const [ids = [], months = [], entities = [], types = [], names = [], aliases = [], roles = [], links = []] =
    (await database.columns(`
      SELECT e.article_id, e.${PARTITION}, e.entity_id, e.type, e.name, al.texts, r.texts, l.texts
      FROM entities e
      JOIN articles a USING (article_id)
      SEMI JOIN (SELECT * FROM mentions WHERE form = 'name') m USING (article_id, entity_id)
      LEFT JOIN ${joined("aliases", "alias", "alias")} al USING (article_id, entity_id)
      LEFT JOIN ${joined("roles", "role", "position")} r USING (article_id, entity_id)
      LEFT JOIN ${joined("links", `scheme || ${quoted(WITHIN)} || external_id`, "ALL")} l USING (article_id, entity_id)
      WHERE NOT e.anonymous AND e.type <> 'other'
      ORDER BY coalesce(a.published, '9999'), e.article_id, len(e.entity_id), e.entity_id`)) as string[][];
  const found: MonthArticle[] = [];
  for (let i = 0; i < ids.length; i++) {
    if (isTitleOnly(types[i] as NamedEntity["type"], names[i]!)) continue;
    if (found.at(-1)?.articleId !== ids[i]) found.push({ articleId: ids[i]!, month: months[i]!, entities: [] });
    found.at(-1)!.entities.push({
      entityId: entities[i]!,
      type: types[i] as NamedEntity["type"],
      name: names[i]!,
      aliases: partsOf(aliases[i]),
      roles: partsOf(roles[i]),
      links: partsOf(links[i]).map((link) => link.replace(WITHIN, " ")),
    });
  }
  return found;
}

const partsOf = (joined: string | null | undefined): readonly string[] => joined?.split(UNIT) ?? [];
