"""The sides in the talks and their roles."""

from collections.abc import Callable

from communique.claims.meetings import meetings
from communique.claims.parties import parties
from communique.model.page import Page

Annotate = Callable[..., Page]


def roles(page: Page) -> dict[str, str]:
    return {c.get("name"): c.get("role") for c in parties(page, meetings(page))}


def test_those_who_meet_are_principals_and_those_who_mediate_mediators(annotate: Annotate) -> None:
    text = "Eritrea and Ethiopia held talks mediated by Algeria in Algiers on Wednesday. Eritrea welcomed the talks."
    found = roles(annotate(text, published="2000-12-15"))
    assert found["ERI"] == found["ETH"] == "principal"
    assert found["DZA"] == "mediator"


def test_a_country_that_is_only_a_place_is_no_party(annotate: Annotate) -> None:
    text = "Peru and Ecuador held talks on Tuesday. The delegates had flown over Bolivia."
    assert "BOL" not in roles(annotate(text, published="1995-11-10"))


def test_a_movement_is_a_side_of_its_own_beside_its_state(annotate: Annotate) -> None:
    text = (
        "The Angolan government and the rebel movement UNITA held peace talks in Lusaka on Monday. "
        "UNITA officials said the talks would go on. The government of Angola said UNITA had to disarm."
    )
    assert {"AGO", "UNITA"} <= set(roles(annotate(text, published="1994-11-10")))
