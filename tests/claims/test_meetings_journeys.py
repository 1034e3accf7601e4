"""Visits and the meetings they are for, in sentences of our own about peace processes of the past."""

from collections.abc import Callable

import pytest

from communique.claims.meetings import judged, meetings
from communique.model.page import Page

Annotate = Callable[..., Page]


def told_apart(annotate: Annotate, text: str) -> list[str]:
    """The words that each contact of a report is mentioned with."""
    page = annotate(text, published="1995-11-10")
    return [" ".join(page.tokens[e.trigger.token].text for e in v.candidate) for v in judged(page)]


def test_a_visit_for_a_meeting_told_elsewhere_is_the_meeting(annotate: Annotate) -> None:
    text = (
        "Egyptian President Anwar Sadat will visit Israel from 12 to 15 November. Crowds are expected. "
        "Anwar Sadat will hold peace talks with Prime Minister Menachem Begin of Israel in Jerusalem on 13 November."
    )
    assert told_apart(annotate, text) == ["talks visit"]


@pytest.mark.parametrize(
    "text",
    [
        "Egyptian President Anwar Sadat visited Israel in 1977. Now Anwar Sadat will hold peace talks with Menachem "
        "Begin of Israel in Washington.",
        "Anwar Sadat of Egypt will visit Haifa in Israel. Anwar Sadat will hold peace talks with Menachem Begin of "
        "Israel in Jerusalem.",
    ],
)
def test_a_visit_at_another_time_or_elsewhere_stays_one(annotate: Annotate, text: str) -> None:
    assert len(told_apart(annotate, text)) == 2


def test_a_visit_is_no_lesser_meeting_on_a_later_day(annotate: Annotate) -> None:
    text = (
        "Egyptian President Anwar Sadat will arrive in Israel on 12 November for a visit to Jerusalem. Crowds are "
        "expected. Anwar Sadat will meet Speaker Yitzhak Shamir of Israel in Jerusalem on 14 November."
    )
    assert len(told_apart(annotate, text)) == 2


@pytest.mark.parametrize(
    ("text", "sides", "place"),
    [
        (
            "Kenyan Foreign Minister John Otieno met Lebanese Premier Elias Haddad in Beirut on Monday and then "
            "travelled to Tokyo.",
            {"KEN", "JPN"},
            "Tokyo",
        ),
        (
            "Kenyan Foreign Minister John Otieno met Lebanese Premier Elias Haddad in Beirut before flying to Doha.",
            {"KEN", "QAT"},
            "Doha",
        ),
    ],
)
def test_whom_somebody_met_before_does_not_come_along(
    annotate: Annotate, text: str, sides: set[str], place: str
) -> None:
    found = {met.get("place"): met for met in meetings(annotate(text, published="1995-11-10"))}
    assert set(found[place].all("parties")) == sides
    assert found[place].all("participants") == ("John Otieno",)
