"""Where a party stands on an issue."""

from communique.claims.positions.decide import positions

__all__ = ["positions"]
