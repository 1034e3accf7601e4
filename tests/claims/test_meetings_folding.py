"""Which mentions are of one meeting, read from sentences of our own about peace processes of the past."""

from collections.abc import Callable

import pytest

from communique.claims.meetings import judged, meetings
from communique.model.page import Page

Annotate = Callable[..., Page]


def told_apart(annotate: Annotate, text: str) -> list[str]:
    """The words that each contact of a report is mentioned with."""
    page = annotate(text, published="1995-11-10")
    return [" ".join(page.tokens[e.trigger.token].text for e in v.candidate) for v in judged(page)]


def test_a_meeting_with_a_place_or_day_is_news_whatever_was_told_before(annotate: Annotate) -> None:
    text = (
        "U.S. envoy Philip Habib, who visited Damascus two weeks ago, travelled to Beirut on Monday. "
        "French Foreign Minister Claude Cheysson cancelled a planned visit to Damascus."
    )
    assert told_apart(annotate, text)[-1] == "visit"


def test_contacts_that_are_each_said_to_be_of_two_others_are_two(annotate: Annotate) -> None:
    text = (
        "In Washington, King Hussein himself met Bill Clinton at the White House and rejected his plan. "
        "Analysts say that direct talks between Peru and Ecuador took place in the spring of 1992."
    )
    assert told_apart(annotate, text) == ["met", "talks"]


def test_what_has_a_day_and_another_status_is_another_meeting(annotate: Annotate) -> None:
    text = (
        "Saadia Touval said he was hopeful after a meeting of envoys from the Contact Group. The two sides agreed to "
        "visit each other, and their teams are to start negotiations. A Gulf summit will be held in Doha on "
        "20 November."
    )
    assert "summit" in told_apart(annotate, text)


def test_the_same_two_people_again_are_of_the_same_meeting(annotate: Annotate) -> None:
    text = (
        "Egyptian President Anwar Sadat met Israeli Prime Minister Menachem Begin in Ismailia on Monday. "
        "Crowds cheered. Sadat and Begin discussed the Sinai."
    )
    assert told_apart(annotate, text) == ["met discussed"]


def test_the_meeting_is_the_one_told_before(annotate: Annotate) -> None:
    text = (
        "Peru and Ecuador held talks in Brasilia on Tuesday. The talks ended without an agreement. "
        "After the meeting, Ecuador's delegation flew home."
    )
    assert len(told_apart(annotate, text)) == 1


def test_the_day_of_a_meeting_may_be_told_after_its_people(annotate: Annotate) -> None:
    text = (
        "Asked if water would come up when King Hussein of Jordan is in Haifa to meet Israeli Prime Minister Yitzhak "
        "Rabin, an aide said no.\n\nThe peace talks with Syria stalled.\n\nRoads were closed.\n\n"
        "King Hussein is due to meet Yitzhak Rabin on Tuesday."
    )
    assert told_apart(annotate, text) == ["meet meet", "talks"]


def test_a_title_without_names_tells_of_no_meeting_of_its_own(annotate: Annotate) -> None:
    page = annotate(
        "Envoys meet\n\nEnvoys of Norway and Oman met in Oslo on Monday.", title="Envoys meet", published="2031-05-06"
    )
    assert len(judged(page)) == 1


def test_what_the_next_sentence_tells_of_the_same_sides_is_of_the_same_meeting(annotate: Annotate) -> None:
    page = annotate(
        "France and Germany held talks in Locarno on Monday. The French and German ministers met for hours."
    )
    assert len(meetings(page)) == 1


def test_talks_that_somebody_is_appointed_for_are_no_meeting_of_the_day_of_the_appointment(annotate: Annotate) -> None:
    page = annotate(
        "The French king on Saturday appointed Karl Holm head of the delegation for the talks with Germany."
    )
    assert meetings(page) == ()


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (
            "Norwegian Foreign Minister Karin Sund met Lebanese Foreign Minister Elias Haddad in Geneva on Monday and "
            "Kenyan Foreign Minister John Otieno in Nairobi on Tuesday.",
            {("Elias Haddad", "Geneva", "2031-06-02"), ("John Otieno", "Nairobi", "2031-06-03")},
        ),
        (
            "Norwegian Foreign Minister Karin Sund held talks with Lebanese Premier Elias Haddad in Beirut on Monday "
            "and with Kenyan President John Otieno in Nairobi on Tuesday.",
            {("Elias Haddad", "Beirut", "2031-06-02"), ("John Otieno", "Nairobi", "2031-06-03")},
        ),
    ],
)
def test_contacts_told_with_one_word_are_several(annotate, text, places):
    found = meetings(annotate(text, published="2031-06-04"))
    told = {
        (name, c.get("place"), c.get("when")) for c in found for name in c.all("participants") if name != "Karin Sund"
    }
    assert told == places


def test_rounds_that_a_list_numbers_are_several(annotate):
    found = meetings(
        annotate(
            "Norway and Lebanon have held two rounds of talks, the first in Geneva in March and the second in "
            "Oslo in May.",
            published="2031-06-04",
        )
    )
    assert {(c.get("place"), c.get("when")) for c in found} == {("Geneva", "2031-03"), ("Oslo", "2031-05")}


def test_who_is_called_separately_is_called_twice(annotate):
    found = meetings(
        annotate(
            "Norwegian Foreign Minister Karin Sund made separate calls to Lebanese Premier Elias Haddad and Kenyan "
            "President John Otieno on Monday."
        )
    )
    assert sorted(sorted(c.all("participants")) for c in found) == [
        ["Elias Haddad", "Karin Sund"],
        ["John Otieno", "Karin Sund"],
    ]


def test_two_whom_somebody_meets_one_after_the_other_are_met_apart(annotate):
    found = meetings(
        annotate(
            "Norwegian Foreign Minister Karin Sund will meet Lebanese President Elias Haddad on Tuesday and then hold "
            "talks with Prime Minister Omar Farah.",
            published="2031-06-04",
        )
    )
    assert sorted(sorted(c.all("participants")) for c in found) == [
        ["Elias Haddad", "Karin Sund"],
        ["Karin Sund", "Omar Farah"],
    ]


def test_one_day_in_two_places_of_the_same_talks_is_no_second_meeting(annotate):
    found = meetings(annotate("Norwegian and Lebanese ministers met in Geneva on Monday and Tuesday."))
    assert len(found) == 1


def test_talks_that_are_only_wished_for_are_no_part_of_a_visit(annotate: Annotate) -> None:
    text = (
        "Norwegian Foreign Minister Karin Sund will travel to Nairobi on Tuesday. The visit comes amid efforts to "
        "bring Lebanon back to the dialogue table."
    )
    assert told_apart(annotate, text) == ["travel visit", "table"]


@pytest.mark.parametrize(("again", "met"), [("10 April", 1), ("10 August", 2)])
def test_a_day_in_the_season_told_may_be_that_of_the_meeting(annotate: Annotate, again: str, met: int) -> None:
    text = (
        "King Hussein of Jordan met Israeli Prime Minister Yitzhak Rabin in Aqaba in the spring of 1995. "
        f"Hussein and Rabin met in Aqaba on {again}."
    )
    assert len(told_apart(annotate, text)) == met


def test_a_day_told_after_those_met_separately_is_that_of_each(annotate: Annotate) -> None:
    found = meetings(
        annotate(
            "Norwegian envoy Karin Sund held separate talks in Geneva with Kenyan President John Otieno and Lebanese "
            "Premier Elias Haddad on Tuesday.",
            published="2031-06-04",
        )
    )
    assert [(c.get("place"), c.get("when")) for c in found] == [("Geneva", "2031-06-03")] * 2


def test_the_day_and_place_of_one_contact_are_not_those_of_the_next(annotate: Annotate) -> None:
    found = meetings(
        annotate(
            "Kenyan Foreign Minister John Otieno met Norwegian envoy Karin Sund in Oslo and will be received by "
            "Lebanese Premier Elias Haddad on Friday.",
            published="2031-06-04",
        )
    )
    assert [(c.get("status"), c.get("place"), c.get("when")) for c in found] == [
        ("held", "Oslo", ""),
        ("scheduled", "", "2031-06-06"),
    ]


@pytest.mark.parametrize(
    ("text", "apart"),
    [
        (
            "The envoys of Kenya and Lebanon met in Geneva on Monday to prepare a dialogue, which is to begin in May.",
            ["met", "dialogue"],
        ),
        (
            "Kenyan President John Otieno spoke with Lebanese Premier Elias Haddad on Monday. They welcomed ongoing "
            "talks in Geneva.",
            ["spoke", "talks"],
        ),
    ],
)
def test_what_a_contact_leads_to_or_is_about_is_another(annotate: Annotate, text: str, apart: list[str]) -> None:
    assert told_apart(annotate, text) == apart


def test_what_somebody_is_briefed_on_is_another_contact_with_its_own_place(annotate: Annotate) -> None:
    page = annotate(
        "Peruvian Foreign Minister Kemal Ardit received U.S. envoy Dana Cole in Lima on Tuesday. Ardit briefed Cole on "
        "the outcome of the fourth round of talks with Ecuador, held in Brasilia on 4 and 5 November 1995.",
        published="1995-11-10",
    )
    found = {met.get("place"): set(met.all("parties")) for met in meetings(page)}
    assert found == {"Lima": {"PER", "USA"}, "Brasilia": {"PER", "ECU"}}


@pytest.mark.parametrize("also", ["Begin also held a long meeting with", "Begin also met"])
def test_who_met_one_person_meets_another_anew(annotate: Annotate, also: str) -> None:
    text = (
        "Israeli Prime Minister Menachem Begin met Egyptian President Anwar Sadat in Ismailia on Tuesday. "
        f"{also} Egyptian Foreign Minister Ismail Fahmy."
    )
    first, second = (met.all("participants") for met in meetings(annotate(text, published="1977-12-28")))
    assert set(first) == {"Menachem Begin", "Anwar Sadat"}
    assert "Ismail Fahmy" in second
    assert "Anwar Sadat" not in second


def test_who_also_attended_a_meeting_was_at_that_meeting(annotate: Annotate) -> None:
    page = annotate(
        "Kenyan and Lebanese ministers met in Geneva on Monday. The meeting was also attended by Norwegian envoy Per "
        "Holm and Finnish envoy Aino Salo.",
        published="1995-11-10",
    )
    (met,) = meetings(page)
    assert {"Per Holm", "Aino Salo"} <= {*met.all("participants"), *met.all("mediators")}


def test_who_agree_to_meet_again_have_met(annotate: Annotate) -> None:
    text = "Kenyan and Ugandan ministers concluded talks in Lima on Monday and agreed to meet again soon."
    found = meetings(annotate(text, published="1995-11-10"))
    assert [(m.get("status"), m.get("place")) for m in found] == [("held", "Lima"), ("scheduled", "")]
