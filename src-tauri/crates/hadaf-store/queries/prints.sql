SELECT *
FROM observation
WHERE series = ?1 AND period = ?2 AND through = ?3
ORDER BY coalesce(published, seen), id
