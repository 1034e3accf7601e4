"""Whom "the former" and "the latter" stand for."""

import pytest


def meant(page, word):
    found = [r.name for r in page.reading.referents for m in r.mentions if page.report.text[m.start : m.end] == word]
    return found[0] if found else ""


def test_the_former_and_the_latter_are_the_two_that_were_joined(annotate):
    page = annotate(
        "Foreign Minister Ana Petrova and the envoy, Jon Dale, met the press in Orsa. The former said that the truce "
        "would hold. The latter warned that the bridge would stay closed."
    )
    assert (meant(page, "former"), meant(page, "latter")) == ("Ana Petrova", "Jon Dale")


def test_the_latter_is_the_second_of_two_who_are_named(annotate):
    page = annotate(
        "Foreign Minister Ana Petrova spoke by phone with General Jon Dale. The latter said that he would come."
    )
    assert meant(page, "latter") == "Jon Dale"


def test_the_latter_is_not_of_two_that_were_named_before_others(annotate):
    page = annotate(
        "The talks, hosted by Norway and Iceland, are led by Ana Petrova, who replaced Jon Dale after the latter was "
        "dismissed."
    )
    assert meant(page, "latter") == "Jon Dale"


@pytest.mark.parametrize(
    "text",
    [
        "Ana Petrova and Jon Dale met in Orsa. The former president was not invited.",
        "Ana Petrova, Jon Dale and Lena Marsh met in Orsa with Karim Vane. In the latter case, she said, all was lost.",
        "The plan and the map were on the table. The latter was rejected.",
        "Maretia is split between a party and a church loyal to Torvik and to Orlo. The latter is persecuted.",
    ],
)
def test_things_and_offices_are_nobody(annotate, text):
    page = annotate(text)
    assert (meant(page, "former"), meant(page, "latter")) == ("", "")
