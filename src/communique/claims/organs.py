"""Organs and officials of a state that a report names without it: "the army", "a government spokesman", "officials in
Kigali".
"""

from communique.claims.clauses import case
from communique.claims.offices.affiliations import most_named
from communique.lexicon.countries import code_of, having, is_capital
from communique.lexicon.people import further_agents, noun
from communique.model.page import Page

ORGANS = frozenset({"army", "cabinet", "government", "military"})
PORTFOLIOS = frozenset("defence defense finance foreign interior justice".split())
"""What a ministry of a state is for, said before it."""
OFFICIALS = frozenset("ambassador government minister ministry official spokesman spokeswoman".split())
"""Who in a capital speaks for its state; a diplomat or delegate may be another's."""
ARTICLES = frozenset({"a", "an", "the"})
OTHERS = frozenset("exile interim local parallel provincial rebel regional rival state unity".split())
"""Beside these a government is another one than the state's."""


def seated(page: Page, head: int) -> str:
    """The code of the state in whose capital officials are: "an official in Kigali"; "" for others."""
    if page.tokens[head].lemma.lower() not in OFFICIALS:
        return ""
    for place in page.children(head, "nmod"):
        name = page.name_at(place)
        words = page.words(name.first, name.last) if name is not None else page.tokens[place].text
        if case(page, place) == "in" and is_capital(words):
            return code_of(words)
    return ""


def in_office(page: Page, head: int) -> str:
    """The code of the state of an office that few states have: "the Foreign Secretary"; "" for other offices.

    Of several states it is the one that the report names most.
    """
    beside = {c for c in page.children(head, "nmod") if page.tokens[c].text == "State"}
    last = max(beside, default=head) + 1
    found = (having(page.words(first, last)) for first in range(max(page.sentence_of(head).first, head - 2), head + 1))
    codes = next((codes for codes in found if codes), ())
    return codes[0] if len(codes) == 1 else most_named(page, codes)


def is_organ(page: Page, head: int) -> bool:
    """True for an organ of a state without more words: "the army", "the defence ministry", "a government adviser"."""
    before = page.children(head, "amod", "compound", "det", "nummod")
    if page.children(head, "nmod", "nmod:poss") or any(_is_named(page, t) for t in (head, *before)):
        return False
    lemma, words = page.tokens[head].lemma.lower(), {page.tokens[t].lemma.lower() for t in before}
    if lemma in ORGANS:
        return words <= {"the"}
    if lemma == "ministry":
        return bool(words & PORTFOLIOS) and words <= PORTFOLIOS | ARTICLES
    agent = noun(page.tokens[head].text) is not None or lemma in further_agents()
    return agent and "government" in words and not words & OTHERS


def _is_named(page: Page, token: int) -> bool:
    """True for a word of a name; what is written small, the model may take for one: "the foreign ministry"."""
    name = page.name_at(token)
    return name is not None and not name.text.islower()
