-- Who and what is named together: pairs by the articles that name both; with a name, only the pairs of that one.
-- takes: name?
WITH named AS (
  SELECT DISTINCT m.article_id, m.identity_id, i.name, i.type
  FROM entity_identities m
  JOIN identities i USING (identity_id)
  JOIN articles USING (article_id)
  WHERE ($outlet IS NULL OR outlet = $outlet)
    AND ($month IS NULL OR m.published_month = $month)
),
wanted AS (SELECT identity_id FROM identity_names WHERE folded = $folded)
SELECT a.name, b.name AS other, a.type, b.type AS other_type, count(*) AS articles
FROM named a
JOIN named b ON a.article_id = b.article_id AND a.identity_id <> b.identity_id
WHERE if(
  $given::VARCHAR IS NULL,
  a.identity_id < b.identity_id,
  a.identity_id = $given OR a.identity_id IN (FROM wanted)
)
GROUP BY a.identity_id, b.identity_id, a.name, b.name, a.type, b.type
ORDER BY articles DESC, a.name, other, a.identity_id, b.identity_id
LIMIT $most
