"""Days of a meeting that the words count, read from sentences of our own about peace processes of the past."""

from collections.abc import Callable

import pytest

from communique.claims.meetings import meetings
from communique.model.page import Page

Annotate = Callable[..., Page]


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("Peru and Ecuador ended three days of talks in Brasilia on Wednesday.", "1995-11-06/1995-11-08"),
        ("Peru and Ecuador opened two-day talks in Brasilia on Monday.", "1995-11-06/1995-11-07"),
        ("Peru and Ecuador met in Brasilia on Tuesday, the second day of their talks.", "1995-11-06/1995-11-07"),
        ("Peru and Ecuador opened talks in Brasilia on Monday.", "1995-11-06"),
    ],
)
def test_a_meeting_lasts_the_days_that_are_counted(annotate: Annotate, text: str, when: str) -> None:
    (met,) = meetings(annotate(text, published="1995-11-10"))
    assert met.get("when") == when


def test_a_number_of_days_without_a_day_says_nothing_of_when(annotate: Annotate) -> None:
    (met,) = meetings(annotate("Peru and Ecuador ended three days of talks in Brasilia.", published="1995-11-10"))
    assert met.get("when") == ""


def test_a_visit_may_be_longer_than_the_summit_it_is_for(annotate: Annotate) -> None:
    text = (
        "Egyptian President Anwar Sadat will start his four-day visit to Israel. Anwar Sadat and Prime Minister "
        "Menachem Begin of Israel will hold a summit in Israel on 13 November."
    )
    (met,) = meetings(annotate(text, published="1995-11-10"))
    assert met.get("when") == "1995-11-13"


@pytest.mark.parametrize(
    "text",
    [
        "Peru and Ecuador held talks in Brasilia for the first time since May.",
        "It was the first meeting between Peru and Ecuador since the 1941 war.",
    ],
)
def test_the_last_time_before_is_not_when_they_met(annotate: Annotate, text: str) -> None:
    (met,) = meetings(annotate(text, published="1995-11-10"))
    assert met.get("when") == ""


@pytest.mark.parametrize(
    "text",
    [
        "Peru and Ecuador have been holding talks in Brasilia since Monday.",
        "Talks between Peru and Ecuador have been under way in Brasilia since Monday.",
    ],
)
def test_what_has_gone_on_since_a_day_goes_on(annotate: Annotate, text: str) -> None:
    (met,) = meetings(annotate(text, published="1995-11-10"))
    assert (met.get("status"), met.get("when")) == ("under_way", "1995-11-06/..")


def test_what_is_put_off_at_a_meeting_does_not_move_it(annotate: Annotate) -> None:
    page = annotate(
        "At talks with Ecuador in Brasilia Peru asked that its vote be postponed until May.", published="1995-11-10"
    )
    assert "1996-05" not in {met.get("when") for met in meetings(page)}


@pytest.mark.parametrize(
    "text",
    [
        "It was the third round of talks between Peru and Ecuador since the two states broke off relations in January.",
        "It was the first meeting between Peru and Ecuador since the war had ended in 1992.",
        "The talks between Peru and Ecuador were held after a truce came into force on September 3.",
    ],
)
def test_the_time_of_another_event_is_not_when_they_met(annotate: Annotate, text: str) -> None:
    (met,) = meetings(annotate(text, published="1995-11-10"))
    assert met.get("when") == ""


def test_talks_that_are_to_be_held_not_later_than_a_day_end_by_it(annotate: Annotate) -> None:
    text = "The talks between Peru and Ecuador will be held not later than 15 December."
    (met,) = meetings(annotate(text, published="1995-11-10"))
    assert met.get("when") == "../1995-12-15"


@pytest.mark.parametrize(
    ("text", "rounds"),
    [
        (
            "Peru and Ecuador held two rounds of talks. The first round was held in Lima on October 9 and the second "
            "in Quito on October 27.",
            {("1", "Lima", "1995-10-09"), ("2", "Quito", "1995-10-27")},
        ),
        (
            "Peru and Ecuador held talks. The first round was held in Lima in May, the second in Quito in June and the "
            "third in Brasilia in July.",
            {("1", "Lima", "1995-05"), ("2", "Quito", "1995-06"), ("3", "Brasilia", "1995-07")},
        ),
    ],
)
def test_the_first_round_in_one_town_and_the_second_in_another_are_two(
    annotate: Annotate, text: str, rounds: set[tuple[str, str, str]]
) -> None:
    found = meetings(annotate(text, published="1995-11-10"))
    assert {(met.get("round"), met.get("place"), met.get("when")) for met in found} >= rounds
