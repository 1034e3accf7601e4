"""From a report to the claims that a model proposes and the report supports."""

import json
import re
from collections.abc import Iterator
from typing import Any

from communique.lexicon.countries import code_of
from communique.model.claim import Claim, Field, claim
from communique.model.page import Page
from communique.model.problem import Outcome, Problem
from communique.model.reading import Reading
from communique.model.report import Report
from communique.model.shapes import SHAPES, SIDE, TIME, Holds
from communique.model.span import Span
from communique.propose.endpoint import Endpoint, EndpointFailure
from communique.propose.prompt import messages

STAGE = "propose"
PREFIX = "proposed."
"""How `made_by` begins in every claim that a model proposed."""

SCORE = 0.5
"""Of every proposal: nothing is known of how sure the model is."""

_FENCE = re.compile(r"\s*```(?:json)?\s*(.*?)\s*```\s*", re.DOTALL)
Json = dict[str, Any]


class ModelProposer:
    """Asks the model behind an endpoint. Of its entries those are kept whose words stand verbatim in the report."""

    def __init__(self, endpoint: Endpoint) -> None:
        self._endpoint = endpoint

    def propose(self, report: Report, reading: Reading) -> Outcome[Claim]:
        """One request; a failure is a problem, never an exception."""
        try:
            answer = self._endpoint.ask(messages(report))
            return Outcome(tuple(supported(Page(report, reading), answer, made_by=PREFIX + self._endpoint.model)))
        except EndpointFailure as error:
            return Outcome((), (Problem(STAGE, "endpoint", str(error), report.id),))
        except ValueError as error:
            message = f"{self._endpoint.model} gave no list of entries ({error}). Try again, or another model."
            return Outcome((), (Problem(STAGE, "answer", message, report.id),))


def supported(page: Page, answer: str, *, made_by: str) -> Iterator[Claim]:
    """The claims of an answer that the report supports; raises `ValueError` when the answer is no list of entries."""
    fenced = _FENCE.fullmatch(answer)
    told = json.loads(fenced[1] if fenced else answer)
    entries = told.get("entries") if isinstance(told, dict) else told
    if not isinstance(entries, list):
        raise ValueError("no `entries`")
    seen: set[str] = set()
    for entry in entries:
        made = _claim(page, entry, made_by) if isinstance(entry, dict) else None
        if made and made.id not in seen:
            seen.add(made.id)
            yield made


def _claim(page: Page, entry: Json, made_by: str) -> Claim | None:
    shape, given = SHAPES.get(str(entry.get("kind"))), entry.get("fields")
    evidence = _place(page.report.text, entry.get("evidence"))
    if shape is None or evidence is None or not isinstance(given, dict):
        return None
    fields = {
        role: [field for value in _listed(given[role]) if (field := _field(page, holds, value, evidence))]
        for role, holds in shape.fields.items()
        if role in given
    }
    if not all(fields.get(role) for role in shape.needed):
        return None
    return claim(page.report, str(entry["kind"]), fields, evidence=[evidence], made_by=made_by, score=SCORE)


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]


def _field(page: Page, holds: Holds, given: object, evidence: Span) -> Field | None:
    """A value with its words, if the report and the kind of field bear it out."""
    value, quote = (given.get("value"), given.get("quote")) if isinstance(given, dict) else (given, None)
    if not isinstance(value, str) or not value.strip():
        return None
    if not isinstance(holds, str):
        return (value, evidence) if value in holds else None
    place = _place(page.report.text, value if quote is None else quote, evidence)
    if place is None:
        return None
    if holds == TIME:
        return (value, place) if _dated(page, value, place) else None
    words = page.text(place)
    return (value, place) if value == words or (holds == SIDE and _stands_for(words, value)) else None


def _dated(page: Page, value: str, place: Span) -> bool:
    """Whether the tagger of times reads the same value in these words: a model's own arithmetic is not taken."""
    return any(place.overlaps(t.span) and value in (t.value, *t.candidates) for t in page.reading.times)


def _stands_for(words: str, code: str) -> bool:
    return any(code_of(part) == code for part in (words, *words.split()))


def _place(text: str, words: object, near: Span | None = None) -> Span | None:
    """Where these very words stand, whole, in the passage `near` if they do, else first in the report."""
    if not isinstance(words, str) or not words.strip() or words != words.strip():
        return None
    found = [m.span() for m in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text)]
    inside = [s for s in found if near and near.start <= s[0] and s[1] <= near.end]
    return next((Span(*span) for span in inside or found), None)
