"""Verbs, nouns and phrases of saying."""

from communique.lexicon import cues
from communique.lexicon.tables import rows


def test_a_verb_of_saying_takes_a_clause():
    found = cues.verb("say")
    assert found is not None
    assert "clause" in found.takes


def test_a_particle_makes_a_cue_of_its_own():
    assert ("for",) in cues.tails("call")
    found = cues.phrase(("call", "for"))
    assert found is not None
    assert "object" in found.takes


def test_a_verb_that_says_nothing_is_no_cue():
    assert cues.verb("attend") is None


def test_a_lost_silent_e_is_restored():
    assert cues.base("underscored", "underscor") == "underscore"


def test_a_form_that_the_tagger_took_for_a_base_form_is_found():
    assert cues.base("emphasised", "emphasised") == "emphasise"
    assert cues.base("denied", "denied") == "deny"
    assert cues.base("walked", "walked") == "walked"


def test_a_plural_noun_is_the_cue_of_its_singular():
    found = cues.noun("promises")
    assert found is not None
    assert found.lemma == "promise"


def test_channels_have_a_kind():
    assert cues.channels()["news briefing"] == "briefing"
    assert cues.channels()["press conference"] == "conference"


def test_the_lists_are_alphabetic_and_without_doubles():
    for name, column in (("cue_verbs", "cue"), ("cue_nouns", "cue")):
        listed = [row[column] for row in rows(name)]
        assert len(listed) == len(set(listed))
        assert listed == sorted(listed)
