"""Whether a clause looks back or ahead, from the tense and modality of its verb.

The governing verb is found in the tree. Modal verbs and verbs of planning look ahead, finite past forms look back,
infinitives take after what governs them ("agreed to meet" looks ahead, "managed to meet" does not). Where the tree
gives no verb, the nearest tensed word before the expression in its sentence speaks for the clause.
"""

from collections.abc import Sequence
from itertools import takewhile

from communique.language.times.context import Direction
from communique.lexicon.encounters import last_words
from communique.lexicon.times import governors
from communique.model.page import Page
from communique.model.reading import Token
from communique.model.span import Span

_MODAL = frozenset("will would shall should may might can could must ll wo 'll ’ll 'd ’d".split())
_PAST = frozenset(("VBD",))
_PRESENT = frozenset(("VBZ", "VBP"))
_COUNTED = frozenset("first second third last latest only".split())
_LIMITS = frozenset(("until", "till", "to", "for", "by"))
_ALWAYS_PAST = frozenset("was were had did went said told came took gave met".split())
_AWAITED = frozenset(("plan", "expect", "anticipate", "await"))
"""Verbs of planning whose object, and hardly ever their own date, is reported: "planned a rally on Friday"."""

_MOVED = frozenset(("forward", "back", "up"))
"""Adverbs between a verb of moving and the new date: "brought forward to Friday"."""

_REACH = 14
_WITHIN = frozenset("IN DT JJ VBN NN NNS NNP NNPS CD POS PRP$ HYPH RB PRP TO VBG".split())
"""Parts of speech between a meeting and what tells of it: "ahead of another round of peace talks"."""

_AHEAD = ("ahead of", "before", "prior to", "in preparation for", "preparations for", "ready for", "agenda for")
_OFFERS = frozenset("invite propose offer suggest request seek demand convene prepare await schedule plan".split())
"""Verbs whose meeting is still to come, whatever their tense."""

_WEIGHING = frozenset(
    "agree consider contemplate discuss envisage favor favour mull oppose plan propose recommend suggest weigh".split()
)
"""Verbs whose gerund is still to come, whatever their tense."""

_DECLINING = frozenset(("decline", "refuse"))
_TELLING = frozenset(
    "answer comment confirm deny describe disclose discuss elaborate explain give identify name predict provide reveal "
    "say specify speculate tell".split()
)
"""What one who is asked declines to do there and then."""
_NOT = frozenset("not n't n’t never no nobody none neither nor".split())
_NEITHER = Direction("", "", firm=False)


def direction(page: Page, start: int, end: int) -> Direction:
    """The direction of the clause that holds the expression between two code points."""
    inside = page.tokens_in(Span(start, end))
    if not inside:
        return _NEITHER
    planned = _planned(page, inside[0])
    if planned is not None:
        return planned
    done = _done(page, inside[0]) or _told(page, inside[0]) or _of_meeting(page, inside[0]) or _weighed(page, inside[0])
    if done is not None:
        return done
    top = page.top(inside)
    before = _preposition(page, inside[0])
    if before == "since":
        return Direction("past", '"since" looks back')
    found = _climb(page, top, before) or _before(page, inside[0])
    if before == "for" and found.value == "past" and any(page.tokens[t].text.isdigit() for t in inside):
        return Direction("future", f'"for" looks ahead from {found.why}', firm=False)
    return found


def _kind(token: Token) -> str:
    """The class of a governing word; a name ("Bill", "Will") has none."""
    if token.xpos in ("NNP", "NNPS") and not token.text.isupper():
        return ""
    return governors().get(token.lemma.lower()) or governors().get(token.text.lower(), "")


def _planned(page: Page, first: int) -> Direction | None:
    """A word of planning right before the expression and its preposition: "talks due on Saturday", "set for May"."""
    for at in range(first - 1, max(-1, first - 4), -1):
        token = page.tokens[at]
        kind = _kind(token)
        if (
            kind == "defer"
            and token.xpos.startswith("VB")
            and page.tokens[at + 1].text.lower() in ("until", "till", "to")
        ):
            return Direction("future", f'"{token.text} {page.tokens[at + 1].text}" looks ahead')
        if kind == "plan":
            helpers = {page.tokens[n].text.lower() for n in range(max(0, at - 2), at)}
            planned = (
                (token.xpos in ("VBN", "JJ") or token.text.casefold() == "due")
                and helpers.isdisjoint(("had", "as"))
                and (token.lemma != "set" or at < first - 1)
            )
            return Direction("future", f'"{token.text}" looks ahead') if planned else None
        if token.xpos not in ("IN", "TO", "DT") and token.text.lower() not in _MOVED:
            return None
    return None


def _of_meeting(page: Page, first: int) -> Direction | None:
    """What the words around a meeting or its beginning say before its day: "set to begin on", "ahead of a meeting on",
    "the planned talks in Graustark on", "proposed talks on", "preparations for Monday's talks".
    """
    start = max(page.sentence_of(first).first, first - _REACH)
    for at in range(first - 1, start, -1):
        token = page.tokens[at]
        if token.text.lower() == "to" and _kind(page.tokens[at - 1]) == "plan":
            return _bound_to(page, at, start)
        if _is_meeting(token) or (token.text.lower() == "for" and at == first - 1 and _owns(page, first)):
            return _before_meeting(page, at, start)
        if token.xpos.startswith(("VB", "MD")) and page.tokens[at - 1].text.lower() != "to":
            return None
    return None


def _weighed(page: Page, first: int) -> Direction | None:
    """What is only agreed on or thought about: "agreed on holding a meeting in June"; what is to be done by a date."""
    start = max(page.sentence_of(first).first, first - _REACH)
    for at in range(first - 1, start, -1):
        token = page.tokens[at]
        before = page.tokens[at - 1 - (page.tokens[at - 1].text.lower() in ("on", "to"))]
        if token.xpos == "VBG" and before.lemma.lower() in _WEIGHING and before.xpos.startswith("VB"):
            return Direction("future", f'"{before.text} {token.text}" looks ahead')
        due = token.xpos == "VB" and page.tokens[at - 1].text.lower() == "to" and page.tokens[first - 1].text == "by"
        if due:
            return Direction("future", f'"to {token.text} by" looks ahead', firm=False)
        if token.xpos.startswith(("VB", "MD")):
            return None
    return None


def _is_meeting(token: Token) -> bool:
    return token.xpos.startswith("NN") and not last_words().isdisjoint((token.lemma.lower(), token.text.lower()))


def _before_meeting(page: Page, met: int, start: int) -> Direction | None:
    """Future where words before token `met`, a meeting or "for", tell of it as one to come."""
    words = [page.tokens[n] for n in range(met, start - 1, -1)]
    near = list(takewhile(lambda t: t.xpos in _WITHIN, words))
    said = " ".join(t.text.lower() for t in reversed(near))
    found = next((a for a in _AHEAD if f" {a} " in f" {said} "), "") or _announced(words[: len(near) + 1])
    return Direction("future", f'"{found}" looks ahead', firm=False) if found else None


def _bound_to(page: Page, marker: int, start: int) -> Direction | None:
    """Future for "set to begin in Graustark on", but not for "had been due to begin on"."""
    token = page.tokens[marker - 1]
    helpers = {page.tokens[n].text.lower() for n in range(max(start, marker - 4), marker - 1)}
    if token.xpos not in ("VBN", "JJ", "IN") or not helpers.isdisjoint(("had", "as")):
        return None
    return Direction("future", f'"{token.text} to" looks ahead')


def _owns(page: Page, first: int) -> bool:
    """True for "Monday's talks"."""
    after = range(first + 1, min(first + 5, page.sentence_of(first).last))
    return _is_owner(page, first) and any(_is_meeting(page.tokens[n]) for n in after)


def _is_owner(page: Page, first: int) -> bool:
    """True for "Monday's"."""
    return page.words(first + 1, first + 2) in ("'s", "’s")


def _announced(words: Sequence[Token]) -> str:
    """A word before a meeting that tells of it as one to come: "planned", "invited him to", "preparations for"."""
    described = next((t.text for t in words if t.xpos in ("VBN", "JJ") and _kind(t) == "plan"), "")
    governor = words[-1] if words else None
    return described or (governor.text if governor is not None and governor.lemma.lower() in _OFFERS else "")


def _done(page: Page, first: int) -> Direction | None:
    """A participle right behind its noun and before the expression: "the order issued Tuesday"."""
    at = _right_before(page, first)
    if at < 1 or page.tokens[at].xpos != "VBN" or page.sentence_of(at) != page.sentence_of(first):
        return None
    behind_noun = page.tokens[at - 1].upos in ("NOUN", "PROPN") and page.tokens[at].deprel.startswith("acl")
    past = behind_noun and _kind(page.tokens[at]) not in ("plan", "defer", "futurate", "phase")
    return Direction("past", f'"{page.tokens[at].text}" is past') if past else None


def _told(page: Page, first: int) -> Direction | None:
    """A past verb right before the expression, wherever the tree hangs it: "before the talks that began on Friday"."""
    at = _right_before(page, first)
    if at < page.sentence_of(first).first or page.tokens[at].xpos != "VBD" or _is_owner(page, first):
        return None
    token = page.tokens[at]
    is_past = token.lemma not in ("be", "have") and _kind(token) not in ("plan", "defer")
    return Direction("past", f'"{token.text}" is past') if is_past else None


def _right_before(page: Page, first: int) -> int:
    """The token before an expression, over an "on"; -1 at the start."""
    return first - 1 - (page.tokens[first - 1].text.lower() == "on") if first else -1


def _preposition(page: Page, first: int) -> str:
    """The preposition before an expression, over a clock time and an article."""
    for at in range(first - 1, max(-1, first - 6), -1):
        word = page.tokens[at].text.lower()
        if page.tokens[at].xpos in ("IN", "TO") or word in _LIMITS:
            return word
        if page.tokens[at].xpos not in ("CD", "DT", "NN", "NNP", "RB", "JJ"):
            break
    return ""


def _climb(page: Page, top: int, before: str) -> Direction | None:
    """The first governor that settles it, from the expression upwards."""
    nominal, meeting = False, False
    for at in page.ancestors(top):
        token = page.tokens[at]
        found = _settles(page, at, before, nominal=nominal)
        if found is not None:
            ahead = meeting and not found.firm and token.xpos in _PRESENT
            return Direction("future", f'"{token.text}" is present', firm=False) if ahead else found
        meeting = meeting or (not nominal and _kind(token) == "meeting")
        nominal = nominal or token.upos in ("NOUN", "PROPN", "PRON")
    return None


def _settles(page: Page, at: int, before: str, *, nominal: bool) -> Direction | None:
    token = page.tokens[at]
    kind = _kind(token)
    verbal = token.xpos.startswith("VB") or bool(page.children(at, "cop", "aux"))
    if kind == "plan" and not verbal and token.lemma != "set":
        return Direction("future", f'"{token.text}" looks ahead')
    if kind == "happened" and token.xpos != "VB":
        return Direction("past", f'"{token.text}" has happened', firm=False)
    if not verbal:
        return None
    if _would_have(page, at):
        return Direction("", f'"{token.text}" did not happen', firm=False)
    modal = _auxiliary(page, at, _MODAL)
    if modal.lower() == "could" and _is_denied(page, at):
        return Direction("past", f'"{modal} not {token.text}" is past', firm=False)
    if modal:
        return Direction("future", f'"{modal} {token.text}" looks ahead', firm=not nominal)
    if kind == "plan" and _looks_ahead(page, at, before, nominal=nominal):
        return Direction("future", f'"{token.text}" looks ahead', firm=not nominal)
    if (kind == "defer" and before in ("until", "till", "to")) or (token.lemma == "have" and before == "until"):
        return Direction("future", f'"{token.text} {before}" looks ahead')
    return _by_form(page, at, kind, nominal=nominal)


def _by_form(page: Page, at: int, kind: str, *, nominal: bool) -> Direction | None:
    """What the form of a verb without modal says; None where its governor must say it."""
    token = page.tokens[at]
    if _is_to(page, at):
        return Direction("future", f'"is to {token.text}" looks ahead', firm=not nominal)
    to_infinitive = token.xpos == "VB" and any(page.tokens[c].lemma == "to" for c in page.children(at, "mark"))
    if to_infinitive or any(page.tokens[c].text.lower() == "be" for c in page.children(at, "aux", "cop")):
        return _of_infinitive(page, at)
    helper = next(
        (page.tokens[c] for c in page.children(at, "aux", "cop") if page.tokens[c].xpos in _PAST | _PRESENT), None
    )
    form = helper.xpos if helper else token.xpos
    form = "VBD" if (helper or token).text.lower() in _ALWAYS_PAST else form
    perfect = helper is not None and helper.lemma == "have" and token.xpos == "VBN"
    if (
        form in _PAST
        or perfect
        or (token.xpos == "VBN" and helper is None and token.deprel.startswith(("acl", "advcl")))
    ):
        firm = not nominal and kind not in ("plan", "defer")
        return Direction("past", f'"{token.text}" is past', firm=firm)
    if form in _PRESENT:
        if kind in ("futurate", "phase", "plan") or token.xpos in ("VBG", "JJ"):
            return Direction("future", f'"{token.text}" is present', firm=not nominal)
        return Direction("past", f'"{token.text}" reports', firm=False)
    if token.xpos == "VB" and _is_infinitive(page, at):
        return _of_infinitive(page, at)
    return None


def _is_to(page: Page, at: int) -> bool:
    """True for "is to meet" and "are then to be heard", however the tree has it."""
    first = next((n for n in range(at - 1, max(-1, at - 3), -1) if page.tokens[n].text.lower() != "be"), -1)
    if first < 1 or page.tokens[first].text.lower() != "to":
        return False
    before = first - 1
    while before > 0 and page.tokens[before].xpos == "RB":
        before -= 1
    return page.tokens[before].text.lower() in ("is", "are", "'re", "’re")


def _of_infinitive(page: Page, at: int) -> Direction | None:
    token = page.tokens[at]
    head = token.head
    if head < 0:
        return Direction("future", f'"to {token.text}" looks ahead')
    governor = page.tokens[head]
    if governor.head < 0 and governor.upos in ("NOUN", "PROPN") and page.sentence_of(at).role == "title":
        return Direction("future", f'a title\'s "to {token.text}" looks ahead')
    kind = _kind(governor)
    counted = any(page.tokens[c].lemma in _COUNTED for c in page.children(head, "amod"))
    if (
        kind in ("implicative", "phase")
        or (governor.lemma in _DECLINING and token.lemma in _TELLING)
        or token.deprel.startswith("advcl")
        or (counted and token.deprel.startswith("acl"))
    ):
        return None
    return Direction("future", f'"to {token.text}" looks ahead')


def _is_infinitive(page: Page, at: int) -> bool:
    return any(page.tokens[c].lemma == "to" for c in page.children(at, "mark", "aux")) or not page.children(at, "aux")


def _auxiliary(page: Page, at: int, words: frozenset[str]) -> str:
    found = [page.tokens[c].text for c in page.children(at, "aux") if page.tokens[c].text.lower() in words]
    return found[0] if found else ""


def _would_have(page: Page, at: int) -> bool:
    words = [page.tokens[c].text.lower() for c in page.children(at, "aux")]
    return "have" in words and any(w in _MODAL for w in words)


def _looks_ahead(page: Page, at: int, before: str, *, nominal: bool) -> bool:
    """A verb of planning as a participle ("scheduled for", "is expected"); not "had been due", "a record set on"."""
    token = page.tokens[at]
    helpers = [page.tokens[c].text.lower() for c in page.children(at, "aux", "cop")]
    if "had" in helpers or (token.lemma == "set" and before not in ("for", "to", "by")):
        return False
    if any(page.tokens[c].text.lower() == "as" for c in page.children(at, "mark", "advmod", "case")):
        return False
    awaited = token.lemma in _AWAITED and bool(page.children(at, "obj"))
    return token.xpos in ("VBN", "VBG", "JJ") or nominal or awaited


def _is_denied(page: Page, at: int) -> bool:
    """Read "could not be reached", "nobody could say", "neither of them could be found"."""
    subjects = page.children(at, "nsubj")
    around = [*page.children(at, "advmod", "cc:preconj"), *subjects, *(c for s in subjects for c in page.children(s))]
    return any(page.tokens[c].text.lower() in _NOT for c in around)


def _before(page: Page, first: int) -> Direction:
    """The nearest tensed word before the expression in its sentence."""
    start = max(page.sentence_of(first).first, first - 60)
    for at in range(first - 1, start - 1, -1):
        token = page.tokens[at]
        if token.text.lower() in _MODAL and token.xpos in ("MD", ""):
            return Direction("future", f'"{token.text}" stands before', firm=False)
        if token.xpos == "VBD":
            return Direction("past", f'"{token.text}" stands before', firm=False)
        if _kind(token) == "plan" and token.xpos in ("VBN", "JJ", "VBG"):
            return Direction("future", f'"{token.text}" stands before', firm=False)
    return _NEITHER
