SELECT id, label, at, by, undone, dropped, changeset
FROM journal
WHERE undone = 0
ORDER BY id DESC
LIMIT 1
