"""Pages of lists whose rows have to be made to tell whether they belong there: where rows begin is kept as they are
come by, so that a later page starts near its first row, and none is made again before it.
"""

import json
from collections.abc import Callable, Iterator
from itertools import islice
from typing import TypeVar

from communique.moments import Moment

APART = 5
"""Rows from one whose place is kept to the next."""

T = TypeVar("T")

Place = tuple[int | str, ...]
"""Where a list can be taken up again, in terms of what it is made from; its beginning is `()`."""

Begin = Callable[[Place], Iterator[tuple[Place, T]]]
"""The rows from a place on, each with its own."""


def reached(moment: Moment, key: str, begin: Begin[T], limit: int | None, offset: int) -> list[T]:
    """A page of the list that goes by a key: `limit` rows (None for all that follow) from row `offset` on."""
    if not offset or limit == 0:
        return [row for _, row in islice(begin(()), limit)]
    known: list[Place]
    key = moment.as_it_is(key)
    known, count = json.loads(moment.recalled(key) or "[[], null]")
    if count is not None and offset >= count:
        return []
    before = [len(known), count]
    at = min(offset // APART, len(known) - 1) if known else 0
    rows: list[T] = []
    number = at * APART
    for place, row in begin(tuple(known[at]) if known else ()):
        if number == len(known) * APART:
            known.append(place)
        if number >= offset:
            rows.append(row)
        number += 1
        if len(rows) == limit:
            break
    else:
        count = number
    if [len(known), count] != before:
        moment.keep(key, json.dumps([known, count]))
    return rows
