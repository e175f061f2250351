-- An observation need not say what it is: the reading rules then decide by its day and source. And a release may say
-- that there is no figure. Columns and their order stay as they were, so that old journal entries still apply.

CREATE TABLE observation_anew (
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
    status TEXT CHECK (status IN ('first', 'revised', 'estimate', 'comparator', 'derived', 'withdrawn')),
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

INSERT INTO observation_anew SELECT * FROM observation;
DROP TABLE observation;
ALTER TABLE observation_anew RENAME TO observation;

CREATE INDEX observation_series_period ON observation (series, period);
CREATE INDEX observation_source ON observation (source);

-- What an observation said before a typing error in it was put right; no value where it said that there was none.
CREATE TABLE correction (
    id INTEGER PRIMARY KEY NOT NULL,
    observation INTEGER NOT NULL REFERENCES observation (id),
    value_mantissa INTEGER,
    value_places INTEGER CHECK (value_places BETWEEN 0 AND 9),
    published TEXT CHECK (published GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    published_approximate INTEGER NOT NULL CHECK (published_approximate IN (0, 1)),
    seen TEXT NOT NULL CHECK (seen GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    source INTEGER NOT NULL REFERENCES source (id),
    corrected_by TEXT NOT NULL,
    corrected_at TEXT NOT NULL,
    CHECK ((value_mantissa IS NULL) = (value_places IS NULL)),
    CHECK (published IS NOT NULL OR published_approximate = 0)
) STRICT;

CREATE INDEX correction_observation ON correction (observation);
CREATE INDEX correction_source ON correction (source);
