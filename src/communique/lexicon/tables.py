"""Reading the lexicons' data files: tab-separated lines in `lexicon/data`, the first line naming the columns."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from importlib.resources import files
from types import MappingProxyType

_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "`": "'", "‑": "-", "–": "-"})
_SPACES = re.compile(r"\s+")
_ARTICLE = re.compile(r"^\s*the\s+", re.IGNORECASE)
_POSSESSIVE = re.compile(r"(?:'s|(?<=s)')$", re.IGNORECASE)

REMEMBERED = 50_000
"""So many answers a lexicon keeps: the names of one report are asked for many times over."""


def lines(file: str) -> list[str]:
    """The lines of `data/<file>`; those that begin with `#` are comments."""
    return [line for line in text(file).splitlines() if line and not line.startswith("#")]


def text(file: str) -> str:
    """`data/<file>` as it is written."""
    return files("communique.lexicon").joinpath("data", file).read_text(encoding="utf-8")


def rows(name: str) -> list[dict[str, str]]:
    """The lines of `data/<name>.tsv` by column."""
    first, *rest = lines(f"{name}.tsv")
    columns = first.split("\t")
    return [dict(zip(columns, line.split("\t"), strict=False)) for line in rest]


@cache
def word_list(name: str) -> frozenset[str]:
    """The words of `data/<name>.txt`, one a line."""
    return frozenset(lines(f"{name}.txt"))


@cache
def words_by(column: str, name: str) -> Mapping[str, frozenset[str]]:
    """The column `word` of `data/<name>.tsv`, by the values of another column."""
    found: dict[str, set[str]] = {}
    for row in rows(name):
        found.setdefault(row[column], set()).add(row["word"])
    return MappingProxyType({value: frozenset(words) for value, words in found.items()})


def parts(cell: str) -> list[str]:
    """The values of a cell: `a|b|c`."""
    return [part for part in cell.split("|") if part]


def alternatives(words: Iterable[str]) -> str:
    """Words as alternatives of a pattern, longer ones first."""
    return "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word))))


@lru_cache(REMEMBERED)
def key(text: str) -> str:
    """Text as it is looked up: no case, accents, full stops or double spaces; straight apostrophes."""
    if text.isascii():
        return " ".join(text.replace(".", "").replace("`", "'").split()).lower()
    plain = unicodedata.normalize("NFKD", text.translate(_APOSTROPHES).replace(".", ""))
    kept = "".join(c for c in plain if not unicodedata.combining(c))
    return _SPACES.sub(" ", kept).strip().casefold()


@lru_cache(REMEMBERED)
def bare(text: str) -> str:
    """A name without a leading article and a closing possessive mark."""
    return _POSSESSIVE.sub("", _ARTICLE.sub("", text.translate(_APOSTROPHES).strip()))


def is_acronym(name: str) -> bool:
    """True for a name that is written in capitals: "UN", "U.S.", "FMLN", "5+1"."""
    letters = [c for c in name if c.isalpha()]
    return bool(letters) and all(c.isupper() for c in letters) and " " not in name


def written_as_name(text: str, acronym: bool) -> bool:
    """True when the capitals of `text` allow a name: one capital at least; for an acronym no small letter."""
    letters = [c for c in text if c.isalpha()]
    return all(c.isupper() for c in letters) if acronym else any(c.isupper() for c in letters)
