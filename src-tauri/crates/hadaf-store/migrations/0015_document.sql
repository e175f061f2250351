-- The files that sources were read in; `file_hash` of a source names one. `beside` is the way to it from the folder of the
-- workspace, NULL where its bytes are kept inside.

CREATE TABLE document (
    hash TEXT PRIMARY KEY NOT NULL CHECK (length(hash) = 64 AND hash NOT GLOB '*[^0-9a-f]*'),
    name TEXT NOT NULL CHECK (name <> ''),
    size INTEGER NOT NULL CHECK (size >= 0),
    beside TEXT CHECK (beside <> ''),
    attached_by TEXT NOT NULL,
    attached_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Apart, so that a list of documents reads no bytes.
CREATE TABLE document_content (
    hash TEXT PRIMARY KEY NOT NULL REFERENCES document (hash),
    bytes BLOB NOT NULL
) STRICT;
