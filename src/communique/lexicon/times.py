"""Words of time: months, weekdays, units, numbers, deictic words and feasts.

`time_words.tsv` gives every word one class of the time tagger's grammar and a value: the number of a month, weekday
(Monday is 0), season (EDTF: 21 is spring) or numeral, the letter of a unit (TIMEX3: `D`, `W`, `M`, `Y`; `TM` is a
minute), the shift of "yesterday" in days. `feasts.tsv` says how the day of a feast is found.
"""

from dataclasses import dataclass
from functools import cache, lru_cache

from communique.lexicon.tables import REMEMBERED, rows

_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "`": "'"})


@dataclass(frozen=True, slots=True)
class Feast:
    """A feast: `kind` is fixed, weekday, easter, orthodox, islamic, hebrew or lunar; it lasts `days` days.

    `value` is month and day (fixed, and in their own calendars islamic and hebrew), month, ISO weekday and count from
    the month's start (weekday; -1 is the last), or days after Easter Sunday.
    """

    name: str
    kind: str
    value: str
    days: int


@cache
def time_words() -> dict[str, tuple[str, str]]:
    """Each word in small letters with its class and value."""
    return {row["word"]: (row["class"], row.get("value", "")) for row in rows("time_words")}


@cache
def feasts() -> dict[str, tuple[tuple[tuple[str, ...], Feast], ...]]:
    """Feasts by their first word: the words of the name and the feast, longest first."""
    found: dict[str, list[tuple[tuple[str, ...], Feast]]] = {}
    for row in rows("feasts"):
        feast = Feast(row["feast"], row["kind"], row["value"], int(row["days"]))
        words = tuple(row["feast"].split())
        found.setdefault(words[0], []).append((words, feast))
    return {first: tuple(sorted(listed, key=lambda f: -len(f[0]))) for first, listed in found.items()}


@lru_cache(REMEMBERED)
def plain(word: str) -> str:
    """A word as the lists write it: small letters, straight apostrophes."""
    return word.translate(_APOSTROPHES).lower()


@cache
def governors() -> dict[str, str]:
    """Lemmas that tell the tense of what they govern.

    `plan`: the time lies ahead ("scheduled for Friday"); `defer`: with "until" or "to" it does ("extended until
    Friday"); `say`: present tense reports the past ("says on Friday"); `implicative`: the infinitive has their tense;
    `phase`: so it has, and their present tense looks ahead ("begins on Friday");
    `futurate`: the present tense looks ahead ("meets on Friday"); `happened`, `meeting`: nouns for what is over when it
    is reported, and for what may lie ahead.
    """
    return {row["word"]: row["class"] for row in rows("time_governors")}


@cache
def neighbours(kind: str) -> frozenset[str]:
    """Words beside an expression that tell what it is.

    `aging`: things that are so many years old; `lasting`: words before a length with an article ("lasted a day");
    `after_year`: words that can follow a bare year; `counting`: words before a number that is no year; `title`: words
    before a name that is no month; `day_named`: movements, streets and bodies that are called after a day.
    """
    return frozenset(row["word"] for row in rows("time_neighbours") if row["class"] == kind)
