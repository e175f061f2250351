-- Rows that refer to a row which is not there, in words.
SELECT 'a row of ' || "table" || ' refers to a missing row of ' || parent
FROM pragma_foreign_key_check
LIMIT ?1
