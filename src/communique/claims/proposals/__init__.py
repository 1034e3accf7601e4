"""Plans, drafts, agreements, ultimatums, ceasefires, roadmaps with a life of their own."""

from communique.claims.proposals.decide import proposals

__all__ = ["proposals"]
