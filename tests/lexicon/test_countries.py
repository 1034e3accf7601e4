"""States by every word that stands for them."""

import pytest

from communique.lexicon.countries import called, code_of, countries, is_capital, kind_of, names, wikidata


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("United States", "USA"),
        ("U.S.", "USA"),
        ("the US", "USA"),
        ("US's", "USA"),
        ("Ukrainians", "UKR"),
        ("SALVADORAN", "SLV"),
        ("the Kremlin's", "RUS"),
        ("Elysée", "FRA"),
        ("Élysée Palace", "FRA"),
        ("Côte d’Ivoire", "CIV"),
        ("Pyongyang", "PRK"),
        ("DPRK", "PRK"),
        ("Burma", "MMR"),
        ("Palestinian Authority", "PSE"),
        ("Soviets", "SUN"),
        ("Saudis", "SAU"),
        ("Revolutionary Guards", "IRN"),
        ("SEOUL", "KOR"),
        ("Kosovo", "XKX"),
        ("Dutch", "NLD"),
        ("South Sudan", "SSD"),
    ],
)
def test_a_word_that_stands_for_a_state_has_its_code(text, code):
    assert code_of(text) == code


@pytest.mark.parametrize("text", ["us", "Us", "male", "pole", "Geneva", "", "the", "polish", "Ruritania"])
def test_other_words_have_none(text):
    assert code_of(text) == ""
    assert kind_of(text) == ""


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Ukraine", "name"),
        ("Ukrainian", "demonym"),
        ("Kyiv", "capital"),
        ("White House", "seat"),
        ("Chinese", "demonym"),
    ],
)
def test_the_kind_says_how_it_stands_for_the_state(text, kind):
    assert kind_of(text) == kind
    assert is_capital(text) == (kind == "capital")


def test_every_state_has_a_name_and_a_wikidata_item():
    for code, country in countries().items():
        assert len(code) == 3
        assert code.isupper()
        assert country.names
        assert wikidata(code)[1:].isdigit()
    assert len(countries()) > 200
    assert names("DEU")[0] == "Germany"


def test_no_two_states_share_a_wikidata_item():
    items = [country.wikidata for country in countries().values()]
    assert len(items) == len(set(items))


def test_readers_see_a_state_by_its_usual_name_and_others_by_their_own():
    assert [called(name) for name in ("NOR", "United Nations", "Maretia", "")] == [
        "Norway",
        "United Nations",
        "Maretia",
        "",
    ]
