"""Every name in a report: those of the name tagger, corrected by the lexicons and by titles, and those it missed."""

import re
from collections import Counter
from dataclasses import replace

from communique.language.identity.beside import ends_title
from communique.language.identity.lexical import LANDSCAPE, known_names
from communique.language.identity.mentions import Found, head_of, starts_in_capital
from communique.lexicon import cues, outlets, people, titles
from communique.lexicon.tables import key
from communique.model.page import Page
from communique.model.reading import Name

ALSO_FIRST_NAMES = frozenset({"israel", "jordan", "georgia", "chad", "paris", "sofia", "vienna", "india", "america"})
ORGAN_ENDS = ("ministry", "army", "government", "embassy", "navy", "military", "forces", "cabinet", "office")
CREDIT = re.compile(
    r"\b(?:reporting (?:by|from)|reported by|writing by|written by|edit(?:ing|ed) by|photos? by|photographs? by|compiled by"
    r"|translated by|contributed to this)\b",
    re.IGNORECASE,
)
BYLINE = re.compile(r"\W*By [A-Z][^.!?\n]{0,80}$")
MARKS = frozenset("'\"“”‘’(),.;:[]-–—/")


def names(page: Page, upper: list[bool]) -> list[Found]:
    """All names in text order, none overlapping; lexicon names win over the tagger except inside longer names."""
    known = known_names(page, upper)
    tagged = _agreed(page, [f for n in page.reading.names for f in _corrected(page, n, known)])
    tagged = [Found(f.first, f.last, "other") if _is_credit(page, f) else f for f in tagged]
    outer = [t for t in tagged if not any(_covers(k, t) for k in known)]
    inner = [k for k in known if not any(_covers(t, k) and t.last - t.first > k.last - k.first for t in outer)]
    kept = _without_overlaps([*inner, *outer])
    kept = [*kept, *_state_acronyms(page, kept)]
    return sorted([*kept, *_untagged(page, kept)], key=lambda f: f.first)


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


def _covers(outer: Found, inner: Found) -> bool:
    return outer.first <= inner.first and inner.last <= outer.last


def _agreed(page: Page, found: list[Found]) -> list[Found]:
    """One name is one kind of thing throughout a report: what it mostly is, a surname the person that has it."""
    votes: dict[str, Counter[str]] = {}
    for f in found:
        votes.setdefault(_text(page, f), Counter())[_place_or(page, f)] += 1
    full = {page.tokens[f.last - 1].text for f in found if f.kind == "person" and f.last - f.first > 1}
    return [f if f.kind == "other" else replace(f, kind=_elected(page, f, votes[_text(page, f)], full)) for f in found]


def _text(page: Page, f: Found) -> str:
    return page.text(page.span(f.first, f.last)).casefold()


def _place_or(page: Page, f: Found) -> str:
    """A place after "in" and the like, else what it is tagged as."""
    before = page.tokens[f.first - 1].text.casefold() if f.first else ""
    return "place" if before in {"in", "at", "near", "outside", "inside"} and f.kind != "body" else f.kind


def _elected(page: Page, f: Found, votes: Counter[str], full: set[str]) -> str:
    if f.last - f.first == 1 and page.tokens[f.first].text in full:
        return "person"
    return max(("person", "body", "place"), key=lambda kind: (votes[kind], kind == f.kind))


def _is_credit(page: Page, f: Found) -> bool:
    """A reporter's or editor's name: nobody the report is about."""
    sentence = page.sentence_of(f.first)
    if f.kind != "person" or sentence.role == "byline":
        return f.kind == "person" and sentence.role == "byline"
    start = min(s.start for s in page.sentences if s.paragraph == sentence.paragraph)
    before = page.report.text[max(start, page.tokens[f.first].start - 200) : page.tokens[f.first].start]
    return CREDIT.search(before) is not None or BYLINE.match(page.text(sentence.span)) is not None


def _without_overlaps(found: list[Found]) -> list[Found]:
    kept: list[Found] = []
    taken: set[int] = set()
    for f in sorted(found, key=lambda f: (f.first - f.last, f.first)):
        span = set(range(f.first, f.last))
        if not span & taken:
            kept.append(f)
            taken |= span
    return kept


def _corrected(page: Page, name: Name, known: list[Found]) -> list[Found]:
    first, last = _trimmed(page, name.first, name.last)
    if first >= last:
        return []
    if outlets.outlet(page.text(page.span(first, last))):
        return [Found(first, last, "body")]
    if name.kind == "PERSON":
        return _person(page, first, last, known)
    if name.kind == "ORG":
        return _body(page, first, last, known)
    if name.kind in {"GPE", "LOC", "FAC"}:
        return _place(page, first, last, known, name.kind)
    if name.kind in {"EVENT", "MISC"} and last - first > 1:
        return [Found(first, last, "other")]
    return []


def _trimmed(page: Page, first: int, last: int) -> tuple[int, int]:
    """Without a leading article and marks, and a closing possessive or mark."""
    while first < last and (
        page.tokens[first].text in MARKS or page.tokens[first].text.casefold() in {"the", "a", "an"}
    ):
        first += 1
    while first < last and (
        page.tokens[last - 1].text in MARKS or page.tokens[last - 1].text in {"'s", "’s", "'S", "’S"}
    ):
        last -= 1
    return first, last


def _person(page: Page, first: int, last: int, known: list[Found]) -> list[Found]:
    """A person without the demonym, body and titles in front and the small words at the edges."""
    last = _line_end(page, first, last)
    if any(k.last == last and k.first > first and (k.kind == "body" or k.form == "demonym") for k in known):
        return []
    first = _after_known(page, first, last, known)
    words = [page.tokens[at].text for at in range(first, last)]
    cut = titles.title_after(words, 0)
    first = first + cut if cut < len(words) else last
    first = _after_known(page, first, last, known)
    while first < last and not _can_start(page.tokens[first].text):
        first += 1
    while first < last and not starts_in_capital(page.tokens[last - 1].text) and page.tokens[last - 2].text != "-":
        last -= 1
    if (
        last + 1 < len(page.tokens)
        and page.tokens[last].text == ","
        and key(page.tokens[last + 1].text) in people.SUFFIXES
    ):
        last += 2
    alone = any(k.first == first and k.last == last for k in known)
    titled = first > 0 and titles.is_honorific(page.tokens[first - 1].text)
    if first >= last or (alone and not titled) or not any(c.isalpha() for c in page.tokens[first].text):
        return []
    return [Found(first, last, "person")]


def _hyphenated(page: Page, first: int, last: int) -> tuple[int, int]:
    """With the rest of a hyphenated name that the tagger cut off: "Kim Jong" of "Kim Jong-un"."""
    while last + 1 < len(page.tokens) and page.tokens[last].text == "-" and _adjoin(page, last - 1, last + 2):
        last += 2
    while first > 1 and page.tokens[first - 1].text == "-" and _adjoin(page, first - 2, first + 1):
        if not starts_in_capital(page.tokens[first - 2].text):
            break
        first -= 2
    return first, last


def _adjoin(page: Page, first: int, last: int) -> bool:
    """True for tokens with no space between them, the last one of letters."""
    tight = all(page.tokens[at].end == page.tokens[at + 1].start for at in range(first, last - 1))
    return tight and page.tokens[last - 1].text.isalpha()


def _line_end(page: Page, first: int, last: int) -> int:
    """A name does not run over the end of a paragraph."""
    ends = (
        at for at in range(first + 1, last) if "\n" in page.report.text[page.tokens[at - 1].end : page.tokens[at].start]
    )
    return next(ends, last)


def _can_start(word: str) -> bool:
    return starts_in_capital(word) or word.casefold() in people.PARTICLES


def _after_known(page: Page, first: int, last: int, known: list[Found]) -> int:
    """Past a state or body that stands before a person's name; "Israel" and the like may be a first name."""
    for k in known:
        if k.first == first and k.last < last and key(page.tokens[first].text) not in ALSO_FIRST_NAMES:
            after = k.last
            possessive = after < last and page.tokens[after].text in {"'s", "’s", "'S", "’S", "'", "’"}
            return after + 1 if possessive else after
    return first


def _body(page: Page, first: int, last: int, known: list[Found]) -> list[Found]:
    """A body without titles at its end ("UN Secretary-General"); an organ of a named state is that state."""
    words = [page.tokens[at].text for at in range(first, last)]
    start = titles.title_before(words, len(words))
    if 0 < start < len(words) and words[-1].casefold() not in {"office", "cabinet"}:
        last = _trimmed(page, first, first + start)[1]
    if first >= last or not starts_in_capital(page.tokens[first].text):
        return []
    if _is_only_known(page, first, last, known):
        return []
    mark = next((at for at in range(first + 1, last - 1) if page.tokens[at].text in {"'s", "’s"}), None)
    if mark is not None and (people.is_first_name(page.tokens[mark + 1].text) or known_as(page, first, mark, known)):
        return _split(page, first, mark, last, known)
    if _looks_like_person(page, first, last):
        return _person(page, first, last, known)
    noun = people.noun(page.text(page.span(first, last)))
    if noun and noun.kind == "state" and not any(first <= k.first < last for k in known):
        return []
    state = next((k for k in known if k.kind == "state" and first <= k.first and k.last <= last), None)
    if state and _is_organ(page, first, last, state):
        return [Found(first, last, "state", state.key, "name")]
    return [Found(first, last, "body")]


def _looks_like_person(page: Page, first: int, last: int) -> bool:
    """A first name and one to three more capitalised words, the last of them no word for a body."""
    words = [t.text for t in page.tokens[first:last] if t.text != "-"]
    if not 1 < len(words) < 5 or not people.is_first_name(words[0]) or page.tokens[first + 1].text == "-":
        return False
    capitals = all(starts_in_capital(w) or w.casefold() in people.PARTICLES for w in words)
    return capitals and words[-1].casefold() not in titles.bodies() and people.noun(words[-1]) is None


def known_as(page: Page, first: int, last: int, known: list[Found]) -> bool:
    """True where exactly these tokens are a known name or an outlet's."""
    return any(k.first == first and k.last == last for k in known) or bool(
        outlets.outlet(page.text(page.span(first, last)))
    )


def _split(page: Page, first: int, mark: int, last: int, known: list[Found]) -> list[Found]:
    """As in "The Courier's Ada Quill": an outlet and its reporter; "Latvia's Defence Ministry": the state's organ."""
    noun = people.noun(page.text(page.span(mark + 1, last)))
    if noun is not None:
        state = next((k for k in known if k.first == first and k.kind == "state"), None)
        return (
            [Found(first, last, "state", state.key)] if state and noun.kind == "state" else [Found(first, last, "body")]
        )
    left = [] if any(k.first == first for k in known) else [Found(first, mark, "body")]
    return [*left, *(_person(page, mark + 1, last, known) if people.is_first_name(page.tokens[mark + 1].text) else [])]


def _is_only_known(page: Page, first: int, last: int, known: list[Found]) -> bool:
    """True when nothing but a known name in it is capitalised: "Azeri defense"."""
    inside = {at for k in known if first <= k.first and k.last <= last for at in range(k.first, k.last)}
    return bool(inside) and not any(
        starts_in_capital(page.tokens[at].text) for at in range(first, last) if at not in inside
    )


def _is_organ(page: Page, first: int, last: int, state: Found) -> bool:
    """As in "Iranian Foreign Ministry", "Ministry of Defence of Latvia": the state speaks through it."""
    if state.first == first:
        after = state.last + (page.tokens[state.last].text in {"'s", "’s"} if state.last < last else 0)
        noun = people.noun(page.text(page.span(after, last))) if after < last else None
        return noun is not None and noun.kind == "state" and noun.noun not in {"side", "camp"}
    return key(page.tokens[first].text) in {"ministry", "embassy", "government", "army", "republic"}


def _place(page: Page, first: int, last: int, known: list[Found], kind: str) -> list[Found]:
    words = {key(page.tokens[at].text) for at in range(first, last)}
    inside = [k for k in known if first <= k.first and k.last <= last]
    if inside and not (words & LANDSCAPE):
        plain = sum(starts_in_capital(page.tokens[at].text) for at in range(first, last))
        if kind == "GPE" or plain <= sum(k.last - k.first for k in inside):
            return []
    return [Found(first, last, "place")] if starts_in_capital(page.tokens[first].text) else []


def _untagged(page: Page, found: list[Found]) -> list[Found]:
    """Runs of capitalised names that nobody tagged, where a title before or a first name says it is a person."""
    added: list[Found] = []
    taken = {at for f in found for at in range(f.first, f.last)}
    at = 0
    while at < len(page.tokens):
        end = _run(page, at, taken)
        if end > at and end not in taken and (_is_titled(page, at) or _is_full_name(page, at, end)):
            added.append(Found(at, end, "person"))
        elif end > at and end not in taken and _speaks(page, at, end):
            added.append(Found(at, end, "body"))
        at = max(end, at + 1)
    return added


def _speaks(page: Page, first: int, last: int) -> bool:
    """A name nobody knows that says something: a firm, a body."""
    head = head_of(page, first, last)
    verb = page.tokens[head].head
    says = page.tokens[head].deprel == "nsubj" and verb >= 0 and cues.verb(page.tokens[verb].lemma)
    if people.noun(page.text(page.span(first, last))) or page.tokens[last - 1].text.casefold() in titles.bodies():
        return False
    whole = not any(t.text.isupper() and len(t.text) > 4 for t in page.tokens[first:last])
    return bool(says) and whole and len(page.tokens[head].text) > 2 and page.sentence_of(first).role == "body"


def _run(page: Page, first: int, taken: set[int]) -> int:
    """The end of the run of proper nouns that starts at `first`, or `first`."""
    last = first
    sentence = page.sentence_of(first)
    while last < sentence.last and last not in taken:
        token = page.tokens[last]
        proper = token.xpos.startswith("NNP") and starts_in_capital(token.text)
        joined = last > first and (
            token.text == "-" or token.text.casefold() in people.PARTICLES - {"y", "e", "an", "as"}
        )
        if not proper and not joined:
            break
        if key(token.text) in LANDSCAPE or _starts_title(page, last):
            break
        last += 1
    while last > first and not page.tokens[last - 1].xpos.startswith("NNP"):
        last -= 1
    return last


def _starts_title(page: Page, at: int) -> bool:
    """A title, or the first word of one ("Crown" Prince)."""
    words = [t.text for t in page.tokens[at : at + 2]]
    return titles.is_title(words[:1]) or titles.is_title(words)


def _is_titled(page: Page, first: int) -> bool:
    """A title stands right before: an office, a rank or "Mr."."""
    before = page.tokens[first - 1].text if first else ""
    if not ends_title(before) or titles.singular(before) != before or titles.kind_of((before,)) == "expert":
        return False
    words = [t.text for t in page.tokens[page.sentence_of(first).first : first]]
    return titles.title_before(words, len(words)) < len(words)


def _is_full_name(page: Page, first: int, last: int) -> bool:
    return last - first > 1 and people.is_first_name(page.tokens[first].text) and page.tokens[first + 1].text != "-"
