"""Whom pronouns mean."""

import pytest


def pronouns(page, name):
    """The words of the pronouns that mean somebody."""
    found = next(r for r in page.reading.referents if r.name == name)
    return [page.report.text[m.start : m.end] for m in found.mentions if m.form == "pronoun"]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Otto Vasa spoke first. When he took the floor, Karl Holm rejected the plan.", "Karl Holm"),
        ("Otto Vasa spoke first. For his part, Karl Holm rejected the plan.", "Karl Holm"),
        ("Otto Vasa spoke first. Echoing his words, Karl Holm rejected the plan.", "Otto Vasa"),
        ("Otto Vasa spoke first. When he took the floor, Karl Holm interrupted him.", "Otto Vasa"),
    ],
)
def test_a_phrase_before_the_subject_is_about_the_subject(annotate, text, meant):
    assert pronouns(annotate(text), meant)[0] in ("he", "his")


def test_its_own_is_the_subjects_own(annotate):
    page = annotate("Norway and Peru disagreed. Norway sent its envoy to Lima, and Peru did not.")
    assert pronouns(page, "NOR") == ["its"]


def test_the_army_is_the_states_whatever_rebels_are_called(annotate):
    page = annotate("Peru fought the Free Highland Army. Peru said the army would go on.")
    found = next(r for r in page.reading.referents if r.name == "Free Highland Army")
    assert [m.form for m in found.mentions] == ["name"]


def test_a_title_with_what_it_is_of_is_the_named_ministers(annotate):
    page = annotate("Minister Ramon Cruz of Peru spoke. U.S. Secretary of State Dana Whitfield did not.")
    found = next(r for r in page.reading.referents if r.name == "Ramon Cruz")
    assert "Secretary" not in " ".join(page.report.text[m.start : m.end] for m in found.mentions)


def test_they_are_both_of_whom_one_met_the_other(annotate):
    page = annotate(
        "Maretian Foreign Minister Ana Petrova met the mediator, Norwegian judge Per Holm, for two hours on Tuesday. "
        "They are to meet again on Friday."
    )
    assert pronouns(page, "Ana Petrova") == pronouns(page, "Per Holm") == ["They"]
