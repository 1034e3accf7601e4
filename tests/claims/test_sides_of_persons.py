"""For which side a person stands: a state's office, the group he or she belongs to, and nobody once out of office."""

import pytest

from communique.claims.offices import offices
from communique.claims.sides import Sides


def side(page, name):
    sides = Sides(page, offices(page))
    return next(sides.of(r) for r in page.reading.referents if r.kind == "person" and r.name.endswith(name))


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("Norwegian Foreign Minister Kari Lindqvist arrived in Oslo on Monday.", "Lindqvist", "NOR"),
        ("U.N. envoy Pedro Almada met the rebels on Monday.", "Almada", "U.N."),
        ("Portugal's Defense Ministry spokesman Rui Sampaio rejected the plan.", "Sampaio", "PRT"),
    ],
)
def test_a_person_stands_for_the_state_or_body_of_the_office(annotate, text, name, expected):
    assert side(annotate(text), name) == expected


def test_a_minister_is_never_taken_for_the_man_of_an_armed_group_named_beside(annotate):
    page = annotate("Hamas attacked on Monday. Finance Minister Dov Arbel said Hamas would pay. Hamas denied it.")

    assert side(page, "Arbel") != "Hamas"


def test_who_left_office_speaks_for_no_side(annotate):
    page = annotate("Former Portuguese President Rui Sampaio criticised the plan on Monday.")

    assert side(page, "Sampaio") == ""


@pytest.mark.parametrize(("day", "expected"), [("1979-05-02", "EGY"), ("1994-05-02", "UN"), ("2020-05-02", "")])
def test_a_known_figure_stands_for_the_party_of_the_day(annotate, day, expected):
    page = annotate("Boutros Boutros-Ghali arrived in Oslo on Monday.", published=day)

    assert side(page, "Boutros-Ghali") == expected


@pytest.mark.parametrize(("day", "expected"), [("1979-05-02", "USA"), ("1990-05-02", "")])
def test_who_has_left_public_life_stands_for_nobody(annotate, day, expected):
    page = annotate("Jimmy Carter arrived in Oslo on Monday.", published=day)

    assert side(page, "Carter") == expected


@pytest.mark.parametrize(
    ("more", "expected"),
    [("Portugal signed. Portugal waits.", "PRT"), ("Norway and Chile signed. Norway waits. Norway is ready.", "")],
)
def test_a_state_named_beside_an_official_is_his_only_if_the_report_names_no_other_more(annotate, more, expected):
    page = annotate(f"Trade Minister Rui Sampaio spoke about Portugal on Monday. {more}")

    assert side(page, "Sampaio") == expected


def test_the_organ_of_a_state_by_its_name_is_the_states(annotate):
    page = annotate(
        "Jon Dale, head of the Foreign Relations Department of the Presidential Administration of Georgia, left Oslo."
    )

    assert side(page, "Jon Dale") == "GEO"


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("Norway sent its ambassador to the United Nations, Kari Lindqvist. Iran did not.", "Lindqvist", "NOR"),
        ("Adviser Kari Lindqvist met the rebels. She reaffirmed Norway's support for a truce.", "Lindqvist", "NOR"),
        ("Minister Kari Lindqvist set out the position of Norway on Iran.", "Lindqvist", "NOR"),
        ("Kari Lindqvist of Norway flew to Lima, where she met President Rui Sampaio.", "Sampaio", "PER"),
        ("Norwegian envoy Kari Lindqvist came, accompanied by Ambassador Per Holm.", "Holm", "NOR"),
        ("In Lima, foreign ministry spokesman Rui Sampaio rejected the truce with Iran.", "Sampaio", "PER"),
        ("The government of Peru agreed. The head of the government delegation, Rui Sampaio, left.", "Sampaio", "PER"),
        ("Fatah agreed. Rui Sampaio, who heads Fatah's negotiating committee, left.", "Sampaio", "Fatah"),
    ],
)
def test_other_words_tell_for_whom_somebody_stands(annotate, text, name, expected):
    assert side(annotate(text), name) == expected


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Adviser Kari Lindqvist met Foreign Minister Rui Sampaio of Peru on Monday. Peru and Iran agreed.",
            "Lindqvist",
        ),
        ("Iran and Peru went on talking. General Rui Sampaio left Iran.", "Sampaio"),
        ("Ambassador Kari Lindqvist said that Peru would agree. Peru and Peru's army did.", "Lindqvist"),
    ],
)
def test_nobody_stands_for_the_state_of_whom_he_meets_or_that_is_only_named(annotate, text, name):
    assert side(annotate(text), name) == ""


def test_an_opposition_leader_does_not_stand_for_the_state(annotate):
    assert (
        side(annotate("Peruvian opposition leader Kari Lindqvist demanded that the talks be stopped."), "Lindqvist")
        == ""
    )


def test_nobody_stands_for_the_side_that_the_talks_are_with(annotate):
    text = "Kari Lindqvist was named head of the delegation for the talks with Maretia. Maretia, a port, was calm."
    assert side(annotate(text), "Lindqvist") == ""
