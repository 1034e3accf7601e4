"""Parts shared by the tests: the real annotator, loaded once."""

from collections.abc import Callable

import pytest

from communique.language.annotator import DefaultAnnotator
from communique.model.page import Page
from communique.model.report import Report


@pytest.fixture(scope="session")
def annotator() -> DefaultAnnotator:
    return DefaultAnnotator()


@pytest.fixture(scope="session")
def annotate(annotator: DefaultAnnotator) -> Callable[..., Page]:
    """`annotate(text, published=…, title=…)` reads a text of our own with the shipped model."""

    def read(text: str, *, published: str = "2031-05-02", title: str = "", outlet: str = "The Courier") -> Page:
        report = Report(outlet, published, title, f"{title}\n\n{text}" if title else text)
        return Page(report, annotator.annotate([report])[0])

    return read
