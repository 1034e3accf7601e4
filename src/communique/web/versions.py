"""The versions of a report side by side."""

from collections.abc import Sequence
from dataclasses import dataclass

from starlette.responses import Response

from communique.model.revising import VersionRow
from communique.web.desk import Answer, Ask
from communique.web.twins import twin_of


@dataclass(frozen=True, slots=True)
class Side:
    """One of two versions beside each other: its paragraphs, each with whether the other lacks it."""

    version: VersionRow
    paragraphs: tuple[tuple[str, bool], ...]


def versions(ask: Ask) -> Response:
    """A version beside the one before it (the first beside the second), and what became of the entries."""
    row = ask.view.versions(ask.id)
    at = next(n for n, version in enumerate(row.versions) if version.id == ask.view.report(ask.id).id)
    pair = row.versions[max(0, at - 1) : max(0, at - 1) + 2]
    texts = [ask.view.report(version.id).text for version in pair]
    sides = [Side(version, marked(text, texts)) for version, text in zip(pair, texts, strict=True)]
    return ask.page(
        "versions.html",
        title=f"Versions: {row.versions[-1].title or 'a report without a title'}",
        row=row,
        sides=sides if len(sides) > 1 else [],
        shown=[version.id for version in pair],
        twins=f"/versions/{ask.id}",
    )


def marked(text: str, texts: Sequence[str]) -> tuple[tuple[str, bool], ...]:
    """The paragraphs of a text, each with whether another of the texts lacks it."""
    held = [{" ".join(line.split()) for line in other.split("\n")} for other in texts]
    lines = [" ".join(line.split()) for line in text.split("\n") if line.strip()]
    return tuple((line, not all(line in other for other in held)) for line in lines)


def versions_as(form: str) -> Answer:
    """The same in another form."""

    def answer(ask: Ask) -> Response:
        row = ask.view.versions(ask.id)
        return twin_of(form, row.versions[-1].title, row, {"versions": row.versions, "entries": row.entries})

    return answer
