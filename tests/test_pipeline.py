"""From a report to claims: what holds for the whole reading."""

import textwrap
from dataclasses import replace
from pathlib import Path

import pytest

from communique.export.guide import guide
from communique.language.annotator import DefaultAnnotator
from communique.model.claim import Claim
from communique.model.report import Report
from communique.pipeline import Read, extract, read
from communique.reading.files import read_files

GOLDEN = Path(__file__).parent / "golden"
EXAMPLES = Path(__file__).parent.parent / "examples"


@pytest.fixture(scope="module")
def corpus() -> list[Report]:
    return [r for r in read_files([str(EXAMPLES / "lantern-islands")]) if isinstance(r, Report)]


@pytest.fixture(scope="module")
def results(corpus: list[Report], annotator: DefaultAnnotator) -> list[Read]:
    return list(read(corpus, annotator))


@pytest.mark.parametrize("path", sorted((GOLDEN / "no_talks").glob("*.txt")), ids=lambda p: p.stem)
def test_a_report_without_talks_has_no_meeting_no_party_and_no_proposal(
    path: Path, annotator: DefaultAnnotator
) -> None:
    (result,) = read([r for r in read_files([str(path)]) if isinstance(r, Report)], annotator)
    found = {kind: [c for c in result.claims if c.kind == kind] for kind in ("meetings", "parties", "proposals")}
    assert found == {"meetings": [], "parties": [], "proposals": []}


def test_every_passage_re_reads_to_its_quote(results: list[Read]) -> None:
    for result in results:
        for claim in result.claims:
            for evidence in (*claim.evidence, *(argument.evidence for argument in claim.arguments)):
                evidence.verify(result.report.text)


def test_no_report_of_the_example_has_a_problem(results: list[Read]) -> None:
    assert [result.problems for result in results if result.problems] == []


@pytest.mark.parametrize("text", ["U.S.", "U.N. envoy", "Oslo,", "Talks in Oslo, U.S."])
def test_a_report_may_be_of_one_word(text: str, annotator: DefaultAnnotator) -> None:
    (result,) = read([Report("The Courier", "2031-05-02", "", text)], annotator)
    assert result.problems == ()


def test_a_report_may_break_off_anywhere(corpus: list[Report], annotator: DefaultAnnotator) -> None:
    def cut(report: Report, part: int) -> Report:
        body = report.text[report.title_end :]
        return replace(report, text=report.text[: report.title_end] + body[: len(body) * part // 9].rpartition(" ")[0])

    broken = [cut(report, part) for report in corpus for part in range(2, 9)]
    assert [problem for result in read(broken, annotator) for problem in result.problems] == []


def test_the_order_and_company_of_reports_changes_nothing(
    corpus: list[Report], results: list[Read], annotator: DefaultAnnotator
) -> None:
    backwards = {r.report.id: r for r in read(list(reversed(corpus)), annotator)}
    alone = {corpus[0].id: next(read(corpus[:1], annotator))}
    for result in results:
        assert backwards[result.report.id].claims == result.claims
    assert alone[corpus[0].id].claims == results[0].claims


@pytest.mark.parametrize("number", range(6))
def test_what_is_read_does_not_hang_on_the_address(
    number: int, corpus: list[Report], results: list[Read], annotator: DefaultAnnotator
) -> None:
    joint = Report(
        "The Courier",
        "2031-05-02",
        "",
        "Foreign ministers Ana Petrova of Maretia and Jonas Vell of Torvik said that both would keep the truce. "
        "They welcomed the talks in Oslo, and the two said that the line would stay open.",
    )
    known = [*results, *read([joint], annotator)]
    elsewhere = [replace(r, url=f"https://example.org/{number}") for r in (*corpus, joint)]
    for before, after in zip(known, read(elsewhere, annotator), strict=True):
        assert [_told(c) for c in after.claims] == [_told(c) for c in before.claims]


def _told(claim: Claim) -> tuple[object, ...]:
    return claim.kind, [(a.role, a.value, a.evidence.span) for a in claim.arguments], [e.span for e in claim.evidence]


def test_a_fault_in_one_report_stops_no_other(corpus: list[Report], annotator: DefaultAnnotator) -> None:
    class Failing:
        version = "failing"

        def annotate(self, reports):  # type: ignore[no-untyped-def]
            if any(r.name == corpus[1].name for r in reports):
                raise ValueError("this one is broken")
            return annotator.annotate(reports)

    first, second, third = read(corpus[:3], Failing())
    assert first.claims
    assert third.claims
    assert second.reading is None
    assert corpus[1].name in second.problems[0].message


def test_a_reading_that_does_not_fit_its_report_makes_no_claims(
    corpus: list[Report], annotator: DefaultAnnotator
) -> None:
    class Shifted:
        version = "shifted"

        def annotate(self, reports):  # type: ignore[no-untyped-def]
            first, *rest = annotator.annotate(reports)
            moved = tuple(replace(token, start=token.start + 1, end=token.end + 1) for token in first.tokens)
            return [replace(first, tokens=moved), *rest]

    first, second = read(corpus[:2], Shifted())
    assert (first.reading, first.claims) == (None, ())
    assert [p.code for p in first.problems] == ["unsound"]
    assert corpus[0].name in first.problems[0].message
    assert second.claims


def test_a_fault_in_one_kind_keeps_the_others(results: list[Read], monkeypatch: pytest.MonkeyPatch) -> None:
    def offices(page: object) -> None:
        raise ValueError("broken")

    monkeypatch.setattr("communique.pipeline.offices", offices)
    assert results[0].reading is not None
    outcome = extract(results[0].report, results[0].reading)
    assert any(c.kind == "statements" for c in outcome.values)
    assert [p.stage for p in outcome.problems] == ["offices"]


def test_lines_that_were_broken_to_fit_a_width_change_nothing_that_is_read(
    corpus: list[Report], annotator: DefaultAnnotator
) -> None:
    whole = next(r for r in corpus if r.title)
    broken = replace(whole, text="\n\n".join(textwrap.fill(p, 70) for p in whole.text.split("\n\n")))
    before, after = read([whole, broken], annotator)
    assert [_values(c) for c in after.claims] == [_values(c) for c in before.claims]
    for claim in after.claims:
        for evidence in (*claim.evidence, *(argument.evidence for argument in claim.arguments)):
            evidence.verify(broken.text)
    written = guide(broken, after.claims)
    assert all(s["evidence"] in broken.text for s in written["statements"] if isinstance(s["evidence"], str))
    assert all(p["issue"] in broken.text for p in written["positions"])


def _values(claim: Claim) -> tuple[str, list[tuple[str, str]]]:
    return claim.kind, [(a.role, a.value) for a in claim.arguments]
