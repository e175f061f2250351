-- A series that nobody works on any more: its figures and claims stay, and screens no longer offer it.

ALTER TABLE series ADD COLUMN archived INTEGER NOT NULL DEFAULT 0 CHECK (archived IN (0, 1));
