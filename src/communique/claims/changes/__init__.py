"""Offices and seats that changed hands."""

from communique.claims.changes.entries import changes
from communique.claims.changes.seats_told import offices_told

__all__ = ["changes", "offices_told"]
