"""What the tagged names say at a token: persons, and names that are none whatever their tag."""

from communique.lexicon import countries
from communique.lexicon.bodies import body_of
from communique.model.page import Page
from communique.model.reading import Name


def person_name(page: Page, token: int) -> Name | None:
    """The person's name that a token is part of; names of states, seats and known bodies are none."""
    name = page.name_at(token)
    return name if name is not None and is_person_name(page, name) else None


def is_person_name(page: Page, name: Name) -> bool:
    """True for a name tagged or understood as a person's that the lexicons do not know as a state's or a body's."""
    if countries.code_of(name.text) or body_of(name.text) is not None:
        return False
    if name.kind == "PERSON":
        return True
    mention, found = page.mention_at(name.last - 1), page.referent_at(name.last - 1)
    return found is not None and found.kind == "person" and mention is not None and mention.form == "name"


def is_below(page: Page, token: int) -> bool:
    """True for "under" in "served under President X", false in "Under Secretary-General X"."""
    below, *after = [t.text.casefold() for t in page.tokens[token : token + 3]]
    return below == "under" and page.tokens[token].upos == "ADP" and not any(w.startswith("secretary") for w in after)


def is_event(page: Page, token: int) -> bool:
    """True for the verb of "was elected president", false for the adjective of "the elected president"."""
    found = page.tokens[token]
    if found.xpos not in {"VBN", "VBD"}:
        return False
    return found.deprel not in {"amod", "compound"} or (token > 0 and page.tokens[token - 1].upos == "AUX")
