"""Whether a state's name or its capital stands for the government, a party, or for where something happens, a place."""

from itertools import islice

from communique.language.identity.beside import ends_title
from communique.language.identity.mentions import Found, head_of, starts_in_capital
from communique.lexicon import countries
from communique.lexicon.places import place_words
from communique.lexicon.tables import key
from communique.model.page import Page

TOWARDS = frozenset({"to", "from", "for", "toward", "towards"})
WAY = 3
"""Words beside a name that tell of a way."""

DEPARTING = frozenset("depart embark fly head leave sail set".split())
"""Verbs of travel whose goal stands after "for"."""

SHORT = 3
"""Letters of an abbreviation, which is written in capitals wherever it stands: "U.S."."""

WHERE = frozenset({"in", "near", "outside", "around"})
TOWNS = frozenset("capital city port resort town village".split())
"""What lies in a state: "in the Maretian capital", "met in the Maretian port of Ardel"."""

DASHES = frozenset({"-", "--", "—", "–", "(", "―"})


def is_place(page: Page, f: Found, *, known: bool = True) -> bool:
    """True where a state's name or a capital is a location: after "in", the goal of travel, a dateline.

    `known` says that the name is one of the lexicon's, so that demonyms and seats can be told apart.
    """
    if _is_of_town(page, f):
        return True
    kind = countries.kind_of(page.words(f.first, f.last)) if known else "name"
    if kind not in {"name", "capital"}:
        return False
    head = head_of(page, f.first, f.last)
    if in_dateline(page, f) or _is_named_place(page, f) or _is_stop(page, f):
        return True
    return _located(page, f, head) or (kind == "capital" and _holds_gathering(page, head))


def _is_of_town(page: Page, f: Found) -> bool:
    """As in "met in the Graustarkian capital", but not "arrived in" it, which is to the state."""
    at = f.last
    if at >= len(page.tokens) or key(page.tokens[at].text) not in TOWNS or _preposition(page, f, at) not in WHERE:
        return False
    head = page.head(at)
    return head < 0 or page.tokens[head].lemma.casefold() not in place_words("travel")


def in_dateline(page: Page, f: Found) -> bool:
    """As in "GENEVA (Agency) --", "SAN JOSE (COSTA RICA), 27 OCT"."""
    sentence = page.sentence_of(f.first)
    if sentence.role in {"dateline", "byline"}:
        return True
    if sentence.role != "body" or f.first - sentence.first > 5 or sentence.paragraph > 3:
        return False
    word = page.tokens[f.first].text
    if word.isupper() and sum(map(str.isalpha, word)) > SHORT and not _continues(page, f):
        return True
    ahead = range(sentence.first, min(sentence.last, sentence.first + 16))
    marks = [at for at in ahead if page.tokens[at].text in DASHES and not page.are_joined(at - 1, at + 2)]
    before = [page.tokens[at].text for at in range(sentence.first, marks[-1])] if marks else []
    return f.first - sentence.first <= len(before) and _looks_like_dateline(before)


def _continues(page: Page, f: Found) -> bool:
    """True where the sentence goes on in capitals."""
    after = [
        t.text for t in page.tokens[f.last : page.sentence_of(f.first).last] if len(t.text) > 3 and t.text.isalpha()
    ]
    return all(w.isupper() for w in after[:8])


def _looks_like_dateline(words: list[str]) -> bool:
    """Capitals, names and marks alone, the first word a capitalised name."""
    letters = [w for w in words if any(c.isalpha() for c in w)]
    return bool(letters) and all(starts_in_capital(w) for w in letters) and not any(w == '"' for w in words)


def _is_named_place(page: Page, f: Found) -> bool:
    """As in "the Saudi capital Riyadh", "south of Damascus", "Doha, Qatar"."""
    before = [key(page.tokens[at].text) for at in range(max(0, f.first - 3), f.first)]
    if before and before[-1] in place_words("part") - {"part", "parts", "south", "north", "east", "west"}:
        return True
    if len(before) > 1 and before[-1] == "of" and before[-2] in place_words("part"):
        return True
    return len(before) > 1 and before[-1] == "" and before[-2] in place_words("part")


def _is_stop(page: Page, f: Found) -> bool:
    """As in "Doha, where", and on a way told from end to end: "from there to Doha", "from Doha to Riyadh"."""
    around = [key(t.text) for t in page.tokens[max(0, f.first - WAY) : f.last + WAY]]
    at, end = f.first - max(0, f.first - WAY), f.last - max(0, f.first - WAY)
    before, after = around[:at], [word for word in around[end:] if word != ","]
    if after[:1] == ["where"]:
        return True
    goes_on = after[:1] == ["to"] and f.last + 1 < len(page.tokens) and starts_in_capital(page.tokens[f.last + 1].text)
    return (before[-1:] == ["to"] and before[-3:-2] == ["from"]) or (before[-1:] == ["from"] and goes_on)


def _located(page: Page, f: Found, head: int) -> bool:
    """After a preposition of place, after one of direction with a word of travel, or the object of "visit"."""
    token = page.tokens[head]
    if _is_modifier(page, f, head):
        return False
    if token.deprel == "conj" and token.head >= 0:
        first = page.tokens[token.head]
        if countries.kind_of(first.text) in {"name", "capital"}:
            return _located(page, Found(token.head, token.head + 1, "state"), token.head)
    word = _preposition(page, f, head)
    if word in place_words("inside"):
        return not _is_partner(page, head, word)
    governor = page.tokens[token.head].lemma.casefold() if token.head >= 0 else ""
    if word == "for":
        return governor in DEPARTING and page.child(token.head, "obj") is None and token.deprel == "obl"
    if word in TOWARDS:
        return governor in place_words("travel") or (word == "from" and _is_heard(page, head))
    return token.deprel == "obj" and governor in place_words("reaching") - {"attack", "strike"}


def _is_heard(page: Page, head: int) -> bool:
    """As in "told the radio from Doha", whichever of both words the tree hangs the name on."""
    above = [page.tokens[at].lemma.casefold() for at in islice(page.ancestors(head), 2)]
    return any(word in place_words("heard") for word in above)


def _is_partner(page: Page, head: int, word: str) -> bool:
    """As in "confidence in Iran", "over Iran": what is thought about, not where."""
    governor = page.tokens[head].head
    about = {"confidence", "trust", "faith", "interest", "believe"}
    return (word == "in" and governor >= 0 and page.tokens[governor].lemma.casefold() in about) or word in {
        "over",
        "under",
        "above",
    }


def _is_modifier(page: Page, f: Found, head: int) -> bool:
    """As in "the U.S. Secretary of State", "Moscow officials": it says whose, not where."""
    token, after = page.tokens[head], f.last
    if after >= len(page.tokens) or not page.tokens[after].xpos.startswith(("NN", "JJ")):
        return False
    near = token.deprel in {"compound", "amod", "nmod:desc", "nmod:poss"} and after <= token.head < after + 4
    return near or ends_title(page.tokens[after].text)


def _preposition(page: Page, f: Found, head: int) -> str:
    """The preposition that governs a name: in the tree, else the nearest word to the left past adjectives."""
    case = [c for c in page.children(head, "case") if page.tokens[c].xpos not in {"POS", ""}]
    if case:
        return page.tokens[case[0]].text.casefold()
    at = f.first - 1
    while at >= 0 and page.tokens[at].upos in {"DET", "ADJ"}:
        at -= 1
    return page.tokens[at].text.casefold() if at >= 0 and page.tokens[at].upos == "ADP" else ""


def _holds_gathering(page: Page, head: int) -> bool:
    """As in "the Geneva talks", "the Minsk agreements"."""
    token = page.tokens[head]
    if token.deprel not in {"compound", "nmod", "nmod:poss", "amod", "nmod:desc"} or token.head < 0:
        return False
    possessed = page.child(head, "case") is not None
    held = page.tokens[token.head].lemma.casefold()
    return not possessed and (held in place_words("gathering") or held in place_words("settlement"))
