-- What rests on each source, and from when to when it was published.
SELECT source, count(*), min(published), max(published)
FROM observation
GROUP BY source
