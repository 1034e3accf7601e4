"""The annotator: from a report's text to a `Reading`."""

from collections.abc import Sequence
from dataclasses import replace

from communique.garbage import kept
from communique.language.encoder import Encoder
from communique.language.identity import referents
from communique.language.quotations import attributions
from communique.language.seam import Parse, Parser
from communique.language.subjects import with_subjects
from communique.language.times import times
from communique.lexicon.cities import is_town
from communique.lexicon.countries import kind_of
from communique.lexicon.titles import is_honorific
from communique.model.page import Page
from communique.model.reading import Name, Reading, Token
from communique.model.report import Report

RULES = "18"
"""Version of the rule-based parts; raise it when they change what is read."""

_NEVER_LAST = frozenset(("ADP", "CCONJ", "DET"))
_SENT = frozenset(("NOUN", "PROPN"))
_PRESS = frozenset(("press", "media", "news"))
_FOR_PRESS = frozenset(("availability", "briefing", "briefings", "conference", "conferences", "release", "statement"))
_STYLES = frozenset(("h.e.", "h. e.", "h.e", "hon.", "the hon."))
_PLACES = frozenset({"GPE", "LOC"})
_TWO_NAMES = 3
_SHORTEST = 2
"""A town's state has more letters: "Washington, DC" is one name."""
_MARKS = frozenset(",;:-–—(")


class DefaultAnnotator:
    """A model for syntax, names and quotations, the shipped one unless told otherwise, with rules for all the rest."""

    def __init__(self, parser: Parser | None = None) -> None:
        self._parser = parser or Encoder()

    @property
    def version(self) -> str:
        """The model's own version and that of the rules."""
        return f"{self._parser.version}+rules-{RULES}"

    def annotate(self, reports: Sequence[Report]) -> list[Reading]:
        """Read syntax, names and raw attributions with the model, then times, identity and attributions by rule."""
        parses = self._parser.parse([report.text for report in reports])
        return [
            complete(report, begin(report, parse, self.version)) for report, parse in zip(reports, parses, strict=True)
        ]


def begin(report: Report, parse: Parse, version: str) -> Reading:
    """What the model found, as a reading without times and identity; sentences of the title are marked as such."""
    sentences = tuple(replace(s, role="title") if s.end <= report.title_end else s for s in parse.sentences)
    names = tuple(part for name in parse.names for part in _parted(report, parse, _trimmed(report, parse, name)))
    return Reading(report.id, version, with_subjects(parse.tokens), sentences, names, (), parse.attributions, ())


def _trimmed(report: Report, parse: Parse, name: Name) -> Name:
    """The name without what the model now and then adds to its end: "Stresemann of", "Oujda,", "Briand's" visit.

    A person's name of two words or more ends before "of": "Gustav Stresemann of Germany".
    """
    ofs = [n for n in range(name.first + 2, name.last) if parse.tokens[n].text.lower() == "of"]
    last = ofs[0] if ofs and name.kind == "PERSON" else name.last
    while last - 1 > name.first and (_is_loose(parse.tokens, last - 1) or _is_of_press(parse.tokens, name, last - 1)):
        last -= 1
    return name if last == name.last else _part(report, parse.tokens, name, name.first, last)


def _parted(report: Report, parse: Parse, name: Name) -> tuple[Name, ...]:
    """The name, or both of "Ambassador to Jordan Ana Petrova", state and person, of "Al Khor, Qatar", town and state,
    and of "received in Doha Ms. Ana Petrova", town and person, which the model may take for one.

    Nobody for a style alone: "H.E." of "H.E. Mr. Jon Dale".
    """
    if name.text.casefold() in _STYLES:
        return ()
    tokens, last = parse.tokens, name.last
    if tokens[name.first].text.casefold() in _STYLES:
        name = _part(report, tokens, name, name.first + 1, last)
    first = name.first
    if name.kind in _PLACES and (comma := _comma(tokens, name)) > 0:
        behind = _part(report, tokens, name, comma + 1, last)
        return _part(report, tokens, name, first, comma), *_parted(report, parse, behind)
    if name.kind in _PLACES and _is_town_and_state(tokens, name):
        return _part(report, tokens, name, first, last - 1), _part(report, tokens, name, last - 1, last)
    honorific = _inner_honorific(tokens, name)
    if honorific:
        place = _part(report, tokens, name, first, honorific)
        return replace(place, kind="GPE"), _part(report, tokens, name, honorific + 1, last)
    sent = first > 1 and tokens[first - 1].text.lower() == "to" and tokens[first - 2].upos in _SENT
    if name.kind != "PERSON" or last - first < _TWO_NAMES or not sent:
        return (name,)
    if kind_of(tokens[first].text) not in ("name", "capital"):
        return (name,)
    land = _part(report, tokens, name, first, first + 1)
    return replace(land, kind="GPE"), _part(report, tokens, name, first + 1, last)


def _part(report: Report, tokens: Sequence[Token], name: Name, first: int, last: int) -> Name:
    """Tokens `first` to `last` (half-open) of a name as a name of their own."""
    start, end = tokens[first].start, tokens[last - 1].end
    return replace(name, first=first, last=last, start=start, end=end, text=report.text[start:end])


def _comma(tokens: Sequence[Token], name: Name) -> int:
    """The comma between a town and its state, both in capitals at the beginning; 0 without one, and before "DC"."""
    at = next((n for n in range(name.first + 1, name.last - 1) if tokens[n].text == ","), 0)
    land = tokens[at + 1].text if at else ""
    return at if len(land) > _SHORTEST and land[0].isupper() and "." not in land else 0


def _is_town_and_state(tokens: Sequence[Token], name: Name) -> bool:
    """Whether a state stands right behind a town, of which each is told apart: "received in Doha U.S. envoys"."""
    if name.last - name.first < len(("town", "state")) or kind_of(name.text):
        return False
    town = " ".join(t.text for t in tokens[name.first : name.last - 1])
    return kind_of(tokens[name.last - 1].text) == "name" and is_town(town)


def _inner_honorific(tokens: Sequence[Token], name: Name) -> int:
    """The honorific inside what the model takes for one person's name, behind where that person is; 0 without one."""
    inside = (n for n in range(name.first + 1, name.last - 1) if is_honorific(tokens[n].text))
    is_placed = name.kind == "PERSON" and name.first > 0 and tokens[name.first - 1].upos == "ADP"
    return next(inside, 0) if is_placed else 0


def _is_of_press(tokens: Sequence[Token], name: Name, number: int) -> bool:
    """Whether a word after somebody's name belongs to what follows: "General Vane Press Briefing"."""
    word, following = (t.text.casefold() for t in (*tokens[number : number + 2], tokens[-1])[:2])
    return name.kind == "PERSON" and (word in _FOR_PRESS or (word in _PRESS and following in _FOR_PRESS))


def _is_loose(tokens: Sequence[Token], number: int) -> bool:
    """Whether a word belongs to no name that it ends; "'s" belongs to one that owns nothing: "at St. Paul's"."""
    token = tokens[number]
    if token.upos == "PART":
        return token.head >= 0 and tokens[token.head].deprel == "nmod:poss"
    return token.upos in _NEVER_LAST or (token.upos == "PUNCT" and token.text in _MARKS)


@kept()
def complete(report: Report, reading: Reading) -> Reading:
    """Add what rules find to what the model found; each step sees the steps before it."""
    page = Page(report, reading)
    page = Page(report, replace(page.reading, times=times(page)), page.tree)
    page = Page(report, replace(page.reading, referents=referents(page)), page.tree)
    return replace(page.reading, attributions=attributions(page))
