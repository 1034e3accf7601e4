"""Verbs, nouns and phrases of saying, and the channels words travel by."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from communique.lexicon.tables import REMEMBERED, parts, rows, word_list

_ENDINGS = (("ied", "y"), ("ies", "y"), ("ing", ""), ("ing", "e"), ("ed", ""), ("ed", "e"), ("es", ""), ("s", ""))

ATTRIBUTING = (
    ("according", "to"),
    ("in", "the", "words", "of"),
    ("in", "the", "opinion", "of"),
    ("in", "the", "view", "of"),
)
"""Prepositions that name a speaker."""


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb or noun of saying by its lemma, with the particles that belong to it ("point out", "call for").

    `takes` says what may be the words said: `clause` (that …, or a quotation), `object` (its object and what follows),
    `ground` (an object only with "of", "for", "over", "as" or a quotation), `infinitive`, `quote` (quotation marks
    only), `closing` (a clause before it, where the sentence ends with it); for nouns also the preposition that leads to
    them. `addressee`: the object is whom it was said to; `writing`: it was written; `mental`: a hope, fear or belief;
    `uttered`: nobody does it but in words, so that it needs no model to tell.
    """

    lemma: str
    takes: frozenset[str]


@cache
def _verbs() -> dict[tuple[str, ...], Cue]:
    return _table("cue_verbs")


@cache
def _nouns() -> dict[tuple[str, ...], Cue]:
    return _table("cue_nouns")


def _table(name: str) -> dict[tuple[str, ...], Cue]:
    return {tuple(row["cue"].split()): Cue(row["cue"], frozenset(parts(row["takes"]))) for row in rows(name)}


@cache
def _tails() -> dict[str, tuple[tuple[str, ...], ...]]:
    found: dict[str, list[tuple[str, ...]]] = {}
    for words in _verbs():
        if len(words) > 1:
            found.setdefault(words[0], []).append(words[1:])
    return {first: tuple(sorted(tails, key=lambda t: (-len(t), t))) for first, tails in found.items()}


@lru_cache(REMEMBERED)
def base(word: str, lemma: str) -> str:
    """A verb's lemma as the lexicon has it: the given one, or the form without an ending that a tagger overlooked."""
    plain, form = lemma.casefold(), word.casefold()
    known = _first_words()
    if plain in known:
        return plain
    return next((stem for stem in _stems(plain, form) if stem in known), plain)


def _stems(lemma: str, form: str) -> Iterator[str]:
    yield f"{lemma}e"
    for ending, restored in _ENDINGS:
        if form.endswith(ending) and len(form) > len(ending) + 2:
            stem = form[: -len(ending)]
            yield stem + restored
            if not restored and stem[-1] == stem[-2]:
                yield stem[:-1]


@cache
def _first_words() -> frozenset[str]:
    return frozenset(words[0] for words in _verbs())


def verb(lemma: str) -> Cue | None:
    """The cue that a verb's lemma is by itself."""
    return _verbs().get((lemma.casefold(),))


def phrase(words: tuple[str, ...]) -> Cue | None:
    """The cue of several words, verb first, by their lemmas."""
    return _verbs().get(words)


def tails(lemma: str) -> tuple[tuple[str, ...], ...]:
    """What may follow a verb's lemma to make a cue of several words, longest first."""
    return _tails().get(lemma.casefold(), ())


def noun(lemma: str) -> Cue | None:
    """The cue that a noun's lemma is: "claim", "offer"; a plural will do."""
    plain = lemma.casefold()
    return _nouns().get((plain,)) or _nouns().get((plain.removesuffix("s"),))


@cache
def channels() -> dict[str, str]:
    """Channels by their singular words, lower case, with their kind: "press conference" → conference."""
    return {row["channel"]: row["kind"] for row in rows("channels")}


@cache
def channel_heads() -> frozenset[str]:
    """The last words of all channels."""
    return frozenset(name.split()[-1] for name in channels())


@cache
def silent() -> frozenset[str]:
    """Nouns for what happens and cannot speak, in the singular: "strike", "breakthrough"."""
    return word_list("silent_nouns")
