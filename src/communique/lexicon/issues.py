"""What is negotiated: the issues that reports name in many words, and the words that turn one round."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from communique.lexicon.tables import alternatives, key, word_list
from communique.lexicon.word_classes import classes

_BREAK = re.compile(
    r"(?<=.)(?:[,;:(]|\s[-–—]\s|\b(?:which|who|whose|whom|where|while|when|until|unless|if|because|after|before|despite|but"
    r"|since|so that|in exchange|in return|including|as)\b)",
    re.IGNORECASE | re.DOTALL,
)
"""Where the words for an issue end and what is said about it begins."""


@cache
def _written(name: str) -> re.Pattern[str]:
    """Any word of a list, the longest first, with or without the ending of a plural."""
    return re.compile(rf"(?<![\w-])(?:{alternatives(classes(name))})(?:s|es|'s)?(?![\w-])")


@lru_cache(65536)
def core(wording: str) -> str:
    """The words that name the issue, without what is said about it, in small letters."""
    plain = key(wording).strip("\"“”' ")
    found = _BREAK.search(plain, 1) if plain else None
    return plain[: found.start()].strip() if found else plain


@lru_cache(65536)
def issues_of(wording: str) -> tuple[str, ...]:
    """The issues that a wording names, in order; () for none of the list."""
    return tuple(dict.fromkeys(issue for _, issue in _found("issues", core(wording))))


@lru_cache(65536)
def signs_of(wording: str) -> frozenset[str]:
    """What sets a wording apart from the bare issue: `turned` ("end the talks"), `negated`, `harmed` ("undermine the
    talks"), `lasting`, `passing` (a pause is no lasting ceasefire).
    """
    beside = {sign for _, sign in _found("issue_signs", rest_of(wording))}
    return frozenset(beside | {sign for _, sign in _found("issue_signs", core(wording)) if sign == "passing"})


@lru_cache(65536)
def rest_of(wording: str) -> str:
    """The words that name an issue, the name itself left out: "talks in Oslo" leaves "in Oslo"."""
    return _written("issues").sub(" ", core(wording))


@cache
def fillers() -> frozenset[str]:
    """Words beside the name of an issue that make no other issue of it: "continue", "the latest ... proposal"."""
    return word_list("issue_fillers")


def phrases_of(asked: str) -> tuple[str, ...]:
    """Every wording of the issues that a user's words name: "truce" or "ceasefire" give both and more; () for none."""
    plain = key(asked)
    named = {issue for form, issues in classes("issues").items() for issue in issues if plain in (form, issue)}
    named |= set(issues_of(plain))
    return tuple(sorted(form for form, issues in classes("issues").items() if named & set(issues)))


def _found(name: str, text: str) -> Iterator[tuple[str, str]]:
    listed = classes(name)
    for found in _written(name).finditer(text):
        form = next(f for f in (found[0], *(found[0].removesuffix(end) for end in ("'s", "es", "s"))) if f in listed)
        yield from ((form, value) for value in listed[form])
