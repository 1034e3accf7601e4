"""An account is narrowed to sentences, to a kind, or to what was decided."""

import pytest

from communique.explain.account import account
from communique.explain.narrowed import narrowed
from communique.explain.values import Account
from communique.language.annotator import DefaultAnnotator
from communique.model.report import Report
from communique.pipeline import read

TEXT = "Envoys of Norway and Oman met in Oslo on Monday.\n\nRain fell.\n\n“It was a good day,” said envoy Kari Lund."


@pytest.fixture(scope="module")
def whole(annotator: DefaultAnnotator) -> Account:
    return account(next(read([Report("The Courier", "2031-05-06", "", TEXT)], annotator)))


def test_chosen_sentences_keep_their_numbers(whole: Account) -> None:
    assert [s.number for s in narrowed(whole, numbers=[3, 1]).sentences] == [1, 3]


def test_a_kind_leaves_only_its_own(whole: Account) -> None:
    found = narrowed(whole, kind="statements")
    assert [s.number for s in found.sentences] == [3]
    assert {e.kind for s in found.sentences for e in s.entries} == {"statements"}


def test_without_the_reading_nothing_stands_behind(whole: Account) -> None:
    assert all(s.behind is not None for s in whole.sentences)
    assert all(s.behind is None for s in narrowed(whole, reading=False).sentences)
