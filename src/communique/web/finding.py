"""The search: words in reports and entries, what the hits can be narrowed by, every hit marked."""

from collections.abc import Iterable, Mapping
from typing import Any

from markupsafe import Markup, escape
from starlette.responses import Response

from communique.api import View
from communique.lexicon.countries import called
from communique.model.rows import Hits
from communique.web.asked import Asked
from communique.web.desk import Answer, Ask
from communique.web.pages import one_line
from communique.web.twins import twin

NAMES = 8
"""Names shown above what was found."""
NARROWED = ("kind", "party", "outlet", "since", "until")
"""What a search can be narrowed by."""
LONGEST = 400
"""Characters of a title or passage."""


def search(ask: Ask) -> Response:
    """What has the words: names, entries, reports."""
    words = ask.asked.get("words")
    found = sought(ask.view, ask.asked) if words else Hits((), 0, True, (), (), ())
    plain = words.replace('"', " ").replace("*", " ")
    is_narrowed = any(ask.asked.these(*NARROWED).values())
    names = ask.view.names(name=plain, limit=NAMES) if words and not is_narrowed else []
    shown = [short(text) for row in found.rows for text in (row.title, row.words)] + [called(row.name) for row in names]
    return ask.page(
        "search.html",
        title="Search",
        words=words,
        found=found,
        names=names,
        marked=marked(ask.view, words, shown),
        short=short,
        facets=(("kind", "Kind", found.kinds), ("party", "Party", found.parties), ("outlet", "Outlet", found.outlets)),
        has_more=found.count > ask.asked.first + len(found.rows),
        twins="/search" if words else "",
    )


def search_as(form: str) -> Answer:
    """What was found in another form."""

    def answer(ask: Ask) -> Response:
        found = sought(ask.view, ask.asked)
        return twin(form, "Search", found.rows, more=next_hits(ask.asked, "/search." + form, found))

    return answer


def sought(view: View, asked: Asked) -> Hits:
    """A page of what was found."""
    narrowed = asked.these(*NARROWED)
    last = min((day for day in (narrowed["until"], asked.get("as_of")) if day), default="")
    rows: dict[str, Any] = {"limit": asked.size, "offset": asked.first}
    return view.search(asked.get("words"), **{**narrowed, "until": last}, **rows)


def next_hits(asked: Asked, path: str, found: Hits) -> str:
    """The address of the next page; "" on the last one."""
    return asked.next(path, found.count > asked.first + len(found.rows))


def marked(view: View, words: str, texts: Iterable[str]) -> Mapping[str, Markup]:
    """Texts with every hit marked."""
    known = list(dict.fromkeys(texts))
    places = view.found_in(words, known) if words and known else []
    return {text: _marked(text, spans) for text, spans in zip(known, places, strict=False)}


def _marked(text: str, spans: Iterable[tuple[int, int]]) -> Markup:
    html, at = Markup(), 0
    for start, end in spans:
        html += escape(text[at:start]) + Markup("<mark>{}</mark>").format(text[start:end])
        at = end
    return html + escape(text[at:])


def short(text: str) -> str:
    """A text in one line, not too long."""
    line = one_line(text)
    return line if len(line) <= LONGEST else line[:LONGEST].rpartition(" ")[0] + " …"
