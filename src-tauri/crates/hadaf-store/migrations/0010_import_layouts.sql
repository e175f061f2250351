-- What was said of imported files of one layout: which series each of its names became. It is read and written as a
-- whole, and no query looks inside.

CREATE TABLE import_layout (
    id INTEGER PRIMARY KEY NOT NULL,
    name TEXT NOT NULL,
    mapping TEXT NOT NULL CHECK (length(mapping) <= 1048576 AND json_valid(mapping))
) STRICT;
