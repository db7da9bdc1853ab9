-- Who is quoted most: the named speakers of assertions, with how, in how many articles and outlets.
SELECT
  speaker,
  any_value(speaker_type) AS type,
  count(*) AS quotes,
  count(*) FILTER (kind = 'direct') AS direct,
  count(*) FILTER (kind = 'mixed') AS mixed,
  count(*) FILTER (kind = 'indirect') AS indirect,
  count(DISTINCT article_id) AS articles,
  count(DISTINCT outlet) AS outlets,
  speaker_id
FROM spoken
WHERE speaker_id IS NOT NULL
  AND attitude = 'assertion'
  AND ($outlet IS NULL OR outlet = $outlet)
  AND ($month IS NULL OR published_month = $month)
GROUP BY speaker_id, speaker
ORDER BY quotes DESC, speaker, speaker_id
LIMIT $most
