-- Which feasts, public holidays and weekends count: a choice among those that the program knows.

ALTER TABLE workspace ADD COLUMN holidays TEXT NOT NULL DEFAULT 'none' CHECK (holidays <> '');
