UPDATE journal
SET undone = :undone,
    undone_at = iif(:undone, :at, NULL),
    undone_by = iif(:undone, :by, NULL),
    redone_at = iif(:undone, NULL, :at),
    redone_by = iif(:undone, NULL, :by)
WHERE id = :id
