"""What stands around a word of stance: what is given in return, what follows its particle, what somebody disclaims."""

import pytest

from communique.claims.holders import Voices
from communique.claims.offices import offices
from communique.claims.positions.candidates import candidates
from communique.claims.positions.wording import wording
from communique.claims.statements import statements


def told(page):
    """Party, stance and issue of every candidate."""
    found = candidates(page, Voices(page, statements(page), offices(page)))
    return {(c.holder.party[0], c.stance, page.text(wording(page, c))) for c in found}


def stands(page):
    return {(party, stance) for party, stance, _ in told(page)}


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("Norway is willing to withdraw its troops in exchange for guarantees.", "NOR"),
        ("Finland agreed to free the sailors in return for an end to the blockade.", "FIN"),
        ("Portugal will lift the embargo so long as the rebels keep the truce.", "PRT"),
        ("Indonesia will reopen the border as soon as the raids end.", "IDN"),
        ("Norway said the islands could only be shared under a treaty.", "NOR"),
    ],
)
def test_what_is_done_in_turn_or_for_so_long_is_conditional(annotate, text, party):
    assert (party, "conditional") in stands(annotate(text))


def test_as_soon_as_possible_is_no_condition(annotate):
    page = annotate("Norway agreed to reopen the border as soon as possible.")

    assert ("NOR", "conditional") not in stands(page)


@pytest.mark.parametrize(
    ("text", "party", "stance", "issue"),
    [
        ("Portugal voted on Monday in Oslo against the resolution.", "PRT", "rejects", "the resolution"),
        ("Finland turned its back on the treaty.", "FIN", "rejects", "the treaty"),
        ("Norway threw its weight behind the peace plan.", "NOR", "supports", "the peace plan"),
    ],
)
def test_what_follows_a_particle_is_the_issue(annotate, text, party, stance, issue):
    assert (party, stance, issue) in told(annotate(text))


def test_days_counted_are_no_object_of_a_call(annotate):
    page = annotate("Norway can call up 20,000 reservists for up to 180 days.")

    assert not any(c.word == "call for" for c in candidates(page, Voices(page, statements(page), offices(page))))


@pytest.mark.parametrize(
    ("text", "party", "issue"),
    [
        ("Norway said that it had no involvement in the raid.", "NOR", "involvement in the raid"),
        ("Finland said there was no violation of the truce.", "FIN", "violation of the truce"),
        ("Portugal said there was no such pact with the rebels.", "PRT", "such pact with the rebels"),
        ("Indonesia said it had nothing to do with the raid.", "IDN", "the raid"),
    ],
)
def test_who_has_no_part_in_a_thing_denies_it(annotate, text, party, issue):
    assert (party, "denies", issue) in told(annotate(text))


@pytest.mark.parametrize(
    "text", ["Norway said there was no deal to announce yet.", "Norway said there was no progress in the talks."]
)
def test_what_is_not_there_yet_is_not_denied(annotate, text):
    assert ("NOR", "denies") not in stands(annotate(text))


def test_who_does_not_hesitate_is_for_a_thing(annotate):
    assert ("NOR", "supports") in stands(annotate("Norway will not hesitate to send relief to the islands."))
