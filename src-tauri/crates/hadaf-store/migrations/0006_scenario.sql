-- Named sets of assumptions. What they hold together is one value to the database: it is read, checked and
-- written as a whole, and no query looks inside.

CREATE TABLE scenario (
    id TEXT PRIMARY KEY NOT NULL CHECK (
        id GLOB '[a-z]*' AND id NOT GLOB '*[^a-z0-9_]*' AND length(id) <= 64
    ),
    title TEXT NOT NULL CHECK (title <> ''),
    note TEXT NOT NULL,
    assumptions TEXT NOT NULL CHECK (length(assumptions) <= 65536 AND json_valid(assumptions)),
    position INTEGER NOT NULL,
    entered_by TEXT NOT NULL,
    entered_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
