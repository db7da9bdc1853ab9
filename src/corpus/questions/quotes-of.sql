-- What somebody said, the latest first, and then what they thought, knew or wanted: by any of their names, or their identity_id.
-- takes: name
SELECT
  published_date AS published,
  outlet,
  speaker,
  kind,
  attitude,
  cue,
  text,
  article_id,
  quote_id
FROM spoken
WHERE (speaker_id = $given OR speaker_id IN (SELECT identity_id FROM identity_names WHERE folded = $folded))
  AND ($outlet IS NULL OR outlet = $outlet)
  AND ($month IS NULL OR published_month = $month)
ORDER BY attitude <> 'assertion', published_date DESC NULLS LAST, article_id, length(quote_id), quote_id
LIMIT $most
