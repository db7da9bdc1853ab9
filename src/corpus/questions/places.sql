-- Where the news is: places by the articles that name them, and how often they are named.
SELECT
  i.name AS place,
  count(DISTINCT m.article_id) AS articles,
  count(*) AS mentions,
  count(DISTINCT a.outlet) AS outlets,
  i.identity_id
FROM mentions m
JOIN entity_identities USING (article_id, entity_id)
JOIN identities i USING (identity_id)
JOIN articles a USING (article_id)
WHERE i.type = 'place'
  AND m.form = 'name'
  AND ($outlet IS NULL OR a.outlet = $outlet)
  AND ($month IS NULL OR m.published_month = $month)
GROUP BY i.identity_id, i.name
ORDER BY articles DESC, mentions DESC, place, i.identity_id
LIMIT $most
