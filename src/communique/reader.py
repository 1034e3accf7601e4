"""Reading batches of reports in a worker: made once in each process, where it loads the model."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from communique.language.annotator import DefaultAnnotator
from communique.language.seam import Annotator
from communique.model.report import Report
from communique.pipeline import Read, read

Batch = Sequence[Report]
Work = Callable[[Batch], tuple[str, list[Read]]]
"""From a batch to the version that read it and one result a report, in order."""


@dataclass(frozen=True, slots=True)
class Make:
    """Makes the work for an engine; `annotator` makes another annotator than the shipped one."""

    annotator: Callable[[], Annotator] | None = None

    def __call__(self) -> Work:
        """Load the annotator; the work holds it."""
        loaded = self.annotator() if self.annotator else DefaultAnnotator()
        return lambda batch: (loaded.version, list(read(batch, loaded)))
