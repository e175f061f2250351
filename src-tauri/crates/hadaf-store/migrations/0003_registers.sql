-- What could throw a sector off course, what was promised about it, and what the committee asked.

CREATE TABLE disruption (
    id INTEGER PRIMARY KEY NOT NULL,
    start TEXT NOT NULL CHECK (
        start GLOB '[0-9][0-9][0-9][0-9]'
        OR start GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]'
        OR start GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'
    ),
    "end" TEXT CHECK (
        "end" GLOB '[0-9][0-9][0-9][0-9]'
        OR "end" GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]'
        OR "end" GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'
    ),
    scope TEXT NOT NULL,
    kind TEXT NOT NULL,
    cost_mantissa INTEGER,
    cost_places INTEGER CHECK (cost_places BETWEEN 0 AND 9),
    cost_unit TEXT CHECK (
        cost_unit IN ('percent', 'count')
        OR cost_unit GLOB '[A-Z][A-Z][A-Z]'
        OR (cost_unit GLOB '[A-Z][A-Z][A-Z] *' AND substr(cost_unit, 5) IN ('thousand', 'million', 'billion'))
    ),
    cost_source TEXT NOT NULL,
    source INTEGER NOT NULL REFERENCES source (id),
    note TEXT NOT NULL,
    CHECK ((cost_mantissa IS NULL) = (cost_places IS NULL)),
    CHECK ((cost_mantissa IS NULL) = (cost_unit IS NULL))
) STRICT;

CREATE INDEX disruption_source ON disruption (source);

CREATE TABLE budget_line (
    id INTEGER PRIMARY KEY NOT NULL,
    fiscal_year TEXT NOT NULL CHECK (fiscal_year GLOB 'FY[0-9][0-9][0-9][0-9]'),
    body TEXT NOT NULL,
    item TEXT NOT NULL,
    unit TEXT NOT NULL CHECK (
        unit IN ('percent', 'count')
        OR unit GLOB '[A-Z][A-Z][A-Z]'
        OR (unit GLOB '[A-Z][A-Z][A-Z] *' AND substr(unit, 5) IN ('thousand', 'million', 'billion'))
    ),
    allocated_mantissa INTEGER,
    allocated_places INTEGER CHECK (allocated_places BETWEEN 0 AND 9),
    released_mantissa INTEGER,
    released_places INTEGER CHECK (released_places BETWEEN 0 AND 9),
    spent_mantissa INTEGER,
    spent_places INTEGER CHECK (spent_places BETWEEN 0 AND 9),
    published TEXT CHECK (published GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    published_approximate INTEGER NOT NULL CHECK (published_approximate IN (0, 1)),
    seen TEXT NOT NULL CHECK (seen GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    source INTEGER NOT NULL REFERENCES source (id),
    note TEXT NOT NULL,
    CHECK ((allocated_mantissa IS NULL) = (allocated_places IS NULL)),
    CHECK ((released_mantissa IS NULL) = (released_places IS NULL)),
    CHECK ((spent_mantissa IS NULL) = (spent_places IS NULL)),
    CHECK (published IS NOT NULL OR published_approximate = 0)
) STRICT;

CREATE INDEX budget_line_source ON budget_line (source);

CREATE TABLE initiative (
    id INTEGER PRIMARY KEY NOT NULL,
    name TEXT NOT NULL CHECK (name <> ''),
    owner TEXT NOT NULL,
    announced TEXT CHECK (
        announced GLOB '[0-9][0-9][0-9][0-9]'
        OR announced GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]'
        OR announced GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'
    ),
    due TEXT CHECK (
        due GLOB '[0-9][0-9][0-9][0-9]'
        OR due GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]'
        OR due GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'
    ),
    status TEXT NOT NULL,
    source INTEGER NOT NULL REFERENCES source (id),
    note TEXT NOT NULL
) STRICT;

CREATE INDEX initiative_source ON initiative (source);

CREATE TABLE concern (
    id INTEGER PRIMARY KEY NOT NULL,
    text TEXT NOT NULL CHECK (text <> ''),
    raised_by TEXT NOT NULL,
    raised TEXT CHECK (
        raised GLOB '[0-9][0-9][0-9][0-9]'
        OR raised GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]'
        OR raised GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'
    ),
    answer TEXT NOT NULL,
    status TEXT NOT NULL,
    source INTEGER REFERENCES source (id),
    note TEXT NOT NULL
) STRICT;

CREATE INDEX concern_source ON concern (source);

-- What was promised to the committee in answer to a concern, or without one.
CREATE TABLE undertaking (
    id INTEGER PRIMARY KEY NOT NULL,
    concern INTEGER REFERENCES concern (id),
    text TEXT NOT NULL CHECK (text <> ''),
    promised_by TEXT NOT NULL,
    promised TEXT CHECK (
        promised GLOB '[0-9][0-9][0-9][0-9]'
        OR promised GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]'
        OR promised GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'
    ),
    due TEXT CHECK (
        due GLOB '[0-9][0-9][0-9][0-9]'
        OR due GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]'
        OR due GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'
    ),
    status TEXT NOT NULL,
    source INTEGER REFERENCES source (id),
    note TEXT NOT NULL
) STRICT;

CREATE INDEX undertaking_concern ON undertaking (concern);
CREATE INDEX undertaking_source ON undertaking (source);
