"""Reports without talks between states: business, sport, home politics, weather, culture and science."""

from collections.abc import Callable
from pathlib import Path

import pytest

from communique.claims.holders import Voices
from communique.claims.meetings import meetings
from communique.claims.offices import offices
from communique.claims.parties import parties
from communique.claims.proposals import proposals
from communique.claims.statements import statements
from communique.model.page import Page

Annotate = Callable[..., Page]

BLOCKS = (Path(__file__).parent / "without_talks.txt").read_text(encoding="utf-8").split("== ")[1:]
TEXTS = {name: " ".join(text.split()) for name, _, text in (block.partition("\n") for block in BLOCKS)}


@pytest.mark.parametrize("name", TEXTS)
def test_a_report_without_talks_has_no_meeting_no_party_and_no_proposal(annotate: Annotate, name: str) -> None:
    """
    Words that tempt ("talks", "summit", "met", "deal", "minister") make no dealings between states.
    """
    # given
    page = annotate(TEXTS[name])

    # when
    met = meetings(page)
    found = [*met, *parties(page, met), *proposals(page, Voices(page, statements(page), offices(page)))]

    # then
    assert [(c.kind, c.evidence[0].quote) for c in found] == []


def test_the_same_words_in_a_report_on_talks_do_make_a_meeting(annotate: Annotate) -> None:
    """
    Restraint is no blindness.
    """
    # given
    page = annotate(
        "The foreign ministers of Norway and Chile met in Oslo on Tuesday for talks on a fisheries treaty. The Chilean "
        "delegation handed over a draft agreement. Norway called for a ceasefire in the dispute over quotas, its "
        "envoy Kari Lunde said. The two sides will hold a second round of negotiations in Santiago."
    )

    # then
    assert meetings(page)


@pytest.mark.parametrize(
    "text",
    [
        "Chilean troops arrived in Oslo on Monday.",
        "An aid convoy from Chile reached the Norwegian capital, Oslo, on Monday.",
        "Hundreds of refugees from Chile arrived in Norway.",
        "Chile wants the islands, which Norway also claims and calls the Skerries.",
    ],
)
def test_troops_and_goods_visit_nobody_and_a_name_given_is_no_call(annotate: Annotate, text: str) -> None:
    assert list(meetings(annotate(text))) == []
