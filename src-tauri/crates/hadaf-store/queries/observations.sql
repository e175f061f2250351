-- What was known of one series (or of all) on a day (or today): a print without a date counts from
-- the day on which we saw it.
SELECT *
FROM observation
WHERE (?1 IS NULL OR series = ?1)
    AND (?2 IS NULL OR coalesce(published, seen) <= ?2)
ORDER BY series, period, through, coalesce(published, seen), id
