"""Outlets of the world."""

from communique.lexicon.outlets import described, may_begin, may_end_description, named_like, outlet
from communique.lexicon.tables import parts, rows


def test_an_outlet_has_a_kind():
    kinds = {"Reuters": "news_agency", "Le Monde": "newspaper", "BBC": "broadcaster", "Axios": "website"}
    for name, kind in kinds.items():
        found = outlet(name)
        assert found is not None
        assert found.kind == kind


def test_articles_and_aliases_lead_to_one_outlet():
    assert outlet("the New York Times") == outlet("New York Times")
    assert outlet("Xinhua News Agency") == outlet("Xinhua")


def test_a_network_is_a_place_of_posts():
    found = outlet("Telegram")
    assert found is not None
    assert found.kind == "social_post"


def test_a_country_is_no_outlet():
    assert outlet("Norway") is None


def test_a_common_noun_describes_an_outlet_by_its_last_words():
    assert described("local state news agency") == "news_agency"
    assert described("state television") == "broadcaster"
    assert described("peace talks") == ""


def test_every_kind_is_one_of_the_guide():
    allowed = {"news_agency", "newspaper", "broadcaster", "website", "social_post"}
    assert {row["kind"] for row in rows("outlets")} <= allowed
    assert {row["kind"] for row in rows("outlet_words")} <= allowed


def test_every_name_begins_with_a_word_that_may_begin_one():
    for row in rows("outlets"):
        for name in (row["name"], *parts(row.get("aliases", ""))):
            assert may_begin(name.split()[0])
            assert may_begin(name[:1])
    assert not may_begin("Quxat")


def test_every_description_ends_with_a_word_that_may_end_one():
    assert all(may_end_description(row["description"].split()[-1]) for row in rows("outlet_words"))
    assert not may_end_description("ceasefire")


def test_a_name_that_nobody_listed_may_have_the_form_of_an_outlets_name():
    found = ("Lanner Times", "Radio Torvik", "Lanner Press Agency", "Jonas Vell", "Space Agency", "Times")
    kinds = [f.kind if (f := named_like(name)) else None for name in found]
    assert kinds == ["newspaper", "broadcaster", "news_agency", None, None, None]
