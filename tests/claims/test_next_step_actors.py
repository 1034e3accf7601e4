"""Who takes a step: those the sentence names, else those told around it."""

import pytest

from communique.claims.holders import Voices
from communique.claims.meetings import meetings
from communique.claims.next_steps.actors import options, told
from communique.claims.next_steps.candidates import candidates
from communique.claims.next_steps.choice import chosen
from communique.claims.offices import offices
from communique.claims.scoring import load
from communique.claims.statements import statements


def read(annotate, text):
    page = annotate(text, published="2005-07-11")
    return page, Voices(page, statements(page), offices(page)), meetings(page)


def who(annotate, text, words):
    """Who takes the step whose words begin so."""
    page, voices, met = read(annotate, text)
    step = next(c for c in candidates(page, voices) if page.text(c.what).startswith(words))
    return set(chosen(page, voices, step, met, load("next_step_actors"))[0].names)


@pytest.mark.parametrize(
    "text",
    [
        "Indonesia and Finland met in Helsinki on Monday. Negotiators will return to Helsinki on Friday.",
        "Indonesia and Finland held talks in Helsinki. The leaders are expected to return to Helsinki on Friday.",
    ],
)
def test_those_who_meet_are_the_parties_of_the_meeting_told_last(annotate, text):
    assert {"IDN", "FIN"} <= who(annotate, text, "return")


def test_leaders_who_are_called_more_than_that_are_not_those_of_the_meeting(annotate):
    text = "Indonesia met Finland in Helsinki. Rebel leaders from the hills will return to Aceh on Friday."

    assert not {"IDN", "FIN"} <= who(annotate, text, "return")


def test_whom_the_sentence_names_takes_the_step_before_all_others(annotate):
    text = "Finland said after a meeting with Indonesia that Norway would hold talks in Oslo with the rebels."
    page, voices, met = read(annotate, text)
    step = next(c for c in candidates(page, voices) if page.text(c.what).startswith("hold"))
    found = options(page, voices, step, met)
    sure = told(page, voices, step, found)

    assert any("NOR" not in one.names for one in found)
    assert all("NOR" in one.names for one in sure)
