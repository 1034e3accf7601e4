"""What is to come: futures, words of planning, dates that lie ahead."""

import pytest

from communique.claims.dates import is_ahead
from communique.claims.holders import Voices
from communique.claims.next_steps import next_steps
from communique.claims.next_steps.candidates import candidates
from communique.claims.offices import offices
from communique.claims.statements import statements


def words(page):
    """The announcing word of every candidate."""
    return {c.word for c in candidates(page, Voices(page, statements(page), offices(page)))}


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The two delegations will meet in Helsinki.", "will"),
        ("Indonesia plans to sign the agreement.", "plan"),
        ("The mediators are expected to present a draft.", "expect"),
        ("The minister is due to fly to Helsinki.", "due"),
        ("The president is to visit Maputo on Friday.", "be to"),
    ],
)
def test_what_is_announced_is_a_candidate(annotate, text, word):
    assert word in words(annotate(text, published="2005-07-11"))


def test_what_happened_is_no_candidate(annotate):
    page = annotate("The two delegations met in Helsinki and left.", published="2005-07-11")

    assert words(page) == set()


def test_a_dated_meeting_ahead_is_a_next_step_with_its_date(annotate):
    page = annotate("Indonesia and Finland will meet in Helsinki on Friday.", published="2005-07-11")
    (step,) = next_steps(page, Voices(page, statements(page), offices(page)), ())

    assert step.get("when") == "2005-07-15"
    assert {"IDN", "FIN"} <= set(step.all("who"))
    assert step.get("kind") == "meeting"


@pytest.mark.parametrize(
    ("value", "ahead"),
    [
        ("2005-07-12", True),
        ("2005-07-11", True),
        ("2005-07-10", False),
        ("2005-07", True),
        ("2005-06", False),
        ("2005", True),
        ("2005-07-05/2005-07-20", True),
        ("2005-07-01/..", True),
        ("200X", True),
        ("", False),
    ],
)
def test_a_date_is_ahead_when_it_ends_on_or_after_publication(value, ahead):
    assert is_ahead(value, "2005-07-11") is ahead
