"""What tests of the desk share: a record in a file, settings, and what a page holds."""

from collections.abc import Iterable
from html.parser import HTMLParser
from pathlib import Path

from communique import Record
from communique.model.claim import Claim
from communique.model.report import Report
from communique.testing import MONDAY
from communique.web.settings import Settings

BASE = "http://127.0.0.1:8642"
TOKEN = "a-token-of-thirty-characters-ok"
NOW = "2031-06-02T09:30:00.000Z"

VOID = frozenset("meta link input br hr img".split())
SHAPES = frozenset("line path rect circle".split())


def kept(path: Path, reports: Iterable[tuple[Report, list[Claim]]]) -> None:
    with Record.open(path) as record:
        for report, claims in reports:
            record.keep(report, claims, version="1", recorded=MONDAY)
        record.resolve()


def settings_of(path: Path, *, token: str = TOKEN) -> Settings:
    return Settings(path, now=lambda: NOW, token=token, reviewer="Ada Quill")


class Page(HTMLParser):
    """The elements of a page: (name, attributes), links, ids, words; fails on elements that are not closed."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.text = ""
        self._open: list[str] = []
        self.feed(html)
        self.close()
        assert not self._open, self._open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in SHAPES, tag
        self.elements.append((tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        assert self._open, tag
        assert self._open.pop() == tag, tag

    def handle_data(self, data: str) -> None:
        self.text += data

    @property
    def links(self) -> list[str]:
        return [attrs["href"] for tag, attrs in self.elements if tag == "a" and "href" in attrs]

    @property
    def ids(self) -> list[str]:
        return [attrs["id"] for _, attrs in self.elements if "id" in attrs]
