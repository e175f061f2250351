-- The same of one table.
SELECT 'a row of ' || "table" || ' refers to a missing row of ' || parent
FROM pragma_foreign_key_check(?1)
LIMIT ?2
