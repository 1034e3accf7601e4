"""The speakers of a report so far."""

from dataclasses import dataclass, field

from communique.model.claim import Field
from communique.model.span import Span


@dataclass(frozen=True, slots=True)
class Speaker:
    """One speaker: the name to write, where it was read, and of what kind.

    `kind` is person, party, body, unnamed (an official, a source), described (anybody else without a name) or text
    (a document whose author is not known). `head` is the head word of the phrase.
    """

    name: str
    span: Span
    kind: str
    head: str = ""

    @property
    def as_field(self) -> Field:
        """Name and place, as a claim wants it."""
        return self.name, self.span


@dataclass(slots=True)
class Memory:
    """The speakers heard, for "he", "the official", "the statement"."""

    heard: list[tuple[Speaker, ...]] = field(default_factory=list)
    authors: tuple[Speaker, ...] = ()
    issuers: tuple[Speaker, ...] = ()
    wrote: dict[str, tuple[Speaker, ...]] = field(default_factory=dict)

    @property
    def writers(self) -> tuple[Speaker, ...]:
        """Whose text spoke last, else whose text the whole report is."""
        return self.authors or self.issuers

    def keep(self, speakers: tuple[Speaker, ...], *, in_writing: bool = False) -> None:
        """Remember who spoke, and whose text spoke for them."""
        if speakers:
            self.heard.append(speakers)
        if in_writing:
            self.authors = speakers
        elif speakers and speakers != self.authors:
            self.authors = ()

    def last(self, *kinds: str) -> tuple[Speaker, ...]:
        """The last speakers, of the given kinds if any."""
        return next((s for s in reversed(self.heard) if not kinds or s[0].kind in kinds), ())

    def described(self, head: str, *kinds: str) -> Speaker | None:
        """The last speaker whose head word was `head`; of several, the one described most fully."""
        found = [s for speakers in self.heard for s in speakers if s.head == head and s.kind in kinds]
        return max(reversed(found), key=lambda s: len(s.name), default=None)
