-- Assertions whose speaker could not be told, and why, by outlet and month.
SELECT
  outlet,
  published_month AS month,
  speaker_reason AS reason,
  count(*) AS quotes,
  count(DISTINCT article_id) AS articles
FROM spoken
WHERE speaker_status = 'unresolved'
  AND attitude = 'assertion'
  AND ($outlet IS NULL OR outlet = $outlet)
  AND ($month IS NULL OR published_month = $month)
GROUP BY ALL
ORDER BY outlet, month, quotes DESC, reason
LIMIT $most
