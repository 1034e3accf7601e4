"""What became of something that was announced, as a later report tells it."""

from dataclasses import dataclass

from communique.model.report import Report


@dataclass(frozen=True, slots=True)
class Outcome:
    """The state of a step by the words `report.text[start:end]`, in code points; `signals` say why they tell of it."""

    state: str
    report: Report
    start: int
    end: int
    signals: tuple[str, ...]
