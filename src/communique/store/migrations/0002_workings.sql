-- What the record amounts to, worked out step by step from the tables of 0001: workings that may be thrown away at any
-- time. Rows are kept with the moments between which the record held them: `since` and `until` (not included) are
-- numbers in `moment`, and LATEST (9223372036854775807) stands for "still". Days are numbers, as Python's
-- `date.toordinal` counts. Facts and claims go by the number of a claim, a fact by that of its first.

DROP TABLE resolved;
DROP TABLE fact;
DROP TABLE fact_claim;
DROP TABLE entity;

DROP TABLE words;

-- Full-text search, filled with the reports and claims. Words of claims are those of the fields that hold what was said,
-- demanded, planned or proposed (`content`), and of all fields and passages (`around`). `tags` hold what hits are
-- narrowed by: k + kind, o + the outlet in hexadecimal digits, y + year.
CREATE VIRTUAL TABLE prose USING fts5 (text, tags, content = '', tokenize = 'porter unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE words USING fts5 (content, around, tags, content = '',
  tokenize = 'porter unicode61 remove_diacritics 2');
INSERT INTO prose (rowid, text, tags)
  SELECT number, text, 'o' || hex(outlet) || ' y' || substr(published, 1, 4) FROM report;
INSERT INTO words (rowid, content, around, tags)
  SELECT c.number,
    coalesce((SELECT group_concat(value, ' … ') FROM argument a WHERE a.claim = c.number AND c.kind || '.' || a.role IN
      ('statements.content', 'positions.issue', 'next_steps.what', 'proposals.name')), ''),
    (SELECT group_concat(value, ' ') FROM argument a WHERE a.claim = c.number) || ' ' ||
    (SELECT group_concat(quote, ' ') FROM evidence e WHERE e.claim = c.number),
    'k' || c.kind || ' o' || hex(r.outlet) || ' y' || substr(c.published, 1, 4)
  FROM claim c JOIN report r ON r.id = c.report WHERE c.kind <> 'times';

CREATE TABLE moment (                       -- each moment at which something was recorded, oldest first
  number   INTEGER PRIMARY KEY,
  recorded TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE settled (                      -- the rules by which the workings were made
  only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
  rules    TEXT NOT NULL
) STRICT;

CREATE TABLE pending (                      -- what has been recorded and is not yet worked in
  recorded TEXT NOT NULL,
  what     TEXT NOT NULL,                   -- report (its number) or name (its id)
  id       TEXT NOT NULL,
  PRIMARY KEY (recorded, what, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX correction_claim ON correction (claim);
CREATE INDEX claim_valid ON claim (kind, valid_first);
CREATE INDEX claim_wide ON claim (kind, valid_last)
  WHERE valid_first = '' OR valid_last = '' OR valid_last > date(valid_first, '+370 days');
CREATE INDEX reading_report ON reading (report, recorded);

-- Who is who.
CREATE TABLE trace (                        -- what one report adds to what the whole record knows
  report INTEGER PRIMARY KEY,
  body   TEXT NOT NULL                      -- JSON
) STRICT;
CREATE TABLE spoken (                       -- the reports in which something is looked up under a key
  key    TEXT NOT NULL,
  report INTEGER NOT NULL,
  PRIMARY KEY (key, report)
) STRICT, WITHOUT ROWID;
CREATE TABLE known (                        -- states that no lexicon knows, people, outlets, each with its reports
  what    TEXT NOT NULL,
  key     TEXT NOT NULL,
  written TEXT NOT NULL,
  reports INTEGER NOT NULL,
  PRIMARY KEY (what, key, written)
) STRICT, WITHOUT ROWID;
CREATE TABLE name (
  id      TEXT PRIMARY KEY,
  kind    TEXT NOT NULL,
  key     TEXT NOT NULL,
  scope   TEXT NOT NULL,
  company TEXT NOT NULL,                    -- JSON
  entity  TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE block (                        -- names that are compared
  key  TEXT NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (key, name)
) STRICT, WITHOUT ROWID;
CREATE TABLE edge (                         -- judgements by rule
  left_id  TEXT NOT NULL,
  right_id TEXT NOT NULL,
  made_by  TEXT NOT NULL,
  reason   TEXT NOT NULL,
  score    REAL NOT NULL,
  PRIMARY KEY (left_id, right_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX edge_right ON edge (right_id);
CREATE TABLE entity (
  id    TEXT NOT NULL,
  kind  TEXT NOT NULL,
  body  TEXT NOT NULL,                      -- JSON
  since INTEGER NOT NULL,
  until INTEGER NOT NULL,
  PRIMARY KEY (id, since)
) STRICT, WITHOUT ROWID;
CREATE TABLE entity_word (                  -- words of names, also of names that an entity no longer has
  word   TEXT NOT NULL,
  entity TEXT NOT NULL,
  PRIMARY KEY (word, entity)
) STRICT, WITHOUT ROWID;

-- Copies.
CREATE TABLE sketch (
  run    INTEGER NOT NULL,
  day    INTEGER NOT NULL,
  report INTEGER NOT NULL,
  PRIMARY KEY (run, day, report)
) STRICT, WITHOUT ROWID;
CREATE TABLE sketched (
  report INTEGER PRIMARY KEY,
  runs   INTEGER NOT NULL
) STRICT;
CREATE TABLE copied (
  report     INTEGER NOT NULL,
  of         INTEGER NOT NULL,
  share      REAL NOT NULL,
  paragraphs INTEGER NOT NULL,
  PRIMARY KEY (report, of)
) STRICT, WITHOUT ROWID;
CREATE INDEX copied_of ON copied (of);
CREATE TABLE origin (
  report INTEGER NOT NULL,
  root   INTEGER NOT NULL,
  of     INTEGER NOT NULL,                  -- 0 when it copies none
  share  REAL NOT NULL,
  paragraphs INTEGER NOT NULL,
  wire   TEXT NOT NULL,
  since  INTEGER NOT NULL,
  until  INTEGER NOT NULL,
  PRIMARY KEY (report, since)
) STRICT, WITHOUT ROWID;

-- Claims and the facts they are taken for.
CREATE TABLE item (
  claim    INTEGER NOT NULL,
  fact     INTEGER NOT NULL,                -- 0 while it is being worked out
  kind     TEXT NOT NULL,
  report   INTEGER NOT NULL,
  day      INTEGER NOT NULL,
  place    TEXT NOT NULL,                   -- the order of folding
  entities TEXT NOT NULL,                   -- JSON
  is_copy   INTEGER NOT NULL,
  is_denied INTEGER NOT NULL,
  denies    INTEGER NOT NULL,
  origin   TEXT NOT NULL,
  relation TEXT NOT NULL,
  since    INTEGER NOT NULL,
  until    INTEGER NOT NULL,
  PRIMARY KEY (claim, since)
) STRICT, WITHOUT ROWID;
CREATE INDEX item_fact ON item (fact, place);
CREATE INDEX item_report ON item (report);
CREATE INDEX item_day ON item (kind, day);
CREATE INDEX item_denies ON item (day) WHERE denies = 1;
CREATE TABLE cell (                         -- the blocks that claims belong to, as they are now
  key   INTEGER NOT NULL,
  day   INTEGER NOT NULL,
  claim INTEGER NOT NULL,
  PRIMARY KEY (key, day, claim)
) STRICT, WITHOUT ROWID;

-- By what facts are found. A shelf says how a fact stood to those who knew what was published from `day` up to, not
-- including, `before`.
CREATE TABLE shelf (
  fact     INTEGER NOT NULL,
  kind     TEXT NOT NULL,
  day      INTEGER NOT NULL,
  before   INTEGER NOT NULL,
  at       TEXT NOT NULL,                   -- EDTF, '' for unknown
  first    TEXT NOT NULL,
  last     TEXT NOT NULL,
  begins   TEXT NOT NULL,                   -- first, else last
  rank     TEXT NOT NULL,                   -- the order of the kind's own list
  status   TEXT NOT NULL,
  disputed INTEGER NOT NULL,                -- 1 open, 2 superseded, 3 both
  seat     TEXT NOT NULL,                   -- an office that one person holds at a time
  words    TEXT NOT NULL,                   -- of an office, to find it by
  since    INTEGER NOT NULL,
  until    INTEGER NOT NULL
) STRICT;
CREATE INDEX shelf_fact ON shelf (fact);
CREATE INDEX shelf_begins ON shelf (kind, begins);
CREATE INDEX shelf_last ON shelf (kind, last);
CREATE INDEX shelf_rank ON shelf (kind, rank);
CREATE INDEX shelf_disputed ON shelf (disputed) WHERE disputed > 0;
CREATE INDEX shelf_seat ON shelf (seat) WHERE seat <> '';
CREATE TABLE fact (                         -- ids, also of facts that are no more
  number INTEGER PRIMARY KEY,
  id     TEXT NOT NULL
) STRICT;
CREATE INDEX fact_id ON fact (id);
CREATE TABLE named (                        -- whom a fact names, known from `day` on
  entity TEXT NOT NULL,
  fact   INTEGER NOT NULL,
  kind   TEXT NOT NULL,
  role   TEXT NOT NULL,
  day    INTEGER NOT NULL,
  since  INTEGER NOT NULL,
  until  INTEGER NOT NULL,
  PRIMARY KEY (entity, kind, role, fact, since)
) STRICT, WITHOUT ROWID;
CREATE INDEX named_fact ON named (fact);
CREATE TABLE denial (
  fact      INTEGER NOT NULL,
  statement INTEGER NOT NULL,
  day       INTEGER NOT NULL,
  since     INTEGER NOT NULL,
  until     INTEGER NOT NULL,
  PRIMARY KEY (statement, since)
) STRICT, WITHOUT ROWID;
CREATE INDEX denial_fact ON denial (fact);
