-- Quotations by month of publication and kind.
SELECT
  try_cast(published_month || '-01' AS DATE) AS month,
  kind,
  count(*) AS quotes,
  count(*) FILTER (anonymous) AS anonymous
FROM spoken
WHERE attitude = 'assertion' AND published_month <> 'unknown'
GROUP BY ALL
ORDER BY month, kind
