-- The record: append-only. Three clocks are columns from the start:
--   valid      when a thing held            claim.valid_edtf, with the days it spans in valid_first, valid_last
--   published  when it was made public      report.published, claim.published
--   recorded   when this record learnt it   every table; given by the caller, ISO 8601 in UTC

CREATE TABLE report (
  number    INTEGER PRIMARY KEY,
  id        TEXT NOT NULL UNIQUE,           -- hash of outlet, publication, address and text
  outlet    TEXT NOT NULL,
  url       TEXT NOT NULL,
  published TEXT NOT NULL,
  modified  TEXT NOT NULL,
  title     TEXT NOT NULL,
  language  TEXT NOT NULL,
  text      TEXT NOT NULL,                  -- offsets everywhere are code points of this
  recorded  TEXT NOT NULL
) STRICT;
CREATE INDEX report_published ON report (published);
CREATE INDEX report_url ON report (url) WHERE url <> '';

CREATE TABLE received (                     -- the files a report came in; one report may come in several
  report   TEXT NOT NULL REFERENCES report (id),
  raw      TEXT NOT NULL,                   -- SHA-256 of the bytes
  name     TEXT NOT NULL,
  recorded TEXT NOT NULL,
  PRIMARY KEY (report, raw, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE run (                          -- one version of annotator and rules, first used at `recorded`
  number   INTEGER PRIMARY KEY,
  version  TEXT NOT NULL UNIQUE,
  recorded TEXT NOT NULL
) STRICT;

CREATE TABLE reading (                      -- one report read by one version; a report's latest reading is live
  number   INTEGER PRIMARY KEY,
  report   TEXT NOT NULL REFERENCES report (id),
  run      INTEGER NOT NULL REFERENCES run (number),
  recorded TEXT NOT NULL,
  UNIQUE (report, run)
) STRICT;

CREATE TABLE problem (                      -- what a reading could not do
  reading  INTEGER NOT NULL REFERENCES reading (number),
  position INTEGER NOT NULL,
  stage    TEXT NOT NULL,
  code     TEXT NOT NULL,
  message  TEXT NOT NULL,
  first    INTEGER,                         -- code points, NULL where the problem has no place
  last     INTEGER,
  PRIMARY KEY (reading, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE claim (                        -- the same words read again by a later version are the same claim
  number      INTEGER PRIMARY KEY,
  id          TEXT NOT NULL UNIQUE,         -- hash of kind, report, values and where they stand
  report      TEXT NOT NULL REFERENCES report (id),
  kind        TEXT NOT NULL,
  valid_edtf  TEXT NOT NULL,                -- '' when the report does not say
  valid_first TEXT NOT NULL,
  valid_last  TEXT NOT NULL,
  published   TEXT NOT NULL,
  recorded    TEXT NOT NULL
) STRICT;
CREATE INDEX claim_report ON claim (report);
CREATE INDEX claim_kind ON claim (kind, published);

CREATE TABLE reading_claim (                -- which reading found which claims
  reading  INTEGER NOT NULL REFERENCES reading (number),
  claim    INTEGER NOT NULL REFERENCES claim (number),
  made_by  TEXT NOT NULL,
  score    REAL NOT NULL,
  PRIMARY KEY (reading, claim)
) STRICT, WITHOUT ROWID;
CREATE INDEX reading_claim_claim ON reading_claim (claim);

CREATE TABLE argument (
  claim    INTEGER NOT NULL REFERENCES claim (number),
  position INTEGER NOT NULL,
  role     TEXT NOT NULL,
  value    TEXT NOT NULL,
  first    INTEGER NOT NULL,
  last     INTEGER NOT NULL,
  quote    TEXT NOT NULL,
  PRIMARY KEY (claim, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE evidence (
  claim    INTEGER NOT NULL REFERENCES claim (number),
  position INTEGER NOT NULL,
  first    INTEGER NOT NULL,
  last     INTEGER NOT NULL,
  quote    TEXT NOT NULL,
  PRIMARY KEY (claim, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE judgement (                    -- same, different or unsure; by a person
  number   INTEGER PRIMARY KEY,
  id       TEXT NOT NULL UNIQUE,
  left_id  TEXT NOT NULL,
  right_id TEXT NOT NULL,
  verdict  TEXT NOT NULL,
  made_by  TEXT NOT NULL,
  reason   TEXT NOT NULL,
  score    REAL NOT NULL,
  revokes  TEXT NOT NULL,
  recorded TEXT NOT NULL
) STRICT;

CREATE TABLE correction (                   -- accept, reject, edit or add a claim; by a person
  number   INTEGER PRIMARY KEY,
  id       TEXT NOT NULL UNIQUE,
  claim    TEXT NOT NULL,
  action   TEXT NOT NULL,
  made_by  TEXT NOT NULL,
  reason   TEXT NOT NULL,
  field    TEXT NOT NULL,
  value    TEXT NOT NULL,
  revokes  TEXT NOT NULL,
  recorded TEXT NOT NULL
) STRICT;

-- Words of statements, for search; filled with the claims.
CREATE VIRTUAL TABLE words USING fts5 (content, tokenize = 'porter unicode61 remove_diacritics 2');

-- Nothing above is ever changed or deleted.
CREATE TRIGGER report_is_kept     BEFORE DELETE ON report     BEGIN SELECT RAISE (ABORT, 'the record is append-only'); END;
CREATE TRIGGER report_is_fixed    BEFORE UPDATE ON report     BEGIN SELECT RAISE (ABORT, 'the record is append-only'); END;
CREATE TRIGGER claim_is_kept      BEFORE DELETE ON claim      BEGIN SELECT RAISE (ABORT, 'the record is append-only'); END;
CREATE TRIGGER claim_is_fixed     BEFORE UPDATE ON claim      BEGIN SELECT RAISE (ABORT, 'the record is append-only'); END;
CREATE TRIGGER judgement_is_kept  BEFORE DELETE ON judgement  BEGIN SELECT RAISE (ABORT, 'the record is append-only'); END;
CREATE TRIGGER judgement_is_fixed BEFORE UPDATE ON judgement  BEGIN SELECT RAISE (ABORT, 'the record is append-only'); END;
CREATE TRIGGER correction_is_kept BEFORE DELETE ON correction BEGIN SELECT RAISE (ABORT, 'the record is append-only'); END;
CREATE TRIGGER correction_is_fixed BEFORE UPDATE ON correction BEGIN SELECT RAISE (ABORT, 'the record is append-only'); END;

-- What the record amounts to, worked out from the tables above: a cache that may be thrown away at any time.
-- `resolved.state` names the state of the record and the rules it was worked out from.
CREATE TABLE resolved (
  only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
  state    TEXT NOT NULL,
  origins  TEXT NOT NULL
) STRICT;
CREATE TABLE fact (
  position INTEGER PRIMARY KEY,             -- the order of the export
  id       TEXT NOT NULL UNIQUE,
  kind     TEXT NOT NULL,
  first    TEXT NOT NULL,
  last     TEXT NOT NULL,
  published TEXT NOT NULL,
  disputed INTEGER NOT NULL,
  body     TEXT NOT NULL                    -- JSON
) STRICT;
CREATE INDEX fact_kind ON fact (kind, first);
CREATE TABLE fact_claim (
  claim TEXT NOT NULL,
  fact  TEXT NOT NULL,
  PRIMARY KEY (claim, fact)
) STRICT, WITHOUT ROWID;
CREATE TABLE entity (
  position INTEGER PRIMARY KEY,
  id       TEXT NOT NULL UNIQUE,
  kind     TEXT NOT NULL,
  body     TEXT NOT NULL                    -- JSON
) STRICT;
