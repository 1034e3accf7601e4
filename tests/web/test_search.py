"""Words are looked for in everything, and every hit is marked without touching the markup."""

from markupsafe import Markup
from starlette.testclient import TestClient

from communique.web.pages import hits


def test_hits_are_marked_by_kind_of_entry(client: TestClient) -> None:
    html = client.get("/search?words=coast").text
    assert "<mark>Coast</mark>" in html
    assert 'id="found-statements"' in html
    assert 'id="found-positions"' in html


def test_a_facet_shows_one_kind_only(client: TestClient) -> None:
    html = client.get("/search?words=coast&kind=positions").text
    assert 'id="found-positions"' in html
    assert 'id="found-statements"' not in html


def test_a_name_leads_to_its_offices_events_and_page(client: TestClient) -> None:
    html = client.get("/search?words=Sorn").text
    for kind in ("names", "seats", "timeline"):
        assert f'id="found-{kind}"' in html


def test_words_in_vain_and_no_words_at_all_are_said_to_be_so(client: TestClient) -> None:
    assert "Nothing in the record has these words" in client.get("/search?words=zeppelin").text
    assert "no word to look for" in client.get("/search?words=%3F%3F").text


def test_tags_attributes_and_references_stay_as_they_are() -> None:
    html = Markup('<a href="/amp/talks" title="a &gt; talks">talks &amp; more talkshow</a>')
    assert hits(html, ["talks", "amp"]) == (
        '<a href="/amp/talks" title="a &gt; talks"><mark>talks</mark> &amp; more <mark>talkshow</mark></a>'
    )


def test_a_long_word_is_found_by_its_stem() -> None:
    assert hits(Markup("negotiating"), ["negotiated"]) == "<mark>negotiating</mark>"
