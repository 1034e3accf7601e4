"""Builders for tests, ours and other people's: reports and claims without a model.

>>> report = a_report("Ovar and Lund met in Bern on 3 May.", published="2031-05-04")
>>> a_claim(report, "meetings", place="Bern", parties=["Ovar", "Lund"], when="2031-05-03", status="held").get("place")
'Bern'
"""

from collections.abc import Sequence

from communique.model.claim import Claim, claim
from communique.model.report import Report
from communique.model.span import Span

MONDAY = "2031-05-05T08:00:00Z"
"""A moment of recording, for tests that need one."""

TUESDAY = "2031-05-06T08:00:00Z"
"""A later moment of recording."""


def a_report(
    *sentences: str, outlet: str = "The Courier", published: str = "2031-05-02", title: str = "", url: str = ""
) -> Report:
    """A report whose body is `sentences`, each a paragraph of its own."""
    body = "\n\n".join(sentences) or "The talks went on."
    text = f"{title}\n\n{body}" if title else body
    return Report(outlet, published, title, text, url=url, name=f"{outlet}-{published}".lower().replace(" ", "-"))


def a_claim(
    report: Report, kind: str, /, *, said: str = "", made_by: str = "testing", **fields: str | Sequence[str]
) -> Claim:
    """A claim of one report; its evidence is the passage `said`, or the whole text.

    A value that stands in the passage is read there; another ("UKR") is supported by the passage as a whole.
    """
    whole = _find(report, said) if said else Span(0, len(report.text))
    given = {
        role: [(v, _within(report, whole, v)) for v in ([value] if isinstance(value, str) else value)]
        for role, value in fields.items()
    }
    return claim(report, kind, given, evidence=[whole], made_by=made_by)


def _find(report: Report, words: str) -> Span:
    start = report.text.find(words)
    if start < 0:
        raise ValueError(f"{words!r} is not in the report")
    return Span(start, start + len(words))


def _within(report: Report, whole: Span, value: str) -> Span:
    start = report.text.find(value, whole.start, whole.end) if value else -1
    return Span(start, start + len(value)) if start >= 0 else whole
