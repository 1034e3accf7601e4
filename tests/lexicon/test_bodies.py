"""Organizations, armed groups and parties by name and acronym."""

import pytest

from communique.lexicon.bodies import bodies, body_of


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("UN", "United Nations"),
        ("the U.N.'s", "United Nations"),
        ("NATO", "North Atlantic Treaty Organization"),
        ("Nato", "North Atlantic Treaty Organization"),
        ("FMLN", "Farabundo Marti National Liberation Front"),
        ("FARABUNDO MARTI NATIONAL LIBERATION FRONT", "Farabundo Marti National Liberation Front"),
        ("al-Qaida", "Al-Qaeda"),
        ("OPCW", "Organisation for the Prohibition of Chemical Weapons"),
        ("Tamil Tigers", "Liberation Tigers of Tamil Eelam"),
    ],
)
def test_a_body_is_known_by_its_names(text, name):
    found = body_of(text)
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize("text", ["un", "is", "Is", "who", "Mend", "Ruritanian Front", ""])
def test_other_words_are_no_bodies(text):
    assert body_of(text) is None


def test_names_are_alphabetic_and_appear_once():
    names = [body.name for body in bodies()]
    assert len(names) > 400
    assert names == sorted(set(names), key=str.casefold)


def test_outside_ids_are_items_and_each_stands_for_one_body():
    items = [body.wikidata for body in bodies() if body.wikidata]
    assert all(item[0] == "Q" and item[1:].isdigit() for item in items)
    assert len(items) == len(set(items)) > 70
