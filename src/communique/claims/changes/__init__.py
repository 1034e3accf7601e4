"""Offices and seats that changed hands."""

from communique.claims.changes.entries import changes

__all__ = ["changes"]
