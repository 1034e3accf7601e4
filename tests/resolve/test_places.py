"""Where a meeting is said to be."""

from communique.resolve.places import where
from communique.testing import a_claim, a_report


def place(said: str, **fields: str) -> tuple[set[str], set[str], bool]:
    claim = a_claim(a_report(said), "meetings", **fields)
    found = where(claim.argument("place"), claim.evidence)
    return set(found.towns), set(found.states), found.firm


def test_a_town_brings_its_state() -> None:
    assert place("They met in Geneva.", place="Geneva") == ({"geneva"}, {"CHE"}, True)


def test_words_name_a_place_when_the_claim_gives_none() -> None:
    assert place("They met in the French capital.") == ({"paris"}, {"FRA"}, False)
    assert place("The Munich talks went on.") == ({"munich"}, {"DEU"}, False)


def test_a_capital_that_stands_for_its_government_is_no_place() -> None:
    assert place("Moscow has proposed new talks.") == (set(), set(), False)


def test_a_dateline_is_not_firm() -> None:
    assert place("BEIRUT The envoy expects talks.", place="BEIRUT")[2] is False
