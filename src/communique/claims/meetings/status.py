"""Whether a meeting was held, goes on, is scheduled, proposed or called off: tense, modality, the words around."""

from communique.claims.clauses import RELATIVE_TAGS, names_of
from communique.claims.meetings.company import governor
from communique.claims.meetings.papers import is_signed
from communique.claims.meetings.syntax import (
    DEPTH,
    Link,
    announced_by,
    is_perfect,
    link,
    named_with,
    preposition,
)
from communique.claims.meetings.travel import AHEAD
from communique.claims.meetings.triggers import Trigger
from communique.lexicon.encounters import Governor, attributes, governors, modality, phases
from communique.model.meeting import DONE, OFF, PLANNED, UNDONE
from communique.model.page import Page

FUTURE = frozenset({"will", "shall", "'ll", "’ll", "would", "'d", "’d", "wo"})
POSSIBLE = frozenset({"may", "might", "can", "could", "should", "must", "ought", "ca"})
NEGATIONS = frozenset({"not", "n't", "n’t", "never", "no"})
NOBODY = frozenset({"neither", "nobody", "none", "no"})
CONDITIONS = frozenset({"if", "unless", "whether", "should"})
DURING = frozenset({"since", "from", "despite", "at", "in", "during", "throughout", "through"})
FOLLOWING = frozenset({"follow", "succeed"})
"""Verbs whose object came before: "the visit follows talks in Graustark"."""

MARKING = frozenset({"constitute", "mark", "represent"})
PLACING = FOLLOWING | MARKING | {"come", "precede", "coincide"}
"""Verbs whose present says when a meeting is, or what it is to others, and not that it goes on."""

AMID = frozenset({"amid", "despite", "regardless", "irrespective", "spite", "notwithstanding"})
"""First words of prepositions of talks that go on while something else will be done."""

BEFORE = frozenset({"before", "ahead of", "until", "till", "prior to", "pending"})
LEAVING = frozenset({"leave", "depart", "head", "embark"})
"""Verbs whose purpose lies ahead also where they are past: "left for Graustark to meet"."""

UNREAL = frozenset({"would", "'d", "’d"})
ATTENDING = frozenset({"attend", "come", "go", "travel"})
"""What one invited may stay away from while the others meet."""

INTENDING = frozenset({"plan", "intend", "schedule", "expect", "due", "set", "slate"})
ORIGINALLY = frozenset({"originally", "initially"})
"""What tells of a day that another took the place of."""

ON = ("under way", "underway")
"""What goes on is so."""
STARTS = frozenset({"begin", "start", "commence", "open", "convene", "meet"})
BEGUN = (STARTS - {"meet"}) | {"resume", "restart", "reconvene", "relaunch"}
"""Verbs of beginning: what has begun goes on."""

OPENING = frozenset({"resume", "restart", "reconvene", "relaunch", "hold", "take", "continue"})
"""Verbs that with those of `STARTS` tell of a meeting as a whole: "talks which are to be held"."""

TAKING_UP = frozenset(
    {"relaunch", "renew", "renewal", "reopen", "restart", "resume", "resumption", "revival", "revive"}
)
"""What is done with talks that ended before."""

WAYS = frozenset("basis condition foundation ground groundwork path road stage way".split())
PREPARING = frozenset("build clear create lay open pave prepare set smooth".split())
"""What makes a way for talks, which are to come."""
SO_FAR = ("so far", "thus far", "up to now", "until now", "to date")

NONE = Governor("", "none")
CLAIMING = frozenset({"suggest", "insist"})
"""Wishes only where the clause says what should be: "insisted that talks be held", not "that talks are held"."""
WISHES = frozenset({"hope", "propose", "suggest", "demand", "urge", "want", "insist", "recommend", "request", "wish"})


def status(page: Page, trigger: Trigger) -> str:
    """The status as the trigger's clause tells it, or "" where it does not."""
    return _of_verb(page, trigger.token) if trigger.verbal else _of_noun(page, trigger)


def _of_verb(page: Page, verb: int) -> str:
    lemma = page.tokens[verb].lemma.casefold()
    if lemma in AHEAD or lemma == "invite":
        return "" if negated(page, verb) else "scheduled" if lemma in AHEAD else "proposed"
    return tense(page, verb)


def _of_noun(page: Page, trigger: Trigger) -> str:
    described = _described(page, trigger)
    above = link(page, trigger.outer)
    if _is_on_visit(page, trigger):
        return "under_way"
    if trigger.format == "exchange" and preposition(page, trigger.outer) == "in" and not _lies_ahead(page, above):
        return "held"
    if above is None:
        return _clausal(page, trigger, described)
    if _is_overtaken(page, above.predicate):
        return "postponed"
    known, told = _governing(page, above), tense(page, above.predicate)
    placing = page.tokens[above.predicate].lemma.casefold()
    if told == "under_way" and placing in {"nsubj": PLACING, "obj": MARKING}.get(above.relation, ()):
        told = ""
    is_followed = above.relation == "obj" and placing in FOLLOWING
    if is_followed:
        told = ""
    if known == "scheduled" and told == "proposed":
        known = "proposed"
    verdicts = (
        _of_phases(page, above),
        "under_way" if known == "phase" and told == "held" and described in PLANNED else "",
        "under_way" if known == "held" and told in ("scheduled", "cancelled") and _is_whole(above) else "",
        _unless_negated(page, above.predicate, known) if known in UNDONE else "",
        described if not known or (described == "proposed" and told == "scheduled") else "",
        told if told in UNDONE and above.relation != "obl" else "",
        described if described in UNDONE or described == "under_way" else "",
        "under_way" if known == "under_way" and told != "scheduled" else "",
        "held" if known == "held" and told != "scheduled" else "",
        "held" if is_followed else "",
        _of_preposition(above, known, described),
        "under_way" if known == "phase" and told == "held" and not described else "",
    )
    found = next((v for v in verdicts if v), told or described)
    beside = _by_words_beside(page, trigger, above, found)
    if beside:
        return beside
    is_beside = above.relation == "obl" and above.preposition in DURING and governor(page, above).subject != "party"
    if found == told and found in OFF and is_beside:
        found = "held"
    own = "" if found in OFF else _own_clause(page, trigger)
    return found if own == "held" and _is_taken_up(page, above) else own or found


def _by_words_beside(page: Page, trigger: Trigger, above: Link, found: str) -> str:
    """What words beside make of the status: talks amid which something else is planned go on, those that a way is made
    for are to come, and what has so far brought nothing goes on; "" where there are none.
    """
    if found in PLANNED and _is_amid(page, trigger.outer):
        return "under_way"
    if _is_prepared(page, above):
        return "proposed"
    return "under_way" if found == "held" and _is_so_far(page, above) else ""


def _is_prepared(page: Page, above: Link) -> bool:
    """True for "to lay the groundwork for a dialogue", "paved the way for talks"."""
    done = page.child(above.predicate, "obj") if above.preposition == "for" else None
    is_way = done is not None and page.tokens[done].lemma.casefold() in WAYS
    return is_way and page.tokens[above.predicate].lemma.casefold() in PREPARING


def _is_so_far(page: Page, above: Link) -> bool:
    """True for "the talks have so far brought nothing", which go on."""
    if above.relation != "nsubj" or not is_perfect(page, above.predicate):
        return False
    sentence = page.sentence_of(above.predicate)
    words = f" {' '.join(page.tree.folded[sentence.first : sentence.last])} "
    return any(f" {phrase} " in words for phrase in SO_FAR)


def _is_taken_up(page: Page, above: Link) -> bool:
    """True for "restart the talks that collapsed", which are to come, whatever became of them before."""
    told = (above.predicate, *above.between)
    return any(page.tokens[n].lemma.casefold() in TAKING_UP for n in told)


def _lies_ahead(page: Page, above: Link | None) -> bool:
    """False for "in a letter to X, Y called for": it was sent, whatever it asks for."""
    return above is not None and any(
        page.tokens[c].text.casefold() in FUTURE for c in page.children(above.predicate, "aux")
    )


def _governing(page: Page, above: Link) -> str:
    """What the predicate does to the meeting; nothing where the meeting does it: "the summit rejected the plan"."""
    known = governor(page, above).status
    acts = above.relation == "nsubj" and bool(page.children(above.predicate, "obj", "ccomp"))
    return "" if acts and known in UNDONE else known


def _is_whole(above: Link) -> bool:
    """True for what is told of the meeting itself: "the talks, which will end on Friday" are going on."""
    return above.relation.startswith(("nsubj", "obj"))


def _is_amid(page: Page, noun: int) -> bool:
    """True for "will attack regardless of the talks", which go on."""
    marks = page.children(noun, "case")[:1]
    return any(page.tokens[n].text.casefold() in AMID for m in marks for n in (m, m - 1))


def _own_clause(page: Page, trigger: Trigger) -> str:
    """What a clause beside the noun says outright, whatever the sentence does with the meeting: "urged them to attend
    the talks, which are set to begin on Friday", "agreed to attend the talks that began on Friday".
    """
    for head in trigger.heads:
        for child in [c for noun in (head, *named_with(page, head)) for c in page.children(noun, "acl")]:
            word = page.tokens[child]
            if _is_overtaken(page, child):
                return "postponed"
            known = modality().get(word.lemma.casefold(), "")
            if word.xpos in ("VBN", "JJ") and known == "scheduled" and not negated(page, child):
                return known
            told = _of_course(page, child) if word.deprel == "acl:relcl" else ""
            if told:
                return told
    return ""


def _of_course(page: Page, verb: int) -> str:
    """The status in a relative clause of a meeting as a whole: "which are due to resume", "which the mediator wants to
    reconvene", "that opened on Friday", "which ended without a deal", "which are being held in Graustark".
    """
    last = next(iter(page.children(verb, "xcomp")), verb)
    if not any(page.tokens[c].xpos in RELATIVE_TAGS for v in (verb, last) for c in page.children(v, "nsubj", "obj")):
        return ""
    lemma, told = page.tokens[last].lemma.casefold(), tense(page, last)
    if lemma in STARTS | OPENING:
        is_begun = told == "held" and lemma in BEGUN
        return "under_way" if is_begun else told if told in PLANNED | {"under_way"} else ""
    return "held" if told == "held" and governors().get(lemma, NONE).status == "held" else ""


def _is_overtaken(page: Page, verb: int) -> bool:
    """True for "were originally due to begin on Friday", which came about on no such day."""
    if page.tokens[verb].lemma.casefold() not in INTENDING:
        return False
    is_past = any(page.tree.folded[c] in ("was", "were") for c in page.children(verb, "cop", "aux"))
    return is_past and any(page.tree.folded[c] in ORIGINALLY for c in page.children(verb, "advmod"))


def begins(page: Page, trigger: Trigger) -> bool:
    """True for a beginning in the simple present, of which a day makes one to come: "which starts Saturday"."""
    above = None if trigger.verbal else link(page, trigger.outer)
    verbs = _relative_clauses(page, trigger) + ([above.predicate] if above is not None else [])
    return any(page.tokens[v].xpos in ("VBZ", "VBP") and page.tokens[v].lemma.casefold() in BEGUN for v in verbs)


def ends(page: Page, trigger: Trigger) -> bool:
    """True for "the talks will end on Friday", whose day is one on which they still go on."""
    above = None if trigger.verbal else link(page, trigger.outer)
    return above is not None and _is_whole(above) and _governing(page, above) == "held"


def has_begun(page: Page, trigger: Trigger) -> bool:
    """True for "the talks that started on Friday"."""
    verbs = _relative_clauses(page, trigger)
    return any(page.tokens[v].lemma.casefold() in BEGUN and tense(page, v) == "held" for v in verbs)


def _relative_clauses(page: Page, trigger: Trigger) -> list[int]:
    return [c for head in trigger.heads for c in page.children(head, "acl") if page.tokens[c].deprel == "acl:relcl"]


def _is_on_visit(page: Page, trigger: Trigger) -> bool:
    """True for "said X, on a visit to Graustark": the visitor is there."""
    is_one = any(page.tokens[c].text.casefold() in ("a", "an") for c in page.children(trigger.outer, "det"))
    return trigger.format == "visit" and is_one and preposition(page, trigger.outer) == "on"


def explicit_fate(page: Page, trigger: Trigger) -> str:
    """Cancelled, postponed or refused, where the word over a noun, or over a plan for it, says so without a "not"."""
    if trigger.verbal:
        return _refused(page, trigger.token) or _fate_of_plan(page, trigger.token)
    above = link(page, trigger.outer)
    if above is None:
        return ""
    if above.relation == "obl":
        return _fate_of_plan(page, above.predicate) if above.preposition in ("for", "to") else ""
    if negated(page, above.predicate):
        return ""
    if _before_start(page, above.predicate):
        return "cancelled"
    found = _governing(page, above)
    return found if found in OFF else _refused(page, above.predicate)


def _fate_of_plan(page: Page, verb: int) -> str:
    """What became of the plan that an infinitive is part of: "plans for him to visit were scrapped"."""
    head = page.head(verb)
    is_planned = head >= 0 and page.tokens[verb].deprel.startswith("acl") and _is_infinitive(page, verb)
    return _fate(page, head) if is_planned else ""


def _before_start(page: Page, verb: int) -> bool:
    """True for "collapsed before they started"."""
    return any(
        page.tokens[c].lemma.casefold() in STARTS and page.tokens[m].text.casefold() == "before"
        for c in page.children(verb, "advcl")
        for m in page.children(c, "mark", "case", "advmod")
    )


def _refused(page: Page, verb: int) -> str:
    """Refused, for an infinitive right under "refuse", "decline" or their like."""
    head = page.head(verb)
    if head < 0 or not _is_infinitive(page, verb) or negated(page, head):
        return ""
    return "refused" if modality().get(page.tokens[head].lemma.casefold()) == "refused" else ""


def _of_phases(page: Page, above: Link) -> str:
    """The status in "an offer of talks", "the postponement of talks", "is the outcome of talks"."""
    is_noun = above.preposition == "of" and page.tokens[above.predicate].upos == "NOUN"
    if is_noun and phases().get(page.tokens[above.predicate].lemma.casefold()) == "held":
        return "held"
    said = (phases()[page.tokens[n].lemma.casefold()] for n in above.between)
    return next((s for s in said if s in UNDONE or s == "under_way"), "")


def _of_preposition(above: Link, known: str, described: str) -> str:
    if above.relation != "obl":
        return ""
    if above.preposition in BEFORE:
        return described or "scheduled"
    if above.preposition in ("after", "following", "since"):
        return "held"
    return described if above.preposition == "for" and not known else ""


def _clausal(page: Page, trigger: Trigger, described: str) -> str:
    """For a noun that is itself the predicate ("the talks are a first step", "there will be talks"), or stands bare."""
    for head in trigger.heads:
        for child in page.children(head, "acl"):
            found = governors_status(page, child)
            if found:
                return found
    above = page.head(trigger.outer)
    if above >= 0 and page.tokens[trigger.outer].deprel.startswith("nmod"):
        phase = phases().get(page.tokens[above].lemma.casefold(), "")
        if phase in DONE | UNDONE:
            return phase
    marker = preposition(page, trigger.outer)
    if page.child(trigger.outer, "cop", "expl") is not None:
        return "under_way" if marker == "in" else tense(page, trigger.outer) or described
    return described


def governors_status(page: Page, participle: int) -> str:
    """The status in "talks scheduled for Monday", "a meeting held in Graustark", "talks to be held"."""
    token = page.tokens[participle]
    lemma = token.lemma.casefold()
    if token.xpos in ("VBN", "VBD") and not page.children(participle, "aux", "mark"):
        written = modality().get(lemma) or attributes().get(token.text.casefold(), "")
        return written if written in UNDONE else "held" if lemma in ("hold", "attend", "conduct") else ""
    return tense(page, participle)


def _described(page: Page, trigger: Trigger) -> str:
    found = [
        attributes().get(page.tokens[c].text.casefold(), "")
        for head in trigger.heads
        for c in page.children(head, "amod", "compound", "advmod", "acl")
    ]
    if any(page.tokens[c].text.casefold() == "any" for h in trigger.heads for c in page.children(h, "det")):
        return "proposed"
    return next((f for f in found if f and f != "as_told"), "")


def _unless_negated(page: Page, verb: int, known: str) -> str:
    """A refusal denied leaves a proposal; what is not called off goes on or will be; what is not planned is refused."""
    if not negated(page, verb):
        return known
    if known == "refused":
        return "proposed"
    is_ahead = any(page.tree.folded[c] in FUTURE for c in page.children(verb, "aux"))
    return "refused" if known not in OFF else "scheduled" if is_ahead else "under_way"


def negated(page: Page, verb: int) -> bool:
    """True for a verb under "not" or "never", and for what nobody says: "neither side has said that it will"."""
    if any(page.tokens[c].text.casefold() in NEGATIONS for c in page.children(verb, "advmod", "det", "cc:preconj")):
        return True
    said = page.head(verb) if page.tokens[verb].deprel == "ccomp" else -1
    sayers = page.children(said, "nsubj") if said >= 0 else []
    return any(page.tree.folded[c] in NOBODY for s in sayers for c in (s, *page.children(s, "det", "cc:preconj")))


def tense(page: Page, verb: int, depth: int = 0) -> str:
    """The status that tense, auxiliaries, negation and what governs the clause give an event."""
    if depth > DEPTH:
        return ""
    own = _own_tense(page, verb, depth)
    if any(page.tokens[c].text.casefold() in CONDITIONS for c in page.children(verb, "mark")):
        return "proposed"
    if own == "under_way" and _is_wish(page, verb):
        return "proposed"
    if own == "cancelled" and negated(page, verb):
        return "held"
    if own in DONE and negated(page, verb):
        return "refused" if own == "under_way" else ""
    if own == "scheduled" and negated(page, verb):
        return own if page.tokens[verb].lemma.casefold() in ATTENDING else "refused"
    if own == "scheduled":
        return _wished(page, verb, own)
    return own


def _wished(page: Page, verb: int, own: str) -> str:
    return "proposed" if _is_wish(page, verb) else own


def _is_wish(page: Page, verb: int) -> bool:
    """True for the clause under "hope that", "the proposal that", "it is possible that"."""
    head, deprel = page.head(verb), page.tokens[verb].deprel
    lemma = page.tokens[head].lemma.casefold() if head >= 0 else ""
    if deprel.startswith("acl") and page.tokens[head].upos == "NOUN":
        return phases().get(lemma) == "proposed" and page.child(verb, "mark") is not None
    if not deprel.startswith(("ccomp", "csubj")):
        return False
    if lemma in CLAIMING and any(page.tree.folded[c] in ("is", "are") for c in page.children(verb, "aux", "cop")):
        return False
    return lemma in WISHES or (page.tokens[head].upos == "ADJ" and modality().get(lemma) == "proposed")


def _own_tense(page: Page, verb: int, depth: int) -> str:
    token = page.tokens[verb]
    helpers = [page.tokens[c] for c in page.children(verb, "aux", "cop")]
    words = {h.text.casefold() for h in helpers}
    having = {h.xpos for h in helpers if h.lemma.casefold() == "have"}
    if token.xpos in ("VBN", "VBD") and having & {"VB", "VBP"} and (words & UNREAL or _was_to(page, verb)):
        return "cancelled"
    if words & FUTURE or _was_to(page, verb):
        return "scheduled"
    if words & POSSIBLE:
        return "proposed"
    is_on = token.xpos == "VBG" or page.words(max(0, verb - 1), verb + 1).casefold().endswith(ON)
    if having and "been" in words and is_on:
        return "under_way"
    if having or token.xpos == "VBD" or is_signed(page, verb):
        return "held"
    if _is_infinitive(page, verb):
        is_set = (helpers and token.deprel == "root") or announced_by(page, verb) is not None
        return "scheduled" if is_set else _governed(page, verb, depth)
    be = next((h for h in helpers if h.lemma.casefold() == "be"), None)
    if be is not None:
        return "held" if be.xpos == "VBD" and token.xpos != "VBG" else "under_way"
    if token.xpos in ("VBZ", "VBP"):
        return "under_way"
    return _governed(page, verb, depth)


def _was_to(page: Page, verb: int) -> bool:
    """True for "was to meet", "is also to be held", "is due to be held", "was to have met": what is or was due."""
    first = page.sentence_of(verb).first
    at = verb - 1
    while at > first and page.tokens[at].upos in ("AUX", "ADV") and page.tokens[at].text.casefold() != "to":
        at -= 1
    if page.tokens[at].text.casefold() != "to":
        return False
    at -= 1
    while at > first and (page.tokens[at].upos == "ADV" or page.tokens[at].text.casefold() == "due"):
        at -= 1
    return page.tokens[at].text.casefold() in ("is", "are", "was", "were", "'s", "’s")


def _is_infinitive(page: Page, verb: int) -> bool:
    return any(page.tokens[c].text.casefold() == "to" for c in page.children(verb, "mark"))


def _governed(page: Page, verb: int, depth: int) -> str:
    """For infinitives and participles: what the word above says of them."""
    token, head = page.tokens[verb], page.head(verb)
    marks = {page.tokens[c].text.casefold() for c in page.children(verb, "mark", "case")}
    if marks & {"after", "since", "following"}:
        return "held"
    if marks & {"before"}:
        return "scheduled"
    if head < 0:
        return "held" if token.xpos == "VBN" else ""
    known = "" if "by" in marks else next((modality()[n] for n in names_of(page, head) if n in modality()), "")
    is_purpose = "to" in marks and token.deprel.startswith("advcl")
    if is_purpose and page.tokens[head].lemma.casefold() in LEAVING:
        return "scheduled"
    is_beside = verb < head and token.deprel.startswith("advcl") and token.xpos in ("VBG", "VBN") and not marks
    if known in UNDONE and not is_beside and token.deprel.startswith(("xcomp", "ccomp", "acl", "advcl", "csubj")):
        if known == "scheduled" and _is_past_perfect(page, head):
            return "cancelled"
        return _fate(page, head) or _unless_negated(page, head, known)
    if token.deprel.startswith("acl"):
        above = link(page, head)
        return tense(page, above.predicate, depth + 1) if above else "under_way" if token.xpos == "VBG" else ""
    return tense(page, head, depth + 1)


def _is_past_perfect(page: Page, verb: int) -> bool:
    """True for "had planned to meet": a plan told as one of the past came to nothing."""
    helpers = [page.tokens[c].text.casefold() for c in page.children(verb, "aux")]
    return page.tokens[verb].lemma.casefold() in INTENDING and helpers[:1] == ["had"]


def _fate(page: Page, noun: int) -> str:
    """What became of a plan: "plans to meet were scrapped"."""
    if page.tokens[noun].upos != "NOUN":
        return ""
    above = link(page, noun)
    found = governor(page, above).status if above and not negated(page, above.predicate) else ""
    return found if found in OFF else ""
