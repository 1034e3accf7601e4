"""Questions in words: a small query language, and plain questions of fixed forms."""
