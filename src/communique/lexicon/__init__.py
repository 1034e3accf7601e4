"""Word lists as data: countries, titles, verbs of saying, bodies. Read from the package on first use, never at import."""
