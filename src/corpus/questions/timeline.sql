-- What the corpus says of somebody, by day: what it said, and what is claimed of it (by the claim's own date, if it has one).
-- takes: name
WITH wanted AS (
  SELECT article_id, entity_id
  FROM entity_identities
  WHERE identity_id = $given OR identity_id IN (SELECT identity_id FROM identity_names WHERE folded = $folded)
),
events AS (
  SELECT
    q.published_date AS day, q.presented_as AS how, 'quote' AS kind, q.text, q.outlet, q.article_id, q.published_month,
    q.quote_id AS item
  FROM spoken q
  JOIN wanted w ON w.article_id = q.article_id AND w.entity_id = q.speaker_entity_id
  UNION ALL
  SELECT
    coalesce(t.first_day, a.published_date), coalesce(c.relation, c.stance), 'claim', c.text, a.outlet, c.article_id,
    c.published_month, c.claim_id
  FROM claims c
  JOIN wanted w ON w.article_id = c.article_id AND w.entity_id = c.subject_entity_id
  JOIN articles a ON a.article_id = c.article_id
  LEFT JOIN times t ON t.article_id = c.article_id AND t.time_id = c.time_id
)
SELECT day, kind, how, text, outlet, article_id
FROM events
WHERE ($outlet IS NULL OR outlet = $outlet)
  AND ($month IS NULL OR published_month = $month)
ORDER BY day NULLS LAST, article_id, kind DESC, length(item), item
LIMIT $most
