"""From a reading to claims: one module a kind."""
