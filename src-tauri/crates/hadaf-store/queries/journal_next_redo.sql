SELECT id, label, at, by, undone, dropped, undone_at, undone_by, redone_at, redone_by
FROM journal
WHERE undone = 1 AND dropped = 0
ORDER BY id
LIMIT 1
