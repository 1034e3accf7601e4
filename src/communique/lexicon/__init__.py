"""Word lists as data: countries, titles, verbs of saying, bodies; read on first use, never at import."""
