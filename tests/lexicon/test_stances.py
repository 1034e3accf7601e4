"""Words of stance."""

import pytest

from communique.lexicon.stances import NEGATED, STANCES, particles, stances
from communique.lexicon.tables import rows


@pytest.mark.parametrize(
    ("word", "pos", "stance"),
    [
        ("demand", "verb", "demands"),
        ("rule out", "verb", "rejects"),
        ("opposition", "noun", "rejects"),
        ("willing", "adj", "open_to"),
        ("deny", "verb", "denies"),
    ],
)
def test_a_word_of_stance_has_its_stance(word, pos, stance):
    assert stance in stances(word, pos)


def test_a_word_without_a_stance_has_none():
    assert stances("walk", "noun") == ()


def test_particles_are_those_that_change_the_sense():
    assert "out" in particles("rule", "verb")


def test_not_ruling_out_is_openness():
    assert NEGATED["rejects"] == "open_to"


def test_the_list_is_alphabetic_and_says_each_thing_once():
    listed = [(row["word"], row["pos"], row["stance"]) for row in rows("stances")]

    assert listed == sorted(set(listed))
    assert {stance for _, _, stance in listed} <= set(STANCES)
