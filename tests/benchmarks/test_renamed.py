"""Reports with other names in them are the same reports."""

import re

from benchmarks.renamed import renamed

TEXT = (
    "PERU SENDS ENVOY. Peruvian Foreign Minister Rosa Quispe met U.S. envoy Jon Dale in Lima on Friday. Quispe said "
    "that "
    "Peruvians wanted peace with Ecuador."
)
ENTRY = {
    "report": "r-1",
    "published": "2031-05-02",
    "offices": [
        {"person": "Rosa Quispe", "role": "Foreign Minister", "country": "PER", "evidence": TEXT[18:57]},
        {"person": "Jon Dale", "role": "envoy", "country": "USA", "evidence": "U.S. envoy Jon Dale"},
    ],
    "changes": [],
}


def test_states_and_people_are_others_in_text_and_annotation_alike() -> None:
    text, entry = renamed(TEXT, ENTRY, 1)
    minister, envoy = entry["offices"]
    assert not re.search(r"PERU|Peru|Lima|Quispe|Rosa|Jon|Dale|Ecuador", text)
    assert minister["country"] not in ("PER", "ECU")
    assert envoy["country"] == "USA"
    assert all(o["person"] in text and o["evidence"] in text for o in entry["offices"])
    assert text.count(minister["person"].split()[1]) == 2
    assert "U.S. envoy" in text


def test_the_same_seed_gives_the_same_names() -> None:
    assert renamed(TEXT, ENTRY, 1) == renamed(TEXT, ENTRY, 1) != renamed(TEXT, ENTRY, 2)
