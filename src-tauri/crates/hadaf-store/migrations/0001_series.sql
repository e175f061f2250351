-- What is measured, and every print of it with its source.

CREATE TABLE workspace (
    id INTEGER PRIMARY KEY NOT NULL CHECK (id = 1),
    name TEXT NOT NULL CHECK (name <> ''),
    currency TEXT NOT NULL CHECK (currency GLOB '[A-Z][A-Z][A-Z]'),
    fiscal_year_start_month INTEGER NOT NULL CHECK (fiscal_year_start_month BETWEEN 1 AND 12),
    created TEXT NOT NULL
) STRICT;

CREATE TABLE sector (
    id TEXT PRIMARY KEY NOT NULL CHECK (
        id GLOB '[a-z]*' AND id NOT GLOB '*[^a-z0-9_]*' AND length(id) <= 64
    ),
    title TEXT NOT NULL,
    parent TEXT REFERENCES sector (id) CHECK (parent <> id),
    ebops TEXT,
    position INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX sector_parent ON sector (parent);

CREATE TABLE series (
    id TEXT PRIMARY KEY NOT NULL CHECK (
        id GLOB '[a-z]*' AND id NOT GLOB '*[^a-z0-9_]*' AND length(id) <= 64
    ),
    sector TEXT NOT NULL REFERENCES sector (id),
    title TEXT NOT NULL,
    unit TEXT NOT NULL CHECK (
        unit IN ('percent', 'count')
        OR unit GLOB '[A-Z][A-Z][A-Z]'
        OR (unit GLOB '[A-Z][A-Z][A-Z] *' AND substr(unit, 5) IN ('thousand', 'million', 'billion'))
    ),
    frequency TEXT NOT NULL CHECK (frequency IN ('month', 'quarter', 'fiscal_year')),
    measure TEXT NOT NULL CHECK (measure IN ('flow', 'stock')),
    places INTEGER NOT NULL CHECK (places BETWEEN 0 AND 9),
    part_of_total INTEGER NOT NULL CHECK (part_of_total IN (0, 1)),
    position INTEGER NOT NULL,
    origin TEXT NOT NULL,
    note TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX series_sector ON series (sector);

CREATE TABLE source (
    id INTEGER PRIMARY KEY NOT NULL,
    title TEXT NOT NULL CHECK (title <> ''),
    publisher TEXT NOT NULL,
    address TEXT NOT NULL,
    page TEXT NOT NULL,
    retrieved TEXT CHECK (retrieved GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    file_hash TEXT CHECK (length(file_hash) = 64 AND file_hash NOT GLOB '*[^0-9a-f]*'),
    note TEXT NOT NULL
) STRICT;

CREATE INDEX source_title ON source (title);

-- A value is value_mantissa / 10^value_places, so that `1234.50` stays `1234.50`.
-- `through` marks a total from the fiscal year's first month to the end of `period`.
CREATE TABLE observation (
    id INTEGER PRIMARY KEY NOT NULL,
    series TEXT NOT NULL REFERENCES series (id),
    period TEXT NOT NULL CHECK (
        period GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]'
        OR period GLOB '[0-9][0-9][0-9][0-9]-Q[1-4]'
        OR period GLOB 'FY[0-9][0-9][0-9][0-9]'
    ),
    through INTEGER NOT NULL CHECK (through IN (0, 1)),
    value_mantissa INTEGER NOT NULL,
    value_places INTEGER NOT NULL CHECK (value_places BETWEEN 0 AND 9),
    status TEXT NOT NULL CHECK (status IN ('first', 'revised', 'estimate', 'comparator', 'derived')),
    published TEXT CHECK (published GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    published_approximate INTEGER NOT NULL CHECK (published_approximate IN (0, 1)),
    seen TEXT NOT NULL CHECK (seen GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    source INTEGER NOT NULL REFERENCES source (id),
    note TEXT NOT NULL,
    entered_by TEXT NOT NULL,
    entered_at TEXT NOT NULL,
    CHECK (through = 0 OR period GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]'),
    CHECK (published IS NOT NULL OR published_approximate = 0)
) STRICT;

CREATE INDEX observation_series_period ON observation (series, period);
CREATE INDEX observation_source ON observation (source);
