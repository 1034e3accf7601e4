"""What the tagged names say at a token: persons, and names that are none whatever their tag."""

from communique.lexicon import countries
from communique.lexicon.bodies import body_of
from communique.model.page import Page
from communique.model.reading import Name


def person_name(page: Page, token: int) -> Name | None:
    """The person's name that a token is part of; names of states, seats and known bodies are none."""
    name = page.name_at(token)
    return name if name is not None and is_person_name(name) else None


def is_person_name(name: Name) -> bool:
    """True for a name tagged as a person's that the lexicons do not know as a state's or a body's."""
    return name.kind == "PERSON" and not countries.code_of(name.text) and body_of(name.text) is None


def is_time(page: Page, token: int) -> bool:
    """True inside an expression of time."""
    span = page.tokens[token].span
    return any(t.start < span.end and span.start < t.end for t in page.reading.times)
