"""What somebody calls a thing, and so where he or she stands on it: "called the order a dangerous escalation"."""

from communique.claims.clauses import case
from communique.lexicon.stances import stances
from communique.model.page import Page

NAMING = frozenset(
    "account brand call consider declare deem dub find hold judge label proclaim pronounce reckon term think".split()
)
"""Verbs of the order "call X a Y"."""
NAMING_AS = frozenset(
    "brand cast characterise characterize decry depict describe label paint portray regard see treat view".split()
)
"""Verbs of the order "describe X as a Y"."""
LABELLING = frozenset("brand call consider describe dub label term".split())
"""Who does this to a thing with words of his own making seldom likes it."""
FOR_SOMEBODY = frozenset(
    "acceptable agreeable anathema inadmissible intolerable line non-negotiable non-starter nonstarter offensive "
    "unacceptable unfair unwelcome welcome".split()
)
"""Words that may tell for whom: "unacceptable to the rebels", "a red line for the army"."""
POINTING = frozenset({"this", "that"})
"""Pronouns for what was said just before."""
NOMINAL = ("NOUN", "ADJ", "PROPN")

Sense = tuple[str, tuple[str, ...]]


def named(page: Page, verb: int) -> tuple[int, int] | None:
    """What is called something and what it is called, by their head words; None where a verb calls nothing."""
    lemma = page.tokens[verb].lemma.lower()
    if page.tokens[verb].upos != "VERB" or lemma not in NAMING | NAMING_AS:
        return None
    thing, *others = page.children(verb, "obj", "nsubj:pass") or [-1]
    called = page.children(verb, "xcomp", "ccomp", "advcl", "obl") + others
    for predicate in called:
        nominal = page.tokens[predicate].upos in NOMINAL and page.child(predicate, "nsubj", "cop") is None
        bare = case(page, predicate) == "" and page.tokens[predicate].deprel in ("xcomp", "ccomp", "obj")
        introduced = case(page, predicate) == "as"
        fits = (bare and lemma in NAMING) or (introduced and lemma in NAMING_AS)
        if fits and nominal and 0 <= thing < predicate:
            return _pointed_at(page, verb, thing), predicate
    after = _placed_after(page, thing) if thing > verb and lemma in NAMING else -1
    return (thing, after) if after >= 0 else None


def _pointed_at(page: Page, verb: int, thing: int) -> int:
    """What a relative pronoun stands for: "the *deal*, which he called a sell-out"."""
    relative = page.tokens[thing].xpos == "WDT" and page.tokens[verb].deprel == "acl:relcl"
    return page.head(verb) if relative else thing


def _placed_after(page: Page, thing: int) -> int:
    """An adjective that the tree hangs on the thing and that ends its phrase: "called the demand *unrealistic*"."""
    inside = [t for t in page.subtree(thing) if page.tokens[t].upos != "PUNCT"]
    last = page.tokens[inside[-1]]
    return inside[-1] if last.upos == "ADJ" and last.deprel == "amod" and inside[-1] > thing else -1


def judgment(page: Page, predicate: int) -> Sense:
    """The word of a predicate that judges, and the stance it shows: "an act of *aggression*", "a *dangerous* step"."""
    beside = (c for c in page.children(predicate, "amod", "compound", "nmod", "conj") if case(page, c) in ("", "of"))
    for token in (predicate, *beside):
        lemma = page.tokens[token].lemma.lower()
        for word in (f"{page.tokens[token - 1].lemma.lower()} {lemma}" if token else lemma, lemma):
            found = stances(word, "judgment") or _opposing(page, token, word)
            if found:
                return word, found
    return "", ()


def judged(page: Page, predicate: int) -> int:
    """What is said to be good or bad, -1 for none: "an *invasion* would be a catastrophe", "the *claim* is absurd"."""
    subject = page.child(predicate, "nsubj", "csubj")
    if subject is None or page.child(predicate, "cop") is None or _is_of_nothing(page, subject):
        return -1
    if page.child(predicate, "case") is not None:
        return -1
    minded = page.tokens[predicate].upos == "ADJ" and stances(page.tokens[predicate].lemma.lower(), "adj")
    return -1 if minded or not judgment(page, predicate)[1] else subject


def _is_of_nothing(page: Page, subject: int) -> bool:
    """True for a pronoun but "this" and "that", which stand for what was said."""
    here = page.tokens[subject]
    return here.upos == "PRON" and (here.text.lower() not in POINTING or here.xpos != "DT")


def judges(page: Page, predicate: int) -> list[int]:
    """To whom a thing is welcome or not, by head words: "unacceptable to *Maretia*", "for the *army* it is a crime"."""
    named = [c for c in page.children(predicate, "obl", "nmod") if case(page, c) in ("to", "for")]
    if page.tokens[predicate].lemma.lower() not in FOR_SOMEBODY:
        subject = page.child(predicate, "nsubj", "csubj")
        named = [c for c in named if subject is not None and c < subject]
    return [c for head in named for c in page.conjuncts(head)]


def _opposing(page: Page, token: int, word: str) -> tuple[str, ...]:
    """The stances of an adjective that speaks against what it is said of."""
    found = stances(word, "adj") if page.tokens[token].upos == "ADJ" else ()
    return found if found[:1] in (("rejects",), ("denies",)) else ()
