-- Places by the articles that name them.
SELECT
  i.identity_id,
  i.name AS place,
  count(DISTINCT m.article_id) AS articles,
  count(*) AS mentions
FROM mentions m
JOIN entity_identities e USING (article_id, entity_id)
JOIN identities i USING (identity_id)
WHERE i.type = 'place' AND m.form = 'name'
GROUP BY i.identity_id, i.name
ORDER BY articles DESC, mentions DESC, place
