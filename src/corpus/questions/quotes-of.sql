-- What somebody said: every quotation of the one with that name (any of its names, or its identity_id), the latest first.
-- takes: name
SELECT
  published_date AS published,
  outlet,
  speaker,
  kind,
  cue,
  text,
  article_id,
  quote_id
FROM spoken
WHERE (speaker_id = $given OR speaker_id IN (SELECT identity_id FROM identity_names WHERE folded = $folded))
  AND ($outlet IS NULL OR outlet = $outlet)
  AND ($month IS NULL OR published_month = $month)
ORDER BY published_date DESC NULLS LAST, article_id, length(quote_id), quote_id
LIMIT $most
