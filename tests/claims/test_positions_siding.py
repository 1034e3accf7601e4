"""Stands told by a preposition, and by set phrases that have their negation in them."""

import pytest

from communique.claims.holders import Voices
from communique.claims.offices import offices
from communique.claims.positions.candidates import candidates
from communique.claims.statements import statements


def stands(page):
    """Party and stance of every candidate."""
    return {(c.holder.party[0], c.stance) for c in candidates(page, Voices(page, statements(page), offices(page)))}


@pytest.mark.parametrize(
    ("text", "party", "stance"),
    [
        ("Norway is for a rotation of the chair every six months.", "NOR", "supports"),
        ("Norway is all for a longer truce.", "NOR", "supports"),
        ("Norway is not for a longer truce.", "NOR", "rejects"),
        ("Portugal is against reopening the text.", "PRT", "rejects"),
        ("Portugal is against using the old formula.", "PRT", "rejects"),
        ("Finland is after the northern islands.", "FIN", "demands"),
        ("Finland spoke in favour of the peace plan.", "FIN", "supports"),
        ("Finland voted in favor of holding a summit.", "FIN", "supports"),
    ],
)
def test_a_preposition_alone_takes_a_side(annotate, text, party, stance):
    assert (party, stance) in stands(annotate(text))


@pytest.mark.parametrize(
    "text",
    [
        "The meeting is for Tuesday.",
        "The minister of Norway said the money was for the refugees.",
    ],
)
def test_what_a_thing_is_for_is_nobodys_side(annotate, text):
    assert not stands(annotate(text))


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Norway will have none of the levy.", "rejects"),
        ("Norway said no to the draft treaty.", "rejects"),
        ("Norway said yes to the draft treaty.", "accepts"),
        ("Norway has nothing against a new round of talks.", "open_to"),
        ("Norway swallowed the clause on prisoners.", "accepts"),
        ("Norway countered with a transition of three years.", "proposes"),
        ("Norway stands for the return of the refugees.", "supports"),
        ("Norway called the annexation of the islands a diktat.", "rejects"),
        ("Norway told the rebels to leave the town.", "demands"),
    ],
)
def test_set_phrases_take_a_stand(annotate, text, stance):
    assert ("NOR", stance) in stands(annotate(text))


@pytest.mark.parametrize("text", ["Norway told reporters of the storm.", "Norway let it be known on Monday."])
def test_telling_is_no_demand(annotate, text):
    assert not stands(annotate(text))
