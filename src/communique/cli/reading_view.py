"""One report's entries as text: what it says, and sentence by sentence why."""

from collections.abc import Iterator, Sequence

from communique.model.claim import KINDS, Claim
from communique.model.reading import Reading, Sentence
from communique.model.report import Report

SUMMARIES = {
    "citations": "{cited} ({kind}) {by}",
    "offices": "{person}: {role} {body} {country} ({status})",
    "changes": "{person}: {change} {role} {body} {country} {when}",
    "meetings": "{status} {format}: {parties} — {participants} — {place} {when}",
    "statements": "{speaker} {cue}: {content} {channel}",
    "positions": "{party} {stance}: {issue}",
    "proposals": "{name} ({status}) {authors} {when}",
    "next_steps": "{who}: {what} ({modality}) {when}",
    "times": "{text} = {value}",
    "parties": "{name} ({role})",
}
"""How an entry of each kind reads in one line; a field it lacks leaves no trace."""


def summary(claim: Claim) -> str:
    """One line that says what an entry says."""
    fields = {argument.role: ", ".join(claim.all(argument.role)) for argument in claim.arguments}
    line = SUMMARIES[claim.kind].format_map(_Blank(fields))
    return " ".join(line.replace("()", "").replace("— —", "—").split()).strip(" —:,")


class _Blank(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return ""


def entries(report: Report, claims: Sequence[Claim]) -> Iterator[str]:
    """The report's entries by kind, each with its words."""
    yield from _heading(report)
    for kind in KINDS:
        found = sorted((c for c in claims if c.kind == kind), key=lambda c: c.evidence[0].span)
        if found:
            yield f"\n{kind.replace('_', ' ').upper()}"
        for claim in found:
            yield f"  {summary(claim)}{_proposed(claim)}"
            if kind != "statements":
                yield f"      “{_line(claim.evidence[0].quote)}”"


def _proposed(claim: Claim) -> str:
    """A mark behind what a language model proposed."""
    return f"  [{claim.made_by.replace('.', ' by ', 1)}]" if claim.made_by.startswith("proposed.") else ""


def explained(report: Report, reading: Reading, claims: Sequence[Claim]) -> Iterator[str]:
    """Every sentence with the entries that rest on it and the rule or model head that made each; or why none does."""
    yield from _heading(report)
    for number, sentence in enumerate(reading.sentences, start=1):
        yield f"\n{number:>3}  {_line(report.text[sentence.start : sentence.end])}"
        resting = [c for c in claims if any(sentence.span.overlaps(e.span) for e in c.evidence)]
        for claim in resting:
            yield f"       {claim.kind[:-1].replace('_', ' '):<10} {summary(claim)}"
            yield f"                  by {claim.made_by}, score {claim.score:.2f}"
        if not resting:
            yield f"       skipped: {_reason(sentence, reading)}"


def _reason(sentence: Sentence, reading: Reading) -> str:
    if sentence.role != "body":
        return f"a {sentence.role}"
    if not any(sentence.first <= n.first < sentence.last for n in reading.names):
        return "nobody is named and nothing is attributed"
    return "no rule found a meeting, saying, office, stance, proposal, step or date"


def _heading(report: Report) -> Iterator[str]:
    yield f"{report.published}  {report.outlet or 'outlet unknown'}  {report.title or report.name}"


def _line(text: str) -> str:
    return " ".join(text.split())
