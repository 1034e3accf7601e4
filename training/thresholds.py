"""Where to cut scores: among the thresholds around which F1 is as good as the best, so that none is a lucky one."""

from collections.abc import Mapping

AROUND = 3
"""A threshold counts with so many of its neighbours to either side."""
TOLERANCE = 0.005
"""Means of F1 that differ by less are alike."""


def steady(scores: Mapping[float, float]) -> float:
    """The threshold to take, of F1 by threshold in equal steps: the middle one of those alike."""
    order = sorted(scores)
    means = {
        order[i]: sum(scores[t] for t in order[i - AROUND : i + AROUND + 1]) / (2 * AROUND + 1)
        for i in range(AROUND, len(order) - AROUND)
    }
    alike = [t for t, mean in means.items() if mean >= max(means.values()) - TOLERANCE]
    return alike[len(alike) // 2]
