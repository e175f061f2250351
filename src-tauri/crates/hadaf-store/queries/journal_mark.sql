UPDATE journal
SET undone = :undone,
    undone_at = iif(:undone, :at, undone_at),
    undone_by = iif(:undone, :by, undone_by),
    redone_at = iif(:undone, redone_at, :at),
    redone_by = iif(:undone, redone_by, :by)
WHERE id = :id
