SELECT id, label, at, by, undone, dropped
FROM journal
WHERE undone = 0
ORDER BY id DESC
LIMIT 1
