-- How the figures of a series are worked out from those of others, as text: `it_exports - it_imports`. Such a series has no
-- observations of its own. One without it has those that were entered.

ALTER TABLE series ADD COLUMN formula TEXT CHECK (formula <> '' AND length(formula) <= 500);
