SELECT id, label, at, by, undone, dropped
FROM journal
ORDER BY id DESC
