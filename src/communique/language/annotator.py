"""The annotator: from a report's text to a `Reading`."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

from communique.language.encoder import Encoder
from communique.language.identity import referents
from communique.language.quotations import attributions
from communique.language.times import times
from communique.model.page import Page
from communique.model.reading import Reading
from communique.model.report import Report

RULES = "1"
"""Version of the rule-based parts; raise it when they change what is read."""


class Annotator(Protocol):
    """The seam: anything that turns reports into readings, one each, in order. `version` names model and rules."""

    @property
    def version(self) -> str:
        """Model and rules in one word; readings of different versions are not mixed."""
        ...

    def annotate(self, reports: Sequence[Report]) -> list[Reading]:
        """One reading a report, in the same order."""
        ...


class DefaultAnnotator:
    """The shipped model for syntax, names and quotations, with rules for times and identity."""

    def __init__(self, encoder: Encoder | None = None) -> None:
        self._encoder = encoder or Encoder()

    @property
    def version(self) -> str:
        """The model's own version and that of the rules."""
        return f"{self._encoder.version}+rules-{RULES}"

    def annotate(self, reports: Sequence[Report]) -> list[Reading]:
        """Read syntax, names and raw attributions with the model, then times, identity and attributions by rule."""
        encoded = self._encoder.read(reports)
        return [complete(report, reading, self.version) for report, reading in zip(reports, encoded, strict=True)]


def complete(report: Report, encoded: Reading, version: str) -> Reading:
    """Add what rules find to what the model found; each step sees the steps before it."""
    reading = replace(encoded, version=version)
    reading = replace(reading, times=times(Page(report, reading)))
    reading = replace(reading, referents=referents(Page(report, reading)))
    return replace(reading, attributions=attributions(Page(report, reading)))
