"""A part of an account: chosen sentences, one kind of entry, with or without the reading behind."""

from collections.abc import Collection
from dataclasses import replace

from communique.explain.values import Account, SentenceAccount


def narrowed(account: Account, *, numbers: Collection[int] = (), kind: str = "", reading: bool = True) -> Account:
    """Only these sentences (all without any), only what concerns entries of `kind`, and the reading behind or not.

    With a kind, sentences that neither hold such an entry nor come near one are left out.
    """
    chosen = [s for s in account.sentences if not numbers or s.number in numbers]
    if kind:
        chosen = [one for s in chosen if _concerns(one := _of_kind(s, kind))]
    if not reading:
        chosen = [replace(s, behind=None) for s in chosen]
    return replace(account, sentences=tuple(chosen))


def _of_kind(sentence: SentenceAccount, kind: str) -> SentenceAccount:
    return replace(
        sentence,
        entries=tuple(e for e in sentence.entries if e.kind == kind),
        parts=tuple(p for p in sentence.parts if p.kind == kind),
        rejected=tuple(r for r in sentence.rejected if r.kind == kind),
        signs=tuple(s for s in sentence.signs if s.kind == kind),
    )


def _concerns(sentence: SentenceAccount) -> bool:
    return bool(sentence.entries or sentence.parts or sentence.rejected or sentence.signs)
