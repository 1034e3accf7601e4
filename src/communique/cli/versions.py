"""`communique versions`: what an outlet changed in a report, and which entries lost their words."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from communique.cli.columns import ID
from communique.cli.record import AsJson, KnownBy, RecordedBy, RecordFile, moment
from communique.cli.render import put_one, short

if TYPE_CHECKING:
    from communique.model.revising import VersionsRow


def versions(
    report: Annotated[str, typer.Argument(help="The id of any version of the report, or its beginning.")],
    *,
    known_by: KnownBy = "",
    recorded_by: RecordedBy = "",
    record: RecordFile = None,
    as_json: AsJson = False,
) -> None:
    """The versions of a report at one address: what each added and left out, and which entries lost their words."""
    with moment(record, known_by, recorded_by) as held:
        found = held.versions(report)
    put_one(found, _lines(found), as_json=as_json)


def _lines(found: "VersionsRow") -> Iterator[str]:
    for version in found.versions:
        yield f"{version.since}  {version.title or 'without a title'}  {version.id}"
        if version.is_withdrawal:
            yield "  withdrawn by its outlet"
        yield from (f"  its outlet says: {words}" for words in version.notes)
        yield from (f"  - {short(words)}" for words in version.gone)
        yield from (f"  + {short(words)}" for words in version.new)
    lost = [entry for entry in found.entries if entry.unsupported_since]
    yield f"{len(found.entries) - len(lost)} entries stand in the last version, {len(lost)} have lost their words"
    for entry in lost:
        yield f"  {entry.kind}, unsupported since {entry.unsupported_since}: {short(entry.title)}  {entry.id[:ID]}"
