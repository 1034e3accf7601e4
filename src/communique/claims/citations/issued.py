"""Statements issued, briefings held for the press, and documents."""

from collections.abc import Iterator

from communique.claims.citations.found import Source, clause
from communique.lexicon import cues
from communique.model.claim import Claim, Field
from communique.model.page import Page

_KINDS = {"press_release": "press_release", "briefing": "press_release", "document": "document", "social_post": "social_post"}


def texts(page: Page, said: tuple[Claim, ...]) -> Iterator[Source]:
    """The channels of statements that are texts or briefings, and documents that speak for themselves."""
    for statement in said:
        if statement.made_by == "statements.issued":
            continue
        channel = statement.argument("channel")
        speaker = statement.argument("speaker")
        if speaker is None:
            continue
        field: Field = (speaker.value, speaker.evidence.span)
        if statement.get("speaker_kind") == "text":
            yield Source(field, "document", None, "relayed", clause(page, field[1]), "document")
        elif channel is not None:
            kind = _KINDS.get(_kind(channel.value), "")
            if kind:
                place = channel.evidence.span
                yield Source((channel.value, place), kind, field, "on_record", clause(page, place), "issued")


def _kind(channel: str) -> str:
    """The kind of a channel by its last words."""
    words = channel.casefold().split()
    known = cues.channels()
    return next((known[k] for i in range(len(words)) if (k := " ".join(words[i:])) in known), "")
