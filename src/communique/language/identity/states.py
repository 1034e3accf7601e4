"""States as parties, by their codes, and places by the name the report writes."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from communique.language.identity.mentions import Entity, Found, mention, text_of
from communique.language.identity.places import is_place
from communique.lexicon import countries
from communique.lexicon.tables import bare, key
from communique.model.page import Page

_SOME = frozenset(
    "countless dozens elderly few fellow hundreds many millions most number numerous ordinary other scores several "
    "some tens thousands young".split()
)
"""Words before a people's name that make it some of them."""


_WAYS = frozenset({"north", "south", "east", "west"})


def states_and_places(page: Page, found: Sequence[Found]) -> list[Entity]:
    """One party for each state, one place for each place name, in the order of the first mention."""
    by_token = {at: f for f in found for at in range(f.first, f.last)}
    entities: dict[tuple[str, str], Entity] = {}
    for f in found:
        if f.kind == "state":
            _add_state(page, f, by_token, entities)
        elif f.kind == "place":
            _add_place(page, f, entities)
    return list(entities.values())


def _add_state(page: Page, f: Found, by_token: Mapping[int, Found], entities: dict[tuple[str, str], Entity]) -> None:
    if _some_of_a_people(page, f):
        return
    known = bool(countries.names(f.key))
    located = (known or f.form == "name") and is_place(page, f, known=known)
    if located or _follows_place(page, f, by_token):
        _add_place(page, f, entities)
        return
    entity = entities.setdefault(("party", f.key), Entity("party", f.key, f.key, "n", "", "states"))
    entity.mentions.append(mention(page, f.first, f.last, f.form))


def _some_of_a_people(page: Page, f: Found) -> bool:
    """As in "many Iraqis said", "thousands of Iraqis", "two Iraqis": some who live there speak for no state."""
    if f.form != "demonym" or f.first == 0 or page.tokens[f.last - 1].xpos not in ("NNS", "NNPS"):
        return False
    before = page.tokens[f.first - 1]
    if before.text.casefold() == "of" and f.first > 1:
        before = page.tokens[f.first - 2]
        before = page.tokens[f.first - 3] if before.text.casefold() == "the" and f.first > 2 else before
    return before.text.casefold() in _SOME or before.upos == "NUM"


def _is_belgium(page: Page, f: Found) -> bool:
    return f.key == "BEL" and countries.kind_of(page.words(f.first, f.last)) != "capital"


def brussels(page: Page, found: Sequence[Found]) -> list[Found]:
    """The names with "Brussels" made a mention of the European Union where it stands for it."""
    if not any(f.key == "European Union" for f in found) or any(_is_belgium(page, f) for f in found):
        return list(found)
    return [
        replace(f, kind="body", key="European Union") if f.key == "BEL" and not is_place(page, f) else f for f in found
    ]


def apart(page: Page, found: Sequence[Found]) -> list[Found]:
    """The names with those that several states have together made one mention of each: "the two Koreas".

    The first of "South and North Korea" is a mention of its own.
    """
    halves = [half for f in found if (half := _half(page, f)) is not None]
    taken = {half.first for half in halves}
    made = [part for f in found if f.first not in taken for part in _each(page, f)]
    return sorted([*made, *halves], key=lambda f: f.first)


def _each(page: Page, f: Found) -> list[Found]:
    codes = countries.jointly(text_of(page, f.first, f.last))
    return [replace(f, kind="state", key=code) for code in codes] or [f]


def _half(page: Page, f: Found) -> Found | None:
    """The state of which only the direction is written: "South" in "South and North Korea"."""
    way, *rest = page.tree.folded[f.first : f.last]
    before = page.tree.folded[max(0, f.first - 2) : f.first]
    if f.kind != "state" or not rest or way not in _WAYS or before[-1:] != ["and"] or before[0] not in _WAYS:
        return None
    code = countries.code_of(" ".join((page.tokens[f.first - 2].text, page.words(f.first + 1, f.last))))
    return Found(f.first - 2, f.first - 1, "state", code, "name") if code and code != f.key else None


def of_the_time(page: Page, found: Sequence[Found]) -> list[Found]:
    """The names of a state made those of the one that it was when the report was written: "Moscow" in 1985."""
    year = page.report.year
    return [replace(f, key=countries.at_the_time(f.key, year)) if f.kind == "state" else f for f in found]


def shared_seats(page: Page, found: Sequence[Found]) -> list[Found]:
    """The names with a seat that several states have given to the one of them that the report names by other words."""
    seats = {f: countries.sharing(page.words(f.first, f.last)) for f in found if f.kind == "state"}
    named = Counter(f.key for f, sharing in seats.items() if not sharing)
    return [replace(f, key=_whose(f.key, seats[f], named)) if seats.get(f) else f for f in found]


def _whose(usual: str, sharing: Sequence[str], named: Counter[str]) -> str:
    """Of the states that share a seat the one named most, the usual one where none is."""
    return max(sharing, key=lambda code: (named[code], code == usual))


def _follows_place(page: Page, f: Found, by_token: Mapping[int, Found]) -> bool:
    """As in "Doha, Qatar": the state only says where the city is."""
    before = by_token.get(f.first - 2)
    follows = f.first > 1 and page.tokens[f.first - 1].text == "," and before is not None and before.kind == "place"
    return follows and not _goes_on(page, f, by_token)


def _goes_on(page: Page, f: Found, by_token: Mapping[int, Found]) -> bool:
    """As in ", Peru, Chile and Brazil answered": a list of states goes on."""
    end = min(f.last + 2, len(page.tokens) - 1)
    joined = page.tree.folded[f.last] in (",", "and") if f.last < len(page.tokens) else False
    after = by_token.get(f.last + 1) or by_token.get(end)
    return joined and after is not None and after.kind == "state" and after.form == "name"


def _add_place(page: Page, f: Found, entities: dict[tuple[str, str], Entity]) -> None:
    text = bare(text_of(page, f.first, f.last))
    entity = entities.setdefault(("place", key(text)), Entity("place", text, "", "n", "s", "places"))
    if entity.name.isupper() and not text.isupper():
        entity.name = text
    entity.mentions.append(mention(page, f.first, f.last, "name"))
