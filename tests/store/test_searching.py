"""Where the words of a search stand in a text: exactly where full-text search finds them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.errors import QueryError
from communique.store.searching import found_in, period_tags


def words_at(text: str, words: str) -> list[str]:
    return [text[start:end] for start, end in found_in([text], words)[0]]


def test_stems_accents_and_phrases_are_found() -> None:
    text = "Negotiators negotiated in São Tomé; the border plan, a plan for the border."
    assert words_at(text, "negotiating") == ["Negotiators", "negotiated"]
    assert words_at(text, "sao") == ["São"]
    assert words_at(text, '"border plan"') == ["border plan"]
    assert words_at(text, "negot*") == ["Negotiators", "negotiated"]
    assert words_at(text, "sao zeppelin") == ["São"]


def test_each_text_has_its_own_places() -> None:
    assert found_in(["no", "talks", "the talks"], "talks") == [[], [(0, 5)], [(4, 9)]]


@settings(deadline=None)
@given(st.text(max_size=40), st.text(max_size=40))
def test_places_lie_in_the_text_whatever_it_holds(before: str, after: str) -> None:
    text = f"{before} talks {after}".encode("utf-8", "replace").decode()
    places = found_in([text], "talks")[0]
    assert (len(f"{before} "), len(f"{before} talks")) in places
    assert all(0 <= start < end <= len(text) for start, end in places)


def test_too_many_words_are_refused() -> None:
    with pytest.raises(QueryError, match="too many"):
        found_in(["talks"], "talks " * 51)


def test_a_search_in_a_few_months_asks_for_them_by_name_and_in_more_for_years() -> None:
    assert period_tags("2031-11-20", "2032-01-03", months=True) == ["m203111", "m203112", "m203201"]
    assert period_tags("2031-11-20", "2032-01-03") == ["y2031", "y2032"]
    assert period_tags("2030-01-01", "2032-01-03", months=True) == ["y2030", "y2031", "y2032"]
