"""Where, when and by which agency a text says it was written."""

import pytest

from communique.lexicon.datelines import dateline


@pytest.mark.parametrize(
    ("head", "town", "state", "agency"),
    [
        ("GENEVA (Reuters) - ", "GENEVA", "CHE", "Reuters"),
        ("BEIJING, Nov. 26 (Xinhua) -- ", "BEIJING", "CHN", "Xinhua"),
        ("MOSCOW, November 25. /TASS/. ", "MOSCOW", "RUS", "TASS"),
        ("KYIV. Nov 26 (Interfax-Ukraine) - ", "KYIV", "UKR", "Interfax-Ukraine"),
        ("Tehran, IRNA – ", "Tehran", "IRN", "IRNA"),
        ("Riyadh, November 26, 2025, SPA -- ", "Riyadh", "SAU", "SPA"),
        ("Baku, November 26, AZERTAC: ", "Baku", "AZE", "Azertac"),
        ("NEW DELHI, Nov 26 (PTI) ", "NEW DELHI", "IND", "PTI"),
        ("DOHA/CAIRO (Reuters) - ", "DOHA", "QAT", "Reuters"),
        ("LONDON (UK), 19 OCT 89 (BEIJING XINHUA) -- ", "LONDON", "GBR", "Xinhua"),
        ("PA1205013089 Havana PL in Spanish\n[Text] Havana, 12 May (PL) -- ", "Havana", "CUB", ""),
        ("PORT-AU-PRINCE, Haiti — ", "PORT-AU-PRINCE", "HTI", ""),
        ("GENEVA (26 November 2025) – ", "GENEVA", "CHE", ""),
        ("ISLAMABAD: ", "ISLAMABAD", "PAK", ""),
        ("KLANG: ", "KLANG", "", ""),
        ("SUEZ - ", "SUEZ", "EGY", ""),
        ("GENEVA ", "GENEVA", "CHE", ""),
        ("BEIJING/TOKYO ", "BEIJING", "CHN", ""),
        ("LUXEMBOURG ", "LUXEMBOURG", "LUX", ""),
        ("UNITED NATIONS ", "UNITED NATIONS", "", ""),
        ("OSTERVIK, Norway ", "OSTERVIK", "NOR", ""),
        ("OSTERVIK, March 14 (Ostervik Gazette) - ", "OSTERVIK", "", ""),
        ("UNITED NATIONS, 4 Sept. 1991 – ", "UNITED NATIONS", "", ""),
    ],
)
def test_datelines_of_many_habits_are_read(head: str, town: str, state: str, agency: str) -> None:
    found = dateline(f"{head}The envoys met.")
    assert found is not None
    assert (found.town, found.state, found.agency.name if found.agency else "") == (town, state, agency)
    assert f"{head}The envoys met."[found.end :] == "The envoys met."
    assert head[found.start : found.town_end] == town


@pytest.mark.parametrize(
    "text",
    [
        "Moscow said no.",
        "London. The envoys met.",
        "Kyiv (Ukraine) rejected it.",
        "Oslo and Rome agreed - at last.",
        "NATO Ministers agreed at last.",
        "OSLO AND ROME AGREED AT LAST.",
        "GENEVA THE ENVOYS MET.",
        "UPDATE, March 14: The envoys met.",
        "",
    ],
)
def test_a_text_that_begins_with_a_town_has_no_dateline_without_its_mark(text: str) -> None:
    assert dateline(text) is None


@pytest.mark.parametrize(
    ("head", "is_abroad"),
    [
        ("AMMAN — ", False),
        ("AMMAN (Petra) — ", False),
        ("AMMAN, Jordan — ", True),
        ("AMMAN (Reuters) — ", True),
        ("AMMAN (Petra), Jordan — ", True),
        ("WASHINGTON (AP) — ", False),
        ("CAIRO (Xinhua) — ", True),
    ],
)
def test_a_dateline_tells_whether_it_is_written_for_readers_abroad(head: str, is_abroad: bool) -> None:
    found = dateline(f"{head}They met.")
    assert found is not None
    assert found.is_abroad is is_abroad
