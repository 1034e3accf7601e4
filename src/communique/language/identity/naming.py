"""Every name in a report: those of the name tagger, corrected by the lexicons and by titles, and those it missed."""

from communique.language.identity.agreement import agreed, without_credits
from communique.language.identity.corrections import corrected
from communique.language.identity.lexical import known_names
from communique.language.identity.mentions import Found, KnownNames, starts_in_capital
from communique.language.identity.untagged import untagged
from communique.model.page import Page


def names(page: Page, upper: list[bool]) -> list[Found]:
    """All names in text order, none overlapping; lexicon names win over the tagger except inside longer names."""
    known = KnownNames(known_names(page, upper))
    tagged = agreed(page, [f for n in page.reading.names for f in corrected(page, n, known)])
    tagged = without_credits(page, tagged)
    outer = [t for t in tagged if not known.covers(t.first, t.last)]
    held = {k for t in outer for k in known.inside(t.first, t.last) if t.last - t.first > k.last - k.first}
    inner = [k for k in known.all if k not in held]
    kept = _without_overlaps([*inner, *outer])
    kept = [*kept, *_state_acronyms(page, kept)]
    return sorted([*kept, *untagged(page, kept)], key=lambda f: f.first)


def _state_acronyms(page: Page, found: list[Found]) -> list[Found]:
    """As in "the Palestinian Authority (PA)": what a bracket makes of a state's name stands for it from then on."""
    short: dict[str, str] = {}
    for f in found:
        bracket = page.tokens[f.last : f.last + 3]
        if f.kind == "state" and f.last - f.first > 1 and [t.text for t in bracket][::2] == ["(", ")"]:
            initials = "".join(t.text[0] for t in page.tokens[f.first : f.last] if starts_in_capital(t.text))
            if bracket[1].text == initials:
                short[initials] = f.key
    taken = {at for f in found for at in range(f.first, f.last)}
    return [
        Found(at, at + 1, "state", short[t.text], "name")
        for at, t in enumerate(page.tokens)
        if t.text in short and at not in taken
    ]


def _without_overlaps(found: list[Found]) -> list[Found]:
    kept: list[Found] = []
    taken: set[int] = set()
    for f in sorted(found, key=lambda f: (f.first - f.last, f.first)):
        span = set(range(f.first, f.last))
        if not span & taken:
            kept.append(f)
            taken |= span
    return kept
