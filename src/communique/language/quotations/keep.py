"""Which cues with words make an attribution: what news calls saying, not every verb that may report."""

from collections.abc import Sequence

from communique.language.quotations.cues import ANONYMITY, Hit, is_reported, quoting
from communique.language.quotations.done import is_deed
from communique.language.quotations.edges import words_of
from communique.language.quotations.marks import Marks
from communique.language.quotations.objects import is_denial, is_quoted_object
from communique.language.quotations.sources import TURNING_AWAY
from communique.language.quotations.unsaid import negated, unsaid
from communique.lexicon import cues
from communique.lexicon.issued import text_kind
from communique.model.page import Page
from communique.model.span import Span

_PLAIN = frozenset({"say", "tell", "add", "note", "warn", "stress", "state", "announce", "confirm", "write", "claim"})
_BROKEN_SILENCE = frozenset({"refuse", "decline"})
_SILENT = frozenset(
    "comment elaborate say name be give identify discuss provide specify answer disclose confirm go talk speak".split()
)
_PRESS = frozenset("reporters reporter journalists journalist press media newspaper radio television tv".split())
_ABOUT = frozenset({"about", "if", "whether", "why", "how", "when", "what", "by", "where", "who"})
_AGREED = frozenset({"agree", "commit to", "recommit to", "undertake"})
_GIVING = frozenset({"offer", "voice", "express", "issue", "announce", "mention", "detail", "outline", "reveal"})
_STILL_SAID = frozenset({"rule out", "deny", "accept", "recognise", "recognize"})
"""Cues that say something under "not" as well: "did not rule out"."""
_TURNED = {
    "call": frozenset({"off", "up", "back", "in"}),
    "point": frozenset({"at"}),
    "claim": frozenset({"as"}),
}
"""Words with which a verb is no more one of saying: "called off the talks", "claims the islands as its own"."""
_MEANT = frozenset({"refer to", "comment on", "touch on", "touch upon", "speak of", "talk of"})
"""Cues whose participle tells of what something else was said: "the house, he said, referring to the court"."""
_NAMING = frozenset({"ADJ", "NOUN", "PROPN"})
"""What somebody is called."""
_CALLING = frozenset({"call on", "call upon"})
"""Who calls on somebody to do something says it; who only calls on somebody pays a visit."""
_QUOTING = frozenset({"quote", "writing", "closing"})
_CLAUSAL = frozenset({"clause", "addressee", "mental", "uttered"})
_TELLING = frozenset({"say", "tell", "state", "announce", "declare", "clarify", "specify", "disclose", "confirm"})
_DONE_TOO = frozenset({"push for", "speak about"})
"""Cues for what goes on without words as well: "are pushing for a pause"."""
_SETTING_DOWN = frozenset("adopt approve conclude draft endorse finalise finalize initial prepare ratify sign".split())
_DRAWING = frozenset("attract draw earn elicit face incur invite meet prompt provoke receive spark trigger".split())
_INFERRING = frozenset(
    {"suggest", "indicate", "imply", "underline", "underscore", "highlight", "reveal", "confirm", "signal"}
)


def worth(page: Page, marks: Marks, hit: Hit, contents: Sequence[Span], rule: str) -> bool:
    """Whether a cue with these words is an attribution although the model proposes none for it."""
    if not plausible(page, marks, hit, contents):
        return False
    if hit.form == "verb" and (quoting(page, hit.head) or is_reported(page, hit.head)) is not None:
        return True
    if rule == "quotation":
        return bool(hit.cue.takes & {"clause", "quote", "writing"})
    if rule in ("clause_after", "fronted", "plain") and hit.cue.lemma in _PLAIN:
        return not _relative(page, contents)
    if rule in ("clause_after", "thing"):
        if is_denial(page, hit) or (rule == "thing" and is_quoted_object(page, hit)):
            return not _infinitive(page, hit) and not _relative(page, contents)
        done = hit.cue.lemma in _DONE_TOO and page.tokens[hit.head].xpos == "VBG"
        return "uttered" in hit.cue.takes and not done and not _infinitive(page, hit) and not _relative(page, contents)
    if rule == "noun":
        return "mental" not in hit.cue.takes and _that_follows(page, hit)
    return rule in ("according_to", "closing")


def _infinitive(page: Page, hit: Hit) -> bool:
    """Whether a verb has no tense: "to urge", "would welcome", "Thank you"."""
    return page.tokens[hit.head].xpos == "VB"


def _relative(page: Page, contents: Sequence[Span]) -> bool:
    """Whether words open like a relative clause: "through which …"."""
    opening = [page.tokens[t].text.casefold() for t in page.tokens_in(contents[0])[:2]] if contents else []
    return any(word in ("which", "whom", "whose") for word in opening)


def _that_follows(page: Page, hit: Hit) -> bool:
    return any(t.text.casefold() == "that" for t in page.tokens[hit.last : hit.last + 2])


def plausible(page: Page, marks: Marks, hit: Hit | None, contents: Sequence[Span]) -> bool:
    """Whether a proposal may stand: it has a cue that somebody uttered, or its words are quoted."""
    if hit is None:
        return bool(contents) and all(marks.around(c) for c in contents)
    if hit.form != "verb":
        none = "no" in words_of(page, hit.head, "det") or _is_drawn(page, hit, contents)
        return not (none or _set_down(page, hit) or _of_others(page, hit))
    lemma, marked = hit.cue.lemma, any(marks.within(c) for c in contents)
    if lemma in _AGREED and not marked and text_kind(page.report.title) is None and not _held_in_common(page, hit):
        return False
    if lemma in _BROKEN_SILENCE and _next_verb(page, hit) in _SILENT and not _talks_with_others(page, hit):
        return False
    if _means_other(page, hit) or (not marked and is_deed(page, hit, contents)):
        return False
    return (marked or _is_uttered(page, hit, contents)) and not _put_to(page, hit) and not _impersonal(page, hit)


def _set_down(page: Page, hit: Hit) -> bool:
    """Whether a noun is a text that is agreed or drawn up, with nothing told of its words: "signed a statement on"."""
    governor = page.tokens[hit.head].head
    verb = page.tokens[governor].lemma.casefold() if governor >= 0 else ""
    return verb in _SETTING_DOWN and page.tokens[hit.head].deprel in ("obj", "nsubj:pass")


def _is_drawn(page: Page, hit: Hit, contents: Sequence[Span]) -> bool:
    """Whether a noun only tells what something met with, before any words: "the raid drew criticism from both"."""
    governor = page.tokens[hit.head].head
    verb = page.tokens[governor].lemma.casefold() if governor >= 0 else ""
    return verb in _DRAWING and bool(contents) and contents[-1].end <= page.tokens[hit.head].start


def _of_others(page: Page, hit: Hit) -> bool:
    """Whether a noun is what others say, which somebody turns away: "refuted reports that"."""
    governor = page.tokens[hit.head].head
    verb = page.tokens[governor].lemma.casefold() if governor >= 0 else ""
    owned = page.children(hit.head, "nmod", "amod", "compound")
    return verb in TURNING_AWAY and page.tokens[hit.head].deprel == "obj" and not owned


def _is_uttered(page: Page, hit: Hit, contents: Sequence[Span]) -> bool:
    """Whether words without marks were said: not denied, not wished to stay unnamed, and such as the verb can say."""
    if contents and ANONYMITY.match(page.report.text, contents[0].start, contents[0].end):
        return False
    if (contents and _is_hearer(page, hit, contents[0])) or _is_of_event(page, hit):
        return False
    is_denied = negated(page, hit) and (hit.cue.lemma not in _STILL_SAID or page.word_before(hit.head) == "nor")
    if is_denied or unsaid(page, hit) or _gives_none(page, hit):
        return False
    return not (_wants_more(page, hit, contents) or _left_open(page, hit, contents) or _gives_more(page, hit, contents))


def _is_of_event(page: Page, hit: Hit) -> bool:
    """Whether what happened is the subject, which shows something and says nothing: "the raid underscored"."""
    subject = page.child(hit.head, "nsubj") if hit.cue.lemma in _INFERRING else None
    return subject is not None and page.tokens[subject].lemma.casefold() in cues.silent()


def _is_hearer(page: Page, hit: Hit, content: Span) -> bool:
    """Whether words are only who was called on, or whom something was said to: "denied that to the channel"."""
    tokens = page.tokens_in(content)
    words = [page.tokens[t].text.casefold() for t in tokens]
    if hit.cue.lemma in _CALLING:
        return not {"to", "for"} & set(words)
    start = 1 if words[:1] == ["that"] else 0
    told = words[start : start + 1] == ["to"] and page.tokens[tokens[start]].upos == "ADP"
    return told and hit.particle < 0 and not any(page.tokens[t].upos in ("VERB", "AUX") for t in tokens)


def _means_other(page: Page, hit: Hit) -> bool:
    """Whether a verb is none of saying where it stands: "called off", "he said, referring to the court"."""
    after = page.tokens[hit.last].text.casefold() if hit.last < len(page.tokens) else ""
    meant = hit.cue.lemma in _MEANT and page.tokens[hit.head].xpos == "VBG"
    return meant or after in _TURNED.get(hit.cue.lemma, ()) or _rings(page, hit)


def _rings(page: Page, hit: Hit) -> bool:
    """Whether somebody is called on the telephone, and nothing: "called the minister, Jon Dale, on Monday"."""
    called = page.child(hit.head, "obj")
    if hit.cue.lemma != "call" or called is None or called < hit.head:
        return False
    person = page.referent_of_head(called)
    names = (page.tokens[c].upos for c in page.children(hit.head, "xcomp", "ccomp") if c > called)
    return person is not None and person.kind == "person" and not _NAMING.intersection(names)


def _gives_more(page: Page, hit: Hit, contents: Sequence[Span]) -> bool:
    """Whether "add" means more of something: "has added pressure", "adds to doubts that"."""
    if hit.cue.lemma != "add" or any(":" in page.text(c) for c in contents):
        return False
    after = page.tokens[hit.last].text.casefold() if hit.last < len(page.tokens) else ""
    thing = page.child(hit.head, "obj")
    return after == "to" or (thing is not None and thing > hit.head and page.tokens[thing].upos == "NOUN")


def _wants_more(page: Page, hit: Hit, contents: Sequence[Span]) -> bool:
    """Whether the words are none that the verb can say: no quotation after "went on", no clause after "responded"."""
    if hit.cue.takes <= _QUOTING:
        return "closing" not in hit.cue.takes or not contents or contents[-1].end > page.tokens[hit.head].start
    if hit.cue.takes <= _QUOTING | _CLAUSAL:
        return not any(page.tokens[t].upos in ("VERB", "AUX") for c in contents for t in page.tokens_in(c))
    return False


def _left_open(page: Page, hit: Hit, contents: Sequence[Span]) -> bool:
    """Whether something is yet to be said: "would not say whether", "have to say if"."""
    first = page.tokens[page.tokens_in(contents[0])[0]].text.casefold() if contents else ""
    return hit.cue.lemma in _TELLING and first in ("whether", "if") and page.tokens[hit.head].xpos == "VB"


def _impersonal(page: Page, hit: Hit) -> bool:
    """Whether nobody speaks: "…, which suggests that", "this shows"."""
    subject = page.child(hit.head, "nsubj")
    word = page.tokens[subject].text.casefold() if subject is not None else ""
    return hit.cue.lemma in _INFERRING and word in ("which", "that", "this", "it", "what")


def _next_verb(page: Page, hit: Hit) -> str:
    for token in page.tokens[hit.last : hit.last + 4]:
        if token.xpos.startswith("VB"):
            return token.lemma.casefold()
    return ""


def _held_in_common(page: Page, hit: Hit) -> bool:
    """Whether what is agreed is a clause of its own and nothing to be done: "agreed that the talks were useful"."""
    clauses = page.children(hit.head, "ccomp")
    return hit.cue.lemma == "agree" and any(c > hit.head and page.child(c, "nsubj") is not None for c in clauses)


def _talks_with_others(page: Page, hit: Hit) -> bool:
    """Whether whom somebody refuses to talk to is named and is not the press: no silence, but no talks."""
    last = page.sentence_of(hit.head).last
    words = [t.text.casefold() for t in page.tokens[hit.last : min(last, hit.last + 3)]]
    if words[:2] not in (["to", "talk"], ["to", "speak"]) or words[2:] not in (["to"], ["with"]):
        return False
    return not _PRESS & {t.text.casefold() for t in page.tokens[hit.last + 3 : min(last, hit.last + 7)]}


def _gives_none(page: Page, hit: Hit) -> bool:
    """Whether what is given is nothing: "gave no", "offered no"."""
    after = page.tokens[hit.last].text.casefold() if hit.last < len(page.tokens) else ""
    return after == "no" and hit.cue.lemma in _GIVING


def _put_to(page: Page, hit: Hit) -> bool:
    """Whether the cue is a passive that names no speaker: "was accused of", "is said to have", "is expected"."""
    token = page.tokens[hit.head]
    if is_reported(page, hit.head) is not None:
        return False
    passive = token.xpos == "VBN" and page.child(hit.head, "aux:pass") is not None
    after = [t.text.casefold() for t in page.tokens[hit.last : hit.last + 2]]
    if hit.cue.lemma == "say" and after in (["to", "have"], ["to", "be"]):
        return True
    if hit.cue.lemma == "ask":
        first = page.sentence_of(hit.head).first
        return token.xpos == "VBN" or passive or hit.head == first or _answers(page, hit)
    return passive and not _has_agent(page, hit.head)


def _answers(page: Page, hit: Hit) -> bool:
    """Whether a question put to the speaker of the same sentence is told: "the minister, asked about it, said"."""
    last = page.sentence_of(hit.head).last
    before, after = page.tokens[hit.head - 1].text, page.tokens[hit.last].text.casefold() if hit.last < last else ""
    if before != "," or after not in _ABOUT:
        return False
    return any(
        page.tokens[at].text == "," and page.tokens[at + 1].xpos in ("VBD", "VBZ") for at in range(hit.last, last - 1)
    )


def _has_agent(page: Page, verb: int) -> bool:
    """Whether "by" names who does what a passive tells."""
    return any("by" in words_of(page, c, "case") for c in page.children(verb, "obl"))
