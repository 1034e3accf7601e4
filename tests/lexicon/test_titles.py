"""Titles by their words."""

import pytest

from communique.lexicon import titles


@pytest.mark.parametrize(
    "text",
    [
        "president",
        "Prime Minister",
        "FOREIGN MINISTER",
        "Secretary of State",
        "Secretary-General",
        "former deputy foreign minister",
        "acting director",
        "Minister of Public Security",
        "minister for foreign affairs",
        "chief presidential press secretary",
        "deputy national security adviser for strategic communication",
        "special envoy",
        "prime minister-designate",
        "ministers",
        "Chiefs of Staff",
        "spokesmen",
        "ex-president",
        "Commander of the Faithful",
        "Brig. Gen.",
        "chargé d’affaires",
    ],
)
def test_words_that_are_wholly_a_title(text: str) -> None:
    assert titles.is_title(text.split())


@pytest.mark.parametrize(
    "text",
    ["", "Wilson", "ministry", "Foreign Ministry spokesman", "former", "the president", "president of", "minister and"],
)
def test_words_that_are_no_title(text: str) -> None:
    assert not titles.is_title(text.split())


@pytest.mark.parametrize("word", ["Mr.", "Dr", "Sheikh", "Mullah", "Monsignor", "Sir"])
def test_an_honorific_is_no_office(word: str) -> None:
    assert titles.is_honorific(word)
    assert titles.kind_of((word,)) == "honorific"


def test_a_row_of_honorifics_counts_as_one_title() -> None:
    assert titles.is_title(("Rev.", "Dr."))


def test_the_longest_title_before_a_name() -> None:
    words = "the Prussian deputy foreign minister Karl".split()
    assert titles.title_before(words, 5) == 2
    assert titles.title_before(words, 6) == 6


def test_the_longest_title_from_a_word_on() -> None:
    words = "minister of foreign affairs of Prussia".split()
    assert titles.title_after(words, 0) == 4
    assert titles.title_after(words, 5) == 5


def test_a_title_keeps_its_case_in_the_singular() -> None:
    assert [titles.singular(w) for w in ("Ministers", "DEPUTIES", "spokeswomen", "Chiefs", "Sens.", "president")] == [
        "Minister",
        "DEPUTY",
        "spokeswoman",
        "Chief",
        "Sen.",
        "president",
    ]


def test_the_press_is_no_plural_of_an_abbreviated_president() -> None:
    assert titles.singular("Press") == "Press"
    assert not titles.is_title(["Daily", "Press"])
    assert titles.is_title(["Pres."])


def test_kinds_of_titles() -> None:
    said = {t: titles.kind_of(t.split()) for t in ("prime minister", "Gen.", "senior analyst", "predecessor", "table")}
    assert said == {
        "prime minister": "office",
        "Gen.": "rank",
        "senior analyst": "expert",
        "predecessor": "relative",
        "table": "",
    }


def test_data_files_are_sorted_and_without_doubles() -> None:
    for found in (titles.titles(), titles.modifiers(), titles.bodies(), titles.states()):
        assert list(found) == sorted(found)
    assert titles.portfolios()
