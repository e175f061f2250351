-- Which of several sources is read for a period, by somebody's decision. The series is no reference: where it goes, this
-- says nothing.

CREATE TABLE preference (
    id INTEGER PRIMARY KEY NOT NULL,
    series TEXT NOT NULL CHECK (series <> ''),
    period TEXT NOT NULL CHECK (
        period GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]'
        OR period GLOB '[0-9][0-9][0-9][0-9]-Q[1-4]'
        OR period GLOB 'FY[0-9][0-9][0-9][0-9]'
    ),
    source INTEGER NOT NULL REFERENCES source (id),
    reason TEXT NOT NULL CHECK (reason <> ''),
    preferred_by TEXT NOT NULL,
    preferred_at TEXT NOT NULL
) STRICT;

CREATE INDEX preference_series ON preference (series);
CREATE INDEX preference_source ON preference (source);
