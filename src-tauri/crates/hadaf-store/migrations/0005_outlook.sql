-- What was found about the conditions of claims, what disruptions were said to cost, and what the
-- registers must say in one word or number for pace, release and scenarios.

CREATE TABLE condition_finding (
    id INTEGER PRIMARY KEY NOT NULL,
    claim TEXT NOT NULL REFERENCES claim (id),
    condition TEXT NOT NULL CHECK (condition <> ''),
    met INTEGER NOT NULL CHECK (met IN (0, 1)),
    evidence TEXT NOT NULL CHECK (evidence <> ''),
    source INTEGER NOT NULL REFERENCES source (id),
    judged TEXT NOT NULL CHECK (judged GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    entered_by TEXT NOT NULL,
    entered_at TEXT NOT NULL
) STRICT;

CREATE INDEX condition_finding_claim ON condition_finding (claim);
CREATE INDEX condition_finding_source ON condition_finding (source);

CREATE TABLE cost_claim (
    id INTEGER PRIMARY KEY NOT NULL,
    disruption INTEGER REFERENCES disruption (id),
    amount_mantissa INTEGER NOT NULL,
    amount_places INTEGER NOT NULL CHECK (amount_places BETWEEN 0 AND 9),
    unit TEXT NOT NULL CHECK (
        unit IN ('percent', 'count')
        OR unit GLOB '[A-Z][A-Z][A-Z]'
        OR (unit GLOB '[A-Z][A-Z][A-Z] *' AND substr(unit, 5) IN ('thousand', 'million', 'billion'))
    ),
    concept TEXT NOT NULL CHECK (concept IN ('gdp', 'receipts', 'industry', 'other')),
    maker TEXT NOT NULL CHECK (maker <> ''),
    method TEXT NOT NULL,
    published TEXT CHECK (published GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    published_approximate INTEGER NOT NULL CHECK (published_approximate IN (0, 1)),
    seen TEXT NOT NULL CHECK (seen GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    source INTEGER NOT NULL REFERENCES source (id),
    note TEXT NOT NULL,
    CHECK (published IS NOT NULL OR published_approximate = 0)
) STRICT;

CREATE INDEX cost_claim_disruption ON cost_claim (disruption);
CREATE INDEX cost_claim_source ON cost_claim (source);

-- Columns at the end, NULL where nobody has judged, so that older journal entries still apply.
ALTER TABLE disruption ADD COLUMN outage TEXT CHECK (
    outage IN ('national', 'mobile', 'throttled', 'cable', 'ban', 'region')
);
-- Of the sector's capacity, 0 to 1.
ALTER TABLE disruption ADD COLUMN region_share_mantissa INTEGER CHECK (region_share_mantissa >= 0);
ALTER TABLE disruption ADD COLUMN region_share_places INTEGER CHECK (
    (region_share_mantissa IS NULL) = (region_share_places IS NULL)
    AND region_share_places BETWEEN 0 AND 9
);

-- The last month that released and spent cover.
ALTER TABLE budget_line ADD COLUMN through TEXT CHECK (through GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]');

ALTER TABLE initiative ADD COLUMN state TEXT CHECK (state IN ('planned', 'running', 'done', 'dropped'));
ALTER TABLE initiative ADD COLUMN closed TEXT CHECK (
    closed GLOB '[0-9][0-9][0-9][0-9]'
    OR closed GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]'
    OR closed GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'
);

ALTER TABLE undertaking ADD COLUMN state TEXT CHECK (state IN ('planned', 'running', 'done', 'dropped'));
ALTER TABLE undertaking ADD COLUMN closed TEXT CHECK (
    closed GLOB '[0-9][0-9][0-9][0-9]'
    OR closed GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]'
    OR closed GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'
);
