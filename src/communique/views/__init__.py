"""What the record shows: pure functions from facts to rows, one module a question."""
