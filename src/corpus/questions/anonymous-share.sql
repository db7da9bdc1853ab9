-- How much of what is said comes from sources that are kept nameless: assertions by outlet and month.
SELECT
  outlet,
  published_month AS month,
  count(*) AS quotes,
  count(*) FILTER (anonymous) AS anonymous,
  round(100 * count(*) FILTER (anonymous) / count(*), 1) AS percent
FROM spoken
WHERE attitude = 'assertion'
  AND ($outlet IS NULL OR outlet = $outlet)
  AND ($month IS NULL OR published_month = $month)
GROUP BY ALL
ORDER BY outlet, month
LIMIT $most
