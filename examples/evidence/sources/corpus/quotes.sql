-- Every assertion, with who said it, where and when.
SELECT
  article_id || '#' || quote_id AS quote,
  published_date AS published,
  coalesce(outlet, 'unknown') AS outlet,
  title,
  speaker_id,
  coalesce(speaker, source, 'unknown') AS speaker,
  anonymous,
  kind,
  coalesce(cue_lemma, cue) AS cue,
  coalesce(presented_as, 'said') AS presented_as,
  text
FROM spoken
WHERE attitude = 'assertion'
ORDER BY published, article_id, quote_id
