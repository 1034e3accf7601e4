"""Plain text in the shapes that occur.

1. A date line, the title, an empty line, the body.
2. A first line `date YYYY-MM-DD Title`, then the body.
3. A header block (`Published: …`, `Source: …`, one a line), an empty line, then title and body; or that of a mail.
4. A copied page: a title, and within the next few lines one that is a date ("12 March 2021", "Published Nov 3, 2020").
5. Anything else: a title if the first line looks like one, and no date.
"""

import re

from communique.model.lines import broken_to_fit
from communique.reading.dates import iso_date
from communique.reading.draft import Draft

_DATED_TITLE = re.compile(r"date:?\s+(\d{4}-\d{2}-\d{2})\b[ \t]*(.*)", re.I)
_HEADER = re.compile(r"([A-Za-z][A-Za-z -]{1,24}):[ \t]*(\S.*)$")
_FIELDS = {
    "published": "published date sent publication-date publication-day published-on published-at posted release-date",
    "modified": "updated modified last-updated last-modified",
    "outlet": "source outlet publisher publication newspaper agency site website",
    "url": "url link address web-address",
    "title": "title headline subject",
}
_FIELD_OF = {name: field for field, names in _FIELDS.items() for name in names.split()}
_DATING = re.compile(r"(?:first |last )?(?:published|posted|updated|released|issued|date)\b(?: on| at)?[ :,|-]*", re.I)
_TITLE_LINES, _LONGEST_TITLE = 3, 200
_CLOSINGS = (".", ":", '"', "”")
_SENTENCE_END = re.compile(r"[.!?][\"'”’)]*$")
_NUMBERS = re.compile(r"\d{1,4}([-/.])\d{1,2}\1\d{1,4}(?=[ \t]*$)", re.MULTILINE)
"""A first line that is meant for a date, whether or not it is one."""
_TOP = 8
"""A date line stands among so many first lines that are not empty."""
_IGNORED = frozenset(
    "author byline by section tags keywords language copyright location dateline from to cc bcc reply-to".split()
)
"""Fields of a header block that say nothing of a report, those of mails among them."""


def read_text(name: str, text: str) -> Draft:
    """Read one plain-text report; `name` is how the user knows it."""
    text = text.strip("\n")
    first, _, rest = text.partition("\n")
    dated = _DATED_TITLE.match(first.strip())
    if dated:
        return Draft(name, _body(rest), title=dated[2].strip(), published=iso_date(dated[1]), dated=dated[1])
    published = iso_date(first.strip())
    if published:
        title, body = _titled(rest)
        return Draft(name, body, title=title, published=published)
    return _headed(name, text)


def _headed(name: str, text: str) -> Draft:
    found: dict[str, str] = {}
    lines = text.split("\n")
    at = 0
    while at < len(lines) and (match := _HEADER.match(lines[at].strip())):
        key = match[1].strip().lower().replace(" ", "-")
        if key not in _FIELD_OF and key not in _IGNORED:
            break
        found.setdefault(_FIELD_OF.get(key, key), match[2].strip())
        at += 1
    if "published" not in found:
        found["published"], lines = _dated_line(lines, at)
    rest = "\n".join(lines[at:])
    title, body = (found["title"], _body(rest)) if "title" in found else _titled(rest)
    return Draft(
        name,
        body,
        title=title,
        published=iso_date(found["published"]),
        modified=iso_date(found.get("modified", "")),
        outlet=found.get("outlet", ""),
        url=found.get("url", ""),
        dated=found["published"] or (_NUMBERS.match(text) or [""])[0],
    )


def _dated_line(lines: list[str], at: int) -> tuple[str, list[str]]:
    """The date that one of the first lines from `at` on is, and the lines without it; "" and all lines for none."""
    told = [n for n in range(at, len(lines)) if lines[n].strip()][:_TOP]
    for n in told[1:]:
        published = iso_date(_DATING.sub("", lines[n].strip(), count=1))
        if published:
            return published, [*lines[:n], *lines[n + 1 :]]
    return "", lines


def _titled(text: str) -> tuple[str, str]:
    """Split a title from the body: a short line followed by an empty one, that is no paragraph of the body."""
    direct = not text.startswith("\n")
    lines = _with_title_in_one_line(text.lstrip("\n"))
    first = lines[0].strip()
    alone = len(lines) == 1 or not lines[1].strip() or _is_tight(lines)
    if direct and alone and len(first) <= 300 and len(lines) > 1 and not _is_paragraph(first):
        return first, _body("\n".join(lines[1:]))
    if not direct and alone and len(first) <= 200 and len(lines) > 2 and not first.endswith(_CLOSINGS):
        return first, _body("\n".join(lines[1:]))
    return "", _body(text)


def _with_title_in_one_line(text: str) -> list[str]:
    """The lines of a text, those of a title one line where they were broken to fit a width."""
    title, _, rest = text.partition("\n\n")
    lines = title.split("\n")
    is_broken = 1 < len(lines) <= _TITLE_LINES and not title.endswith(_CLOSINGS) and len(title) <= _LONGEST_TITLE
    if is_broken and rest and {m.start() for m in re.finditer("\n", title)} <= broken_to_fit(text):
        return [" ".join(lines), "", *rest.split("\n")]
    return text.split("\n")


def _is_tight(lines: list[str]) -> bool:
    """True for a short line before longer ones that are whole paragraphs, with no empty line anywhere."""
    first, *rest = (line.strip() for line in lines)
    told = [line for line in rest if line]
    is_title = not first.endswith((*_CLOSINGS, "?", "!")) and len(told) == len(rest) > 1
    return is_title and len(told[0]) > len(first) and all(_SENTENCE_END.search(line) for line in told[:2])


def _is_paragraph(line: str) -> bool:
    """True for a full sentence of the length that opens a report rather than names it."""
    return len(line) > 120 and line.endswith((".", '."', ".”", ".'", ".’"))


def _body(text: str) -> str:
    return text.strip("\n").rstrip()
