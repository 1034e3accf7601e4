-- Edits take effect: the words of a report that a person names for a value, and the claims as people edited them.

ALTER TABLE correction ADD COLUMN words TEXT NOT NULL DEFAULT '';
ALTER TABLE correction ADD COLUMN start INTEGER NOT NULL DEFAULT -1; -- code points, -1 where no words were named

CREATE TABLE stated (                       -- workings: for a claim as it was read, the claims that edits made of it
  entry TEXT NOT NULL,                      -- id of the claim as read
  claim INTEGER NOT NULL,
  PRIMARY KEY (entry, claim)
) STRICT, WITHOUT ROWID;
