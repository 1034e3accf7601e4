"""The name tagger's names put right: titles, demonyms and marks cut off, bodies told from people and states."""

from communique.language.identity.mentions import Found, KnownNames, starts_in_capital
from communique.lexicon import outlets, people, titles
from communique.lexicon.places import place_words
from communique.lexicon.tables import key
from communique.model.page import Page
from communique.model.reading import Name

ALSO_FIRST_NAMES = frozenset({"israel", "jordan", "georgia", "chad", "paris", "sofia", "vienna", "india", "america"})
"""States and cities that can be a first name."""

FORCES = frozenset({"army", "armies", "authority", "command", "force", "forces", "mission"})
"""Words that end the names of groups and bodies too, not of a state's organs alone."""
OF_STATES = frozenset(
    "air allied and armed border civil coast combined coalition defence defense diplomatic economic federal foreign "
    "general government ground high imperial internal international joint land local military national naval navy of "
    "peacekeeping people permanent police presidential public red regional regular republican royal security self "
    "special state strategic supreme task tax territorial the trade transitional union united white".split()
)
"""Words before them that name nothing: "Armed Forces"."""

ORGANS = frozenset({"administration", "army", "department", "force", "forces", "ministry", "navy"})
"""Words for organs with the state after them: "Armed Forces of Ruritania"."""

CROWNED = frozenset({"royal", "imperial"})
"""Words before the state in the name of its organ: "Royal Thai Army"."""

POSSESSIVE = frozenset({"'s", "’s", "'S", "’S"})
EDGES = frozenset("'\"“”‘’(),.;:[]-–—/")
ARTICLES = frozenset({"the", "a", "an"})


def corrected(page: Page, name: Name, known: KnownNames) -> list[Found]:
    """What a tagged name is: one name, two that were joined, or none; `known` are the lexicon's names on the page."""
    first, last = _trimmed(page, name.first, name.last)
    if first >= last:
        return []
    if outlets.outlet(page.words(first, last)):
        return [Found(first, last, "body")]
    if name.kind == "PERSON":
        return _person(page, first, last, known)
    if name.kind == "ORG":
        return _body(page, first, last, known)
    if name.kind in {"GPE", "LOC", "FAC"}:
        return _place(page, first, last, known, name.kind)
    if name.kind in {"EVENT", "MISC"} and last - first > 1 and not _is_described(page, first, last, known):
        return [Found(first, last, "other")]
    return []


def _trimmed(page: Page, first: int, last: int) -> tuple[int, int]:
    """Without a leading article and marks, and a closing possessive or mark."""
    while first < last and (page.tokens[first].text in EDGES or page.tokens[first].text.casefold() in ARTICLES):
        first += 1
    while first < last and page.tokens[last - 1].text in EDGES | POSSESSIVE:
        last -= 1
    return first, last


def _is_described(page: Page, first: int, last: int, known: KnownNames) -> bool:
    """True for two states or bodies, or more, that name nothing together: the "EU-Ruritania summit"."""
    while first < last and not starts_in_capital(page.tokens[last - 1].text):
        last -= 1
    if first > 1 and page.tokens[first - 1].text == "-":
        first -= 2
    inside = known.inside(first, last)
    taken = {at for k in inside for at in range(k.first, k.last)}
    return len(inside) > 1 and all(at in taken or page.tokens[at].text in EDGES for at in range(first, last))


def _person(page: Page, first: int, last: int, known: KnownNames) -> list[Found]:
    """A person without the demonym, body and titles in front and the small words at the edges."""
    last = _line_end(page, first, last)
    inside = known.inside(first, last)
    if any(k.last == last and k.first > first and (k.kind == "body" or k.form == "demonym") for k in inside):
        return []
    first, last = _small_words(page, _after_titles(page, first, last, known), last)
    first, last = _with_suffix(page, *_hyphenated(page, first, last)) if first < last else (first, last)
    alone = _is_exactly(known, first, last)
    titled = first > 0 and titles.is_honorific(page.tokens[first - 1].text)
    if first >= last or (alone and not titled) or not any(c.isalpha() for c in page.tokens[first].text):
        return []
    return [Found(first, last, "person")]


def _after_titles(page: Page, first: int, last: int, known: KnownNames) -> int:
    """Past the state and the titles in front of a name."""
    first = _after_known(page, first, last, known)
    words = [page.tokens[at].text for at in range(first, last)]
    cut = titles.title_after(words, 0)
    return _after_known(page, first + cut, last, known) if cut < len(words) else last


def _small_words(page: Page, first: int, last: int) -> tuple[int, int]:
    """Without small words at the edges, but for particles in front and the end of a hyphenated name."""
    while first < last and not _can_start(page.tokens[first].text):
        first += 1
    while first < last and not starts_in_capital(page.tokens[last - 1].text) and page.tokens[last - 2].text != "-":
        last -= 1
    return first, last


def _with_suffix(page: Page, first: int, last: int) -> tuple[int, int]:
    """With a "Jr." after a comma."""
    after = page.tokens[last : last + 2]
    junior = len(after) == 2 and after[0].text == "," and key(after[1].text) in people.SUFFIXES
    return first, last + 2 if junior else last


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
    return page.are_joined(first, last) and page.tokens[last - 1].text.isalpha()


def _line_end(page: Page, first: int, last: int) -> int:
    """A name does not run over the end of a paragraph."""
    ends = (
        at for at in range(first + 1, last) if "\n" in page.report.text[page.tokens[at - 1].end : page.tokens[at].start]
    )
    return next(ends, last)


def _can_start(word: str) -> bool:
    return starts_in_capital(word) or word.casefold() in people.PARTICLES


def _after_known(page: Page, first: int, last: int, known: KnownNames) -> int:
    """Past a state or body that stands before a person's name; "Israel" and the like may be a first name."""
    k = known.at(first)
    if k is None or k.last >= last or key(page.tokens[first].text) in ALSO_FIRST_NAMES:
        return first
    return k.last + (page.tokens[k.last].text in POSSESSIVE | {"'", "’"})


def _body(page: Page, first: int, last: int, known: KnownNames) -> list[Found]:
    """A body without titles at its end ("UN Secretary-General"), none of a title alone ("PM"); an organ of a named
    state is that state.
    """
    words = [page.tokens[at].text for at in range(first, last)]
    start = titles.title_before(words, len(words))
    if start == 0 and titles.kind_of(words) == "office":
        return []
    if 0 < start < len(words) and words[-1].casefold() not in {"office", "cabinet"}:
        last = _trimmed(page, first, first + start)[1]
    numbered = last - first > 1 and page.tokens[first].text.isdigit() and starts_in_capital(page.tokens[first + 1].text)
    if first >= last or not (numbered or starts_in_capital(page.tokens[first].text)):
        return []
    if _is_only_known(page, first, last, known):
        return []
    mark = next((at for at in range(first + 1, last - 1) if page.tokens[at].text in POSSESSIVE), None)
    if mark is not None and (people.is_first_name(page.tokens[mark + 1].text) or _is_known(page, first, mark, known)):
        return _split(page, (first, mark, last), known)
    if _looks_like_person(page, first, last):
        return _person(page, first, last, known)
    return _organ_or_body(page, first, last, known)


def _organ_or_body(page: Page, first: int, last: int, known: KnownNames) -> list[Found]:
    """The state of an organ; nothing for an organ of a state that is not named, which is a description."""
    noun = people.noun(page.words(first, last))
    inside = known.inside(first, last)
    if noun and noun.kind == "state" and not inside and not _is_named_force(page, first, last):
        return []
    state = next((k for k in inside if k.kind == "state"), None)
    if state and _is_organ(page, first, last, state):
        return [Found(first, last, "state", state.key, "name")]
    return [Found(first, last, "body")]


def _is_named_force(page: Page, first: int, last: int) -> bool:
    """As in "National Liberation Army", "Highland Support Forces", but not "Armed Forces", "Royal Navy"."""
    *others, noun = (key(t.text) for t in page.tokens[first:last])
    return noun in FORCES and any(word not in OF_STATES and word.isalpha() for word in others)


def _split(page: Page, parts: tuple[int, int, int], known: KnownNames) -> list[Found]:
    """As in "The Courier's Ada Quill": an outlet and its reporter; "Latvia's Defence Ministry": the state's organ."""
    first, mark, last = parts
    noun = people.noun(page.words(mark + 1, last))
    owner = known.at(first)
    if noun is not None and noun.kind == "state" and owner and owner.kind == "state":
        return [Found(first, last, "state", owner.key)]
    if noun is not None:
        return [Found(first, last, "body")]
    left = [] if owner else [Found(first, mark, "body")]
    named = people.is_first_name(page.tokens[mark + 1].text)
    return [*left, *(_person(page, mark + 1, last, known) if named else [])]


def _looks_like_person(page: Page, first: int, last: int) -> bool:
    """A first name and one to three more capitalised words, the last of them no word for a body."""
    words = [t.text for t in page.tokens[first:last] if t.text != "-"]
    if not 1 < len(words) < 5 or not people.is_first_name(words[0]) or page.tokens[first + 1].text == "-":
        return False
    capitals = all(starts_in_capital(w) or w.casefold() in people.PARTICLES for w in words)
    return capitals and words[-1].casefold() not in titles.bodies() and people.noun(words[-1]) is None


def _is_known(page: Page, first: int, last: int, known: KnownNames) -> bool:
    """True where exactly these tokens are a known name or an outlet's."""
    return _is_exactly(known, first, last) or outlets.outlet(page.words(first, last)) is not None


def _is_exactly(known: KnownNames, first: int, last: int) -> bool:
    found = known.at(first)
    return found is not None and found.last == last


def _is_only_known(page: Page, first: int, last: int, known: KnownNames) -> bool:
    """True when nothing but a known name in it is capitalised: "Azeri defense"."""
    inside = {at for k in known.inside(first, last) for at in range(k.first, k.last)}
    return bool(inside) and not any(
        starts_in_capital(page.tokens[at].text) for at in range(first, last) if at not in inside
    )


def _is_organ(page: Page, first: int, last: int, state: Found) -> bool:
    """As in "Iranian Foreign Ministry", "Ministry of Defence of Latvia": the state speaks through it."""
    if state.first == first or key(page.words(first, state.first)) in CROWNED:
        after = state.last + (page.tokens[state.last].text in POSSESSIVE if state.last < last else 0)
        noun = people.noun(page.words(after, last)) if after < last else None
        is_one = noun is not None and noun.kind == "state" and noun.noun not in {"side", "camp"}
        return is_one and not _is_named_force(page, after, last)
    if key(page.tokens[first].text) in {"ministry", "embassy", "government", "republic"}:
        return True
    of = next((at for at in range(first, state.first) if page.tree.folded[at] == "of"), first)
    is_organ = of > first and state.last == last and page.tree.folded[of - 1] in ORGANS
    return is_organ and not _is_named_force(page, first, of)


def _place(page: Page, first: int, last: int, known: KnownNames, kind: str) -> list[Found]:
    """A place without the words in small letters in front: "southern Graustark"."""
    first = next((at for at in range(first, last) if starts_in_capital(page.tokens[at].text)), last)
    words = {key(page.tokens[at].text) for at in range(first, last)}
    inside = known.inside(first, last)
    if inside and not (words & place_words("landscape")):
        plain = sum(starts_in_capital(page.tokens[at].text) for at in range(first, last))
        if kind == "GPE" or plain <= sum(k.last - k.first for k in inside):
            return []
    return [Found(first, last, "place")] if first < last else []
