-- One entry per change: the changeset that redoes it, and inverted undoes it.
-- `undone`: taken back now. `dropped`: taken back, and a later change has made redo impossible.

CREATE TABLE journal (
    id INTEGER PRIMARY KEY NOT NULL,
    label TEXT NOT NULL CHECK (label <> ''),
    at TEXT NOT NULL,
    by TEXT NOT NULL,
    changeset BLOB NOT NULL CHECK (length(changeset) > 0),
    undone INTEGER NOT NULL CHECK (undone IN (0, 1)),
    dropped INTEGER NOT NULL CHECK (dropped IN (0, 1)),
    CHECK (dropped = 0 OR undone = 1)
) STRICT;
