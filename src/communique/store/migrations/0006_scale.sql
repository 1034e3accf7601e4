-- Long lists: how many rows a fact has in the timeline on a date and among disputes, reports found by month, and their
-- order in an index.

ALTER TABLE shelf ADD COLUMN lines INTEGER NOT NULL DEFAULT 1;
ALTER TABLE shelf ADD COLUMN open INTEGER NOT NULL DEFAULT 0;       -- contradictions among the fact's own claims
ALTER TABLE shelf ADD COLUMN superseded INTEGER NOT NULL DEFAULT 0;
DELETE FROM settled;                        -- the workings are made anew, with these counts

CREATE INDEX shelf_open ON shelf (kind, begins) WHERE last = '';

DROP INDEX report_published;
CREATE INDEX report_order ON report (published, outlet, id, recorded);

DROP TABLE prose;
CREATE VIRTUAL TABLE prose USING fts5 (text, tags, content = '', tokenize = 'porter unicode61 remove_diacritics 2');
INSERT INTO prose (rowid, text, tags)
  SELECT number, text, 'o' || hex(outlet) || ' y' || substr(published, 1, 4) ||
    ' m' || substr(published, 1, 4) || substr(published, 6, 2) FROM report;
