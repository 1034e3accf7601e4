"""Whether a report is about dealings between states or armed sides."""

from collections.abc import Callable

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
