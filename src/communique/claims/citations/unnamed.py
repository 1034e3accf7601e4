"""Unnamed officials, diplomats, witnesses: sources that cannot be held to their word."""

from collections.abc import Iterator

from communique.claims.citations.found import Source, clause
from communique.model.claim import Claim
from communique.model.page import Page


def unnamed(page: Page, said: tuple[Claim, ...]) -> Iterator[Source]:
    """One for every description of an unnamed speaker."""
    for statement in said:
        speaker = statement.argument("speaker")
        if speaker is not None and statement.get("speaker_kind") == "unnamed":
            place = speaker.evidence.span
            yield Source((speaker.value, place), "anonymous_source", None, "anonymous", clause(page, place), "unnamed")
