"""How work is spread: one process or several, the same result."""
