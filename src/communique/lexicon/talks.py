"""How sides talk ("in separate rooms", "face to face"), and words with which a report leaves open whether they will."""

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from communique.lexicon.tables import alternatives, key, lines, rows

CHANNELS = ("proximity", "shuttle", "direct")
"""Indirect talks in one place, an envoy who travels between the sides, and sides in one room; the first that fits."""

_MONTH = re.compile(r"\bMay\b")


def channel(words: str) -> str:
    """How the sides talk by the words of a report: one of `CHANNELS`, or ""."""
    plain = key(words)
    found = {way for phrase, way in _ways().items() if phrase in plain}
    return next((way for way in CHANNELS if way in found), "")


def is_hedged(words: str) -> bool:
    """True when the words leave open whether what they tell is so ("may meet", "reportedly", "sources said")."""
    return bool(_hedges().search(key(_MONTH.sub("", words))))


@cache
def _ways() -> Mapping[str, str]:
    return MappingProxyType({key(row["words"]): row["channel"] for row in rows("talk_channels")})


@cache
def _hedges() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives(map(key, lines('hedges.txt')))})\b")
