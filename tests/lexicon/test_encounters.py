"""The words of meeting are well formed."""

from pathlib import Path

import pytest

import communique.lexicon
from communique.lexicon.encounters import attributes, governors, modality, nouns, phases, things, verbs

FORMATS = {"meeting", "talks", "summit", "visit", "call", "video", "shuttle", "ceremony", "exchange", "conference"}
STATUSES = {"held", "under_way", "scheduled", "proposed", "postponed", "cancelled", "refused", "as_told", "phase"}
DATA = Path(communique.lexicon.__file__).parent / "data"


def test_every_noun_has_a_format_or_none() -> None:
    assert {f.rstrip("?") for f in nouns().values()} <= FORMATS | {"-"}


def test_every_verb_has_a_format() -> None:
    assert {v.format.removesuffix("?") for v in verbs().values()} <= FORMATS


def test_every_status_is_one_of_the_guide_or_left_to_the_tense() -> None:
    told = {g.status for g in governors().values()}
    for words in (modality(), attributes(), phases()):
        told |= set(words.values())
    assert told <= STATUSES


def test_the_subject_of_a_governor_is_a_party_a_mediator_or_none() -> None:
    assert {g.subject for g in governors().values()} == {"party", "mediator", "none"}


def test_a_press_conference_is_no_contact_of_parties() -> None:
    assert nouns()["press conference"] == "-"


def test_a_demand_can_be_met_and_is_nobody() -> None:
    assert "demand" in things()


@pytest.mark.parametrize("name", ["encounter_nouns", "encounter_verbs", "encounter_governors", "encounter_modality"])
def test_the_lines_of_a_table_are_different_and_in_order(name: str) -> None:
    lines = (DATA / f"{name}.tsv").read_text(encoding="utf-8").splitlines()[1:]
    keys = [line.split("\t")[0] for line in lines]
    assert len(keys) == len(set(keys))
    assert keys == sorted(keys)
