"""Is one and the same step told twice?"""

SHARED = 0.5
"""Steps that share so much of their content words are alike."""


def is_alike(one: frozenset[str], other: frozenset[str]) -> bool:
    """True for two wordings that have half of their words in common (Dice's coefficient)."""
    return bool(one and other) and 2 * len(one & other) / (len(one) + len(other)) >= SHARED
