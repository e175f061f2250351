-- From when on an entry of a register has said what it says, and what it said before. Columns at the end, so that older
-- journal entries still apply; one of them that adds an entry was made before this format came to be.

ALTER TABLE disruption ADD COLUMN published TEXT CHECK (
    published GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'
);
ALTER TABLE disruption ADD COLUMN published_approximate INTEGER NOT NULL DEFAULT 0 CHECK (
    published_approximate IN (0, 1) AND (published_approximate = 0 OR coalesce(published, '') <> '')
);
ALTER TABLE disruption ADD COLUMN seen TEXT NOT NULL DEFAULT '2026-11-28' CHECK (
    seen GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'
);

ALTER TABLE initiative ADD COLUMN published TEXT CHECK (
    published GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'
);
ALTER TABLE initiative ADD COLUMN published_approximate INTEGER NOT NULL DEFAULT 0 CHECK (
    published_approximate IN (0, 1) AND (published_approximate = 0 OR coalesce(published, '') <> '')
);
ALTER TABLE initiative ADD COLUMN seen TEXT NOT NULL DEFAULT '2026-11-28' CHECK (
    seen GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'
);

ALTER TABLE concern ADD COLUMN published TEXT CHECK (
    published GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'
);
ALTER TABLE concern ADD COLUMN published_approximate INTEGER NOT NULL DEFAULT 0 CHECK (
    published_approximate IN (0, 1) AND (published_approximate = 0 OR coalesce(published, '') <> '')
);
ALTER TABLE concern ADD COLUMN seen TEXT NOT NULL DEFAULT '2026-11-28' CHECK (
    seen GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'
);

ALTER TABLE undertaking ADD COLUMN published TEXT CHECK (
    published GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'
);
ALTER TABLE undertaking ADD COLUMN published_approximate INTEGER NOT NULL DEFAULT 0 CHECK (
    published_approximate IN (0, 1) AND (published_approximate = 0 OR coalesce(published, '') <> '')
);
ALTER TABLE undertaking ADD COLUMN seen TEXT NOT NULL DEFAULT '2026-11-28' CHECK (
    seen GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'
);

-- The entry that said this before; NULL for one that says it now.
ALTER TABLE disruption ADD COLUMN earlier_of INTEGER REFERENCES disruption (id);
CREATE INDEX disruption_earlier_of ON disruption (earlier_of);
ALTER TABLE cost_claim ADD COLUMN earlier_of INTEGER REFERENCES cost_claim (id);
CREATE INDEX cost_claim_earlier_of ON cost_claim (earlier_of);
ALTER TABLE budget_line ADD COLUMN earlier_of INTEGER REFERENCES budget_line (id);
CREATE INDEX budget_line_earlier_of ON budget_line (earlier_of);
ALTER TABLE initiative ADD COLUMN earlier_of INTEGER REFERENCES initiative (id);
CREATE INDEX initiative_earlier_of ON initiative (earlier_of);
ALTER TABLE concern ADD COLUMN earlier_of INTEGER REFERENCES concern (id);
CREATE INDEX concern_earlier_of ON concern (earlier_of);
ALTER TABLE undertaking ADD COLUMN earlier_of INTEGER REFERENCES undertaking (id);
CREATE INDEX undertaking_earlier_of ON undertaking (earlier_of);

-- The part of a disruption that a cost counts; NULL for all of it.
ALTER TABLE cost_claim ADD COLUMN start TEXT CHECK (
    start GLOB '[0-9][0-9][0-9][0-9]'
    OR start GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]'
    OR start GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'
);
ALTER TABLE cost_claim ADD COLUMN "end" TEXT CHECK (
    "end" GLOB '[0-9][0-9][0-9][0-9]'
    OR "end" GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]'
    OR "end" GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'
);

-- The disruption that broke a condition; NULL where nothing tells what that cost.
ALTER TABLE condition_finding ADD COLUMN disruption INTEGER REFERENCES disruption (id);
CREATE INDEX condition_finding_disruption ON condition_finding (disruption);

-- What stands there was entered by the last change at the latest; what came with the file, when its page was read.
UPDATE disruption SET seen = coalesce(
    (SELECT retrieved FROM source WHERE source.id = disruption.source),
    (SELECT substr(max(at), 1, 10) FROM journal),
    (SELECT substr(created, 1, 10) FROM workspace),
    seen
);
UPDATE initiative SET seen = coalesce(
    (SELECT retrieved FROM source WHERE source.id = initiative.source),
    (SELECT substr(max(at), 1, 10) FROM journal),
    (SELECT substr(created, 1, 10) FROM workspace),
    seen
);
UPDATE concern SET seen = coalesce(
    (SELECT retrieved FROM source WHERE source.id = concern.source),
    (SELECT substr(max(at), 1, 10) FROM journal),
    (SELECT substr(created, 1, 10) FROM workspace),
    seen
);
UPDATE undertaking SET seen = coalesce(
    (SELECT retrieved FROM source WHERE source.id = undertaking.source),
    (SELECT substr(max(at), 1, 10) FROM journal),
    (SELECT substr(created, 1, 10) FROM workspace),
    seen
);
