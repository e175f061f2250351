SELECT max(published)
FROM observation
