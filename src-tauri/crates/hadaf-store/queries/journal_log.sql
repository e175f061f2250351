SELECT id, label, at, by, undone, dropped, undone_at, undone_by, redone_at, redone_by
FROM journal
ORDER BY id DESC
