-- What people decide about processes of talks.

CREATE TABLE grouping (                     -- rename, join or split processes; by a person
  number   INTEGER PRIMARY KEY,
  id       TEXT NOT NULL UNIQUE,
  action   TEXT NOT NULL,
  groups   TEXT NOT NULL,                   -- JSON: for each process the ids of the claims of its meetings
  about    TEXT NOT NULL,
  made_by  TEXT NOT NULL,
  reason   TEXT NOT NULL,
  recorded TEXT NOT NULL,
  name     TEXT NOT NULL,
  revokes  TEXT NOT NULL
) STRICT;
CREATE TABLE worked_out (                   -- workings: processes as worked out for a moment, for those who ask again
  number INTEGER PRIMARY KEY,
  key    TEXT NOT NULL UNIQUE,              -- the state of the record, and the moment and days that were asked about
  body   TEXT NOT NULL                      -- JSON
) STRICT;
CREATE TRIGGER grouping_is_kept  BEFORE DELETE ON grouping BEGIN SELECT RAISE (ABORT, 'the record is append-only'); END;
CREATE TRIGGER grouping_is_fixed BEFORE UPDATE ON grouping BEGIN SELECT RAISE (ABORT, 'the record is append-only'); END;
