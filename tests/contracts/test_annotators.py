"""What every annotator promises; a new parser joins `PARSERS` and must pass all of it."""

from collections.abc import Callable
from functools import cache

import pytest

from communique.language.adapters.gliner_names import GlinerNames
from communique.language.adapters.spacy_pipeline import SpacyParser
from communique.language.annotator import DefaultAnnotator
from communique.language.encoder import Encoder
from communique.language.seam import Annotator, Parser
from communique.model.reading import Reading
from communique.model.report import Report
from communique.model.soundness import faults
from communique.pipeline import read
from communique.testing import a_report
from fakes import FakeGliner, FakeSpacy, LyingGliner

PARSERS: dict[str, Callable[[], Parser]] = {
    "shipped": Encoder,
    "spacy": lambda: SpacyParser(FakeSpacy()),
    "gliner": lambda: GlinerNames(Encoder(), FakeGliner()),
    "gliner over spacy": lambda: GlinerNames(SpacyParser(FakeSpacy()), FakeGliner()),
    "a model that lies": lambda: GlinerNames(Encoder(), LyingGliner()),
}

REPORT = a_report(
    "Foreign Minister Ana Petrova of Maretia met the Torvik envoy, Jon Dale, in Geneva on Monday.",
    "“We will sign the accord,” Petrova said. Dale's delegation left. Nobody told the U.N. why.",
    title="Maretia and Torvik near an accord",
)
ODD = ["", " \n ", "…", "\u200b", "NOBODY SAID A WORD", "a" * 3000, "中文。 \u0301 \u202e", "“", "1. A\n\n2. B"]


@cache
def made(name: str) -> Annotator:
    return DefaultAnnotator(PARSERS[name]())


@pytest.fixture(params=PARSERS)
def annotator(request: pytest.FixtureRequest) -> Annotator:
    return made(request.param)


def annotated(annotator: Annotator, *reports: Report) -> list[Reading]:
    return annotator.annotate(list(reports))


def odd(text: str) -> Report:
    return Report("The Courier", "2031-05-02", "", text)


def test_every_report_has_its_reading_in_order(annotator: Annotator) -> None:
    reports = [REPORT, odd("Nobody signed."), odd("The envoys left.")]
    found = annotated(annotator, *reports)

    assert [reading.report for reading in found] == [report.id for report in reports]
    assert {reading.version for reading in found} == {annotator.version}
    assert annotated(annotator) == []


def test_a_reading_does_not_depend_on_the_other_reports_nor_on_the_run(annotator: Annotator) -> None:
    other = odd("The envoys of Torvik left Geneva on Friday.")
    (alone,) = annotated(annotator, REPORT)

    assert annotated(annotator, other, REPORT)[1] == alone
    assert annotated(annotator, REPORT) == [alone]


def test_everything_in_a_reading_stands_in_the_report(annotator: Annotator) -> None:
    (reading,) = annotated(annotator, REPORT)

    assert list(faults(REPORT, reading)) == []
    assert reading.tokens
    assert reading.sentences[0].role == "title"
    assert [t.text for t in reading.times] == ["Monday"]


@pytest.mark.parametrize("text", ODD)
def test_odd_texts_are_read(annotator: Annotator, text: str) -> None:
    (reading,) = annotated(annotator, odd(text))

    assert list(faults(odd(text), reading)) == []


def test_every_entry_made_of_a_reading_has_its_evidence(annotator: Annotator) -> None:
    (result,) = read([REPORT], annotator)

    assert result.problems == ()
    assert result.claims
    for claim in result.claims:
        for evidence in (*claim.evidence, *(argument.evidence for argument in claim.arguments)):
            evidence.verify(REPORT.text)


def test_versions_tell_the_parsers_apart() -> None:
    assert len({made(name).version for name in PARSERS if "lies" not in name}) == len(PARSERS) - 1
