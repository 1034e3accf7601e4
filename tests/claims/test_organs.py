"""Organs and officials of a state that a report names without it."""

import pytest

from communique.claims.organs import in_office, is_organ, seated


def head(page, word):
    return next(t for t, token in enumerate(page.tokens) if token.text == word)


@pytest.mark.parametrize(
    ("text", "word", "state"),
    [
        ("An official in Lisbon rejected the ceasefire.", "official", "PRT"),
        ("Officials in Jakarta welcomed the offer.", "Officials", "IDN"),
        ("An official in Geneva rejected the ceasefire.", "official", ""),
        ("A tourist in Lisbon liked the offer.", "tourist", ""),
    ],
)
def test_officials_in_a_capital_are_of_its_state(annotate, text, word, state):
    assert seated(annotate(text), head(annotate(text), word)) == state


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("The army rejected the ceasefire.", "army", True),
        ("A government spokesman rejected the ceasefire.", "spokesman", True),
        ("The foreign ministry rejected the ceasefire.", "ministry", True),
        ("The rebel army rejected the ceasefire.", "army", False),
        ("The Portuguese government rejected the ceasefire.", "government", False),
        ("A spokesman rejected the ceasefire.", "spokesman", False),
    ],
)
def test_an_organ_without_further_words_is_one_of_the_state_of_the_report(annotate, text, word, expected):
    page = annotate(text)

    assert is_organ(page, head(page, word)) is expected


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Britain joined the talks. The Foreign Secretary welcomed the offer.", "GBR"),
        ("India joined the talks. The Foreign Secretary welcomed the offer.", "IND"),
        ("Portugal joined the talks. The Foreign Secretary welcomed the offer.", ""),
    ],
)
def test_an_office_that_few_states_have_is_of_the_one_that_the_report_names(annotate, text, state):
    page = annotate(text)

    assert in_office(page, head(page, "Secretary")) == state
