"""Pronouns that stand before the name of whom they mean."""

import pytest


def pronouns(page, name):
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
