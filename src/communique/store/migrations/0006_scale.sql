-- Long lists: how many lines of the timeline a fact has on a date, reports found by month, and their order in an index.

ALTER TABLE shelf ADD COLUMN lines INTEGER NOT NULL DEFAULT 1;
DELETE FROM settled;                        -- the workings are made anew, with these lines

DROP INDEX report_published;
CREATE INDEX report_order ON report (published, outlet, id, recorded);

DROP TABLE prose;
CREATE VIRTUAL TABLE prose USING fts5 (text, tags, content = '', tokenize = 'porter unicode61 remove_diacritics 2');
INSERT INTO prose (rowid, text, tags)
  SELECT number, text, 'o' || hex(outlet) || ' y' || substr(published, 1, 4) ||
    ' m' || substr(published, 1, 4) || substr(published, 6, 2) FROM report;
