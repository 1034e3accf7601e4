"""Words for documents, what becomes of them, and steps to come."""

import pytest

from communique.lexicon.documents import STATUSES, document_classes, status_classes
from communique.lexicon.steps import KINDS, MODALITIES, modalities, step_kinds
from communique.lexicon.tables import rows


def test_accords_and_pacts_are_agreements():
    assert "agreement" in document_classes("accord")
    assert "agreement" in document_classes("pact")


def test_signing_makes_a_thing_signed():
    assert "signed" in status_classes("sign")


def test_flying_is_travel_and_a_vow_is_a_promise_or_a_threat():
    assert step_kinds("fly") == ("travel",)
    assert set(modalities("vow")) == {"promised", "threatened"}


@pytest.mark.parametrize(
    ("name", "allowed"),
    [("document_statuses", STATUSES), ("steps", KINDS), ("futures", MODALITIES)],
)
def test_lists_are_alphabetic_and_use_the_classes_of_the_guide(name, allowed):
    listed = [(row["word"], row["class"]) for row in rows(name)]

    assert listed == sorted(set(listed))
    assert {kind for _, kind in listed} <= set(allowed)
