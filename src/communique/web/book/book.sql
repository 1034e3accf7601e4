-- What the desk keeps beside the record. Moments are ISO 8601 in UTC, given by the caller.

CREATE TABLE visit (                        -- when somebody was at the desk: from the first look to the last
  person TEXT NOT NULL,
  began  TEXT NOT NULL,
  seen   TEXT NOT NULL,
  PRIMARY KEY (person, began)
) STRICT, WITHOUT ROWID;
