"""Saved web pages: the main text and metadata by trafilatura, the publication date by htmldate."""

from communique.errors import InputError
from communique.reading.dates import iso_date
from communique.reading.draft import Draft

_FIRST, _LAST = "1900-01-01", "2199-12-31"
"""Fixed bounds for dates, so that reading a page does not depend on the day of running."""


def read_html(name: str, text: str) -> Draft:
    """Read one saved page; raises `InputError` when no main text is found.

    Only dates that the page states as its own (metadata, a marked-up time) are taken, never one from its prose.
    """
    from htmldate import find_date
    from trafilatura import bare_extraction

    found = bare_extraction(text, with_metadata=True, include_comments=False, include_tables=False)
    if found is None or isinstance(found, dict) or not (found.text or "").strip():
        raise InputError(name, "no main text found in the page", "Save the article itself, or its text in a .txt file.")
    dates = {
        original: find_date(
            text,
            original_date=original,
            extensive_search=False,
            outputformat="%Y-%m-%d",
            min_date=_FIRST,
            max_date=_LAST,
        )
        for original in (True, False)
    }
    published, modified = (iso_date(dates[original] or "") for original in (True, False))
    title = (found.title or "").strip()
    return Draft(
        name,
        _paragraphs(found.text or "", title),
        title=title,
        published=published,
        modified=modified if modified != published else "",
        outlet=(found.sitename or "").strip(),
        url=(found.url or "").strip(),
    )


def _paragraphs(text: str, title: str) -> str:
    """One empty line between paragraphs; a repeated title line is dropped."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    return "\n\n".join(lines[1:] if lines and lines[0] == title else lines)
