-- Indexes that hold what every list asks of a row, its moments and days, so that rows that are not shown are not read.

DROP INDEX shelf_begins;
DROP INDEX shelf_last;
DROP INDEX shelf_open;
DROP INDEX item_day;
DROP INDEX item_fact;
DROP INDEX named_fact;
CREATE INDEX shelf_begins ON shelf (kind, begins, last, day, before, since, until, fact);
CREATE INDEX shelf_last ON shelf (kind, last, day, before, since, until, fact);
CREATE INDEX item_day ON item (kind, day, fact, until);
CREATE INDEX item_fact ON item (fact, place, day, until);
CREATE INDEX named_fact ON named (fact, role, day, until);
DROP INDEX shelf_rank;
CREATE INDEX shelf_rank ON shelf (kind, rank, day, before, since, until, fact);
DROP INDEX shelf_disputed;
DROP INDEX shelf_seat;
CREATE INDEX shelf_disputed ON shelf (disputed, day, before, since, until, fact) WHERE disputed > 0;
CREATE INDEX shelf_seat ON shelf (seat, fact, day, before, since, until) WHERE seat <> '';
CREATE INDEX report_recorded ON report (recorded);

-- The last claim that was worked in by each moment: a search as of an early one begins there.

ALTER TABLE moment ADD COLUMN claims INTEGER NOT NULL DEFAULT 0;
UPDATE moment SET claims = i.claims FROM (SELECT since, max(claim) AS claims FROM item GROUP BY since) i
  WHERE i.since = number;

-- Meetings as processes of talks see them, by seasons of 180 days, and which process those of a season are of.

CREATE TABLE session (                      -- workings
  fact      INTEGER NOT NULL,
  season    INTEGER NOT NULL,
  day       INTEGER NOT NULL,               -- known from here up to, not including, `before`, as in `shelf`
  before    INTEGER NOT NULL,
  held      INTEGER NOT NULL,               -- its day, that of the first report where it has no date
  at        TEXT NOT NULL,                  -- EDTF, '' for unknown
  status    TEXT NOT NULL,
  sides     TEXT NOT NULL,                  -- JSON: entities that take part and do not mediate
  mediators TEXT NOT NULL,                  -- JSON
  since     INTEGER NOT NULL,
  until     INTEGER NOT NULL
) STRICT;
CREATE INDEX session_fact ON session (fact);
CREATE INDEX session_season ON session (season, day, before, since, until, held);
CREATE TABLE homed (                        -- workings: processes as worked out for a season, for those who ask again
  number INTEGER PRIMARY KEY,
  season INTEGER NOT NULL,
  key    TEXT NOT NULL,                     -- how many sessions of it and of those beside it were known
  body   TEXT NOT NULL,                     -- JSON
  UNIQUE (season, key)
) STRICT;
DELETE FROM worked_out;

WITH side AS (
    SELECT fact, entity, role = 'mediators' AS mediates, day, since, until FROM named
    WHERE kind = 'meetings' AND role IN ('parties', 'mediators')
      AND entity NOT IN (SELECT id FROM entity WHERE kind = 'person')),
  part AS (
    SELECT fact, day, since, until FROM side
    UNION ALL SELECT fact, day, since, until FROM shelf WHERE kind = 'meetings'),
  turn AS (SELECT fact, since AS at FROM part UNION SELECT fact, until FROM part),
  era AS (SELECT fact, at AS since, lead(at) OVER (PARTITION BY fact ORDER BY at) AS until FROM turn),
  dawn AS (
    SELECT DISTINCT e.fact, e.since, e.until, p.day FROM era e
    JOIN part p ON p.fact = e.fact AND p.since <= e.since AND p.until > e.since WHERE e.until IS NOT NULL),
  stage AS (SELECT *, lead(day, 1, 10000000) OVER (PARTITION BY fact, since ORDER BY day) AS before FROM dawn),
  stood AS (
    SELECT g.fact, g.day, min(g.before, s.before) AS before, s.at, s.status, g.since, g.until,
      CAST(julianday(CASE s.begins WHEN '' THEN substr(s.rank, 1, 10) ELSE s.begins END) - 1721424.5 AS INTEGER) AS held
    FROM stage g JOIN shelf s ON s.fact = g.fact AND s.since <= g.since AND s.until > g.since
      AND s.day <= g.day AND s.before > g.day),
  known AS (
    SELECT g.fact, g.day, g.since, n.entity, max(n.mediates) AS mediates FROM stood g
    JOIN side n ON n.fact = g.fact AND n.day <= g.day AND n.since <= g.since AND n.until > g.since
    GROUP BY g.fact, g.day, g.since, n.entity ORDER BY n.entity),
  met AS (
    SELECT fact, day, since, json_group_array(entity) FILTER (WHERE mediates = 0) AS sides,
      json_group_array(entity) FILTER (WHERE mediates) AS mediators FROM known GROUP BY fact, day, since)
INSERT INTO session
  SELECT g.fact, g.held / 180, g.day, g.before, g.held, g.at, g.status, coalesce(m.sides, '[]'),
    coalesce(m.mediators, '[]'), g.since, g.until
  FROM stood g LEFT JOIN met m ON m.fact = g.fact AND m.day = g.day AND m.since = g.since;
