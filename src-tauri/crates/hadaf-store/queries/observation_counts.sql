SELECT series, count(*)
FROM observation
GROUP BY series
