-- What was said about a year, and how the sayings hang together.

CREATE TABLE claim (
    id TEXT PRIMARY KEY NOT NULL CHECK (
        length(id) BETWEEN 1 AND 32 AND id NOT GLOB '*[^A-Za-z0-9_-]*'
    ),
    series TEXT NOT NULL REFERENCES series (id),
    kind TEXT NOT NULL CHECK (kind IN ('target', 'projection', 'commitment')),
    fiscal_year TEXT CHECK (fiscal_year GLOB 'FY[0-9][0-9][0-9][0-9]'),
    value_mantissa INTEGER NOT NULL,
    value_places INTEGER NOT NULL CHECK (value_places BETWEEN 0 AND 9),
    value_high_mantissa INTEGER,
    value_high_places INTEGER CHECK (value_high_places BETWEEN 0 AND 9),
    unit TEXT NOT NULL CHECK (
        unit IN ('percent', 'count')
        OR unit GLOB '[A-Z][A-Z][A-Z]'
        OR (unit GLOB '[A-Z][A-Z][A-Z] *' AND substr(unit, 5) IN ('thousand', 'million', 'billion'))
    ),
    announced TEXT CHECK (announced GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    announced_approx TEXT,
    announced_latest TEXT CHECK (announced_latest GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    seen TEXT NOT NULL CHECK (seen GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    maker TEXT NOT NULL,
    office TEXT NOT NULL,
    conditions TEXT NOT NULL,
    note TEXT NOT NULL,
    source INTEGER NOT NULL REFERENCES source (id),
    page TEXT NOT NULL,
    quote TEXT NOT NULL,
    official INTEGER NOT NULL CHECK (official IN (0, 1)),
    standing INTEGER NOT NULL CHECK (standing BETWEEN 0 AND 255),
    not_scorable TEXT,
    entered_by TEXT NOT NULL,
    entered_at TEXT NOT NULL,
    CHECK ((value_high_mantissa IS NULL) = (value_high_places IS NULL))
) STRICT, WITHOUT ROWID;

CREATE INDEX claim_series ON claim (series);
CREATE INDEX claim_source ON claim (source);

CREATE TABLE claim_lineage (
    later TEXT NOT NULL REFERENCES claim (id),
    earlier TEXT NOT NULL REFERENCES claim (id),
    kind TEXT NOT NULL CHECK (kind IN ('restates', 'narrows', 'replaces')),
    PRIMARY KEY (later, earlier),
    CHECK (later <> earlier)
) STRICT, WITHOUT ROWID;

CREATE INDEX claim_lineage_earlier ON claim_lineage (earlier);
