"""Posts of social media as web pages set them into a report: the words, then who posted them and when."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from communique.model.span import Span

_POST = re.compile(
    r"(?m)^(?P<words>[^\n]{8,}?)\s*(?:[—–]|--?)\s*(?P<author>[^\n(—–]{2,60}?)\s*(?P<signed>\(@\w{1,30}\)[^\n]{0,40})$"
)


class Post(NamedTuple):
    """The words of a post, whose name stands under it, and the handle with the day."""

    words: Span
    author: Span
    signed: Span


def posts(text: str, first: int) -> Iterator[Post]:
    """Posts in `text` from character `first` on: "We welcome the accord. — Ada Quill (@quill) May 4, 2016"."""
    for found in _POST.finditer(text, first):
        yield Post(*(Span(*found.span(part)) for part in ("words", "author", "signed")))
