"""What is announced, planned, expected, promised or threatened for a time after publication."""

from communique.claims.next_steps.decide import next_steps

__all__ = ["next_steps"]
