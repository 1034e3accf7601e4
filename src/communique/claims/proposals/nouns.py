"""Which nouns name a document, and of what kind."""

from communique.claims.clauses import negated, noun_lemma
from communique.claims.proposals.making import is_made, is_proposed
from communique.lexicon.documents import document_classes, made_classes
from communique.lexicon.encounters import last_words
from communique.lexicon.people import further_agents, noun
from communique.lexicon.steps import step_kinds
from communique.model.page import Page

MODIFIERS = ("amod", "compound", "nummod", "nmod:poss", "flat", "nmod:unmarked")
JOURNEYS = frozenset({"travel", "meeting"})
"""Steps that make a plan an intention: "plans to visit"."""
GIVEN_MONEY = frozenset({"fund", "measure", "mechanism", "package", "scheme"})
MONEY = frozenset("aid assistance bailout cash finance financing loan pension relief rescue stimulus support".split())
"""A package of these is given, not agreed between sides."""
EXCHANGES = frozenset({"exchange", "swap"})
PROPOSED = "proposed"
"""The kind of what is no document by its noun, but what somebody proposes."""
UNPROPOSED = frozenset(
    "amendment answer approach candidate candidacy change choice connection date day direction dividend figure idea "
    "issue link matter name need number place point possibility problem question reason result role sign thing time "
    "topic use venue way word".split()
)
QUOTES = frozenset({'"', "”", "’", "'", "''"})
HELD = frozenset("prisoner detainee hostage captive body remains".split())
"""An exchange is an agreement when it is one of these."""


def kinds_of(page: Page, token: int) -> tuple[str, ...]:
    """What kinds of document the noun at a token may mean; a name may be in the plural ("the Camp David Accords").

    Some nouns mean one alone, others where something is done to them that is done to documents: "initialled a note".
    Aid is none, nor is what something is said not to be ("this is no plan").
    """
    if page.tokens[token].upos not in ("NOUN", "PROPN") or _ends_phrase(page, token) or _is_modifier(page, token):
        return ()
    lemma = noun_lemma(page, token)
    kinds = (
        document_classes(f"{_word_before(page, token)} {lemma}")
        or document_classes(_phrase(page, token))
        or document_classes(lemma)
        or document_classes(lemma.removesuffix("s"))
    )
    if not kinds and (is_made(page, token) or _is_title(page, token) or _is_somebodys(page, token)):
        kinds = made_classes(lemma)
    if not kinds and _may_be_proposed(page, token, lemma) and is_proposed(page, token):
        return (PROPOSED,)
    return () if kinds and _is_none(page, token, lemma) else kinds


def _word_before(page: Page, token: int) -> str:
    """The word before a noun, with its first part where a hyphen joins them: "*no-fly* zone"."""
    before = page.tokens[token - 1].lemma.lower() if token else ""
    joined = token > 2 and page.tokens[token - 2].text == "-"
    return f"{page.tokens[token - 3].text.lower()}-{before}" if joined else before


def _may_be_proposed(page: Page, token: int, lemma: str) -> bool:
    """True for a thing that is new, "a joint inquiry", not for persons, meetings, days and what is said."""
    here = page.tokens[token]
    if here.upos != "NOUN" or noun(here.text) is not None or lemma in further_agents() or lemma in UNPROPOSED:
        return False
    return is_new(page, token) and lemma not in last_words() and not page.times_in(here.span)


def is_new(page: Page, token: int) -> bool:
    """True for what is told of as a new thing: "*a* plan"."""
    return any(page.tokens[c].text.lower() in ("a", "an") for c in page.children(token, "det"))


def _is_title(page: Page, token: int) -> bool:
    """True for the last word of a name: "the Five-Point Consensus", "the Framework Act"."""
    name = page.name_at(token)
    text = page.tokens[token].text
    return text.istitle() and name is not None and name.first < token and page.referent_at(token) is None


def _is_somebodys(page: Page, token: int) -> bool:
    """True for what one proposes and is said to be one's own: "Maretia's suggestion", "a Maretian suggestion"."""
    if "proposal" not in made_classes(noun_lemma(page, token)):
        return False
    beside = (page.mention_at(c) for c in page.children(token, "nmod:poss", "amod", "compound"))
    return any(m is not None for m in beside)


def _phrase(page: Page, token: int) -> str:
    """A noun with the two words behind it: "set of ideas"."""
    return " ".join([page.tokens[token].lemma.lower(), *page.tree.folded[token + 1 : token + 3]])


def phrase_before(page: Page, token: int) -> int:
    """Where such a phrase begins that stands before a noun: "*cessation* of hostilities deal"; -1 where none does."""
    quoted = token > 0 and page.tokens[token - 1].text in QUOTES
    first = token - 3 - quoted
    return first if first >= 0 and document_classes(_phrase(page, first)) else -1


def _is_modifier(page: Page, token: int) -> bool:
    """True for the first word of such a phrase before another document: "cessation of hostilities *deal*"."""
    after = [t for t in (token + 3, token + 4) if t < len(page.tokens) and phrase_before(page, t) == token]
    return any(document_classes(noun_lemma(page, t)) for t in after)


def _ends_phrase(page: Page, token: int) -> bool:
    """True for the last word of such a phrase, which as a whole names the document."""
    return (
        token > 1 and page.tokens[token - 1].lemma.lower() == "of" and bool(document_classes(_phrase(page, token - 2)))
    )


def _is_none(page: Page, token: int, lemma: str) -> bool:
    """True for aid, for a fund that is a body, an exchange of words, and for "this is no plan"."""
    if lemma in GIVEN_MONEY and any(page.tokens[c].lemma.lower() in MONEY for c in page.children(token, *MODIFIERS)):
        return True
    if page.child(token, "cop") is not None and negated(page, token):
        return True
    referent = page.referent_at(token)
    if lemma == "fund" and referent is not None and referent.kind in ("body", "party"):
        return True
    if lemma == "deal" and page.tokens[token - 1].lemma.lower() in ("great", "good") and not is_made(page, token):
        return True
    if lemma == "understanding" and page.word_after(token) == "of":
        return True
    if lemma == "plan" and _is_journey(page, token):
        return True
    return lemma in EXCHANGES and not any(page.tokens[t].lemma.lower() in HELD for t in page.subtree(token))


def _is_journey(page: Page, plan: int) -> bool:
    """True for "plans to visit", "plans for X to meet Y": what somebody has in mind to do."""
    todo = (c for c in page.children(plan, "acl") if page.tokens[c].xpos == "VB")
    return any(JOURNEYS & set(step_kinds(page.tokens[c].lemma.lower())) for c in todo)
