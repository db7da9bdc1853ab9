-- Outlets: articles, assertions, and how many of these come from nameless sources.
SELECT
  coalesce(a.outlet, 'unknown') AS outlet,
  count(DISTINCT a.article_id) AS articles,
  count(s.quote_id) AS quotes,
  count(s.quote_id) FILTER (s.anonymous) AS anonymous,
  coalesce(count(s.quote_id) FILTER (s.anonymous) / nullif(count(s.quote_id), 0), 0) AS anonymous_share
FROM articles a
LEFT JOIN spoken s ON s.article_id = a.article_id AND s.attitude = 'assertion'
GROUP BY ALL
ORDER BY quotes DESC, outlet
