"""Which issue a wording names, and what turns it into another one."""

import pytest

from communique.lexicon.issues import core, issues_of, phrases_of, signs_of


@pytest.mark.parametrize(
    "wording", ["a truce", "an immediate Cease-Fire", "cessation of hostilities", "two ceasefires"]
)
def test_every_wording_of_a_ceasefire_is_a_ceasefire(wording: str) -> None:
    assert issues_of(wording) == ("ceasefire",)


def test_an_issue_ends_where_something_is_said_about_it() -> None:
    assert core("a truce which would open the road to the talks") == "a truce"
    assert issues_of("the truce, unless all prisoners come home") == ("ceasefire",)


@pytest.mark.parametrize(
    ("wording", "signs"),
    [
        ("the talks", set()),
        ("call off the talks", {"turned"}),
        ("no talks", {"negated"}),
        ("undermine the truce", {"harmed"}),
        ("a permanent ceasefire", {"lasting"}),
        ("a humanitarian pause", {"passing"}),
    ],
)
def test_words_beside_an_issue_make_another_of_it(wording: str, signs: set[str]) -> None:
    assert signs_of(wording) == signs


def test_an_issue_is_asked_for_in_any_of_its_words() -> None:
    assert phrases_of("truce") == phrases_of("ceasefire")
    assert "cessation of hostilities" in phrases_of("Truce")
    assert phrases_of("the lighthouse") == ()
