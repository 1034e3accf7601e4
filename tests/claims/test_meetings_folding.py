"""Which mentions are of one meeting, read from sentences of our own about peace processes of the past."""

from collections.abc import Callable

from communique.claims.meetings import judged
from communique.model.page import Page

Annotate = Callable[..., Page]


def told_apart(annotate: Annotate, text: str) -> list[str]:
    """The words that each contact of a report is mentioned with."""
    page = annotate(text, published="1995-11-10")
    return [" ".join(page.tokens[e.trigger.token].text for e in v.candidate) for v in judged(page)]


def test_a_meeting_with_a_place_or_day_is_news_whatever_was_told_before(annotate: Annotate) -> None:
    text = (
        "Egyptian President Anwar Sadat met Israeli Prime Minister Menachem Begin in Ismailia on Monday. "
        "An emergency Arab summit will be held in Amman on 20 November."
    )
    assert told_apart(annotate, text) == ["met", "summit"]


def test_contacts_that_are_each_said_to_be_of_two_others_are_two(annotate: Annotate) -> None:
    text = (
        "King Hussein of Jordan met U.S. President Bill Clinton in Washington. "
        "No talks between Peru and Ecuador have taken place this year."
    )
    assert told_apart(annotate, text) == ["met", "talks"]


def test_what_has_a_day_and_another_status_is_another_meeting(annotate: Annotate) -> None:
    text = (
        "Peru and Ecuador held talks in Brasilia on Tuesday. They broke up without a result. "
        "Negotiations are to resume on November 20."
    )
    assert told_apart(annotate, text) == ["talks", "Negotiations"]


def test_the_meeting_is_the_one_told_before(annotate: Annotate) -> None:
    text = (
        "Peru and Ecuador held talks in Brasilia on Tuesday. The talks ended without an agreement. "
        "After the meeting, Ecuador's delegation flew home."
    )
    assert len(told_apart(annotate, text)) == 1
