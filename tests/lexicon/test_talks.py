"""How sides talk, and words that leave open whether they will."""

import pytest

from communique.lexicon.talks import channel, is_hedged


@pytest.mark.parametrize(
    ("words", "way"),
    [
        ("The delegations sat in separate rooms.", "proximity"),
        ("The envoy shuttled between the two capitals.", "shuttle"),
        ("They spoke face-to-face for the first time.", "direct"),
        ("Indirect talks could become direct talks next week.", "proximity"),
        ("They talked in Oslo.", ""),
    ],
)
def test_words_tell_how_the_sides_talk(words: str, way: str) -> None:
    assert channel(words) == way


@pytest.mark.parametrize(
    "words", ["The two may meet in Bern.", "They are said to be close.", "The date is not confirmed."]
)
def test_some_words_leave_it_open(words: str) -> None:
    assert is_hedged(words)


@pytest.mark.parametrize("words", ["The two will meet on 5 May.", "They met in May 2031.", "Mayor Sorn met the envoy."])
def test_plain_announcements_do_not(words: str) -> None:
    assert not is_hedged(words)
