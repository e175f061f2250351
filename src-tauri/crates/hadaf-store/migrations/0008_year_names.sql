-- Which of its two calendar years names a fiscal year: the one in which it ends, or the one in which it begins.

ALTER TABLE workspace ADD COLUMN fiscal_year_names TEXT NOT NULL DEFAULT 'last'
CHECK (fiscal_year_names IN ('last', 'first'));
