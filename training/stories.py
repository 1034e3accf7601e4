"""Reports of one story lie in one half of a cross-validation: they share people, plans and wording."""

import re
from collections import Counter
from collections.abc import Sequence

DATED = re.compile(r"-\d{8}-\d+$")


def story(name: str) -> str:
    """The story of a report called `<story>-<yyyymmdd>-<number>`; any other name is a story of its own."""
    return DATED.sub("", name)


def folds(names: Sequence[str], count: int) -> list[int]:
    """The fold of each report: whole stories, the largest first, each into the fold that is smallest so far."""
    sizes, filled = Counter(story(name) for name in names), [0] * count
    place: dict[str, int] = {}
    for one, size in sorted(sizes.items(), key=lambda s: (-s[1], s[0])):
        place[one] = filled.index(min(filled))
        filled[place[one]] += size
    return [place[story(name)] for name in names]
