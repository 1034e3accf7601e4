"""Who takes part in meetings, read from sentences of our own about peace processes of the past."""

from collections.abc import Callable

import pytest

from communique.claims.meetings import meetings
from communique.claims.meetings.company import company
from communique.claims.meetings.encounters import encounters
from communique.claims.meetings.ranking import Scene, shipped
from communique.claims.meetings.triggers import triggers
from communique.model.page import Page

Annotate = Callable[..., Page]


def test_the_owner_of_an_envoy_is_not_there(annotate: Annotate) -> None:
    text = "In Washington, Sadat's foreign minister, Ismail Fahmy, met Secretary of State Henry Kissinger on Monday."
    (met,) = meetings(annotate(text, published="1995-11-10"))
    assert met.all("participants") == ("Ismail Fahmy", "Henry Kissinger")


def test_who_attended_was_there(annotate: Annotate) -> None:
    text = (
        "Eritrea and Ethiopia held talks in Algiers on Wednesday. The talks were attended by "
        "presidential adviser Jesus Duran and rebel founder Jose Maria Simbulan."
    )
    (met,) = meetings(annotate(text, published="1995-11-10"))
    assert met.all("participants") == ("Jesus Duran", "Jose Maria Simbulan")


def test_a_sentence_of_two_meetings_has_the_partner_of_each(annotate: Annotate) -> None:
    text = (
        "Egyptian President Anwar Sadat met Syrian President Hafez al-Assad in Riyadh on Monday and is due to meet "
        "King Hussein of Jordan in Amman on Saturday."
    )
    found = meetings(annotate(text, published="1995-11-10"))
    assert [set(met.all("parties")) for met in found] == [{"EGY", "SYR"}, {"EGY", "JOR"}]


def test_who_brings_others_together_stands_between_them(annotate: Annotate) -> None:
    text = "Algeria brought the governments of Eritrea and Ethiopia together in Lome on Thursday."
    (told,) = encounters(Scene(annotate(text, published="1995-11-10")), shipped())
    assert {a.party for a in told.ruled.sides} == {"ERI", "ETH"}
    assert [a.party for a in told.ruled.mediators] == ["DZA"]


def test_a_journey_home_is_no_visit(annotate: Annotate) -> None:
    text = "Egyptian President Anwar Sadat met King Hussein in Amman on Sunday before flying home to Cairo."
    (met,) = meetings(annotate(text, published="1995-11-10"))
    assert met.get("place") == "Amman"


def test_no_meeting_is_none(annotate: Annotate) -> None:
    assert meetings(annotate("No meeting between Egypt and Jordan is planned.", published="1995-11-10")) == ()


def test_a_word_to_a_man_and_a_meeting_to_come_are_two(annotate: Annotate) -> None:
    text = (
        "Kissinger said he had spoken to his Soviet counterpart, Andrei Gromyko, by telephone on Friday and would "
        "meet him in Geneva."
    )
    spoken, met = meetings(annotate(text, published="1995-11-10"))
    assert (spoken.get("status"), met.get("status")) == ("held", "scheduled")


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Peru and Ecuador agreed on Friday to stop fighting after ten days of talks.", {"PER", "ECU"}),
        ("Delegations from Peru and Ecuador are to hold talks on Friday.", {"PER", "ECU"}),
        ("Peru's president spoke by telephone on Tuesday night with the president of Ecuador.", {"PER", "ECU"}),
        ("Fahmy of Egypt and his Jordanian counterpart, Amir Shahin, will discuss the border on Sunday.", {"JOR"}),
    ],
)
def test_sides_stand_apart_from_the_meeting(annotate: Annotate, text: str, sides: set[str]) -> None:
    told = encounters(Scene(annotate(text, published="1995-11-10")), shipped())
    assert any(sides <= {a.party for a in e.ruled.sides} for e in told)


def test_who_did_not_meet_had_no_meeting(annotate: Annotate) -> None:
    text = "Sadat was in Amman on Monday, but he did not meet King Hussein of Jordan."
    assert not list(encounters(Scene(annotate(text, published="1995-11-10")), shipped()))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("An earlier round between Peru and Ecuador was called off.", ["round"]),
        ("Peru and Ecuador backed two rounds of sanctions.", []),
    ],
)
def test_a_round_is_of_talks_unless_it_counts_something_else(annotate: Annotate, text: str, words: list[str]) -> None:
    page = annotate(text, published="1995-11-10")
    assert [page.tokens[t.token].text for t in triggers(page)] == words


def test_whom_somebody_did_without_meeting_he_did_not_meet(annotate: Annotate) -> None:
    text = "Egyptian President Anwar Sadat toured Jericho on Thursday without meeting Palestinian officials."
    assert not any("meeting" in met.get("format") for met in meetings(annotate(text, published="1995-11-10")))


def test_who_invites_two_others_stands_between_them(annotate: Annotate) -> None:
    text = (
        "Foreign ministers Karim Haddad of Jordan and Amir Shahin of Syria will meet in Washington on November 20 "
        "at the invitation of U.S. Secretary of State Warren Christopher."
    )
    (met,) = meetings(annotate(text, published="1995-11-10"))
    assert set(met.all("parties")) == {"JOR", "SYR"}
    assert met.all("mediators") == ("USA",)
    assert set(met.all("participants")) == {"Karim Haddad", "Amir Shahin"}


@pytest.mark.parametrize(
    "text",
    [
        "Egyptian President Anwar Sadat and Israeli Prime Minister Menachem Begin spoke by telephone on Sunday.",
        "Egyptian President Anwar Sadat and Israeli Prime Minister Menachem Begin talked on Sunday.",
    ],
)
def test_two_who_spoke_need_no_partner(annotate: Annotate, text: str) -> None:
    (spoken,) = encounters(Scene(annotate(text, published="1995-11-10")), shipped())
    assert spoken.parties == {"EGY", "ISR"}
    assert spoken.when is not None
    assert spoken.when[0] == "1995-11-05"


def test_the_plural_of_a_name_that_two_states_share_means_both(annotate: Annotate) -> None:
    (met,) = meetings(annotate("The two Koreas held military talks at Panmunjom on Wednesday.", published="1995-11-10"))
    assert set(met.all("parties")) == {"PRK", "KOR"}


def test_a_visit_during_which_somebody_met_another_is_the_meeting(annotate: Annotate) -> None:
    text = "Egyptian President Anwar Sadat met King Hussein of Jordan during his last visit to Amman in October."
    (met,) = meetings(annotate(text, published="1995-11-10"))
    assert (met.get("format"), met.get("when")) == ("meeting", "1995-10")


@pytest.mark.parametrize(
    "told", ["with Norway as host", "with Norway acting as mediator", "with Norway as an observer"]
)
def test_who_takes_part_as_a_host_or_mediator_is_no_side(annotate, told):
    page = annotate(f"Negotiators from Chile and Peru began talks on a border treaty in Geneva on Monday, {told}.")
    (met,) = meetings(page)

    assert set(met.all("parties")) == {"CHL", "PER"}
    assert "NOR" in met.all("mediators")


def test_talks_that_continue_are_of_the_sides_and_not_of_who_mediates(annotate):
    page = annotate(
        "Negotiators from Chile and Peru began talks on a border treaty in Oslo on Wednesday, with Oman mediating and "
        "Norway as host. The talks will continue on Thursday.",
        published="2031-05-07",
    )

    assert [set(m.all("parties")) for m in meetings(page) if m.get("when") == "2031-05-08"] == [{"CHL", "PER"}]


def test_the_rebels_are_the_movement_that_the_report_names(annotate: Annotate) -> None:
    page = annotate(
        "Tigray People's Liberation Front fighters left Mekelle. The Tigray People's Liberation Front said so. "
        "Envoys of Ethiopia met leftist rebels in Nairobi on Monday. The Tigray People's Liberation Front was content.",
        published="1995-11-10",
    )
    told_of = [company(page, trigger) for trigger in triggers(page)]
    assert "Tigray People's Liberation Front" in {actor.party for told in told_of for actor in told.sides}


def test_the_state_that_a_verb_of_travel_leads_to_is_visited(annotate: Annotate) -> None:
    page = annotate("Norway's foreign minister, Jens Dahl, visits Nairobi on Tuesday.", published="1995-11-10")
    told = next(iter(encounters(Scene(page), shipped())))
    assert {a.party for a in told.ruled.sides} == {"NOR", "KEN"}


def test_the_state_of_a_former_office_takes_no_part(annotate: Annotate) -> None:
    text = (
        "The UN's chief mediator, former Tanzanian foreign minister Karl Holm, met the RUF leader, Foday Sankoh, in "
        "the bush on Monday. A second round of talks will take place in Freetown in the coming days."
    )
    told = meetings(annotate(text, published="1995-11-10"))
    assert len(told) == 2
    assert "TZA" not in {party for met in told for party in met.all("parties")}


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Norway is trying to bring Kenya back to the negotiating table.", {"NOR", "KEN"}),
        ("The United States wants to bring Norway and Kenya back to the negotiating table.", {"NOR", "KEN"}),
        ("Norway, Kenya resume border talks in Geneva.", {"NOR", "KEN"}),
    ],
)
def test_who_is_brought_to_the_table_or_named_after_a_comma_is_a_side(
    annotate: Annotate, text: str, sides: set[str]
) -> None:
    page = annotate(text, published="1995-11-10")
    told = next(iter(encounters(Scene(page), shipped())))
    assert {a.party for a in told.ruled.sides} == sides


@pytest.mark.parametrize(
    "text",
    [
        "Foreign Minister Kemal Ardit of Peru received today in Lima U.S. envoy Dana Cole.",
        "The Minister of Foreign Affairs of Peru, Kemal Ardit, received today in Lima Ms. Dana Cole, the U.S. envoy.",
        "Peruvian President Kemal Ardit met on Monday in Lima U.S. Special Envoy Dana Cole.",
    ],
)
def test_who_is_met_may_stand_behind_the_day_and_the_place(annotate: Annotate, text: str) -> None:
    (met,) = meetings(annotate(text, published="1995-11-10"))
    assert set(met.all("participants")) == {"Kemal Ardit", "Dana Cole"}
    assert (set(met.all("parties")), met.get("place")) == ({"PER", "USA"}, "Lima")


def test_in_whose_office_others_meet_is_not_met(annotate: Annotate) -> None:
    page = annotate("The delegates met in Lima in the office of Peruvian Foreign Minister Kemal Ardit.")
    assert all("Kemal Ardit" not in {a.name for a in e.ruled.sides} for e in encounters(Scene(page), shipped()))


@pytest.mark.parametrize(
    "text",
    [
        "U.S. envoy Dana Cole met the presidents of Peru and Ecuador in Lima on Monday.",
        "U.S. envoy Dana Cole hosted the ambassadors of Peru and Ecuador in Lima on Monday.",
        "The foreign ministers of Peru and Ecuador held talks with Dana Cole, the U.S. envoy, in Lima on Monday.",
        "U.S. envoy Dana Cole met the leaders of Peru and Ecuador in Lima on Monday.",
    ],
)
def test_holders_of_one_title_are_of_every_state_named_with_them(annotate: Annotate, text: str) -> None:
    (met,) = meetings(annotate(text, published="1995-11-10"))
    assert set(met.all("parties")) == {"PER", "ECU", "USA"}
