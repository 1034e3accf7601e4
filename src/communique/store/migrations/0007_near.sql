-- Claims by their days: the days themselves are in the index, and what spans more than a month is apart.

DROP INDEX claim_valid;
DROP INDEX claim_wide;
CREATE INDEX claim_valid ON claim (kind, valid_first, valid_last);
CREATE INDEX claim_wide ON claim (kind, valid_last, valid_first)
  WHERE valid_first = '' OR valid_last = '' OR valid_last > date(valid_first, '+31 days');
