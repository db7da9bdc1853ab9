-- Who hands on whose words: an outlet its speakers', and a speaker those of another ('Axios reported that officials said').
SELECT
  coalesce(carrier.speaker, s.outlet, '(no outlet)') AS carrier,
  if(carrier.speaker IS NULL, 'outlet', 'speaker') AS carried_by,
  s.speaker,
  count(*) AS quotes,
  count(DISTINCT s.article_id) AS articles
FROM spoken s
LEFT JOIN spoken carrier
  ON carrier.article_id = s.article_id AND carrier.quote_id = s.via_quote_id AND carrier.speaker IS NOT NULL
WHERE s.speaker IS NOT NULL
  AND NOT s.anonymous
  AND s.attitude = 'assertion'
  AND ($outlet IS NULL OR s.outlet = $outlet)
  AND ($month IS NULL OR s.published_month = $month)
GROUP BY ALL
ORDER BY quotes DESC, carrier, s.speaker
LIMIT $most
