"""Subjects that the parser hung on their verb by another relation: "Foreign Minister Ana Petrova said"."""

from collections.abc import Sequence
from dataclasses import replace

from communique.model.reading import Token

_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_MISTAKEN = frozenset({"appos", "nmod:desc", "flat", "compound"})
"""Relations within a name phrase: none of them ties a noun to a verb."""
_NOUNS = frozenset({"PROPN", "NOUN"})
_SUBJECTS = ("nsubj", "csubj", "expl")


def with_subjects(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The tokens; of a finite verb without a subject the last noun before it is one that hangs there like a name."""
    mended = list(tokens)
    for verb, noun in _hung(tokens).items():
        under = [n for n, t in enumerate(tokens[: verb + 1]) if t.head == verb]
        auxiliaries = [tokens[n] for n in under if tokens[n].deprel.startswith("aux")]
        finite = tokens[verb].xpos in _FINITE or any(t.xpos in _FINITE for t in auxiliaries)
        if finite and not any(tokens[n].deprel.startswith(_SUBJECTS) for n in under):
            passive = any(t.deprel == "aux:pass" for t in auxiliaries)
            mended[noun] = replace(tokens[noun], deprel="nsubj:pass" if passive else "nsubj")
    return tuple(mended)


def _hung(tokens: Sequence[Token]) -> dict[int, int]:
    """By verb the last noun before it that hangs on it as if it were a part of a name."""
    return {
        t.head: n
        for n, t in enumerate(tokens)
        if t.head > n and t.deprel in _MISTAKEN and t.upos in _NOUNS and tokens[t.head].upos == "VERB"
    }
