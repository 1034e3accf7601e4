"""First names, family names and the common nouns that stand for somebody."""

import pytest

from communique.lexicon.people import gender_of, gender_of_title, is_family_name_first, is_first_name, noun


@pytest.mark.parametrize(
    ("name", "gender"),
    [("Mrs Gandhi", "f"), ("Jean-Pierre Duval", "m"), ("MARTA SANZ", "f"), ("Kofi Annan", "m"), ("Xi", "")],
)
def test_a_first_name_or_an_honorific_says_the_gender(name, gender):
    assert gender_of(name) == gender


@pytest.mark.parametrize(
    ("title", "gender"), [("foreign ministry spokeswoman", "f"), ("chairman", "m"), ("German chancellor", "")]
)
def test_some_titles_say_the_gender(title, gender):
    assert gender_of_title(title) == gender


def test_the_longest_known_ending_of_a_noun_phrase_counts():
    found = noun("senior foreign minister")
    assert found is not None
    assert (found.noun, found.kind) == ("foreign minister", "person")
    assert noun("breakaway region") is None


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("delegation", "state"),
        ("rebels", "group"),
        ("opposition", "opposition"),
        ("two sides", "pair"),
        ("bloc", "body"),
    ],
)
def test_nouns_say_what_they_can_stand_for(words, kind):
    found = noun(words)
    assert found is not None
    assert found.kind == kind


def test_names_are_known_in_any_case():
    assert is_first_name("SERGEI")
    assert is_family_name_first("Nguyen")
    assert not is_family_name_first("Sanz")
