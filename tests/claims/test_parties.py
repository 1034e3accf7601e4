"""The sides in the talks and their roles."""

from collections.abc import Callable

import pytest

from communique.claims.meetings import meetings
from communique.claims.meetings.mediation import cue
from communique.claims.parties import Survey, parties
from communique.model.page import Page

Annotate = Callable[..., Page]


def roles(page: Page) -> dict[str, str]:
    return {c.get("name"): c.get("role") for c in parties(page, meetings(page))}


def test_those_who_meet_are_principals_and_those_who_mediate_mediators(annotate: Annotate) -> None:
    text = "Eritrea and Ethiopia held talks mediated by Algeria in Algiers on Wednesday. Eritrea welcomed the talks."
    found = roles(annotate(text, published="2000-12-15"))
    assert found["ERI"] == found["ETH"] == "principal"
    assert found["DZA"] == "mediator"


def test_a_country_that_is_only_a_place_is_no_party(annotate: Annotate) -> None:
    text = "Peru and Ecuador held talks on Tuesday. The delegates had flown over Bolivia."
    assert "BOL" not in roles(annotate(text, published="1995-11-10"))


def test_a_movement_is_a_side_of_its_own_beside_its_state(annotate: Annotate) -> None:
    text = (
        "The Angolan government and the rebel movement UNITA held peace talks in Lusaka on Monday. "
        "UNITA officials said the talks would go on. The government of Angola said UNITA had to disarm."
    )
    assert {"AGO", "UNITA"} <= set(roles(annotate(text, published="1994-11-10")))


def test_everyone_listed_as_a_mediator_is_one(annotate: Annotate) -> None:
    page = annotate(
        "Algeria, Norway and Kenya have been trying to broker a truce. Eritrea told mediators Algeria, Norway and "
        "Kenya that it agreed. Sudan and Chad were helped by nobody.",
        published="2000-12-15",
    )
    said = {
        r.name: {cue(page, m.first, m.last) for m in r.mentions if m.form == "name"}
        for r in page.reading.referents
        if r.kind == "party"
    }
    assert said["DZA"] == said["NOR"] == said["KEN"] == {"mediator"}
    assert said["ERI"] == said["SDN"] == {""}


def test_roles_that_the_report_gives_outright_are_taken(annotate: Annotate) -> None:
    text = (
        "Eritrea and Ethiopia held talks in Algiers on Wednesday. A representative of the African Union took part "
        "as an observer. Norway and Kenya will act as guarantors. Sudan was asked to act as a mediator."
    )
    found = roles(annotate(text, published="2000-12-15"))
    assert found["African Union"] == "observer"
    assert found["NOR"] == found["KEN"] == "guarantor"
    assert found.get("SDN") != "mediator"


def test_who_only_tells_of_talks_is_no_party(annotate: Annotate) -> None:
    text = (
        "Peru and Ecuador held peace talks in Lima on Tuesday, the news agency Condor-Press reported. An envoy of Peru "
        "told Condor-Press that a truce was near. An expert at the Lanner Institution said Ecuador had to withdraw its "
        "troops."
    )
    found = roles(annotate(text, published="1995-11-10"))
    assert {"PER", "ECU"} <= set(found)
    assert not {"Condor-Press", "Lanner Institution"} & set(found)


def test_a_side_is_called_by_its_name_without_what_it_is(annotate: Annotate) -> None:
    text = (
        "The Angolan government and UNITA rebels held peace talks in Lusaka on Monday. The government of Angola said "
        "UNITA rebels had to disarm before a truce."
    )
    assert {"AGO", "UNITA"} <= set(roles(annotate(text, published="1994-11-10")))


def test_a_state_that_is_no_more_is_no_side(annotate: Annotate) -> None:
    text = (
        "Soviet missiles stay in Finland\n\nNorway and Finland held talks on Monday on a treaty. The Soviet Union said "
        "the treaty was a threat. The Soviet Union said its troops and missiles would stay. Soviet officials rejected "
        "the treaty. Norway said the Soviet Union had to sign it too."
    )
    assert "SUN" not in roles(annotate(text, published="1999-11-10"))
    assert "SUN" in roles(annotate(text, published="1988-11-10"))


def test_a_state_whose_code_is_an_outlets_name_is_a_party(annotate: Annotate) -> None:
    text = "Eritrea and Ethiopia held talks mediated by Oman in Algiers on Wednesday. Oman said the talks went well."
    assert roles(annotate(text, published="2000-12-15"))["OMN"] == "mediator"


def test_whom_a_side_is_listed_with_is_told(annotate: Annotate) -> None:
    page = annotate("Eritrea, Ethiopia and Djibouti sent delegations. Eritrea met Ethiopia.", published="2000-12-15")
    survey = Survey(page, meetings(page))
    djibouti = next(side for side in survey.sides if side.name == "DJI")
    assert {"listed with:2", "listed with:seated"} <= set(survey.features(djibouti))


def test_a_state_that_no_lexicon_knows_is_weighed_as_a_state(annotate: Annotate) -> None:
    page = annotate("The Republic of Velmoor sent a delegation. Velmoor said that it would sign.")
    assert [side.kind for side in Survey(page, ()).sides if side.name == "Velmoor"] == ["state"]


def test_a_report_on_dealings_has_its_sides_though_nobody_meets_in_it(annotate: Annotate) -> None:
    text = (
        "Norway condemned the attack on the Eritrean border on Monday. Its foreign ministry said that Eritrea "
        "must respect the ceasefire and the sanctions resolution. Eritrea said its army had answered fire, and Norway "
        "urged Eritrea to let observers in."
    )
    page = annotate(text, published="2000-12-15")
    assert not meetings(page)
    assert {"NOR", "ERI"} <= set(roles(page))


@pytest.mark.parametrize(
    "told",
    [
        "The foreign ministers of the three guarantor powers - Brazil, Chile and Argentina - will join the talks.",
        "Brazil, Chile and Argentina, the guarantor powers, will join the talks.",
    ],
)
def test_powers_that_are_called_guarantors_are_such(annotate: Annotate, told: str) -> None:
    page = annotate(f"Peru and Ecuador held talks in Lima on Tuesday. {told}", published="1995-11-10")
    assert {name for name, role in roles(page).items() if role == "guarantor"} == {"BRA", "CHL", "ARG"}


def test_a_state_in_whose_capital_others_meet_is_no_party(annotate: Annotate) -> None:
    text = (
        "Delegations from Peru and Ecuador met in the Maltese capital on Wednesday. They will meet again next Tuesday."
    )
    assert set(roles(annotate(text, published="1995-11-10"))) == {"PER", "ECU"}
