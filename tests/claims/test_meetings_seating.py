"""Who sits where at a meeting, and who does not, in sentences of our own, most with envoys that never were."""

from collections.abc import Callable, Sequence

import pytest

from communique.claims.meetings import meetings
from communique.model.claim import Claim
from communique.model.page import Page

Annotate = Callable[..., Page]


def told(page: Page, words: str) -> Claim:
    """The meeting whose evidence has these words."""
    return next(c for c in meetings(page) if any(words in e.quote for e in c.evidence))


def seated(found: Claim) -> tuple[set[str], set[str], set[str]]:
    return set(found.all("parties")), set(found.all("participants")), set(found.all("mediators"))


def test_an_organization_whose_envoy_opens_talks_stands_between_the_sides(annotate: Annotate) -> None:
    page = annotate(
        "The Lebanese government and the opposition are to resume peace talks on Monday. The United Nations envoy, "
        "Karin Sund, opened a first round of peace talks in Beirut in February.",
        published="2016-03-10",
    )
    sides, people, between = seated(told(page, "opened a first round"))
    assert sides == {"LBN", "opposition"}
    assert not people
    assert between == {"United Nations", "Karin Sund"}


def test_states_that_comment_on_peace_talks_are_no_sides_of_them(annotate: Annotate) -> None:
    page = annotate(
        "The opposition walked out of peace talks with the Lebanese government in February. Peace talks in Geneva, "
        "which the United Nations envoy Karin Sund suspended on Monday, will go on in April, Russia's "
        "foreign minister said.",
        published="2016-03-10",
    )
    sides, _, between = seated(told(page, "will go on in April"))
    assert sides == {"LBN", "opposition"}
    assert "United Nations" in between


def test_the_opponents_of_a_state_at_war_are_the_other_side_of_its_peace_talks(annotate: Annotate) -> None:
    page = annotate(
        "The United Nations envoy Karin Sund opened peace talks on Lebanon in Geneva on Monday. The Lebanese "
        "government and the opposition sent delegations. France's foreign minister said the talks must succeed.",
        published="2016-03-10",
    )
    assert seated(told(page, "opened peace talks"))[0] == {"LBN", "opposition"}


def test_a_contact_of_the_envoy_with_one_side_is_the_envoys_own(annotate: Annotate) -> None:
    page = annotate(
        "The United Nations envoy to Lebanon, Karin Sund, arrived in Beirut on Tuesday for talks with Foreign Minister "
        "Samir Haddad. The Lebanese government and the opposition are to hold peace talks in April.",
        published="2016-03-10",
    )
    sides, people, between = seated(told(page, "arrived in Beirut"))
    assert sides == {"United Nations", "LBN"}
    assert people == {"Karin Sund", "Samir Haddad"}
    assert not between


@pytest.mark.parametrize(
    "text",
    [
        "Polisario officials met Egyptian and Algerian mediators in Cairo on Tuesday.",
        "Polisario officials met mediators from Egypt and Algeria in Cairo on Tuesday.",
    ],
)
def test_who_comes_as_mediator_is_a_side_and_the_mediator(annotate: Annotate, text: str) -> None:
    sides, _, between = seated(told(annotate(text, published="1988-03-10"), "mediators"))
    assert {"EGY", "DZA"} <= sides
    assert between == {"EGY", "DZA"}


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        (
            "Kenya and Uganda dispute the lake. Kenya said Uganda was to blame. Norway's foreign minister, Jens Dahl, "
            "met Kenya's president, Peter Mwangi, in Oslo on Monday, while Uganda held drills.",
            {"NOR", "KEN"},
        ),
        (
            "Peru fears Brazil. Brazil quarrels with Peru. Chilean and Peruvian officials met in Oslo on Monday as "
            "Brazil held drills.",
            {"CHL", "PER"},
        ),
        (
            "Chad and Mali quarrelled over the border. Chad's president met Mali's president on Monday. The last "
            "meeting of NATO took place in Madrid in January.",
            {"NATO"},
        ),
        ("Renamo delegates met United Nations officials in Nairobi on Monday.", {"Renamo", "United Nations"}),
        ("Moroccan and Polisario officials held indirect talks in Madrid on Monday.", {"MAR", "Polisario"}),
        (
            "The Norwegian foreign minister, Jens Dahl, called his counterparts in Jordan, Chile and Peru on Monday.",
            {"NOR", "JOR", "CHL", "PER"},
        ),
    ],
)
def test_sides_are_those_whom_the_words_place_there(annotate: Annotate, text: str, sides: set[str]) -> None:
    assert seated(meetings(annotate(text, published="2016-03-10"))[-1])[0] == sides


def test_rebels_of_a_state_do_not_bring_the_state(annotate: Annotate) -> None:
    page = annotate(
        "Costa Rica's president will meet representatives of the Salvadoran rebels in San Jose on Monday. The "
        "Farabundo Marti National Liberation Front accepted. The Farabundo Marti National Liberation Front and its "
        "rebels are ready, the Farabundo Marti National Liberation Front said.",
        published="1989-11-03",
    )
    assert seated(told(page, "will meet"))[0] == {"CRI", "Farabundo Marti National Liberation Front"}


@pytest.mark.parametrize(
    ("text", "people"),
    [
        (
            "Norway's foreign minister, Jens Dahl, met Chile's president on Monday, said Pedro Rojas, his minister.",
            ["Jens Dahl"],
        ),
        (
            "Norway's foreign minister, Jens Dahl, and Chile's president, Pedro Rojas, held talks in Oslo on Monday.",
            ["Jens Dahl", "Pedro Rojas"],
        ),
    ],
)
def test_people_are_those_who_are_there_and_not_who_tells_of_it(
    annotate: Annotate, text: str, people: Sequence[str]
) -> None:
    assert sorted(meetings(annotate(text, published="2016-03-10"))[0].all("participants")) == people


def test_who_is_told_to_mediate_beside_the_talks_is_no_side(annotate: Annotate) -> None:
    page = annotate("Iran and Iraq began talks in Oslo on Wednesday, with Oman mediating and Norway as host.")
    met = meetings(page)[0]
    assert set(met.all("parties")) == {"IRN", "IRQ"}
    assert "NOR" in met.all("mediators")


def test_a_contact_has_as_many_sides_as_its_name_tells(annotate: Annotate) -> None:
    page = annotate(
        "Envoys of Kenya and Chad met in Oslo on Monday. U.S.-brokered trilateral talks between Kenya and Chad in Oslo "
        "produced no breakthrough.",
        published="2016-03-10",
    )
    sides, _, between = seated(told(page, "trilateral"))
    assert sides == {"KEN", "TCD", "USA"}
    assert between == {"USA"}


@pytest.mark.parametrize(
    "text",
    [
        "Kenya and Chad held U.S.-brokered talks in Abu Dhabi on Thursday.",
        "U.S.-brokered peace talks between Kenya and Chad in Abu Dhabi produced no breakthrough.",
    ],
)
def test_an_abbreviated_state_before_a_hyphen_is_no_dateline(annotate: Annotate, text: str) -> None:
    _, _, between = seated(told(annotate(text, published="2016-03-10"), "talks"))
    assert between == {"USA"}


@pytest.mark.parametrize(
    "text",
    [
        "Portugal and Russia are observers at the talks between Angola and Namibia.",
        "Portugal and Russia are mediators in the talks between Angola and Namibia.",
    ],
)
def test_who_is_said_to_be_an_observer_or_mediator_is_no_side(annotate: Annotate, text: str) -> None:
    sides, _, between = seated(told(annotate(text, published="1994-11-16"), "talks"))
    assert sides == {"AGO", "NAM"}
    assert between == {"PRT", "RUS"}


@pytest.mark.parametrize(
    "roster",
    [
        "The Torvikian delegation was headed by Foreign Minister Jon Dale and also included adviser Karin Sund.",
        "On the Torvikian side were Foreign Minister Jon Dale and adviser Karin Sund.",
        "A photograph showed Torvikian Foreign Minister Jon Dale and adviser Karin Sund at the table.",
    ],
)
def test_who_sits_for_a_side_in_a_sentence_of_its_own_takes_part(annotate: Annotate, roster: str) -> None:
    page = annotate(
        f"Negotiators from Lebanon and Torvik held talks in Oslo on Thursday. {roster}", published="2016-03-10"
    )
    _, people, _ = seated(told(page, "held talks in Oslo"))
    assert people == {"Jon Dale", "Karin Sund"}


def test_it_in_the_next_sentence_is_the_delegation(annotate: Annotate) -> None:
    page = annotate(
        "Negotiators from Lebanon and Torvik held talks in Oslo on Thursday. The Torvikian delegation was headed by "
        "Foreign Minister Jon Dale. It also included adviser Karin Sund.",
        published="2016-03-10",
    )
    _, people, _ = seated(told(page, "held talks in Oslo"))
    assert people == {"Jon Dale", "Karin Sund"}


def test_talks_are_of_those_who_hold_them(annotate: Annotate) -> None:
    page = annotate(
        "Lebanese negotiators and Torvikian officials held talks in the Kenyan capital on Thursday over a plan that "
        "Norway presented in May. Kenya said it was pleased to host Lebanon and Torvik.",
        published="2016-03-10",
    )
    sides, _, _ = seated(told(page, "held talks in the Kenyan capital"))
    assert sides == {"LBN", "Torvik"}


def test_the_side_of_who_is_called_is_one_of_the_call(annotate: Annotate) -> None:
    page = annotate(
        "Norwegian Foreign Minister Karin Sund discussed the idea with Lebanon's foreign minister, Elias Haddad, in a "
        "phone call on Thursday.",
        published="2016-03-10",
    )
    sides, people, _ = seated(told(page, "phone call"))
    assert sides == {"NOR", "LBN"}
    assert people == {"Karin Sund", "Elias Haddad"}


def test_a_journey_is_to_every_state_it_leads_to(annotate: Annotate) -> None:
    page = annotate("Norwegian Foreign Minister Karin Sund travelled to Lebanon and Kenya on Monday.")
    sides, _, _ = seated(told(page, "travelled to"))
    assert sides == {"NOR", "LBN", "KEN"}


def test_the_state_that_an_envoy_is_for_takes_no_part(annotate: Annotate) -> None:
    page = annotate(
        "U.N. Lebanon envoy Karin Sund, who met Kenyan Foreign Minister John Otieno in Geneva on Monday, was hopeful."
    )
    sides, people, _ = seated(told(page, "met Kenyan"))
    assert sides == {"U.N.", "KEN"}
    assert people == {"Karin Sund", "John Otieno"}


def test_whoever_represents_heads_or_belongs_to_a_team_takes_part(annotate: Annotate) -> None:
    page = annotate(
        "Peace talks of Norway and Lebanon opened in Nairobi on Monday. Norway was represented by Defence Minister "
        "Jon Dale. The Lebanese team is headed by Ambassador Elias Haddad and includes the governor of the border "
        "province, Rami Khoury.",
        published="2016-03-10",
    )
    _, people, _ = seated(told(page, "Peace talks"))
    assert people == {"Jon Dale", "Elias Haddad", "Rami Khoury"}


def test_a_state_within_the_name_of_a_movement_takes_no_part_of_its_own(annotate: Annotate) -> None:
    page = annotate("Lebanon opposition met Norwegian officials in Oslo on Monday.", published="2016-03-10")
    sides, _, _ = seated(told(page, "met Norwegian"))
    assert "LBN" not in sides


def test_whose_deputy_is_met_is_not_there(annotate: Annotate) -> None:
    page = annotate(
        "Norwegian envoy Karin Sund will fly to Nairobi on Wednesday to brief Kenyan President John Otieno and SADC "
        "Executive Secretary Omar Farah's deputy.",
        title="Talks",
        published="2016-03-10",
    )
    _, people, _ = seated(told(page, "to brief"))
    assert people == {"Karin Sund", "John Otieno"}


def test_who_is_there_brings_in_his_side(annotate: Annotate) -> None:
    page = annotate(
        "Premier Elias Haddad spoke out hours after Kenyan Prime Minister John Otieno, Norwegian Foreign Minister "
        "Karin Sund and Chilean Foreign Minister Juan Torres met in Oslo to sign an accord.",
        published="2031-06-04",
    )
    sides, people, _ = seated(told(page, "met in Oslo"))
    assert sides >= {"KEN", "NOR", "CHL"}
    assert people >= {"John Otieno", "Karin Sund", "Juan Torres"}


def test_a_group_that_nobody_talks_with_sits_only_where_the_words_place_it(annotate: Annotate) -> None:
    page = annotate(
        "The envoy heads to Oslo ahead of indirect peace talks between the Kenyan government and opposition groups, "
        "from "
        "which the Islamic State is left out. Norway plans to lead a task force that is to meet on Friday and mark the "
        "land held by the Islamic State and al-Qaeda."
    )
    assert not any("Islamic State" in claim.all("parties") for claim in meetings(page))
    page = annotate("Kenyan officials met the Islamic State in Oslo on Monday for talks about the hostages.")
    assert any("Islamic State" in claim.all("parties") for claim in meetings(page))


def test_what_talks_are_on_is_no_side_of_them(annotate: Annotate) -> None:
    (met,) = meetings(annotate("Norwegian envoy Per Holm arrived in Geneva on Monday for talks on Lebanon."))
    assert met.all("parties") == ("NOR",)


def test_whom_those_who_meet_somewhere_urge_is_no_side(annotate: Annotate) -> None:
    page = annotate("European Union foreign ministers meeting in Oslo urged Lebanon on Monday to pull back its troops.")
    assert not any("LBN" in met.all("parties") for met in meetings(page))


def test_named_people_who_meet_take_no_sides_from_the_rest_of_a_report(annotate: Annotate) -> None:
    page = annotate(
        "Kenya and Lebanon rejected the plan on Monday. Kenya said Lebanon had not been asked. Kenyan officials flew "
        "to Beirut, Lebanon. Deputy Secretary Ruiz was in Oslo on Monday and met with Foreign Minister Demirel."
    )
    (met,) = (met for met in meetings(page) if "Ruiz" in met.all("participants"))
    assert met.all("parties") == ()


def test_who_welcomes_a_signing_takes_no_part_in_it(annotate: Annotate) -> None:
    page = annotate("Norwegian President Karin Sund welcomed the signing of the accord between Kenya and Lebanon.")
    assert not any("NOR" in met.all("parties") for met in meetings(page))
