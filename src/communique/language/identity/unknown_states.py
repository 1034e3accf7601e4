"""States that no lexicon knows: unrecognised, historical or invented.

A place is one where the report makes a demonym of its name ("Ruritania", "Ruritanian"), or lets it act as states do: it
has a delegation or a minister, it says something, talks are held with it.
"""

from collections.abc import Sequence
from dataclasses import replace

from communique.language.identity.beside import ends_title
from communique.language.identity.mentions import SUBJECTS, Found, head_of, starts_in_capital, text_of
from communique.lexicon import cues, people
from communique.lexicon.places import place_words
from communique.lexicon.tables import bare, key
from communique.model.page import Page

ENDINGS = ("ia", "stan", "land")


def with_unknown_states(page: Page, found: Sequence[Found]) -> list[Found]:
    """The names with such places made states, keyed by their name, and their demonyms added or put right."""
    places = [f for f in found if f.last - f.first == 1 and (f.kind == "place" or _sounds_like_state(page, f))]
    names = {key(_text(page, f)): _text(page, f) for f in reversed(places)}
    names = {k: text for k, text in names.items() if k not in place_words("region") and len(k) > 3}
    demonyms = {d: text for k, text in sorted(names.items()) for d in _demonyms(k) - {k}}
    words = {key(t.text) for t in page.tokens if starts_in_capital(t.text)}
    sides = {demonyms[w] for w in words & demonyms.keys()} | {_text(page, f) for f in places if _acts(page, f)}
    sides &= set(names.values())
    kept = [_state(page, f, sides, demonyms) for f in found if not _is_of_region(page, f)]
    taken = {at for f in kept for at in range(f.first, f.last)}
    added = [
        Found(at, at + 1, "state", demonyms[key(t.text)], "demonym")
        for at, t in enumerate(page.tokens)
        if at not in taken and starts_in_capital(t.text) and demonyms.get(key(t.text)) in sides
    ]
    return sorted([*kept, *added], key=lambda f: f.first)


def _sounds_like_state(page: Page, f: Found) -> bool:
    """A name tagged as a person or body that ends like a country's: "-ia", "-stan", "-land"."""
    text = _text(page, f)
    titled = f.first > 0 and ends_title(page.tokens[f.first - 1].text)
    return not f.key and f.kind != "other" and text.endswith(ENDINGS) and not people.is_first_name(text) and not titled


def _text(page: Page, f: Found) -> str:
    return bare(text_of(page, f.first, f.last))


def _state(page: Page, f: Found, sides: set[str], demonyms: dict[str, str]) -> Found:
    text = _text(page, f)
    if not f.key and f.kind != "other" and text in sides:
        return replace(f, kind="state", key=text)
    if not f.key and f.kind != "other" and demonyms.get(key(text)) in sides:
        return replace(f, kind="state", key=demonyms[key(text)], form="demonym")
    return f


def _is_of_region(page: Page, f: Found) -> bool:
    """As in "Gazan", tagged as a place."""
    word = key(_text(page, f))
    return (
        f.kind == "place"
        and word not in place_words("region")
        and word.rstrip("s").removesuffix("n") in place_words("region")
    )


def _acts(page: Page, f: Found) -> bool:
    """Whether a place does what states do: owns an organ or a title, speaks, is talked with."""
    token = page.tokens[head_of(page, f.first, f.last)]
    if token.head < 0:
        return False
    governor = page.tokens[token.head]
    if f.last < len(page.tokens) and page.tokens[f.last].text in {"'s", "’s"}:
        noun = people.noun(governor.text)
        return (noun is not None and noun.kind == "state") or ends_title(governor.text)
    if token.deprel in SUBJECTS:
        return cues.verb(governor.lemma) is not None
    before = page.tokens[f.first - 1].text.casefold() if f.first else ""
    return before in {"with", "between"} and governor.lemma.casefold() in place_words("talks")


def _demonyms(name: str) -> set[str]:
    """The demonyms English makes of a name: -n, -an, -ian, -ese, -i, -ish, each in both numbers."""
    stem = name.rstrip("aeiouy")
    made = {f"{name}n", f"{name}an", f"{name}ian", f"{name}ese", f"{name}i", f"{stem}an", f"{stem}ian", f"{stem}ese"}
    made |= {f"{stem}ish", f"{stem}i"}
    return made | {f"{d}s" for d in made if d.endswith(("n", "i"))}
