"""JSON Lines: one report a line, under the field names that archives use."""

import json
from collections.abc import Iterator
from typing import Any

from communique.errors import InputError
from communique.reading.dates import iso_date
from communique.reading.decoding import uniform
from communique.reading.draft import Draft

_FIELDS = {
    "body": "text body content articleBody bodyText body_text maintext",
    "title": "title headline webTitle",
    "published": "published published_at publishedAt date datePublished publication_date pub_date publish_date",
    "modified": "modified modified_at updated updated_at dateModified",
    "outlet": "outlet source publisher publication site source_name",
    "url": "url link webUrl uri",
}


def read_jsonl(name: str, text: str) -> Iterator[Draft | InputError]:
    """Read every line as one report; a bad line is an error in its place and stops nothing else."""
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            yield _line(f"{name}:{number}", line)


def _line(name: str, line: str) -> Draft | InputError:
    try:
        row = json.loads(line)
    except ValueError as error:
        return InputError(name, f"this line is no JSON ({error})", "Write one JSON object a line.")
    if not isinstance(row, dict):
        return InputError(name, "this line is no JSON object", 'Write {"published": …, "title": …, "text": …} a line.')
    return draft_of(name, row)


def draft_of(name: str, row: dict[str, Any]) -> Draft:
    """What one JSON object says of a report."""
    fields = {field: _first(row, names.split()) for field, names in _FIELDS.items()}
    return Draft(
        name,
        uniform(fields["body"]).strip("\n").rstrip(),
        title=" ".join(fields["title"].split()),
        published=iso_date(fields["published"]),
        modified=iso_date(fields["modified"]),
        outlet=fields["outlet"].strip(),
        url=fields["url"].strip(),
        dated=" ".join(fields["published"].split()),
    )


def _first(row: dict[str, Any], names: list[str]) -> str:
    for name in names:
        value = row.get(name)
        if isinstance(value, dict):
            value = value.get("name") or value.get("title")
        if isinstance(value, str) and value.strip():
            return value
    return ""
