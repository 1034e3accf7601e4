"""How alike a found entry and an annotated one are, and which belong together: best first, one to one."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

Entry = Mapping[str, Any]
Likeness = Callable[[Entry, Entry, str], float]
ARTICLES = frozenset({"the", "a", "an", "of"})


def words(value: object) -> list[str]:
    """The words of a value without articles, in small letters."""
    text = " ".join(value) if isinstance(value, list) else str(value or "")
    return [w for w in re.findall(r"\w+", text.casefold()) if w not in ARTICLES]


def word_f1(one: object, other: object) -> float:
    """The share of words two values have in common."""
    left, right = words(one), words(other)
    if not left or not right:
        return float(left == right)
    rest, common = list(right), 0
    for word in left:
        if word in rest:
            rest.remove(word)
            common += 1
    return 2 * common / (len(left) + len(right))


def same_name(one: object, other: object) -> bool:
    """True for the same name, or for one that is a part of the other and ends alike."""
    left, right = words(one), words(other)
    if not left or not right:
        return False
    short, long = sorted((left, right), key=len)
    return left == right or (set(short) <= set(long) and short[-1] == long[-1]) or word_f1(one, other) >= 0.75


def names_f1(one: Sequence[str], other: Sequence[str]) -> float:
    """The share of names two lists have in common."""
    if not one or not other:
        return float(not one and not other)
    rest, common = list(other), 0
    for name in one:
        hit = next((o for o in rest if same_name(name, o)), None)
        if hit is not None:
            rest.remove(hit)
            common += 1
    return 2 * common / (len(one) + len(other))


def overlap(one: str, other: str, text: str) -> float:
    """How much of the shorter of two quoted passages they share."""
    a, b = text.find(one), text.find(other)
    if a < 0 or b < 0 or not one or not other:
        return 0.0
    shared = max(0, min(a + len(one), b + len(other)) - max(a, b))
    return shared / min(len(one), len(other))


def like_position(gold: Entry, found: Entry, text: str) -> float:
    """The same party and stance, told at the same place or of the same issue."""
    close = max(word_f1(gold["issue"], found["issue"]), overlap(gold["evidence"], found["evidence"], text) >= 0.5)
    alike = same_name(gold["party"], found["party"]) and gold["stance"] == found["stance"]
    return close if close >= 0.4 and alike else 0.0


def like_step(gold: Entry, found: Entry, text: str) -> float:
    """Told at the same place or in the same words, by half the same actors."""
    close = max(word_f1(gold["what"], found["what"]), 0.9 * (overlap(gold["evidence"], found["evidence"], text) >= 0.5))
    return close if close >= 0.4 and names_f1(gold.get("who") or [], found.get("who") or []) >= 0.5 else 0.0


def like_proposal(gold: Entry, found: Entry, text: str) -> float:
    """The same name."""
    score = word_f1(gold["name"], found["name"])
    return score if score >= 0.5 else 0.0


def pairs(gold: Sequence[Entry], found: Sequence[Entry], like: Likeness, text: str) -> list[tuple[int, int]]:
    """Numbers in `gold` and `found` of entries that belong together, best first."""
    scored = [(like(g, f, text), i, j) for i, g in enumerate(gold) for j, f in enumerate(found)]
    taken: list[tuple[int, int]] = []
    for score, i, j in sorted(scored, key=lambda s: (-s[0], s[1], s[2])):
        if score > 0 and i not in {t[0] for t in taken} and j not in {t[1] for t in taken}:
            taken.append((i, j))
    return taken
