"""Whose talks they are, who stands between the sides, and who goes along, in sentences of our own."""

from collections.abc import Callable

import pytest

from communique.claims.meetings import meetings
from communique.model.claim import Claim
from communique.model.page import Page

Annotate = Callable[..., Page]
DAY = "1995-11-10"


def told(annotate: Annotate, text: str) -> tuple[Claim, ...]:
    return meetings(annotate(text, published=DAY))


@pytest.mark.parametrize(
    ("text", "between"),
    [
        ("Brazil has proposed talks between Peru and Ecuador in Brasilia.", set()),
        ("Brazil invited Peru and Ecuador to talks in Brasilia in December.", {"BRA"}),
        (
            "The Organization of American States summoned Peru and Ecuador to talks in Lima.",
            {"Organization of American States"},
        ),
        ("Brazil will host talks between Peru and Ecuador next week.", {"BRA"}),
        (
            "Brazilian and Chilean mediators opened talks between Peru and Ecuador in Brasilia on Monday.",
            {"BRA", "CHL"},
        ),
        ("BRAZIL INVITED PERU AND ECUADOR TO A ROUND OF TALKS IN BRASILIA.", {"BRA"}),
    ],
)
def test_talks_between_two_are_of_these_two(annotate: Annotate, text: str, between: set[str]) -> None:
    (found,) = told(annotate, text)
    assert set(found.all("parties")) == {"PER", "ECU"}
    assert set(found.all("mediators")) == between


def test_who_goes_along_or_attends_was_there(annotate: Annotate) -> None:
    text = (
        "Peruvian Foreign Minister Ana Rojas met her Ecuadorean counterpart, Luis Vega, in Lima on Monday. She was "
        "accompanied by Ambassador Per Holm. Adviser Rosa Quint attended the meeting."
    )
    (found,) = told(annotate, text)
    assert {"Ana Rojas", "Luis Vega", "Per Holm", "Rosa Quint"} <= set(found.all("participants"))


def test_a_report_that_breaks_off_before_who_went_along_is_read(annotate: Annotate) -> None:
    text = "Peruvian Foreign Minister Ana Rojas met her Ecuadorean counterpart, Luis Vega. She was accompanied"
    assert len(told(annotate, text)) == 1


def test_who_reads_out_a_statement_is_not_at_the_talks(annotate: Annotate) -> None:
    text = (
        "In a statement read out in Quito by Foreign Minister Ana Rojas of Chile, Peru and Ecuador said that their "
        "delegations will meet in Lima on Monday."
    )
    (found,) = told(annotate, text)
    assert not found.all("participants")


def test_a_word_with_the_own_leaders_is_no_contact(annotate: Annotate) -> None:
    text = "Peru and Ecuador asked for a break to consult with their governments on Monday."
    assert not told(annotate, text)


def test_counterparts_of_a_named_state_are_not_of_the_town_they_are_met_in(annotate: Annotate) -> None:
    (found,) = told(annotate, "Peruvian envoys met with their Ecuadorean counterparts in Santiago on Monday.")
    assert set(found.all("parties")) == {"PER", "ECU"}
    assert found.get("place") == "Santiago"


def test_two_who_spoke_and_will_speak_again_are_told_of_twice(annotate: Annotate) -> None:
    text = (
        "Rojas, Peru's foreign minister, is ill. Ana Rojas and Ecuadorean Foreign Minister Luis Vega spoke by phone on "
        "Wednesday and will speak again on Monday."
    )
    found = told(annotate, text)
    assert [(c.get("format"), c.get("status")) for c in found] == [("call", "held"), ("call", "scheduled")]


@pytest.mark.parametrize(
    ("text", "place", "when"),
    [
        (
            "Peruvian Foreign Minister Ana Rojas briefed Chilean envoy Luis Vega in Santiago on Thursday on her visit "
            "to Quito last week.",
            "Santiago",
            "1995-11-09",
        ),
        ("Peruvian Foreign Minister Ana Rojas will meet Chilean envoy Luis Vega before flying to Quito.", None, None),
    ],
)
def test_a_contact_told_of_at_another_keeps_its_day_and_place(
    annotate: Annotate, text: str, place: str | None, when: str | None
) -> None:
    found = next(c for c in told(annotate, text) if c.get("format") == "meeting")
    assert (found.get("place") or None, found.get("when") or None) == (place, when)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Peruvian envoys arrived in Quito on Wednesday, where they held talks with Ecuadorean leaders.", "held"),
        ("Envoys of Peru and Ecuador arrived in Lima on Friday for a third round of talks.", "under_way"),
        ("Peru and Ecuador agreed on Friday to restart peace talks that collapsed in May.", "scheduled"),
    ],
)
def test_what_came_of_a_journey_and_of_talks_before_does_not_hide_the_status(
    annotate: Annotate, text: str, status: str
) -> None:
    assert [c.get("status") for c in told(annotate, text)] == [status]


def test_the_day_of_an_interview_is_not_the_meetings(annotate: Annotate) -> None:
    text = (
        "Peruvian President Ana Rojas said in an interview published on Thursday that she was ready to meet Ecuadorean "
        "President Luis Vega."
    )
    (found,) = told(annotate, text)
    assert not found.get("when")


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("The Ecuadorean cabinet will meet on Monday to discuss the truce. Peru said it would wait.", {"ECU"}),
        (
            "Peruvian and Ecuadorean envoys failed to agree. The Rio Group meets in Lima on Monday.",
            {"Rio Group"},
        ),
        ("The Peruvian delegation met Ecuadorean envoys in Santiago on Monday.", {"PER", "ECU"}),
    ],
)
def test_a_body_that_meets_by_itself_meets_nobody_else(annotate: Annotate, text: str, sides: set[str]) -> None:
    found = next(claim for claim in told(annotate, text) if claim.get("when"))
    assert set(found.all("parties")) == sides


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        (
            "Peruvian Foreign Minister Ana Rojas met Chilean Foreign Minister Luis Vega in Santiago on Monday and "
            "accused Ecuador of breaking the truce.",
            {"PER", "CHL"},
        ),
        ("At talks in Brasilia on Monday Peru accused Ecuador of breaking the truce.", {"PER", "ECU"}),
    ],
)
def test_who_is_blamed_was_there_only_where_it_was_said_there(annotate: Annotate, text: str, sides: set[str]) -> None:
    (found,) = told(annotate, text)
    assert set(found.all("parties")) == sides


def test_who_calls_off_a_meeting_was_to_be_at_it(annotate: Annotate) -> None:
    text = "The rebels cancelled a meeting with U.N. envoy Per Holm on Tuesday, accusing Peru of shelling their camps."
    (found,) = told(annotate, text)
    assert set(found.all("parties")) == {"rebels", "U.N."}
    assert found.get("status") == "cancelled"


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("The minister spoke before the EU-Japan summit in Tokyo next week.", {"EU", "JPN"}),
        ("Officials prepared a planned India-EU summit in Delhi later this month.", {"IND", "EU"}),
        ("Officials prepared the Peru-ASEAN summit in Lima on Monday.", {"PER", "ASEAN"}),
    ],
)
def test_a_hyphen_joins_the_sides_of_a_summit(annotate: Annotate, text: str, sides: set[str]) -> None:
    (found,) = told(annotate, text)
    assert set(found.all("parties")) == sides


def test_mediation_between_two_is_of_who_is_neither(annotate: Annotate) -> None:
    (found,) = told(annotate, "Brazilian mediation between Peru and Ecuador collapsed on Monday.")
    assert set(found.all("parties")) == {"PER", "ECU"}
    assert found.all("mediators") == ("BRA",)


def test_a_journey_to_arrange_a_meeting_is_not_the_meeting(annotate: Annotate) -> None:
    text = (
        "U.S. envoy John Marsh flew to Lima this week in an effort to arrange a meeting between the presidents of "
        "Peru and Ecuador."
    )
    visit, meeting = told(annotate, text)
    assert (visit.get("format"), visit.get("status")) == ("visit", "held")
    assert (set(meeting.all("parties")), meeting.get("status")) == ({"PER", "ECU"}, "proposed")


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("It is her hope that the presidents of Peru and Ecuador will meet, Rosa Quint said.", "proposed"),
        ("The border would be left to a summit of the presidents of Peru and Ecuador.", "proposed"),
        ("The deal was the outcome of talks between Peru and Ecuador in Brasilia.", "held"),
        ("Talks between Peru and Ecuador were originally due to begin in Brasilia on Thursday.", "postponed"),
    ],
)
def test_what_is_hoped_for_is_proposed_and_what_bore_fruit_was_held(annotate: Annotate, text: str, status: str) -> None:
    (found,) = told(annotate, text)
    assert found.get("status") == status


@pytest.mark.parametrize(
    "text",
    [
        "Three days of talks between Peru and Ecuador ended on Friday, but they agreed to reconvene in Brasilia on "
        "November 20.",
        "Envoys of Peru and Ecuador met on Friday and said they would meet again in Brasilia on November 20.",
    ],
)
def test_where_the_next_round_is_the_last_one_was_not(annotate: Annotate, text: str) -> None:
    held, agreed = told(annotate, text)
    assert held.get("status") == "held"
    assert not held.get("place")
    assert agreed.get("place") == "Brasilia"
    assert agreed.get("when") == "1995-11-20"


def test_the_next_round_is_not_the_first(annotate: Annotate) -> None:
    text = (
        "Peru and Ecuador held the first round of talks in Lima on Monday. The next round of talks between Peru and "
        "Ecuador was called off on Thursday."
    )
    first, later = told(annotate, text)
    assert (first.get("status"), later.get("status")) == ("held", "cancelled")


def test_who_calls_a_summit_is_not_on_the_telephone_and_who_briefs_by_telephone_is(annotate: Annotate) -> None:
    text = (
        "Egyptian President Anwar Sadat arrived in Amman on Monday for a summit called by King Hussein of Jordan. "
        "U.S. Secretary of State Cyrus Vance briefed the Saudi ambassador by telephone on Tuesday."
    )
    assert [claim.get("format") for claim in told(annotate, text)] == ["summit", "call"]


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Peruvian diplomats met counterparts from Brazil, Chile and Argentina in Lima.", {"PER", "BRA", "CHL", "ARG"}),
        ("Since Brazilian, Chilean and Argentine mediators met in Lima, hopes have grown.", {"BRA", "CHL", "ARG"}),
        ("Brazil's visit comes ahead of a planned Peru-Ecuador summit in Lima this month.", {"PER", "ECU"}),
        (
            "Six-party talks between the two Koreas, China, the United States, Japan and Russia collapsed in Beijing.",
            {"PRK", "KOR", "CHN", "USA", "JPN", "RUS"},
        ),
        (
            "The government of Peru and opposition groups met in Lima on Monday for peace talks.",
            {"PER", "opposition groups"},
        ),
    ],
)
def test_the_words_that_name_the_sides_name_all_of_them(annotate: Annotate, text: str, sides: set[str]) -> None:
    assert set(told(annotate, text)[-1].all("parties")) == sides


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Peruvian envoy Juan Torres called on Foreign Minister Elias Haddad of Lebanon on Friday.", [{"PER", "LBN"}]),
        ("If the June deadline is not met, Brazil will press Peru and Ecuador to meet it.", []),
        (
            "Chilean minister Juan Torres will travel to Peru on November 16 and to Ecuador on November 18.",
            [{"CHL", "PER"}, {"CHL", "ECU"}],
        ),
    ],
)
def test_who_is_visited_and_what_is_no_meeting(annotate: Annotate, text: str, found: list[set[str]]) -> None:
    assert [set(c.all("parties")) for c in told(annotate, text)] == found


def test_the_day_under_a_post_is_not_the_meetings(annotate: Annotate) -> None:
    text = (
        "The envoys of Peru and Ecuador met in Lima.\n\nWe welcome the outcome of the talks between Peru and "
        "Ecuador. — Ada Quill (@adaquill) November 8, 1995"
    )
    assert [c.get("when") for c in told(annotate, text)] == [""]


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("Peru's envoy said on Monday that the talks with Ecuador had been frank.", ""),
        ("Peru announced on Monday that talks with Ecuador had begun in Lima.", "1995-11-06"),
        ("Peru's envoy said that the talks with Ecuador on Monday had been frank.", "1995-11-06"),
    ],
)
def test_the_day_on_which_somebody_says_it_is_the_day_of_what_has_begun_alone(
    annotate: Annotate, text: str, when: str
) -> None:
    assert [c.get("when").partition("/")[0] for c in told(annotate, text)] == [when]
