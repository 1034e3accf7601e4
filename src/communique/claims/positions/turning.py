"""What negation, conditions and the words around it make of a stance: "not", "yet", "unless", "dropped its demand"."""

from communique.claims.clauses import case, conditional, is_conceded, modal, negated
from communique.claims.positions.issues import lasting, least_of
from communique.claims.positions.judgments import judgment
from communique.claims.positions.nominal import equated, is_clause, nominal
from communique.claims.positions.opposing import DISCLAIMED, RULED_OUT
from communique.claims.positions.siding import is_siding, predicate_of
from communique.claims.positions.substance import is_substance
from communique.lexicon.stances import NEGATED
from communique.lexicon.stances import stances as stances_of
from communique.model.page import Page

Stances = tuple[str, ...]

OBLIGATION = {"must": "demands", "should": "demands", "need": "demands", "have": "demands", "ought": "demands"}
HALTING = frozenset("suspend stop halt end cancel postpone freeze".split())
LEAVING = frozenset({"evacuate", "leave", "pull out", "quit", "vacate", "withdraw", "withdraw from"})
SOFT = frozenset(
    "vow insist pledge promise want believe think hope position stress emphasize emphasise underline underscore "
    "maintain reiterate reaffirm affirm argue decide decision swear trust policy principle".split()
)
"""Words that take their stance from the clause they govern, where that is negated or says what must be."""
HOLDING = frozenset("believe insist think stress maintain argue emphasize emphasise reiterate affirm".split())
"""Words for taking something to be so; under them a plain "no" or "not" denies: "insists that there was no breach"."""
CLAIMING = frozenset({"agree", "insist", "suggest"})
RELATIONS = frozenset(
    "collaboration cooperation co-operation coordination exchange friendship partnership relation relationship tie "
    "trade".split()
)
DEBATABLE = frozenset("acceptable debate discussion negotiable negotiation option possible sale table".split())
"""What is not for these is refused: "insists that the border is not up for discussion"."""
YIELDING = frozenset({"accepts", "supports", "open_to", "proposes"})
"""Stances that a condition makes conditional."""
DROPPING = frozenset("abandon drop forgo lift relax relinquish renounce soften waive withdraw".split())
"""What is done to a demand or an objection to give way, and to an offer or support to take it back."""
GIVING_UP = frozenset({("give", "up"), ("take", "back"), ("walk", "back"), ("roll", "back")})
REFUSING = frozenset("decline fail refuse".split())
RETREATING = frozenset("back retreat".split())
"""With "from" these drop a demand: "backed away from", "backed down from"."""
DROPPED = {
    "demands": "accepts",
    "rejects": "accepts",
    "conditional": "accepts",
    "supports": "rejects",
    "proposes": "rejects",
}
CHARGES = frozenset(
    "accusation allegation assertion charge claim complaint criticism insinuation notion report rumor rumour "
    "suggestion".split()
)
"""Who rejects these denies."""
REFUTING = frozenset("contest dispute rebut refute".split())
"""Who does so to a plan or proposal rejects it."""
PENDING = frozenset("assess consider deliberate evaluate examine ponder review study weigh".split())
"""Words for making up one's mind: who still does so is undecided."""
STUDYING = frozenset("assess evaluate examine review study".split())
"""Who is doing this with a proposal has not made up his or her mind about it."""
AWAITED = "yet to"
"""How an answer that is still awaited is entered in the lexicon of stances."""
ANSWERING = frozenset("answer reply respond".split())
ANSWERS = frozenset("answer feedback reaction reply response verdict".split())
GIVING = frozenset("announce deliver give issue make present provide receive send submit".split())
DECIDING = frozenset({"decide", "decision"})
HESITATING = frozenset({"hesitate", "hesitation"})
"""Who does not do this is for a thing."""
SPARING = frozenset({"spare", "lack"})
"""Under these "no" affirms: "spares no effort"."""
CLOSE = 12
"""So many tokens after a word of stance its condition begins at the latest."""
FAR = 16
"""So many tokens after a word of stance its terms are told at the latest, where the tree does not hang them on it."""
TERMS = (
    ", provided",
    ", providing",
    "on condition",
    "on the condition",
    "as long as",
    "so long as",
    "only as part",
    "only if",
    "only once",
    "only when",
    "only after",
    "only in",
    "in exchange for",
    "in return for",
)
OPENING_TERMS = frozenset(terms.split()[0] for terms in TERMS)
POSSIBLE = frozenset({"could", "may", "might"})
"""Who could accept something is open to it."""
RETURNS = frozenset({"exchange", "return"})
"""What is done in these for something else is done on a condition."""
AS_LONG_AS = ("as long as", "so long as", "as soon as")
BEARING = frozenset({"live with", "put up with", "settle for"})
"""Who could do this with a thing accepts it."""
DENIALS = frozenset({"no", "none", "nothing", "not"})
PREFERRING = frozenset({"rather", "sooner"})
"""What one would "rather" have others do one asks of them, or not to do it."""
NOBODY = frozenset({"nobody", "none", "nothing", "noone"})
OPINING = frozenset({"believe", "expect", "feel", "imagine", "reckon", "suppose", "think"})
"""Who does not do this holds that it is not so: "we do not think a boycott is helpful"."""


def turned(page: Page, trigger: int, about: int, word: str, stances: Stances) -> tuple[Stances, bool, bool]:
    """The stances as complement, negation and conditions leave them, the likeliest first; is it negated, conditional?

    `about` is the head of the complement of `trigger`, -1 for none.
    """
    told = predicate_of(page, trigger) if is_siding(page, trigger) else trigger
    no = not (_is_denial(word) or word in (DISCLAIMED, RULED_OUT)) and is_negated(page, told)
    hangs = _hangs(page, trigger, about)
    hangs = hangs or _has_terms(page, trigger, about)
    if stances[0] != "proposes":
        hangs = hangs or any(_is_bound(page, t) for t in (trigger, about) if t >= 0)
    if no:
        found = _without(page, trigger, about, word, stances)
    else:
        found = _of_form(page, trigger, stances) or _of_complement(page, trigger, about, word, stances)
    if _is_pending(page, trigger, no=no):
        found = _first("undecided", found)
    elif not no and _is_dropped(page, trigger):
        found = tuple(dict.fromkeys(DROPPED.get(s, s) for s in found))
    elif not no and found[0] == "accepts" and modal(page, trigger) in POSSIBLE and word not in BEARING:
        found = _first("open_to", found)
    if no and found[0] == "rejects" and word not in OBLIGATION.keys() | POSSIBLE | {"can", "will", "would"}:
        hangs = hangs or _is_lacking(page, trigger, about)
    if found[0] == "rejects" and not hangs:
        hangs = _is_for_now(page, trigger)
    refused = no or word == RULED_OUT or _is_for_now(page, trigger)
    if hangs and found[0] in YIELDING | ({"rejects"} if refused else set()):
        found = ("conditional", *found)
    return found, no, hangs


def _is_denial(word: str) -> bool:
    """True for a set phrase that has its "no" in it: "have none of", "say no to"."""
    return not DENIALS.isdisjoint(word.split())


def is_negated(page: Page, token: int) -> bool:
    """True under "not" and the like, for "nothing wrong" and "do not think it helpful"; not for "spares no effort" nor
    for what is not given up.
    """
    head = page.head(token)
    if head >= 0 and page.tokens[head].lemma.lower() in NOBODY:
        return True
    if head >= 0 and (page.tokens[head].lemma.lower() in SPARING or _is_held(page, token, head)):
        return False
    return (negated(page, token) or _is_of_nothing(page, token)) != _is_doubted(page, token)


def _is_doubted(page: Page, token: int) -> bool:
    """True for what somebody does not think to be so."""
    head = page.head(token)
    is_held = head >= 0 and page.tokens[token].deprel in ("ccomp", "xcomp")
    return is_held and page.tokens[head].lemma.lower() in OPINING and negated(page, head)


def _is_of_nothing(page: Page, token: int) -> bool:
    """True for "will sign nothing", "shares neither power nor land", "no man is going to talk"."""
    if least_of(page, token) >= 0:
        return False
    around = page.children(token, "nsubj", "nsubj:pass", "obj")
    if page.head(token) >= 0 and page.tokens[page.head(token)].xpos == "VBG" and page.tokens[token].deprel == "xcomp":
        around += page.children(page.head(token), "nsubj")
    under = (d for c in around for d in page.children(c, "cc:preconj", "cc", "det") if d < c)
    is_bare = any(page.tokens[c].lemma.lower() in NOBODY for c in around)
    return is_bare or any(page.tokens[d].lemma.lower() in ("neither", "no") for d in under)


def _of_leaving(page: Page, about: int, word: str, stances: Stances) -> Stances:
    """Who halts or leaves talks rejects them; who halts attacks or leaves a place gives way."""
    if word not in HALTING | LEAVING or about < 0:
        return stances
    return _first("rejects" if is_substance(page, lasting(page, about)) else "accepts", stances)


def _of_charge(page: Page, about: int, word: str, stances: Stances) -> Stances:
    """Who rejects a charge denies it; who refutes a proposal rejects it."""
    if about >= 0 and stances[0] == "rejects" and _is_charge(page, about):
        return _first("denies", stances)
    return _first("rejects", stances) if word in REFUTING and about >= 0 and is_substance(page, about) else stances


def _without(page: Page, trigger: int, about: int, word: str, stances: Stances) -> Stances:
    """The stances under "not": who has not decided is undecided, who does not hesitate is for it, what is not wrong is
    accepted.
    """
    stances = _of_leaving(page, about, word, stances)
    if word in DECIDING:
        return _first("undecided", stances)
    if word in HESITATING:
        return _first("supports", stances)
    if page.tokens[trigger].upos == "ADJ" and stances[0] == "rejects":
        return _first("accepts", ("open_to",))
    return tuple(dict.fromkeys(NEGATED.get(s, s) for s in stances))


def _is_pending(page: Page, trigger: int, *, no: bool) -> bool:
    """True for "has not endorsed it yet", "has yet to confirm it", "is still studying it"."""
    adverbs = {page.tokens[c].lemma.lower() for c in page.children(trigger, "advmod")}
    before = {page.tokens[t].lemma.lower() for t in range(max(0, trigger - 3), trigger)}
    if {"yet", "to"} <= before:
        return True
    here = page.tokens[trigger]
    studied = here.xpos == "VBG" and here.lemma.lower() in STUDYING and page.child(trigger, "obj") is not None
    return (no and "yet" in adverbs) or studied or ("still" in adverbs and here.lemma.lower() in PENDING)


def is_awaited(page: Page, token: int) -> bool:
    """True for an answer not yet given: "has yet to respond to the plan", "has not yet given its response"."""
    here = page.tokens[token]
    if here.upos == "VERB":
        return here.lemma.lower() in ANSWERING and _is_pending(page, token, no=is_negated(page, token))
    head = page.head(token)
    if here.lemma.lower() not in ANSWERS or head < 0 or page.tokens[head].lemma.lower() not in GIVING:
        return False
    return _is_pending(page, head, no=is_negated(page, head))


def _is_dropped(page: Page, trigger: int) -> bool:
    """True for a noun of stance that is given up: "dropped its demand", "backed away from its threat"."""
    head = page.head(trigger)
    if head < 0 or page.tokens[trigger].upos != "NOUN" or negated(page, head) or _is_refused(page, head):
        return False
    lemma, relation = page.tokens[head].lemma.lower(), page.tokens[trigger].deprel
    if relation == "obj":
        return is_giving_up(page, head)
    return relation == "obl" and lemma in RETREATING and case(page, trigger) in ("from", "on")


def _is_held(page: Page, noun: int, verb: int) -> bool:
    """True for a noun of stance that somebody gives up or does not: "has not dropped its demand"."""
    here = page.tokens[noun]
    return here.upos == "NOUN" and here.deprel == "obj" and is_giving_up(page, verb)


def is_giving_up(page: Page, verb: int) -> bool:
    """True for a verb for giving up a stand: "drop", "take back"."""
    lemma, up = page.tokens[verb].lemma.lower(), page.child(verb, "compound:prt")
    return lemma in DROPPING or (up is not None and (lemma, page.tokens[up].text.lower()) in GIVING_UP)


def _is_refused(page: Page, verb: int) -> bool:
    """True for what somebody will not do: "refused to drop its demand"."""
    head = page.head(verb)
    return head >= 0 and page.tokens[verb].deprel == "xcomp" and page.tokens[head].lemma.lower() in REFUSING


def _of_form(page: Page, trigger: int, stances: Stances) -> Stances:
    """The stances of "its position is that …" and of "would rather they left"; () for other words."""
    if nominal(page, trigger):
        return _of_predicate(page, trigger, stances)
    if page.tokens[trigger].lemma.lower() not in PREFERRING:
        return ()
    clause = page.child(trigger, "ccomp", "xcomp")
    return ("rejects",) if clause is not None and negated(page, clause) else ("demands", *stances)


def _of_complement(page: Page, trigger: int, about: int, word: str, stances: Stances) -> Stances:
    """The stances of a word, the one that its complement shows first.

    One wants *to do* (supports) but wants something *done* (demands); halts talks (rejects) but attacks (accepts);
    vows *not to* (rejects); insists that others *must* (demands) and that something *is not so* (denies).
    """
    found, clause = stances, page.child(trigger, "xcomp", "ccomp")
    if found[0] == "accepts" and least_of(page, trigger) >= 0:
        return ("demands",)
    if word == "want":
        own = clause is not None and page.child(trigger, "obj") is None and _is_own_doing(page, clause)
        found = _first("supports" if own else "demands", found)
    if word == "push" and about >= 0 and page.tokens[about].deprel == "obj" and is_substance(page, about):
        found = _first("supports", found)
    found = _of_leaving(page, about, word, found)
    found = _of_charge(page, about, word, found)
    if word == "insist" and clause is not None and not negated(page, clause) and _is_stated(page, clause):
        return _first("demands" if _is_wanted(page, clause) else "supports", found)
    if word == "need" and page.tokens[trigger].upos == "NOUN" and is_of_relations(page, about):
        return _first("supports", found)
    if clause is not None and word in SOFT:
        if negated(page, clause):
            plain = (
                word in HOLDING and not modal(page, clause) and page.child(clause, "nsubj", "csubj", "expl") is not None
            )
            predicate = {page.tokens[t].lemma.lower() for t in (clause, *page.children(clause, "obl", "nmod"))}
            plain = plain and not predicate & DEBATABLE
            return _first("denies" if plain else "rejects", found)
        if OBLIGATION.get(modal(page, clause)):
            return _first("demands", found)
    return found


def _of_predicate(page: Page, noun: int, stances: Stances) -> Stances:
    """The stances of a noun that is said to be that something is so, not so, good or bad, or must be done."""
    told = equated(page, noun)
    if not is_clause(page, noun):
        return stances
    if negated(page, told):
        return _first("rejects", stances)
    if OBLIGATION.get(modal(page, told)):
        return _first("demands", stances)
    return _first(judged, stances) if (judged := next(iter(judgment(page, told)[1]), "")) else stances


def _is_own_doing(page: Page, clause: int) -> bool:
    """True for what one wants to do oneself: "wants to sign"; not for "wants it moved", "wants to see changes"."""
    marks = (page.tokens[c].lemma.lower() for c in page.children(clause, "mark"))
    return "to" in marks and page.child(clause, "nsubj") is None and not _is_to_be_seen(page, clause)


def _is_to_be_seen(page: Page, clause: int) -> bool:
    """True for what one wants to see done by others: "wants to see changes"; not for "to see what can be done"."""
    seen = page.child(clause, "obj", "ccomp")
    if seen is None or page.tokens[clause].lemma.lower() != "see":
        return False
    return not any(page.tokens[t].xpos in ("WP", "WRB", "WDT") for t in page.subtree(seen)[:2])


def _is_charge(page: Page, about: int) -> bool:
    """True for what is said to be so; a "suggestion of" something is an idea."""
    lemma = page.tokens[about].lemma.lower()
    idea = lemma in ("notion", "suggestion") and page.child(about, "acl", "ccomp") is None
    return lemma in CHARGES and not idea


def _is_stated(page: Page, clause: int) -> bool:
    """True for what is said to be so or to be going to be, not what ought to be: "insists the talks go on"."""
    auxiliary = modal(page, clause)
    if auxiliary:
        return auxiliary not in OBLIGATION
    verb = page.child(clause, "cop", "aux")
    return page.tokens[clause if verb is None else verb].xpos in ("VBD", "VBZ", "VBP")


def _is_wanted(page: Page, clause: int) -> bool:
    """True for what is not so yet: "insists that the sanctions are lifted", "that any deal ends the war"."""
    passive, subject = page.child(clause, "aux:pass"), page.child(clause, "nsubj", "nsubj:pass")
    any_of = page.children(subject, "det") if subject is not None else []
    present = passive is not None and page.tokens[passive].xpos in ("VBZ", "VBP")
    return present or any(page.tokens[c].lemma.lower() in ("any", "every") for c in any_of)


def is_fact(page: Page, trigger: int, word: str) -> bool:
    """True for what somebody holds, grants or gives to understand to be so, which is no stand on what is to be done.

    "Insisted that the talks were going well", "agree that little has been achieved", "suggested that it was late".
    """
    clause = page.child(trigger, "ccomp")
    if word not in CLAIMING or clause is None or negated(page, clause) or modal(page, clause):
        return False
    told = page.tokens[clause]
    if (word == "suggest" and told.xpos == "VBP") or stances_of(told.lemma.lower(), "adj"):
        return False
    return _is_stated(page, clause) and not _is_wanted(page, clause)


def is_of_relations(page: Page, about: int) -> bool:
    """True for what both sides gain by: "the need to expand ties", "a need for cooperation"."""
    inside = (about, *page.children(about, "obj", "nsubj:pass", "nmod")) if about >= 0 else ()
    return any(page.tokens[t].lemma.lower() in RELATIONS for t in inside)


def _first(stance: str, others: Stances) -> Stances:
    return (stance, *(s for s in others if s != stance))


def _hangs(page: Page, trigger: int, about: int) -> bool:
    """True when the word, or what it is about, hangs on a condition; of a refusal, "until" and "before" too."""
    if any(_is_only_after(page, c) for t in (trigger, about) if t >= 0 for c in page.children(t, "advcl", "obl")):
        return True
    if conditional(page, trigger) or _on_condition(page, trigger):
        return True
    depending = page.children(about, "advcl") if about >= 0 else ()
    if any(case(page, c) == "if" and not is_conceded(page, c) for c in depending):
        return True
    return any(
        case(page, c) in ("once", "provided", "providing", "unless", "until", "before")
        or page.tokens[c].text.lower() in ("provided", "providing")
        for t in (trigger, about)
        if t >= 0
        for c in page.children(t, "advcl")
        if case(page, c) != "before" or negated(page, trigger)
    )


def _has_terms(page: Page, trigger: int, about: int) -> bool:
    """True for terms told soon after, wherever the tree hangs them: ", provided the guns fall silent"."""
    last = page.sentence_of(trigger).last
    for token in range(trigger + 1, min(trigger + FAR, last - 1)):
        here = page.tokens[token]
        other = here.deprel.startswith("nsubj") and page.head(token) not in (trigger, about)
        if other or here.text == ";":
            return False
        if here.text in OPENING_TERMS:
            words = page.words(token, min(token + 3, last)).lower()
            if any(words.startswith(f"{terms} ") for terms in TERMS) and "anonymity" not in words:
                return True
    return False


def _is_bound(page: Page, token: int) -> bool:
    """True for what is done for something in turn, for so long or by one way: "in exchange for guarantees", "as soon
    as the blockade ends", "can only be settled by talks".
    """
    only = any(page.tokens[c].lemma.lower() == "only" for c in page.children(token, "advmod"))
    if only and page.tokens[token].upos == "VERB" and modal(page, token) in ("can", "could"):
        return True
    for beside in page.children(token, "advmod", "advcl", "obl", "nmod"):
        lemma, before = page.tokens[beside].lemma.lower(), page.words(max(0, beside - 1), beside + 2).lower()
        if lemma in RETURNS and before == f"in {lemma} for":
            return True
        clauses = (*page.children(beside, "advcl"), *page.children(token, "advcl"))
        if before in AS_LONG_AS and any(c > beside and page.tokens[c].upos != "ADJ" for c in clauses):
            return True
        if any(page.words(m, m + 3).lower() in AS_LONG_AS for m in page.children(beside, "mark")):
            return True
    return False


def _is_only_after(page: Page, clause: int) -> bool:
    """True for "only after a treaty has been signed", "only when", "only in return for"."""
    if case(page, clause) not in ("after", "once", "when", "in"):
        return False
    first = page.subtree(clause)[0]
    opening = [page.tokens[t].text.lower() for t in range(max(0, first - 1), min(first + 2, len(page.tokens)))]
    return (
        opening[:2] in (["only", "after"], ["only", "once"], ["only", "when"])
        or opening[1:] in (["only", "after"], ["only", "once"], ["only", "when"])
        or (opening in (["only", "in", "exchange"], ["only", "in", "return"]))
    )


def _is_lacking(page: Page, trigger: int, about: int) -> bool:
    """True for what is refused for want of something: "will not back a deal without guarantees"."""
    beside = (c for t in (trigger, about) if t >= 0 for c in page.children(t, "obl", "nmod", "advcl"))
    return any(case(page, c) in ("without", "absent") for c in beside)


def _is_for_now(page: Page, trigger: int) -> bool:
    """True for a refusal with a term: "resists any deal until", "says there will be no talks unless"."""
    clauses = (trigger, *page.children(trigger, "ccomp", "xcomp"))
    return any(case(page, c) in ("until", "unless") for at in clauses for c in page.children(at, "advcl"))


def _on_condition(page: Page, trigger: int) -> bool:
    """True for "on condition that" soon after the word; not for "on condition of anonymity"."""
    last = min(page.sentence_of(trigger).last - 2, trigger + CLOSE)
    return any(
        page.tokens[t + 1].text.lower() == "condition"
        and page.tokens[t].text.lower() == "on"
        and page.tokens[t + 2].text.lower() != "of"
        for t in range(trigger + 1, last)
    )
