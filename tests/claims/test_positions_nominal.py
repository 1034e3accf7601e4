"""Stands told by a noun and what it is said to be, of what was said before, and for somebody."""

import pytest

from communique.claims.holders import Voices
from communique.claims.offices import offices
from communique.claims.positions.candidates import candidates
from communique.claims.statements import statements


def told(page):
    """Party, stance and issue of every candidate."""
    found = candidates(page, Voices(page, statements(page), offices(page)))
    return {(c.holder.party[0], c.stance, page.text(c.issue)) for c in found}


@pytest.mark.parametrize(
    ("text", "stance", "issue"),
    [
        (
            "Norway's position is that no paper may fix shares of the river.",
            "rejects",
            "no paper may fix shares of the river",
        ),
        ("The position of Norway is that the treaty is dead.", "rejects", "the treaty is dead"),
        ("The answer from Oslo was that cattle are not men.", "rejects", "cattle are not men"),
        ("The reply from Oslo was no.", "rejects", "no"),
        ("Norway's condition is a full withdrawal.", "demands", "a full withdrawal"),
        ("Norway's intention is not to deal with the rebels.", "rejects", "deal with the rebels"),
        ("Norway's view is that ballots come after dialogue.", "demands", "ballots come after dialogue"),
        ("For Norway the treaty is a surrender.", "rejects", "the treaty"),
        ("Norway found the proposal too vague.", "rejects", "the proposal"),
        ("Norway said this was unacceptable.", "rejects", "this was unacceptable"),
        ("Norway said it had no objection.", "open_to", "had no objection"),
        ("Norway wanted the southern islands thrown in.", "demands", "the southern islands thrown in"),
        ("Norway could live with the first three steps.", "accepts", "the first three steps"),
    ],
)
def test_a_noun_and_what_it_is_said_to_be_tell_a_stand(annotate, text, stance, issue):
    assert ("NOR", stance, issue) in told(annotate(text))


@pytest.mark.parametrize(
    "text",
    [
        "Norway's answer was swift.",
        "Norway's view of the harbour is a fine one.",
        "Norway's condition is unknown.",
    ],
)
def test_a_noun_that_is_said_to_be_good_or_swift_tells_none(annotate, text):
    assert not told(annotate(text))


def test_what_was_agreed_is_accepted_by_both(annotate):
    page = annotate("Norway and Portugal met on Monday. It was agreed that the patrol should be halved.")

    assert {(party, stance) for party, stance, _ in told(page)} == {("NOR", "accepts"), ("PRT", "accepts")}


def test_a_name_of_ones_own_making_is_no_praise(annotate):
    assert ("NOR", "rejects", "the plan") in told(annotate("Norway calls the plan a barracks in its kitchen."))


def test_who_is_of_no_known_side_may_tell_what_a_party_will_do(annotate):
    page = annotate("An official in Oslo said Norway would accept the treaty.")

    assert ("NOR", "accepts", "the treaty") in told(page)


def test_what_one_is_not_going_to_do_is_refused(annotate):
    page = annotate("Norway is not going to be rushed into a freeze.")

    assert {(party, stance) for party, stance, _ in told(page)} == {("NOR", "rejects")}
