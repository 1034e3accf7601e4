-- What the desk keeps beside the record. Moments are ISO 8601 in UTC, given by the caller.

CREATE TABLE visit (                        -- when somebody was at the desk: from the first look to the last
  person TEXT NOT NULL,
  began  TEXT NOT NULL,
  seen   TEXT NOT NULL,
  PRIMARY KEY (person, began)
) STRICT, WITHOUT ROWID;

CREATE TABLE person (                       -- who may use the desk
  name   TEXT PRIMARY KEY,
  role   TEXT NOT NULL,
  secret TEXT NOT NULL,                     -- as `passwords.hashed` writes it
  added  TEXT NOT NULL,
  closed TEXT NOT NULL DEFAULT ''           -- from when on this person may not; the name stays taken
) STRICT, WITHOUT ROWID;

CREATE TABLE session (                      -- a browser that somebody signed in with
  mark   TEXT PRIMARY KEY,                  -- SHA-256 of the token that the browser shows
  person TEXT NOT NULL REFERENCES person (name),
  began  TEXT NOT NULL,
  seen   TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE pass (                         -- a program that acts for somebody
  mark   TEXT PRIMARY KEY,                  -- SHA-256 of the token that the program shows
  person TEXT NOT NULL REFERENCES person (name),
  made   TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE audit (                        -- what was done, by whom, from where; never changed
  number  INTEGER PRIMARY KEY,
  at      TEXT NOT NULL,
  person  TEXT NOT NULL,
  action  TEXT NOT NULL,
  about   TEXT NOT NULL,
  address TEXT NOT NULL,
  seal    TEXT NOT NULL                     -- SHA-256 of this row and the seal before it
) STRICT;
CREATE INDEX audit_action ON audit (action, at);
CREATE TRIGGER audit_stays BEFORE UPDATE ON audit BEGIN SELECT raise(ABORT, 'what was done is never changed'); END;
CREATE TRIGGER audit_is_kept BEFORE DELETE ON audit BEGIN SELECT raise(ABORT, 'what was done is never deleted'); END;
