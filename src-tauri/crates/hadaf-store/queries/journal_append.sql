INSERT INTO journal (label, at, by, changeset, undone, dropped)
VALUES (:label, :at, :by, :changeset, 0, 0)
