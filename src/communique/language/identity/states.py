"""States as parties, by their codes, and places by the name the report writes."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from communique.language.identity.mentions import Entity, Found, mention, starts_in_capital, text_of
from communique.language.identity.places import REGIONS, is_place, unknown_parties
from communique.lexicon import countries
from communique.lexicon.tables import bare, key
from communique.model.page import Page


def states_and_places(page: Page, found: Sequence[Found]) -> list[Entity]:
    """One party for each state, one place for each place name, in the order of the first mention."""
    by_token = {at: f for f in found for at in range(f.first, f.last)}
    demonyms = unknown_parties(page, by_token)
    entities: dict[tuple[str, str], Entity] = {}
    for f in found:
        if f.kind == "state":
            _add_state(page, f, by_token, entities)
        elif f.kind == "place":
            _add_unknown(page, f, set(demonyms.values()), entities)
    _add_demonyms(page, demonyms, by_token, entities)
    return list(entities.values())


def _add_state(page: Page, f: Found, by_token: Mapping[int, Found], entities: dict[tuple[str, str], Entity]) -> None:
    if is_place(page, f) or _follows_place(page, f, by_token):
        _add_place(page, f, entities)
        return
    entity = entities.setdefault(("party", f.key), Entity("party", f.key, f.key, "n", "", "states"))
    entity.mentions.append(mention(page, f.first, f.last, f.form))


def _is_belgium(page: Page, f: Found) -> bool:
    return f.key == "BEL" and countries.kind_of(page.text(page.span(f.first, f.last))) != "capital"


def brussels(page: Page, found: Sequence[Found]) -> list[Found]:
    """The names with "Brussels" made a mention of the European Union where it stands for it."""
    if not any(f.key == "European Union" for f in found) or any(_is_belgium(page, f) for f in found):
        return list(found)
    return [
        replace(f, kind="body", key="European Union") if f.key == "BEL" and not is_place(page, f) else f for f in found
    ]


def _follows_place(page: Page, f: Found, by_token: Mapping[int, Found]) -> bool:
    """ "Doha, Qatar": the state only says where the city is."""
    before = by_token.get(f.first - 2)
    return f.first > 1 and page.tokens[f.first - 1].text == "," and before is not None and before.kind == "place"


def _add_place(page: Page, f: Found, entities: dict[tuple[str, str], Entity]) -> None:
    text = bare(text_of(page, f.first, f.last))
    entity = entities.setdefault(("place", key(text)), Entity("place", text, "", "n", "s", "places"))
    if entity.name.isupper() and not text.isupper():
        entity.name = text
    entity.mentions.append(mention(page, f.first, f.last, "name"))


def _add_unknown(page: Page, f: Found, sides: set[str], entities: dict[tuple[str, str], Entity]) -> None:
    """A place that no lexicon knows: a party where the report gives it a demonym and it is no location here."""
    text = bare(text_of(page, f.first, f.last))
    if key(text).rstrip("s").removesuffix("n") in REGIONS and key(text) not in REGIONS:
        return
    if key(text) not in sides or is_place(page, f, known=False):
        _add_place(page, f, entities)
        return
    entity = entities.setdefault(("party", key(text)), Entity("party", text, text, "n", "", "states"))
    entity.mentions.append(mention(page, f.first, f.last, "name"))


def _add_demonyms(
    page: Page, demonyms: Mapping[str, str], taken: Mapping[int, Found], entities: dict[tuple[str, str], Entity]
) -> None:
    """ "Ruritanian" as a mention of "Ruritania"."""
    if not demonyms:
        return
    names = {key(e.name): e.name for e in entities.values() if e.kind in {"place", "party"}}
    for at, token in enumerate(page.tokens):
        name = names.get(demonyms.get(key(token.text), "")) if starts_in_capital(token.text) else None
        if name is None or at in taken:
            continue
        entity = entities.setdefault(("party", key(name)), Entity("party", name, name, "n", "", "states"))
        entity.mentions.append(mention(page, at, at + 1, "demonym"))
