"""Which language a report is in: the annotator reads English."""

import re
from functools import cache

_WORD = re.compile(r"[^\W\d_]+")
_ENGLISH = frozenset(
    "the of and to in a that is was for on with as by at from it be have has had not are were this but said".split()
)
_ENOUGH = 0.12


def language_of(text: str) -> str:
    """A BCP 47 tag for the main language of `text`.

    English function words decide the clear cases without loading a model (in running English about a third of all
    words are among those listed); the rest goes to py3langid.
    """
    words = _WORD.findall(text[:6000].lower())
    if not words or sum(w in _ENGLISH for w in words) >= _ENOUGH * len(words):
        return "en"
    return str(_identifier().classify(" ".join(words))[0])


@cache
def _identifier():  # type: ignore[no-untyped-def]
    import py3langid

    return py3langid
