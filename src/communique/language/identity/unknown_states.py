"""States that no lexicon knows: unrecognised, historical or invented.

A name is one where the report makes a demonym of it ("Ruritania", "Ruritanian"), gives it what only states have ("the
Republic of X", "the government of X"), or lets it act as states do: it has an army or a minister, it says something,
talks are held with it, it stands in a list of states. A name that may be a person's needs more than a place's.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from communique.language.identity.beside import POSSESSIVE, ends_title
from communique.language.identity.mentions import Found, starts_in_capital, text_of
from communique.language.identity.places import in_dateline, is_place
from communique.language.identity.statehood import (
    is_listed_with_states,
    is_told,
    is_told_of_place,
    is_told_outright,
)
from communique.lexicon import figures, people, titles
from communique.lexicon.countries import code_of
from communique.lexicon.listed import FAMILY, GIVEN, listed
from communique.lexicon.places import place_words
from communique.lexicon.statehood import state_words
from communique.lexicon.tables import bare, key
from communique.model.page import Page

NAMES = ("person", "body", "place")
ENDINGS = ("ia", "stan", "land")
HYPHENS = frozenset({"-", "–", "‐", "‑"})
_SHORTEST = 4
LONGEST = 2
"""Words in the longest name that is taken for an unknown state's."""


def with_unknown_states(page: Page, found: Sequence[Found]) -> list[Found]:
    """The names with such places made states, keyed by their name, and their demonyms added or put right."""
    found = [part for f in found for part in _plain(page, f)]
    candidates = [*_candidates(page, found), *_unnamed(page, found)]
    names = dict(_owners(page, found)) | {key(_text(page, f)): _text(page, f) for f in reversed(candidates)}
    demonyms = {d: k for k in sorted(names) if " " not in k for d in _demonyms(k) - {k}}
    placed = {key(_text(page, f)) for f in candidates if f.kind == "place" or _sounds_like_state(page, f)}
    states = frozenset(at for f in found if f.kind == "state" and f.form == "name" for at in range(f.first, f.last))
    told = {key(_text(page, f)) for f in candidates if _is_told(page, f, states, sure=key(_text(page, f)) in placed)}
    told |= set(_with_demonym(page, demonyms, placed))
    states |= {at for f in candidates if key(_text(page, f)) in told for at in range(f.first, f.last)}
    told |= {key(_text(page, f)) for f in candidates if _is_beside(page, f, states)}
    sides = {k: names[k] for k in told if demonyms.get(k) not in told}
    kept = [_state(page, f, sides, demonyms) for f in found if not _is_of_region(page, f)]
    kept = [part for f in kept for part in _parted(page, f, sides)]
    return sorted([*kept, *_untagged(page, kept, sides, demonyms)], key=lambda f: f.first)


def _candidates(page: Page, found: Sequence[Found]) -> Iterator[Found]:
    """The names that might be states': short, known to no lexicon, no person's whose fuller name the report has."""
    regions = place_words("region") | place_words("landscape") | place_words("point")
    others = regions.union(_parts_of_names(page, found))
    for f in found:
        length, text = f.last - f.first, key(_text(page, f))
        fits = not f.key and f.kind in NAMES and length <= LONGEST and len(text) >= _SHORTEST
        if not fits or {text, key(page.tokens[f.last - 1].text)} & others or _is_titled(page, f):
            continue
        if f.kind != "body" or length == 1 or _sounds_like_state(page, f):
            yield f


def _owners(page: Page, found: Sequence[Found]) -> Iterator[tuple[str, str]]:
    """The first words of bodies' names, which may be those of states: "Ruritania Press Agency"."""
    for f in found:
        first = page.tokens[f.first].text
        if f.kind == "body" and f.last - f.first > 1 and first.endswith(ENDINGS) and not code_of(first):
            yield key(first), first


def _parts_of_names(page: Page, found: Sequence[Found]) -> Iterator[str]:
    """First names and surnames of persons with a full name, and the last words of bodies' names."""
    for f in found:
        words = page.tree.folded[f.first : f.last]
        if f.kind == "person" and len(words) > 1 and not is_told_outright(page, f):
            yield from (key(words[0]), key(words[-1]))
        elif f.kind == "body" and len(words) > 1 and not {"of", *HYPHENS} & set(words):
            yield key(words[-1])


def _unnamed(page: Page, found: Sequence[Found]) -> Iterator[Found]:
    """Words with a capital that nobody tagged, where what stands beside them is what only states have."""
    taken = {at for f in found for at in range(f.first, f.last)}
    for at, token in enumerate(page.tokens):
        if token.xpos != "NNP" or at in taken or not token.text.isalpha() or len(token.text) < _SHORTEST:
            continue
        f = Found(at, at + 1, "person")
        common = people.noun(token.text) is not None or ends_title(token.text) or key(token.text) in titles.bodies()
        after = page.tokens[at + 1] if at + 1 < len(page.tokens) else token
        lone = not common and not token.text.isupper() and not after.text[:1].isupper()
        owns = after.text in POSSESSIVE and is_told(page, f)
        if lone and token.text[0].isupper() and (owns or is_told_outright(page, f)):
            yield f


def _is_titled(page: Page, f: Found) -> bool:
    return f.kind != "place" and f.first > 0 and ends_title(page.tokens[f.first - 1].text)


def _plain(page: Page, f: Found) -> Iterator[Found]:
    """A name without what states are called: "Republic of X", "Government of the Kingdom of X", "X Republic"."""
    words = page.tree.folded[f.first : f.last]
    ofs = [at for at, word in enumerate(words[:-1]) if word == "of"]
    if f.key or f.kind not in NAMES or not ofs:
        yield f
        return
    heads = {words[at - 1] for at in ofs if at}
    start = ofs[-1] + 1 + (words[ofs[-1] + 1] == "the")
    realm = words[ofs[-1] - 1] in state_words("realm") and heads <= state_words("realm") | {"government"}
    yield replace(f, first=f.first + start, kind="place") if realm and start < len(words) else f


def _is_told(page: Page, f: Found, states: frozenset[int], *, sure: bool) -> bool:
    """Whether the words beside one mention make it a state; `sure` that it is a place."""
    if is_told_outright(page, f):
        return not _is_figure(page, f)
    if f.kind == "place" or sure:
        acts = is_told_of_place(page, f) and not in_dateline(page, f)
        return is_told(page, f) or acts or _is_peer(page, f, states)
    if _may_be_person(page, f):
        return False
    return is_told(page, f) or (f.kind == "person" and _is_peer(page, f, states))


def _is_peer(page: Page, f: Found, states: frozenset[int]) -> bool:
    """True for one of a list of states that is not where something happens."""
    after = page.tokens[f.last].xpos if f.last < len(page.tokens) else ""
    alone = not after.startswith("NN") and not is_place(page, f, known=False)
    return alone and is_listed_with_states(page, f, states)


def _is_beside(page: Page, f: Found, states: frozenset[int]) -> bool:
    """True for what ends like a country's name, listed with states of which the report tells itself."""
    return _text(page, f).endswith(ENDINGS) and not _may_be_person(page, f) and _is_peer(page, f, states)


def _may_be_person(page: Page, f: Found) -> bool:
    """True for a name that people have, or that may be a known figure's."""
    masks = listed([t.text for t in page.tokens[f.first : f.last]])
    return all(mask & (GIVEN | FAMILY) for mask in masks) or people.is_first_name(_text(page, f)) or _is_figure(page, f)


def _is_figure(page: Page, f: Found) -> bool:
    return bool(figures.state_of(_text(page, f), page.report.year, titled=True))


def _with_demonym(page: Page, demonyms: dict[str, str], placed: set[str]) -> Iterator[str]:
    """The names of which the report has a demonym, which for no sure place stands as an adjective or a people's."""
    for at, token in enumerate(page.tokens):
        name = demonyms.get(key(token.text))
        if name is None or not starts_in_capital(token.text):
            continue
        if name in placed or _is_of_people(page, at):
            yield name


def _is_of_people(page: Page, at: int) -> bool:
    """As in "the Ruritanian army", "the Ruritanians", "Ruritanian Foreign Minister X"."""
    token = page.tokens[at]
    after = page.tokens[at + 1] if at + 1 < len(page.tokens) else None
    if any(page.tokens[n].text.istitle() and ends_title(page.tokens[n].text) for n in _next(page, at)):
        return True
    if token.text.endswith("s"):
        return at > 0 and page.tree.folded[at - 1] == "the"
    plain = after is not None and after.xpos in ("NN", "NNS") and after.text not in POSSESSIVE
    return plain and token.deprel in ("amod", "compound", "nmod:desc")


def _next(page: Page, at: int) -> range:
    """The words of a title that may stand behind a demonym."""
    return range(at + 1, min(at + 1 + LONGEST, len(page.tokens)))


def _parted(page: Page, f: Found, sides: dict[str, str]) -> list[Found]:
    """Two states that a hyphen joins in one name: "the Ruritania-Graustark communique"."""
    words = page.tree.folded[f.first : f.last]
    if f.key or len(words) != 3 or words[1] not in HYPHENS:
        return [f]
    halves = [
        (at, sides.get(key(page.tokens[at].text)) or code_of(page.tokens[at].text)) for at in (f.first, f.last - 1)
    ]
    return [Found(at, at + 1, "state", side) for at, side in halves] if all(side for _, side in halves) else [f]


def _untagged(page: Page, kept: Sequence[Found], sides: dict[str, str], demonyms: dict[str, str]) -> Iterator[Found]:
    """Names and demonyms of the unknown states that nobody tagged."""
    taken = {at for f in kept for at in range(f.first, f.last)}
    for at, token in enumerate(page.tokens if sides else ()):
        word = key(token.text)
        if at in taken or not starts_in_capital(token.text):
            continue
        if word in sides and token.xpos.startswith("NNP"):
            yield Found(at, at + 1, "state", sides[word], "name")
        elif demonyms.get(word) in sides:
            yield Found(at, at + 1, "state", sides[demonyms[word]], "demonym")


def _sounds_like_state(page: Page, f: Found) -> bool:
    """A name tagged as a person or body that ends like a country's: "-ia", "-stan", "-land"."""
    text = _text(page, f)
    return f.last - f.first == 1 and text.endswith(ENDINGS) and not people.is_first_name(text)


def _text(page: Page, f: Found) -> str:
    return bare(text_of(page, f.first, f.last))


def _state(page: Page, f: Found, sides: dict[str, str], demonyms: dict[str, str]) -> Found:
    word = key(_text(page, f))
    if f.key or f.kind not in NAMES:
        return f
    if word in sides:
        return replace(f, kind="state", key=sides[word])
    if demonyms.get(word) in sides:
        return replace(f, kind="state", key=sides[demonyms[word]], form="demonym")
    return f


def _is_of_region(page: Page, f: Found) -> bool:
    """As in "Gazan", tagged as a place."""
    word = key(_text(page, f))
    return (
        f.kind == "place"
        and word not in place_words("region")
        and word.rstrip("s").removesuffix("n") in place_words("region")
    )


def _demonyms(name: str) -> set[str]:
    """The demonyms English makes of a name: -n, -an, -ian, -ese, -i, -ish, each in both numbers."""
    stem = name.rstrip("aeiouy")
    made = {f"{name}n", f"{name}an", f"{name}ian", f"{name}ese", f"{name}i", f"{stem}an", f"{stem}ian", f"{stem}ese"}
    made |= {f"{stem}ish", f"{stem}i"}
    return made | {f"{d}s" for d in made if d.endswith(("n", "i"))}
