"""Whether the words beside a name say that it is a state's: "the government of X", "X's army", "a treaty with X"."""

from collections.abc import Sequence, Set

from communique.language.identity.beside import POSSESSIVE, ends_title
from communique.language.identity.mentions import SUBJECTS, Found, head_of
from communique.lexicon import cues
from communique.lexicon.places import place_words
from communique.lexicon.statehood import state_words
from communique.model.page import Page

SUFFERED = frozenset({"invite", "recognise", "recognize", "represent", "sanction"})
"""What is done to states; towns are handed over."""
TOWARDS = frozenset({"with", "between"})
JOINING = frozenset({",", "and", "or", "the"})
REACH = 8
"""So many words away another name of the same list may stand."""
_LONGEST = 3
"""Words in the longest entry of the lexicon."""


def is_told_outright(page: Page, f: Found) -> bool:
    """True for what only states have: "the Republic of X", "the ambassador of X", "citizens of X", "King Y of X"."""
    at = f.first - 1
    if at >= 0 and page.tree.folded[at] == "the":
        at -= 1
    if at < 1 or page.tree.folded[at] != "of":
        return False
    words = page.tree.folded[max(0, at - _LONGEST) : at]
    if words[-1] in state_words("realm") and page.tokens[at - 1].text[:1].isupper():
        return True
    return _ends(words, state_words("of")) or _is_office_holder(page, f, at)


def _is_office_holder(page: Page, f: Found, of: int) -> bool:
    """As in "Foreign Minister Y of X"; presidents are of universities and firms as well."""
    name = page.name_at(of - 1)
    if name is None or name.kind != "PERSON":
        return False
    words = page.tree.folded[max(0, name.first - _LONGEST) : name.first]
    return _ends(words, state_words("of")) or (f.kind != "body" and words[-1:] == ["president"])


def _ends(words: Sequence[str], known: Set[str]) -> bool:
    """True where the last of some words are one entry."""
    return any(" ".join(words[start:]) in known for start in range(len(words)))


def is_told(page: Page, f: Found) -> bool:
    """True for what states, and hardly a person or town, have: "X's army", "the X side", "the border with X"."""
    return _owns(page, f) or _is_bound(page, f, state_words("bond")) or _is_called_so(page, f)


def is_told_of_place(page: Page, f: Found) -> bool:
    """True for a place that does what states do: has a minister, says or does something, is talked with."""
    token = page.tokens[head_of(page, f.first, f.last)]
    if token.head < 0:
        return False
    governor = page.tokens[token.head]
    if f.last < len(page.tokens) and page.tokens[f.last].text in POSSESSIVE:
        return ends_title(governor.text)
    if token.deprel in SUBJECTS:
        particles = (page.tokens[c].text for c in page.children(token.head, "compound:prt"))
        verbs = {governor.lemma.casefold(), " ".join((governor.lemma, *particles)).casefold()}
        acts = SUFFERED if token.deprel.endswith(":pass") else state_words("acts")
        return cues.verb(governor.lemma) is not None or bool(verbs & acts)
    return _is_bound(page, f, place_words("talks") | state_words("relation"))


def is_listed_with_states(page: Page, f: Found, states: Set[int]) -> bool:
    """True for one name in a list with states: "X, Y and the United States"; `states` are the tokens of their names."""
    return _reaches(page, f.first - 1, -1, states) or _reaches(page, f.last, 1, states)


def _owns(page: Page, f: Found) -> bool:
    """As in "X's northern army", "the X side"."""
    mark = f.last < len(page.tokens) and page.tokens[f.last].text in POSSESSIVE
    words = page.tree.folded[f.last + mark : f.last + mark + _LONGEST + 1]
    known = state_words("owned" if mark else "beside")
    starts = (0, 1) if mark else (0,)
    return any(" ".join(words[skip:last]) in known for skip in starts for last in range(skip + 1, skip + _LONGEST))


def _is_called_so(page: Page, f: Found) -> bool:
    """As in "its northern neighbour, X", "the island nation X"."""
    at = f.first - 1
    at -= at > 0 and page.tokens[at].text == ","
    return at >= 0 and page.tree.folded[at] in state_words("called") and page.tokens[at].text.islower()


def _is_bound(page: Page, f: Found, nouns: frozenset[str]) -> bool:
    """As in "the border with X", "the treaty between X and Y"."""
    token = page.tokens[head_of(page, f.first, f.last)]
    before = page.tree.folded[f.first - 1] if f.first else ""
    if token.head < 0 or before not in TOWARDS:
        return False
    return page.tokens[token.head].lemma.casefold() in nouns or page.tokens[f.first - 2].lemma.casefold() in nouns


def _reaches(page: Page, at: int, step: int, states: Set[int]) -> bool:
    """Whether going that way past names, commas and an "and" comes to one of the tokens."""
    joined = False
    for number in range(at, at + step * REACH, step):
        if not 0 <= number < len(page.tokens):
            return False
        word = page.tree.folded[number]
        if word in JOINING:
            joined = joined or word in ("and", "or")
        elif not page.tokens[number].text[:1].isupper() or number == at:
            return False
        elif number in states:
            return joined
    return False
