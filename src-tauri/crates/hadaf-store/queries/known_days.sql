-- The newest days on which figures became known: published, or seen where the page has no date.
SELECT DISTINCT coalesce(published, seen) AS day
FROM observation
ORDER BY day DESC
LIMIT ?1
