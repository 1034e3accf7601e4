"""Whose a document is: those who own it, made it, propose it, agreed on it."""

from collections.abc import Callable, Sequence

from communique.claims.clauses import case, doers, named_by
from communique.claims.holders import Holder, Voices
from communique.claims.offices.affiliations import is_code
from communique.claims.proposals.grouping import Document
from communique.claims.proposals.making import is_authoring
from communique.claims.proposals.mentions import Mention, is_of_both
from communique.claims.proposals.naming import full_name, governing
from communique.lexicon.bodies import body_of, is_organization
from communique.lexicon.countries import is_capital
from communique.lexicon.people import noun
from communique.lexicon.stances import strength
from communique.model.claim import Field
from communique.model.page import Page

BETWEEN = frozenset({"between", "among"})
BINDING = frozenset({"agreement", "draft", "joint", "truce"})
"""Kinds that bind two sides when they are agreed or signed."""
OFFERED = frozenset({"proposal", "ultimatum"})
"""Kinds that one side lays before another."""
COUNCIL = "Security Council"
Way = Callable[[Page, Mention], list[int]]
"""The head words of those whose document a mention shows it to be."""
PARTNERS = BETWEEN | {"with"}


def authors(page: Page, voices: Voices, document: Document) -> list[Field]:
    """Whose document it is, by the surest way that any mention shows.

    Who owns it ("Moscow's plan"), made it ("drawn up by", "the plan that X put forward"), proposes or agrees it,
    whom it is between, and whose name stands before it ("the Turkish proposals"): of an offer that counts before who
    tells of it, of a plan or an accord, which may be named after what it is about, last.
    """
    offered = bool({"proposal", "draft", "ultimatum"} & {kind for m in document.mentions for kind in m.kinds})
    best = full_name(page, document)
    first = (_before, _makers, _subjects, _joined) if offered else (_makers, _subjects, _renewing, _joined, _before)
    last = (_told_next, _bringing, _renewing, _putting) if offered else (_told_next, _bringing, _putting)
    for way in (_possessors, *first, *last, _agreeing(voices)):
        for mention in (best, *document.mentions):
            found = [h for h in voices.holders(way(page, mention)) if not _is_anybody(h)]
            if found:
                return list({h.party[0]: h.party for h in found}.values())[:8]
    return _passing(page, best)


def _is_anybody(holder: Holder) -> bool:
    """True for those of whom one word is told that names nobody: "countries", "diplomats"."""
    name = holder.party[0]
    return holder.how == "described" and " " not in name and not (is_code(name) or is_organization(name))


def _possessors(page: Page, mention: Mention) -> list[int]:
    owning = [c for d in page.children(mention.head, "nmod:poss") for c in page.conjuncts(d)]
    return [*owning, *_partners(page, mention, -1)] if owning and "agreement" in mention.kinds else owning


def _makers(page: Page, mention: Mention) -> list[int]:
    """Who made it: "proposed by X", "an offer from X", "the plan that X put forward"."""
    makers = [c for c in page.children(mention.head, "nmod", "obl") if case(page, c) in ("by", "from")]
    for clause in (c for t in _inside(page, mention) for c in page.children(t, "acl", "amod")):
        by = named_by(page, clause) or [c for t in page.children(clause, "obl", "obj") for c in named_by(page, t)]
        if not by and page.tokens[clause].xpos == "VBN" and is_authoring(page, clause):
            by = [c for c in page.children(clause, "obl") if case(page, c) in PARTNERS]
        is_maker = page.tokens[clause].deprel.endswith("relcl") and is_authoring(page, clause)
        makers += by or ([c for c in page.children(clause, "nsubj") if _is_named(page, c)] if is_maker else [])
    return [c for maker in makers for c in page.conjuncts(maker)]


def _told_next(page: Page, mention: Mention) -> list[int]:
    """Who made what the sentence is about, as the next one tells: "The draft calls for … It was drawn up by X"."""
    after = page.sentence_of(mention.head).last
    if page.tokens[mention.head].deprel != "nsubj" or after >= len(page.tokens) or page.tree.folded[after] != "it":
        return []
    verb = page.head(after)
    is_made = verb >= 0 and page.tokens[after].deprel == "nsubj:pass" and is_authoring(page, verb)
    return [c for maker in named_by(page, verb) for c in page.conjuncts(maker)] if is_made else []


def _inside(page: Page, mention: Mention) -> list[int]:
    """The noun and those of its name, on one of which the tree may hang the clause that tells who made it."""
    return [mention.head, *(t for t in page.tokens_in(mention.name) if t > mention.head)]


def _is_named(page: Page, subject: int) -> bool:
    """True for a subject of the active voice that is more than "which"."""
    return page.tokens[subject].deprel == "nsubj" and page.tokens[subject].xpos != "WDT"


def _subjects(page: Page, mention: Mention) -> list[int]:
    verb = page.head(mention.head)
    if verb < 0 or not is_authoring(page, verb):
        return []
    relation = page.tokens[mention.head].deprel
    if relation not in ("obj", "obl", "nsubj:pass"):
        return []
    found = doers(page, verb)
    return [*found, *_partners(page, mention, verb)] if found else []


def _partners(page: Page, mention: Mention, verb: int) -> list[int]:
    """With whom it is: "signed an accord with A", "a deal with B", but not "with both sides"."""
    beside = [*(page.children(verb, "obl") if verb >= 0 else ()), *page.children(mention.head, "nmod")]
    named = (c for c in beside if case(page, c) == "with" and not is_of_both(page, c))
    return [c for first in named for c in page.conjuncts(first)]


def _bringing(page: Page, mention: Mention) -> list[int]:
    """Who comes with it: "surprised them with a plan", "countered with an offer", "brought a proposal to Maretia"."""
    verb = page.head(mention.head)
    if verb < 0 or page.tokens[verb].upos != "VERB" or {"agreement", "truce"} & set(mention.kinds):
        return []
    borne = page.tokens[verb].lemma.lower() == "bring" and page.tokens[mention.head].deprel == "obj"
    return doers(page, verb) if borne or case(page, mention.head) == "with" else []


def _renewing(page: Page, mention: Mention) -> list[int]:
    """Whose agreement it is by those who together do something to it: "A and B are to renew the accord".

    Who takes a stand on it, for or against, may be a third.
    """
    verb = page.head(mention.head)
    if verb < 0 or "agreement" not in mention.kinds or page.tokens[mention.head].deprel != "obj":
        return []
    if strength(page.tokens[verb].lemma.lower(), "verb") == "strong":
        return []
    together = [*doers(page, verb), *_partners(page, mention, verb)]
    return together if len(together) > 1 else []


def _putting(page: Page, mention: Mention) -> list[int]:
    """Who does what is said of it, by a phrase of its own: "A and B put their names to an accord"."""
    verb = page.head(mention.head)
    if verb < 0 or page.tokens[verb].lemma.lower() != "put" or case(page, mention.head) not in ("to", "before"):
        return []
    return doers(page, verb)


def _agreeing(voices: Voices) -> Way:
    """Those who together do what is said of it, at any remove: "both sides agreed on the first part of a treaty"."""

    def way(page: Page, mention: Mention) -> list[int]:
        for _, token in governing(page, mention.head):
            if page.tokens[token].upos == "VERB" and len(voices.holders(together := doers(page, token))) > 1:
                return together
        return []

    return way


def partner(page: Page, voices: Voices, document: Document, whose: Sequence[Field]) -> list[Field]:
    """The other side of an accord that is called by one alone: "the accord with Maretia" in a report on Torvik."""
    best = full_name(page, document)
    inside = {page.tokens[t].text.lower() for t in page.tokens_in(best.name)}
    if len(whose) != 1 or "agreement" not in best.kinds or "with" not in inside:
        return []
    return [side for side in signatories(page, voices, document) if side[0] != whose[0][0]][:1]


def signatories(page: Page, voices: Voices, document: Document) -> list[Field]:
    """The two sides that a report is about, whose accord one agreed or signed is when nobody else is told of."""
    if not BINDING & {kind for mention in document.mentions for kind in mention.kinds}:
        return []
    here = page.tokens[document.first.head].span
    sides = voices.main_parties()
    return [(name, here) for name in sides] if len(sides) > 1 else []


def _passing(page: Page, mention: Mention) -> list[Field]:
    """The body that a resolution bears in its name ("UN Security Council resolution 2216"), or the Council told of."""
    if "resolution" not in mention.kinds:
        return []
    before = [t for t in page.tokens_in(mention.name) if t < mention.head]
    span = page.span(before[0], before[-1] + 1) if before else page.tokens[mention.head].span
    if before and body_of(page.text(span)) is not None:
        return [(page.text(span), span)]
    councils = (r.name for r in page.reading.referents if r.name.endswith(COUNCIL) and body_of(r.name) is not None)
    return [(name, page.tokens[mention.head].span) for name in councils][:1]


def _joined(page: Page, mention: Mention) -> list[int]:
    """Whom it is between: "between A and B", "an accord with C"."""
    beside = page.children(mention.head, "nmod", "obl")
    found = [d for d in beside if case(page, d) in BETWEEN]
    if not found and "agreement" in mention.kinds:
        found = [d for d in beside if case(page, d) == "with" and not is_of_both(page, d)]
    return [c for d in found for c in page.conjuncts(d)]


def _before(page: Page, mention: Mention) -> list[int]:
    """Those named or described before the noun: "a Torvik plan", "a government proposal".

    A truce is named after where it holds, unless they made it ("Qatari-brokered"), an accord after the town it was
    made in.
    """
    before = [t for t in page.tokens_in(mention.name) if t < mention.head]
    named = [(m, r) for m, r in page.mentions_in(mention.name) if m.head < mention.head]
    longest = [m for m, _ in named if not any(o.first <= m.first and m.last <= o.last and o != m for o, _ in named)]
    heads = sorted({m.head for m in longest})
    made = next((t for t in before if page.tokens[t].xpos == "VBN" and is_authoring(page, t)), -1)
    if made >= 0:
        return [h for h in heads if h < made] or heads
    if "truce" in mention.kinds or _is_of_town(page, mention, heads):
        return []
    return heads or (_describing(page, mention) if OFFERED & set(mention.kinds) else [])


def _is_of_town(page: Page, mention: Mention, before: Sequence[int]) -> bool:
    """True for "the Ardel accord" where Ardel is a capital; "a Torvik-Maretia deal" is that of both."""
    made = bool(BINDING & set(mention.kinds)) and len(before) == 1
    return made and is_capital(page.tokens[before[0]].text)


def _describing(page: Page, mention: Mention) -> list[int]:
    """Those who are called by no name: "a *government* proposal"."""
    before = (c for c in page.children(mention.head, "compound") if c < mention.head)
    return [c for c in before if noun(page.tokens[c].text) is not None]
