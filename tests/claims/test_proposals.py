"""Plans, agreements and truces: their names, which mentions are one, and what became of them."""

import pytest

from communique.claims.dates import Dates
from communique.claims.holders import Voices
from communique.claims.offices import offices
from communique.claims.proposals import proposals
from communique.claims.proposals.mentions import documents
from communique.claims.proposals.naming import full_name
from communique.claims.proposals.status import status_of
from communique.claims.statements import statements


def names(page):
    """The name of each document."""
    return [page.text(full_name(page, d).name) for d in documents(page, Dates(page))]


def test_a_name_has_neither_article_nor_possessor(annotate):
    assert names(annotate("Mozambique rejected Portugal's peace plan.")) == ["peace plan"]


def test_a_bare_noun_takes_its_complement_into_the_name(annotate):
    assert names(annotate("They signed an agreement on the release of prisoners.")) == [
        "agreement on the release of prisoners"
    ]


def test_the_plan_is_the_plan_named_before(annotate):
    page = annotate("Portugal presented a peace plan. Mozambique rejected the plan.")

    assert len(documents(page, Dates(page))) == 1


def test_a_hyphenated_cease_fire_is_a_truce(annotate):
    (found,) = documents(
        annotate("Mozambique declared a cease-fire."), Dates(annotate("Mozambique declared a cease-fire."))
    )

    assert "truce" in found.first.kinds


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Indonesia signed the peace agreement.", "signed"),
        ("The rebels violated the ceasefire.", "violated"),
        ("Mozambique rejected the peace plan.", "rejected"),
        ("The sides hope to sign the peace agreement.", "under_discussion"),
    ],
)
def test_the_verb_and_its_tense_give_the_status(annotate, text, status):
    page = annotate(text)
    (document,) = documents(page, Dates(page))

    assert status_of(page, document)[0] == status


def test_a_report_that_names_no_two_parties_has_no_proposal(annotate):
    page = annotate("The mayor unveiled a plan for a bridge.")

    assert proposals(page, Voices(page, statements(page), offices(page))) == ()
