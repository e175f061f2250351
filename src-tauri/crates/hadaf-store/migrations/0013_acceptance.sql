-- That somebody knows what the check found, and lets it stand: with a reason, or because the figure was entered though it
-- was doubted. It holds for the values in `about` alone. The series is no reference: where it goes, this says nothing.

CREATE TABLE acceptance (
    id INTEGER PRIMARY KEY NOT NULL,
    kind TEXT NOT NULL CHECK (kind <> ''),
    series TEXT NOT NULL CHECK (series <> ''),
    period TEXT CHECK (
        period GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]'
        OR period GLOB '[0-9][0-9][0-9][0-9]-Q[1-4]'
        OR period GLOB 'FY[0-9][0-9][0-9][0-9]'
    ),
    about TEXT NOT NULL,
    anyway INTEGER NOT NULL CHECK (anyway IN (0, 1)),
    because TEXT NOT NULL CHECK (because <> '' OR anyway = 1),
    accepted_by TEXT NOT NULL,
    accepted_at TEXT NOT NULL
) STRICT;

CREATE INDEX acceptance_series ON acceptance (series);
