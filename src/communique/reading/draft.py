"""What a format's reader found of one report, before it is known to be complete."""

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Draft:
    """A report as far as its file tells it; empty strings mean the file does not say.

    `dated` is the publication date as the file writes it, from which `published` was read, if it could be.
    """

    name: str
    body: str
    title: str = ""
    published: str = ""
    modified: str = ""
    outlet: str = ""
    url: str = ""
    dated: str = ""

    def filled(self, other: "Draft") -> "Draft":
        """The draft itself, its unknown fields taken from `other`."""
        known = {field: value for field in _METADATA if (value := getattr(self, field) or getattr(other, field))}
        return replace(self, **known)


_METADATA = ("title", "published", "modified", "outlet", "url", "dated")


@dataclass(frozen=True, slots=True)
class Overrides:
    """What the user says of every input of this run; wins over what the files say."""

    published: str = ""
    outlet: str = ""
    url: str = ""

    def apply(self, draft: Draft) -> Draft:
        """The draft with the user's values in place of its own."""
        return replace(
            draft,
            published=self.published or draft.published,
            outlet=self.outlet or draft.outlet,
            url=self.url or draft.url,
        )
