"""Outlets that a report names as its source, in its own words."""

import pytest

from communique.resolve.credits import credits
from communique.testing import a_report


def credited(*said: str, outlet: str = "The Courier") -> list[str]:
    return [c.outlet for c in credits(a_report(*said, outlet=outlet))]


@pytest.mark.parametrize(
    ("said", "outlet"),
    [
        ("The envoy told Reuters that the talks had ended.", "Reuters"),
        ("The round is over, according to the AFP news agency.", "AFP"),
        ("The draft was seen by the Financial Times.", "Financial Times"),
        ("He said so in an interview with the daily Skerry Zeitung on Sunday.", "Skerry Zeitung"),
        ("The newspaper Harbour Post reported on Monday that they would meet.", "Harbour Post"),
        ("Harbour Post, a paper close to the party, reported that they would meet.", ""),
        ("State-run Lantern TV said that the ferry had left.", "Lantern"),
        ("Skerry Wire reported that the ferry had left.", "Skerry Wire"),
        ("The minister told the Ostrand Press Agency that the ferry had left.", "Ostrand Press Agency"),
        ("The minister told the Skerry radio that the ferry had left.", "Skerry"),
        ("Syrian state television said that the ferry had left.", "Syrian state television"),
    ],
)
def test_an_outlet_is_credited_by_the_words_beside_its_name(said: str, outlet: str) -> None:
    assert credited(said) == ([outlet] if outlet else [])


@pytest.mark.parametrize(
    "said",
    [
        "Reuters could not verify the claim.",
        "The delegates posed for a picture. (Harbour Photo - AFP)",
        "Israeli media reported progress.",
        "The Ministry of Foreign Affairs said that the round was over.",
        "The ministry told reporters that the round was over.",
    ],
)
def test_a_name_in_passing_and_a_nation_s_press_are_no_credits(said: str) -> None:
    assert credited(said) == []


def test_two_outlets_told_at_once_are_both_credited() -> None:
    said = "Diplomats told the New York Times and Financial Times that the text was ready."
    assert credited(said) == ["New York Times", "Financial Times"]


def test_an_outlet_does_not_credit_itself_nor_its_own_programmes() -> None:
    assert credited("She said so in an interview with Skerry Radio.", outlet="Skerry Radio") == []
    assert credited("The envoy told Reuters so.", outlet="Reuters") == []
    assert credited("She told BBC Arabic's morning programme so.", outlet="BBC News") == []


@pytest.mark.parametrize(
    "said",
    [
        "OSLO, May 2 (Reuters) - They met.",
        "They met.\n\nSource: Reuters",
        "They met.\n\nCopyright 2031 Reuters. All rights reserved.",
        "Reuters | Updated: 2031-05-02\nThey met.",
        "They met.\n\nReuters writers Ilva Sorn in Oslo and Darro Kest in Bern contributed to this report.",
    ],
)
def test_a_credit_of_the_whole_text_stands_at_its_head_or_foot(said: str) -> None:
    (found,) = credits(a_report(said, outlet="Radio Skerry"))
    assert (found.outlet, found.whole) == ("Reuters", True)


@pytest.mark.parametrize(
    "sentence",
    [
        "The envoy told Reuters that the talks had ended.",
        '"We have the U.S. Embassy to thank, and Mr. Lund," she told Reuters.',
        "Reuters said the talks had ended.",
    ],
)
def test_a_credit_is_for_its_sentence(sentence: str) -> None:
    report = a_report(f"They met in May. {sentence} The envoys left.")
    (found,) = credits(report)
    assert report.text[found.start : found.end] == sentence
