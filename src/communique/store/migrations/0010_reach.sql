-- The last claim of what was published in each month: a search of what was known by a day begins there.

CREATE TABLE reach (                        -- workings
  month  TEXT PRIMARY KEY,                  -- YYYY-MM
  claims INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO reach SELECT substr(place, 1, 7), max(claim) FROM item GROUP BY 1;
