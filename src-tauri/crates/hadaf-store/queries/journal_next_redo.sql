SELECT id, label, at, by, undone, dropped
FROM journal
WHERE undone = 1 AND dropped = 0
ORDER BY id
LIMIT 1
