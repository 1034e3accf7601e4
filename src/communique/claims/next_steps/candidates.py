"""Clauses that may tell of what is to come: futures, infinitives after words of planning, dated nouns, demands."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from communique.claims.clauses import OBJECT_CONTROL, case, modal, phrase, verb_phrase
from communique.claims.dates import Dates, is_after, is_ahead
from communique.claims.holders import Voices
from communique.claims.next_steps.none import is_none
from communique.lexicon.documents import document_classes
from communique.lexicon.steps import modalities, step_kinds
from communique.model.page import Page
from communique.model.reading import Timex
from communique.model.span import Span

FUTURE_ADJECTIVES = frozenset(
    "next upcoming forthcoming coming planned scheduled proposed possible expected future potential further new "
    "prospective impending imminent anticipated projected eventual another follow-up".split()
)
REPEATED = frozenset({"another", "further", "new", "follow-up"})
"""Of these may be what has been, too."""
SCHEDULED_MODALS = frozenset({"will", "would", "may", "might", "could", "can", "should", "must"})
PREDICATES = frozenset({"NOUN", "PROPN", "ADJ", "ADV"})
"""Parts of speech that tell a step with "be": "is to be in Torvik", "will be back", "is due"."""
ARRANGED = frozenset({"scheduled", "planned", "expected"})
"""How what is arranged stands ahead."""
CLOSED = frozenset({"ADP", "AUX", "CCONJ", "DET", "PART", "PRON", "PUNCT", "SCONJ"})
"""Parts of speech that say nothing of what a step is."""
PERFECT = frozenset({"have", "'ve", "’ve"})
NEAR = 8
"""How many candidates before and after may enclose one."""
NECESSITY = frozenset({"go", "have", "need"})
"""Verbs that put an infinitive in the future: "is going to", "has to"."""
GOVERNORS = ("ccomp", "xcomp", "advcl", "acl", "csubj", "obl")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A clause that may tell of a step.

    `head` is its verb or noun; `trigger` the word that puts it in the future (the head itself for a dated noun or a
    present tense), `word` its lemma; `source` is modal, infinitive, object, noun or present.
    `sentence` is the first token of its sentence, `wording` the lemmas of its content words.
    """

    source: str
    head: int
    trigger: int
    word: str
    what: Span
    sentence: int
    when: Timex | None
    nested: bool = False
    wording: frozenset[str] = frozenset()


def candidates(page: Page, voices: Voices) -> list[Candidate]:
    """Every clause or noun phrase of the report that may tell of a step to come, in text order."""
    real = (c for c in _found(page, voices.dates) if not is_none(page, voices.dates, c.head, c.trigger))
    found = [replace(c, what=what) if (what := voices.clipped(c.head, c.what)) != c.what else c for c in real]
    later = {page.head(c.head): before for c in found if (before := _before(page, c.head)) >= 0}
    found = [replace(c, what=_until(page, c.what, later[c.head])) if c.head in later else c for c in found]
    return [replace(one, nested=_nested(found, n), wording=_wording(page, one.what)) for n, one in enumerate(found)]


def _before(page: Page, verb: int) -> int:
    """The "before" of what somebody does after something else: "before returning home on Friday"; -1 without one."""
    marks = page.children(verb, "mark") if page.tokens[verb].deprel == "advcl" else []
    return next((m for m in marks if page.tokens[m].text.lower() == "before" and page.tokens[verb].xpos == "VBG"), -1)


def _until(page: Page, what: Span, before: int) -> Span:
    """The words of a step without the one that follows it."""
    if not what.covers(page.tokens[before].span) or before == page.tokens_in(what)[0]:
        return what
    return Span(what.start, page.tokens[before - 1].end)


def _wording(page: Page, what: Span) -> frozenset[str]:
    tokens = (page.tokens[t] for t in page.tokens_in(what))
    return frozenset(t.lemma.lower() for t in tokens if t.upos not in CLOSED)


def _nested(found: list[Candidate], number: int) -> bool:
    """True for a step told within another: "agreed to meet to discuss it"."""
    one = found[number]
    near = found[max(0, number - NEAR) : number + NEAR]
    return any(other is not one and other.what.covers(one.what) and len(other.what) > len(one.what) for other in near)


def _found(page: Page, dates: Dates) -> Iterator[Candidate]:
    for token in page.telling_tokens():
        found = _at(page, dates, token)
        if found is not None:
            yield found


def _at(page: Page, dates: Dates, token: int) -> Candidate | None:
    here = page.tokens[token]
    if here.upos in ("VERB", "AUX"):
        is_own = here.deprel.partition(":")[0] not in ("aux", "cop", "amod", "case") and not _is_told(page, token)
        return _verb(page, dates, token) if is_own else None
    if here.upos not in PREDICATES or _is_told(page, token):
        return None
    if modal(page, token):
        found = _modal(page, dates, token)
    elif here.upos == "ADJ" and modalities(here.lemma.lower()):
        found = _due(page, dates, token)
    else:
        found = _infinitive(page, dates, token) if page.child(token, "cop") is not None else None
    names = here.upos in ("NOUN", "PROPN") and _names_step(page, token)
    return found or (_noun(page, dates, token) if names else None)


def _is_told(page: Page, token: int) -> bool:
    """True for what has been, might have been, or is not yet: "would have met", "has met", "has yet to meet"."""
    perfect = any(page.tokens[c].lemma.lower() in PERFECT for c in page.children(token, "aux"))
    mark = _to(page, token)
    return perfect or (mark is not None and mark > 0 and page.tokens[mark - 1].text.lower() == "yet")


def _verb(page: Page, dates: Dates, token: int) -> Candidate | None:
    return _modal(page, dates, token) or _infinitive(page, dates, token) or _present(page, dates, token)


def _modal(page: Page, dates: Dates, token: int) -> Candidate | None:
    carrier = _carrier(page, token)
    auxiliary = modal(page, carrier)
    if auxiliary not in SCHEDULED_MODALS or _has_future_infinitive(page, token):
        return None
    sentence, when = _where_and_when(page, dates, token)
    return Candidate("modal", token, carrier, auxiliary, verb_phrase(page, token), sentence, when)


def _carrier(page: Page, token: int) -> int:
    """The verb that has the modal of another joined to it: the first of "will free the crew and open the border"."""
    at = token
    while page.tokens[at].xpos == "VB" and page.tokens[at].deprel == "conj" and _is_plain(page, at):
        at = page.head(at)
    return at


def _is_plain(page: Page, verb: int) -> bool:
    """True for a verb that has neither subject nor auxiliary nor "to" of its own."""
    return page.child(verb, "nsubj", "nsubj:pass", "aux", "mark", "expl") is None


def _has_future_infinitive(page: Page, token: int) -> bool:
    """The infinitive is the step, not the verb that carries the modal: "will have to go"."""
    lemma = page.tokens[token].lemma.lower()
    return lemma in ("have", "need", "like", "want") and page.child(token, "xcomp") is not None


def _infinitive(page: Page, dates: Dates, token: int) -> Candidate | None:
    """A verb under a word of planning, promising, expecting, demanding: "plans to", "vowed to", "agreed on holding"."""
    if page.tokens[token].xpos not in ("VB", "VBG") and _to(page, token) is None:
        return None
    trigger = _governor(page, token)
    if trigger is None:
        return None
    lemma = page.tokens[trigger].lemma.lower()
    sentence, when = _where_and_when(page, dates, token)
    word = "be to" if lemma == "be" else lemma
    return Candidate("infinitive", token, trigger, word, verb_phrase(page, token), sentence, when)


def _to(page: Page, token: int) -> int | None:
    """The "to" of an infinitive, passive or not: "to be signed"; or what stands before a plain verb."""
    marks = page.children(token, "mark")
    found = next((m for m in marks if page.tokens[m].text.lower() == "to" and m < token), None)
    if found is None and token and page.tokens[token].xpos == "VB" and page.tokens[token - 1].text.lower() == "to":
        return token - 1
    return found


def _governor(page: Page, token: int) -> int | None:
    """The word of planning that governs a verb, through coordination: the word before "to", or else the governor."""
    at = token
    before = _before_to(page, at)
    while before is None and page.tokens[at].deprel == "conj" and page.tokens[page.head(at)].upos == "VERB":
        at = page.head(at)
        before = _before_to(page, at)
    if before is not None:
        return before
    head = page.head(at)
    if head < 0 or page.tokens[at].deprel.partition(":")[0] not in GOVERNORS or _is_circumstance(page, at):
        return None
    if page.tokens[at].deprel == "acl" and page.tokens[head].deprel == "obj" and _to(page, at) is not None:
        head = _wishing(page, head)
    lemma = page.tokens[head].lemma.lower()
    return head if modalities(lemma) or lemma in NECESSITY else None


def _wishing(page: Page, thing: int) -> int:
    """The verb that has an object do something, where the tree takes that for what the object is for.

    So of "wants all factions to come", not of "a plan to come".
    """
    verb = page.head(thing)
    is_asking = verb >= 0 and page.tokens[verb].lemma.lower() in OBJECT_CONTROL
    return verb if is_asking and not modalities(page.tokens[thing].lemma.lower()) else thing


def _is_circumstance(page: Page, verb: int) -> bool:
    """True for a clause in "-ing" that tells what else is so: "agreed to meet, with Torvik saying it was ready"."""
    here = page.tokens[verb]
    return here.xpos == "VBG" and here.deprel == "advcl" and case(page, verb) in ("", "with")


def _before_to(page: Page, verb: int) -> int | None:
    mark = _to(page, verb)
    if mark is None:
        return None
    at = mark - 1
    while at > 0 and page.tokens[at].upos == "ADV" and not modalities(page.tokens[at].lemma.lower()):
        at -= 1
    lemma = page.tokens[at].lemma.lower()
    return at if at >= 0 and (lemma == "be" or modalities(lemma) or lemma in NECESSITY) else None


def _present(page: Page, dates: Dates, token: int) -> Candidate | None:
    """A present tense with a future time: "leaves on Sunday", "is meeting them next week"."""
    if page.tokens[token].xpos not in ("VBZ", "VBP", "VBG", "VBN") or _looks_ahead(page, token):
        return None
    sentence, when = _where_and_when(page, dates, token)
    if when is None:
        return _following(page, token, sentence) or _arranged(page, token, sentence)
    if _is_done(page, token) and not is_after(when.value, page.report.day):
        return None
    beside = _is_beside(page, token)
    if beside and not is_after(when.value, page.report.day):
        return None
    if (beside or page.tokens[token].xpos in ("VBZ", "VBP")) and not _has_own_time(page, dates, token):
        return None
    return Candidate(
        "present", token, token, page.tokens[token].lemma.lower(), verb_phrase(page, token), sentence, when
    )


def _looks_ahead(page: Page, token: int) -> bool:
    """True for a verb of planning or expecting of which a clause tells the step: "is expecting them to rule in May"."""
    clause = page.child(token, "xcomp", "ccomp")
    return clause is not None and bool(modalities(page.tokens[token].lemma.lower())) and _to(page, clause) is not None


def _is_beside(page: Page, token: int) -> bool:
    """True for a participle that tells what else is so at the time: "speaking in Torvik on Sunday, he said"."""
    return page.tokens[token].xpos == "VBG" and page.child(token, "aux", "cop") is None


def _following(page: Page, token: int, sentence: int) -> Candidate | None:
    """A journey or meeting after another that lies ahead: "will fly to Torvik before heading to Strelsau"."""
    word = page.tokens[token].lemma.lower()
    if _before(page, token) < 0 or not {"travel", "meeting"} & set(step_kinds(word)):
        return None
    ahead = (
        modal(page, _carrier(page, page.head(token))) in SCHEDULED_MODALS
        or _governor(page, page.head(token)) is not None
    )
    return Candidate("present", token, token, word, verb_phrase(page, token), sentence, None) if ahead else None


def _arranged(page: Page, token: int, sentence: int) -> Candidate | None:
    """A meeting, journey or document that is planned or expected, whenever: "further talks are planned"."""
    subject, word = page.child(token, "nsubj:pass"), page.tokens[token].lemma.lower()
    if subject is None or not _names_step(page, subject) or page.child(token, "xcomp", "ccomp") is not None:
        return None
    if page.tokens[token].xpos != "VBN" or not ARRANGED & set(modalities(word)):
        return None
    return Candidate("present", token, token, word, verb_phrase(page, token), sentence, None)


def _due(page: Page, dates: Dates, token: int) -> Candidate | None:
    """What is due, likely or possible without a verb of its own: "are due back on Monday", "talks are likely"."""
    subject, said = page.child(token, "nsubj"), page.child(token, "xcomp", "csubj", "ccomp", "obj")
    if subject is None or page.child(token, "cop") is None or said is not None:
        return None
    behind = page.tokens[token + 1 : token + 3]
    if [t.text.lower() for t in behind[:1]] == ["to"] and behind[-1].xpos == "VB":
        return None
    sentence, when = _where_and_when(page, dates, token)
    if when is None and not (page.tokens[token].lemma.lower() == "due" or _names_step(page, subject)):
        return None
    word = page.tokens[token].lemma.lower()
    return Candidate("present", token, token, word, verb_phrase(page, token), sentence, when)


def _has_own_time(page: Page, dates: Dates, verb: int) -> bool:
    """True where a time is that of the verb, not of what it tells of: "leaves on Sunday", not "cites a Sunday talk"."""
    beside = page.children(verb, "obl", "obl:unmarked", "advmod", "nmod", "nmod:unmarked")
    own = dates.among(t for c in beside for t in page.subtree(c, without=("acl", "advcl", "ccomp")))
    return any(is_ahead(t.value, page.report.day) for t in own)


def _is_done(page: Page, token: int) -> bool:
    """True for a participle of the past that does not announce anything: "held on Friday", not "set for Friday"."""
    here = page.tokens[token]
    return here.xpos == "VBN" and not modalities(here.lemma.lower())


def _names_step(page: Page, noun: int) -> bool:
    lemma = page.tokens[noun].lemma.lower()
    return bool(step_kinds(lemma) or document_classes(lemma))


def _noun(page: Page, dates: Dates, token: int) -> Candidate | None:
    """A noun of meeting, travel, decision or document that is dated after publication, or called "next", "planned"."""
    adjectives = [page.tokens[c].lemma.lower() for c in page.children(token, "amod", "det", "compound")]
    ahead = FUTURE_ADJECTIVES - REPEATED if _is_past(page, token) else FUTURE_ADJECTIVES
    named = next((a for a in adjectives if a in ahead), "")
    sentence, when = _where_and_when(page, dates, token)
    governor = _promised(page, token)
    dated = when is not None and is_after(when.value, page.report.day)
    if not (named or dated or governor is not None):
        return None
    word = named or (page.tokens[governor].lemma.lower() if governor is not None else "dated")
    source = "object" if governor is not None else "noun"
    return Candidate(source, token, token if governor is None else governor, word, phrase(page, token), sentence, when)


def _is_past(page: Page, noun: int) -> bool:
    """True for what has been done already: "had submitted new proposals", "held further talks"."""
    verb = page.head(noun)
    if verb < 0 or page.tokens[noun].deprel.partition(":")[0] not in ("obj", "nsubj"):
        return False
    had = any(page.tokens[c].lemma.lower() in PERFECT for c in page.children(verb, "aux"))
    return (had or page.tokens[verb].xpos == "VBD") and not modalities(page.tokens[verb].lemma.lower())


def _promised(page: Page, token: int) -> int | None:
    """The verb or noun that promises, plans or announces a noun: "pledged new cooperation", "plans for talks"."""
    head = page.head(token)
    if head < 0 or page.tokens[token].deprel.partition(":")[0] not in ("obj", "nmod", "obl"):
        return None
    return head if modalities(page.tokens[head].lemma.lower()) else None


def _where_and_when(page: Page, dates: Dates, token: int) -> tuple[int, Timex | None]:
    """The sentence of a step, and its first date from publication on: of a verb its own before its subject's."""
    first = page.sentence_of(token).first
    if not dates.are_in(page.sentence_of(token)):
        return first, None
    verb = page.tokens[token].upos in ("VERB", "AUX")
    apart = [t for c in page.children(token, "conj") if verb for t in page.subtree(c)]
    own = [t for t in page.subtree(token, without=("parataxis", "ccomp")) if t not in apart]
    subject = {t for c in page.children(token, "nsubj") if verb for t in page.subtree(c)}
    return first, dates.ahead(sorted(own, key=lambda t: t in subject))
