"""Who holds or held what."""

from communique.claims.offices.entries import offices

__all__ = ["offices"]
