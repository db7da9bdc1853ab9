-- Who speaks: one row a named speaker.
SELECT
  speaker_id,
  any_value(speaker) AS speaker,
  any_value(speaker_type) AS type,
  count(*) AS quotes,
  count(*) FILTER (kind = 'direct') AS direct,
  count(DISTINCT article_id) AS articles,
  count(DISTINCT outlet) AS outlets,
  min(published_date) AS first_quoted,
  max(published_date) AS last_quoted
FROM spoken
WHERE speaker_id IS NOT NULL AND attitude = 'assertion'
GROUP BY speaker_id
ORDER BY quotes DESC, speaker
