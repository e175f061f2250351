SELECT id, label, at, by, undone, dropped, undone_at, undone_by, redone_at, redone_by
FROM journal
WHERE undone = 0
ORDER BY id DESC
LIMIT 1
