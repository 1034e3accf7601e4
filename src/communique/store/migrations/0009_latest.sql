-- Facts that many claims tell, put together: as they stand since a moment, to those who knew what was published by a
-- day on which the last claim of them appeared, or lost its words.

CREATE TABLE latest (                       -- workings
  fact  INTEGER PRIMARY KEY,
  day   INTEGER NOT NULL,
  place TEXT NOT NULL,                      -- of the first claim, in the order of folding
  body  TEXT NOT NULL,                      -- JSON; '' until it is put together
  since INTEGER NOT NULL
) STRICT;
CREATE INDEX latest_unmade ON latest (fact) WHERE body = '';
INSERT INTO latest
  SELECT fact, 0, '', '', 9223372036854775807 FROM item
  WHERE until = 9223372036854775807 AND kind IN ('meetings', 'offices', 'proposals', 'next_steps', 'positions')
  GROUP BY fact HAVING count(*) >= 4;

-- The words of offices, to be looked through without the rest of them.

CREATE INDEX shelf_words ON shelf (words, day, before, since, until, fact) WHERE words <> '';

-- Lists of dated facts pass over the undated ones in the index.

DROP INDEX shelf_rank;
DROP INDEX shelf_last;
CREATE INDEX shelf_rank ON shelf (kind, rank, day, before, since, until, fact, begins);
CREATE INDEX shelf_last ON shelf (kind, last, day, before, since, until, fact, begins);

-- Of a fact only the row that is asked for is read.

DROP INDEX shelf_fact;
CREATE INDEX shelf_fact ON shelf (fact, day, before, since, until);
