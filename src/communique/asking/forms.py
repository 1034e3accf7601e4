"""Plain questions of fixed forms: what a question asks of the record, or which forms there are."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from communique.asking.fields import Names, entities
from communique.asking.spans import Days, span
from communique.errors import QueryError
from communique.lexicon.roles import wordings
from communique.model.condition import Condition, During, Every, Named, Some, Standing, Told, Worded

TAKING_PART = ("parties", "participants", "mediators")
PLACES = ("place", "where")
HEADING = "head of the delegation"
"""The seat of those who head delegations."""

EMPTY = frozenset("a an the of on in to for about and or its their his her".split())
"""Words that a question has and an entry need not have."""


@dataclass(frozen=True, slots=True)
class Sense:
    """What a question asks: entries of a kind that meet a condition.

    `seat` leaves offices of a title, `held_on` those that were held on a day, `is_last` the latest entry alone.
    `asked` says how the question was understood, as names and values.
    """

    form: str
    kind: str
    where: Condition | None
    asked: tuple[tuple[str, str], ...]
    held_on: str = ""
    is_last: bool = False
    seat: str = ""


@dataclass(frozen=True, slots=True)
class Form:
    """One form: an example, its words, and what it asks."""

    example: str
    words: re.Pattern[str]
    sense: "Callable[[_Question], Sense]"


class _Question:
    """A question with the parts that a form found in it."""

    def __init__(self, form: Form, parts: Mapping[str, str | None], days: Days, names: Names) -> None:
        today = (names.last_day, names.last_day) if parts.get("now") and not any(days) else days
        self.form, self.days, self._names = form, today, names
        self.parts = {name: part.strip() for name, part in parts.items() if part and name != "now"}

    def sense(self, kind: str, *parts: Condition | None, is_last: bool = False, seat: str = "") -> Sense:
        """A sense with these conditions; what is None asks nothing. A seat is asked about on the last of the days."""
        found = tuple(p for p in parts if p is not None)
        where = None if not found else found[0] if len(found) == 1 else Every(found)
        asked = dict(self.parts)
        if any(self.days):
            asked["days"] = "..".join(dict.fromkeys(self.days))
        held_on = (self.days[1] or self.days[0]) if seat else ""
        return Sense(self.form.example, kind, where, tuple(asked.items()), held_on, is_last, seat)

    def who(self, part: str, *roles: str) -> Condition | None:
        """That the one named in a part of the question stands in one of these fields."""
        if part not in self.parts:
            return None
        words = self.parts[part].removeprefix("the ")
        found = entities(words, self._names)
        if not found:
            hint = f"Look for it with `communique search {words}`."
            raise QueryError(f"{words!r}: nobody and no place in the record is called so. {hint}")
        return Named(found, roles)

    def words(self, part: str, *roles: str) -> Condition | None:
        """That the words of a part of the question are told."""
        if part not in self.parts:
            return None
        words = [w for w in self.parts[part].split() if w.casefold() not in EMPTY]
        return Worded(" ".join(words) or self.parts[part], roles)

    @property
    def on_days(self) -> Condition | None:
        """That it may have been on the days asked about."""
        return During(*self.days) if any(self.days) else None

    @property
    def told(self) -> Condition | None:
        """That a report of the days asked about tells it."""
        return Told(*self.days) if any(self.days) else None


def titled(title: str) -> Condition:
    """That an office has words of which every wording of a title has some."""
    return Some(tuple(Worded(words, ("role",)) for words in wordings(title)))


def sense(question: str, names: Names) -> Sense:
    """What a question asks. Raises `QueryError` with the forms there are for one of none of them."""
    plain = " ".join(question.replace("’", "'").split()).rstrip(" ?.!")
    rest, days = _timed(plain, names.last_day)
    for form in FORMS:
        for words, found in ((rest, days), (plain, ("", ""))):
            if match := form.words.fullmatch(words):
                return form.sense(_Question(form, match.groupdict(), found, names))
    forms = "\n".join(f"  {form.example}" for form in FORMS)
    raise QueryError(
        f"{question!r} is no question of a form that is known. Ask one of these, with other names and days, or use "
        f"`communique find`:\n{forms}"
    )


_SINCE = frozenset({"since", "after", "from"})
_UNTIL = frozenset({"until", "before", "by"})
_WITHIN = frozenset({"in", "on", "during", "for"})


def _timed(question: str, today: str) -> tuple[str, Days]:
    """A question without the days at its end, and these."""
    words = question.split()
    for at in range(1, len(words)):
        first, rest = words[at].casefold(), " ".join(words[at + 1 :])
        is_within = first in _WITHIN | _SINCE | _UNTIL
        days = span(rest if is_within else " ".join(words[at:]), today) if rest or not is_within else None
        if days is not None:
            since = "" if first in _UNTIL else days[0]
            until = "" if first in _SINCE else days[1]
            return " ".join(words[:at]), (since, until)
    return question, ("", "")


def _met(q: _Question) -> Sense:
    status = Some((Standing("held"), Standing("under_way")))
    people = (q.who("one", *TAKING_PART), q.who("other", *TAKING_PART))
    return q.sense("meetings", *people, q.who("place", *PLACES), q.on_days, status, is_last="last" in q.parts)


def _heads(q: _Question) -> Sense:
    return _seat(q, HEADING)


def _office(q: _Question) -> Sense:
    return _seat(q, q.parts["role"])


def _seat(q: _Question, title: str) -> Sense:
    return q.sense("offices", q.who("one", "country", "body"), titled(title), seat=title)


def _said(q: _Question) -> Sense:
    return q.sense("statements", q.who("one", "speaker"), q.who("other", "to"), q.words("about"), q.told)


def _position(q: _Question) -> Sense:
    return q.sense("positions", q.who("one", "party", "by"), q.words("about", "issue"), q.told)


def _due(q: _Question) -> Sense:
    return q.sense("next_steps", q.who("one", "who"), q.on_days)


def _proposed(q: _Question) -> Sense:
    return q.sense("proposals", q.who("one", "authors"), q.words("about"), q.told)


def _changed(q: _Question) -> Sense:
    return q.sense("changes", q.who("one", "country", "body", "person"), q.on_days)


_IN = r"(?: (?:in|at) (?P<place>.+?))?"


def _form(example: str, words: str, made: Callable[[_Question], Sense]) -> Form:
    return Form(example, re.compile(words, re.IGNORECASE), made)


FORMS = (
    _form("Who met whom in Geneva in November?", rf"who (?:has |have )?met whom{_IN}", _met),
    _form("Who met Veldania in Oslo since 3 May 2031?", rf"who (?:has |have )?met (?:with )?(?P<one>.+?){_IN}", _met),
    _form(
        "When did Veldania and Maretia last meet?",
        rf"(?:when|where) did (?P<one>.+?) and (?P<other>.+?) (?P<last>last )?meet{_IN}",
        _met,
    ),
    _form(
        "Did Jonas Vell meet Livia Moran in May?",
        rf"(?:did|has) (?P<one>.+?) (?:meet|met) (?:with )?(?P<other>.+?){_IN}",
        _met,
    ),
    _form(
        "Who headed the Veldanian delegation on 3 May 2031?",
        r"who (?:headed|led|(?P<now>heads|leads)) (?:the )?(?P<one>.+?)(?:'s)? "
        r"(?:delegation|(?:negotiating )?team|side)",
        _heads,
    ),
    _form(
        "Who was the foreign minister of Norway on 3 May 2031?",
        r"who (?:was|(?P<now>is)) (?:the )?(?P<role>.+?) of (?P<one>.+)",
        _office,
    ),
    _form("Who is Norway's foreign minister?", r"who (?:was|(?P<now>is)) (?P<one>.+?)'s? (?P<role>.+)", _office),
    _form(
        "What did Jonas Vell say about the fishermen since May?",
        r"what (?:did|has) (?P<one>.+?) (?:say|said)(?: to (?P<other>.+?))?(?: (?:about|on|of) (?P<about>.+))?",
        _said,
    ),
    _form(
        "Who spoke about the border plan last week?",
        r"who (?:said what|spoke)(?: (?:about|of|on) (?P<about>.+))?",
        _said,
    ),
    _form(
        "What is Maretia's position on the sea border?",
        r"what (?:is|was) (?P<one>.+?)'s? position(?: on (?P<about>.+))?",
        _position,
    ),
    _form(
        "Where does Maretia stand on the sea border?",
        r"where (?:does|did) (?P<one>.+?) stand(?: on (?P<about>.+))?",
        _position,
    ),
    _form("Who stands where on the sea border?", r"who stands where(?: on (?P<about>.+))?", _position),
    _form("What is due next week?", r"what (?:is|was) due(?: (?:from|by) (?P<one>.+))?", _due),
    _form("What did Oman propose in May 2031?", r"what (?:did|has) (?P<one>.+?) proposed?", _proposed),
    _form(
        "What was proposed about prisoners?",
        r"what (?:was|has been) proposed(?: (?:about|on) (?P<about>.+))?",
        _proposed,
    ),
    _form("Who was appointed or resigned in May 2031?", r"who was appointed or resigned(?: in (?P<one>.+))?", _changed),
)
"""Every form, those with more fixed words first."""
