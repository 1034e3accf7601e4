-- Notices with which outlets withdraw reports, so that those that they name are found whichever came in first.

CREATE TABLE notice (                       -- workings
  report INTEGER PRIMARY KEY
) STRICT;
