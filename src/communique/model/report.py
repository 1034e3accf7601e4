"""One report as published."""

from dataclasses import dataclass, field, replace

from communique.model.evidence import Evidence
from communique.model.identity import content_id
from communique.model.span import Span


@dataclass(frozen=True, slots=True)
class Report:
    """One report as published; `text` never changes and every offset refers to it, in code points.

    `text` is the title, a blank line and the body; without a title it is the body alone. `published` and `modified`
    are ISO 8601 dates or date-times as the outlet gave them (`modified` may be empty). `raw` is the SHA-256 of the
    bytes the report was read from. `language` is a BCP 47 tag. Empty strings mean unknown.
    """

    outlet: str
    published: str
    title: str
    text: str
    url: str = ""
    modified: str = ""
    language: str = "en"
    raw: str = ""
    name: str = ""
    id: str = field(init=False, compare=False)
    """Content hash over what the outlet published: the same report read twice has one id."""

    def __post_init__(self) -> None:
        made = content_id("report", self.outlet, self.published, self.url, self.text)
        object.__setattr__(self, "id", made)

    @property
    def day(self) -> str:
        """The day of publication, `YYYY-MM-DD`: what relative times are resolved against."""
        return self.published[:10]

    @property
    def year(self) -> int:
        """The year of publication, 0 where it is not known."""
        return int(self.published[:4] or 0)

    @property
    def given_out(self) -> str:
        """When this version was given out, as far as the outlet says: its last change, else its publication."""
        return self.modified or self.published

    @property
    def title_end(self) -> int:
        """Where the title ends in `text` (0 without one)."""
        return len(self.title)

    def respaced(self, text: str) -> "Report":
        """The same report, by the same id, in a `text` whose white space differs, with every offset as it was."""
        report = replace(self, text=text)
        object.__setattr__(report, "id", self.id)
        return report

    def quote(self, span: Span) -> Evidence:
        """The passage at `span` as evidence."""
        return Evidence(self.id, span, self.text[span.start : span.end])
