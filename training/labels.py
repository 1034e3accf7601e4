"""Brings the names of every data set to one scheme, as sets of allowed labels.

A data set that does not tell towns and states from mountains and seas allows both; training sums over what is allowed.
"""

import re
from collections.abc import Iterable, Sequence

from training.documents import NAME_LABELS

ALL = frozenset(NAME_LABELS)
"""Nothing is known of the word."""

OUT = frozenset("O")

KINDS: dict[str, tuple[str, ...]] = {
    "PER": ("PERSON",), "Person": ("PERSON",), "person": ("PERSON",), "politician": ("PERSON",),
    "ORG": ("ORG",), "Organization": ("ORG",), "organisation": ("ORG",), "politicalparty": ("ORG",),
    "LOC": ("GPE", "LOC", "FAC"), "Location": ("GPE", "LOC"), "location": ("GPE", "LOC", "FAC"), "country": ("GPE",),
    "PERSON": ("PERSON",), "ORGANIZATION": ("ORG",), "organization": ("ORG",), "GPE": ("GPE",),
    "LOCATION": ("GPE", "LOC", "FAC"), "FAC": ("FAC",), "FACILITY": ("FAC",), "EVENT": ("EVENT",),
    "LOCderiv": ("NORP",), "ORGderiv": ("NORP",), "NORP": ("NORP",), "Facility": ("FAC",),
    "event": ("EVENT",), "election": ("EVENT",), "MISC": ("MISC", "EVENT"), "Misc": ("MISC", "EVENT"),
    "misc": ("MISC", "NORP", "FAC"), "Product": ("MISC", "O"),
}  # fmt: skip
"""The kinds that each label of a data set allows."""

_SILENT = {"Date", "Money", "O"}
_NATURAL = re.compile(
    r"\b(?:River|Sea|Ocean|Lake|Mount|Mountains?|Valley|Desert|Islands?|Straits?|Gulf|Peninsula|Bay|Coast|Middle East|"
    r"Europe|Africa|Asia|Americas?|Heights|Basin|Delta|Cape|Caucasus|Balkans|Sahel|Caribbean|Pacific|Atlantic|Arctic)\b"
)
_STATES = frozenset(
    "Afghanistan Albania Algeria Angola Argentina Armenia Australia Austria Azerbaijan Bahrain Bangladesh Belarus "
    "Belgium Bolivia Brazil Britain Bulgaria Cambodia Cameroon Canada Chad Chile China Colombia Croatia Cuba "
    "Cyprus Denmark Egypt Eritrea Estonia Ethiopia Finland France Georgia Germany Ghana Greece Hungary India "
    "Indonesia Iran Iraq Ireland Israel Italy Japan Jordan Kazakhstan Kenya Kuwait Laos Latvia Lebanon Libya "
    "Lithuania Malaysia Mali Mexico Moldova Mongolia Morocco Myanmar Nepal Netherlands Nicaragua Niger Nigeria "
    "Norway Oman Pakistan Palestine Panama Peru Philippines Poland Portugal Qatar Romania Russia Rwanda Senegal "
    "Serbia Singapore Slovakia Slovenia Somalia Spain Sudan Sweden Switzerland Syria Taiwan Tanzania Thailand "
    "Tunisia Turkey Uganda Ukraine Uruguay Uzbekistan Venezuela Vietnam Yemen Zambia Zimbabwe US USA UK UAE U.S. "
    "U.K. America England Scotland Moscow Washington Beijing London Paris Kyiv Tehran Jerusalem".split()
) | {"United States", "United Kingdom", "South Africa", "South Korea", "North Korea", "Saudi Arabia", "New Zealand"}


def kinds(allowed: Sequence[str], text: str) -> tuple[str, ...]:
    """The kinds a name may have, narrowed where `text` itself says whether a place is a state or a piece of nature."""
    if "LOC" not in allowed or "GPE" not in allowed:
        return tuple(allowed)
    if text.removeprefix("the ") in _STATES:
        return ("GPE",)
    return ("LOC",) if _NATURAL.search(text) else tuple(allowed)


def spread(labels: list[frozenset[str]], first: int, last: int, allowed: Iterable[str]) -> None:
    """Writes a name of one of the `allowed` kinds over the words `first` to `last` (half-open)."""
    for i in range(first, last):
        labels[i] = frozenset("O" if kind == "O" else f"{'B' if i == first else 'I'}-{kind}" for kind in allowed)


def coarse_names(tags: Sequence[str], words: Sequence[str]) -> list[frozenset[str]]:
    """The labels allowed for each word, from a data set's own BIO tags; a tag outside the scheme leaves all open."""
    labels = [OUT if tag[2:] in _SILENT or tag == "O" else ALL for tag in tags]
    first = 0
    while first < len(tags):
        last = first + 1
        while last < len(tags) and tags[last] == f"I-{tags[first][2:]}":
            last += 1
        kind = tags[first][2:]
        if tags[first][0] in "BI" and kind in KINDS:
            spread(labels, first, last, kinds(KINDS[kind], " ".join(words[first:last])))
        first = last
    return labels
