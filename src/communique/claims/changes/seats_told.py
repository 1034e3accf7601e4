"""Offices that only a change tells of: "X, who succeeded Y as envoy" says that X is envoy and that Y was."""

from collections.abc import Iterator

from communique.claims.changes.triggers import ENDS
from communique.lexicon import titles
from communique.model.claim import Claim, claim
from communique.model.page import Page

NOMINATING = frozenset({"nominate", "designate", "nomination", "designation"})
"""Words of change after which the office is still to be taken."""


def offices_told(page: Page, held: tuple[Claim, ...], changed: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """One claim for each person and office of `changed` that `held` lacks."""
    known = list(held)
    for change in changed:
        known += [c for c in _of_change(page, change) if not any(_is_same(c, k) for k in known)]
    return tuple(known[len(held) :])


def _of_change(page: Page, change: Claim) -> Iterator[Claim]:
    """The office of who takes or leaves it, then of who held it before."""
    yield from _office(page, change, "person", "former" if change.get("change") in ENDS else _status(page, change))
    yield from _office(page, change, "replaces", "former")


def _status(page: Page, change: Claim) -> str:
    told = change.argument("change")
    verb = page.tokens_in(told.evidence.span)[0] if told is not None else 0
    if page.tokens[verb].lemma.casefold() == "lose":
        return "former"
    ahead = any(t.text.casefold() in {"will", "'ll", "’ll"} for t in page.tokens[max(0, verb - 2) : verb])
    return "designate" if ahead or page.tokens[verb].lemma.casefold() in NOMINATING else "current"


def _office(page: Page, change: Claim, holder: str, status: str) -> Iterator[Claim]:
    person, role = change.field(holder), change.field("role")
    if person is None or role is None:
        return
    fields = {
        "person": person,
        "role": role,
        "body": change.field("body"),
        "country": change.field("country"),
        "status": (status, role[1]),
    }
    evidence = [e.span for e in change.evidence]
    yield claim(
        page.report, "offices", fields, evidence=evidence, made_by=f"offices.{change.made_by.partition('.')[2]}"
    )


def _is_same(one: Claim, other: Claim) -> bool:
    """The same person under a title that shares a word: the wording of `held` is then the fuller one."""
    words = set(titles.norm((one.get("role"),))) & set(titles.norm((other.get("role"),)))
    return bool(words) and one.get("person").casefold() == other.get("person").casefold()
