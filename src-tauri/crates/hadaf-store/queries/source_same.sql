SELECT id
FROM source
WHERE title = ?1 AND address = ?2 AND page = ?3
ORDER BY id
LIMIT 1
