"""Places of meetings, read from sentences of our own about peace processes of the past."""

from collections.abc import Callable

import pytest

from communique.claims.meetings import meetings
from communique.claims.meetings.places import place
from communique.claims.meetings.triggers import triggers
from communique.model.page import Page

Annotate = Callable[..., Page]


def places(annotate: Annotate, text: str) -> set[str]:
    """Where the clause of each contact places it."""
    page = annotate(text, published="1995-11-10")
    return {found[0] for trigger in triggers(page) if (found := place(page, trigger)) is not None}


@pytest.mark.parametrize(
    ("text", "where"),
    [
        (
            "Egyptian President Anwar Sadat met Israeli Prime Minister Menachem Begin in the city of Ismailia.",
            "Ismailia",
        ),
        ("Peru and Ecuador held talks at a hotel in Brasilia.", "Brasilia"),
        ("Eritrean envoys met representatives of the Ethiopian government in Algiers on Monday.", "Algiers"),
        ("Peru and Ecuador agreed to a round of talks to be held in Brasilia.", "Brasilia"),
        ("Ethiopian envoys travelled to Algiers to meet an Eritrean delegation.", "Algiers"),
        ("Begin met Sadat during a visit to Ismailia.", "Ismailia"),
        ("Begin met Sadat in the Red Sea port of Eilat.", "Eilat"),
        ("Begin flew home from Cairo, where he was received by Sadat.", "Cairo"),
        ("Begin held talks with Sadat on the sidelines of the Munich Security Conference.", "Munich"),
        ("The ministers met in the Peruvian capital. They flew to Lima on Monday.", "Lima"),
        ("LIMA, 9 Nov 95 (AFP) -- Peru and Ecuador held talks here on Friday.", "LIMA"),
        ("Talks between Peru and Ecuador, which are being held in Brasilia, would be costly.", "Brasilia"),
    ],
)
def test_the_place_may_stand_deep_in_the_clause(annotate: Annotate, text: str, where: str) -> None:
    assert where in places(annotate, text)


def test_what_was_done_after_talks_was_not_done_where_they_were(annotate: Annotate) -> None:
    assert places(annotate, "Crowds protested in Lima after the talks between Peru and Ecuador.") == set()


def test_where_a_journey_begins_is_not_where_it_leads(annotate: Annotate) -> None:
    found = meetings(annotate("Begin left Cairo on Tuesday for talks with Sadat in Eilat.", published="1995-11-10"))
    assert "Cairo" not in {met.get("place") for met in found}


def test_a_call_takes_place_nowhere(annotate: Annotate) -> None:
    assert places(annotate, "In Cairo, Sadat had a phone call with Begin.") == set()


def placed(annotate: Annotate, text: str) -> set[str]:
    """Where the entries of a report are placed."""
    return {met.get("place") for met in meetings(annotate(text, published="1995-11-10"))}


def test_a_hall_in_a_town_is_where_a_meeting_is(annotate: Annotate) -> None:
    text = "Peruvian President Alberto Fujimori met Ecuador's President Sixto Duran at the Government Palace in Lima."
    assert placed(annotate, text) == {"Government Palace"}


def test_a_ministry_may_be_the_house_where_they_meet(annotate: Annotate) -> None:
    text = (
        "On Monday Sixto Duran of Ecuador held talks with President Alberto Fujimori of Peru at the Defence Ministry."
    )
    assert placed(annotate, text) == {"Defence Ministry"}


def test_where_a_meeting_was_held_may_stand_after_a_comma(annotate: Annotate) -> None:
    text = "During the talks, held in Brasilia and attended by envoys, Peru and Ecuador exchanged maps."
    assert "Brasilia" in places(annotate, text)


@pytest.mark.parametrize(
    "text",
    [
        "Envoys of Peru will seek more talks with Quito and with Ecuador's rebels this month.",
        "Jordan has not forgotten the visit of U.S. President Jimmy Carter to Egypt and Israel.",
    ],
)
def test_whose_somebody_is_and_with_whom_one_talks_is_no_place(annotate: Annotate, text: str) -> None:
    assert placed(annotate, text).isdisjoint({"Quito", "U.S.", "Ecuador"})


def test_an_office_sits_where_it_is_whatever_its_head_does(annotate: Annotate) -> None:
    text = "Begin received Karl Holm, the head of the Swedish Trade Office in Haifa, on Tuesday."
    assert places(annotate, text) == set()


def test_nobody_meets_in_a_sea_that_is_talked_about(annotate: Annotate) -> None:
    text = "Egypt should settle its claims in the Red Sea through talks with Jordan. They met at the Dead Sea."
    assert places(annotate, text) == {"Dead Sea"}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("The border will dominate a summit of Peru and Ecuador, set for Brasilia in April.", "Brasilia"),
        ("Peru and Ecuador fell out at the 1992 Brasilia climate summit.", "Brasilia"),
        ("After a meeting at his Brasilia home with the envoy of Peru, the president of Ecuador left.", "Brasilia"),
    ],
)
def test_a_place_is_told_with_a_plan_a_name_or_a_house(annotate: Annotate, text: str, place: str) -> None:
    assert place in places(annotate, text)


def test_where_direct_talks_were_resumed_before_is_not_where_they_met(annotate: Annotate) -> None:
    text = "The meeting of Peru and Ecuador, the second since direct talks were resumed in Brasilia in May, ends today."
    found = {met.get("when"): met.get("place") for met in meetings(annotate(text, published="1995-11-10"))}
    assert found["1995-11-10"] == ""


def test_a_capital_without_its_name_is_the_town_that_it_is(annotate: Annotate) -> None:
    page = annotate(
        "Delegations from Peru and Ecuador met in the Maltese capital on Wednesday.", published="1995-11-10"
    )
    (met,) = meetings(page)
    assert (met.get("place"), set(met.all("parties"))) == ("Valletta", {"PER", "ECU"})


def test_a_visit_to_come_lends_no_place_to_what_was_held(annotate: Annotate) -> None:
    text = (
        "Peruvian Foreign Minister Kemal Ardit received today in Lima U.S. envoy Dana Cole. The two sides exchanged "
        "views on trade and the forthcoming visit of Prime Minister Luz Ortega to Washington."
    )
    held = [met for met in meetings(annotate(text, published="1995-11-10")) if met.get("status") == "held"]
    assert held
    assert all(met.get("place") != "Washington" for met in held)
