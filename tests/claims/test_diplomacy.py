"""Whether a report is about dealings between states or armed sides."""

from collections.abc import Callable

import pytest

from communique.claims.diplomacy import is_diplomatic
from communique.model.page import Page

Annotate = Callable[..., Page]


def test_envoys_and_a_truce_make_a_report_diplomatic(annotate: Annotate) -> None:
    text = "The envoy said the truce between the rebels and the army would hold. " * 5
    assert is_diplomatic(annotate(text))


def test_a_match_between_two_national_teams_is_none(annotate: Annotate) -> None:
    text = (
        "Brazil beat Norway 2-1 in the quarter-final on Sunday after a late goal. The striker scored a free kick in "
        "the last minute and the crowd of sixty thousand rose to its feet. The coach said his players had earned their "
        "rest. They will train again on Tuesday."
    )
    assert not is_diplomatic(annotate(text))


def test_a_government_and_opposition_leaders_that_negotiate_are_two_sides(annotate: Annotate) -> None:
    text = (
        "The prime minister and opposition leaders met on Friday to end a dispute over the election. Both want a "
        "new count of the votes. A joint statement said the talks would go on. "
    )
    assert is_diplomatic(annotate(text * 2))


def test_a_government_and_opposition_parties_in_a_political_crisis_are_two_sides(annotate: Annotate) -> None:
    text = (
        "The prime minister asked the opposition parties on Friday to stay in parliament. The ruling party has lost "
        "its majority since the disputed election, and the security forces have been called out. "
    )
    assert is_diplomatic(annotate(text * 2))


def test_words_that_together_tell_of_dealings_need_no_sign_but_two_states(annotate: Annotate) -> None:
    text = (
        "Norway and Chile agreed on Friday to reopen the border crossing that soldiers closed in March. Ministers "
        "will sign the protocol next week, a spokesman for the foreign ministry said. Prisoners will be exchanged. "
    )
    assert is_diplomatic(annotate(text * 2))


def test_a_company_that_agrees_on_a_plan_makes_none(annotate: Annotate) -> None:
    text = (
        "The firm agreed on Friday to a plan that will close two stores and cut prices. Investors asked the board for "
        "a better offer, and shares rose. Customers can return products until March. "
    )
    assert not is_diplomatic(annotate(text * 2))


SAILORS = (
    "The captain and his five men were let go on Friday, the foreign minister told reporters after both governments "
    "had agreed on an exchange. Officials of the two sides will meet again on Monday to settle what remains: who is "
    "to come home first, who pays for the ship, and what is to happen in the disputed waters. The president spoke "
    "with the prime minister of the neighbour by telephone and thanked him for his help. The military leaders of both "
    "countries are to join the discussions next week. A senior official said that the leaders want to sign a written "
    "agreement before the end of the month, but that the rebels who hold the coast had not accepted its terms and "
    "would have to be brought in."
)


@pytest.mark.parametrize(
    "more",
    [" One man had been a tennis champion, one a singer.", " The tennis champion and the singer, a goalkeeper, wept."],
)
def test_the_surer_the_words_together_the_fewer_signs_are_needed(annotate: Annotate, more: str) -> None:
    assert is_diplomatic(annotate(SAILORS + more))
    assert not is_diplomatic(annotate(SAILORS[:400] + more))
