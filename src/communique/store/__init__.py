"""Where the record is kept: append-only, every row dated."""
