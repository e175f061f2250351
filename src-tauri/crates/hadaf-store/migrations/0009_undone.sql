-- Who took an entry back, and who made it again. Whichever was last stands; the other is NULL, as
-- are both in an entry that nobody has touched since, or that an earlier program took back.

ALTER TABLE journal ADD COLUMN undone_at TEXT;
ALTER TABLE journal ADD COLUMN undone_by TEXT;
ALTER TABLE journal ADD COLUMN redone_at TEXT;
ALTER TABLE journal ADD COLUMN redone_by TEXT;
