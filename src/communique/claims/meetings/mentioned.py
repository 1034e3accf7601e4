"""Places and times named beside the trigger of a meeting: candidates with features for linear models.

Weights are `weights/meeting_{places,times}.json`, made by `python -m training.encounters`.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from communique.claims.datelines import told_in
from communique.claims.dates import bounded
from communique.claims.meetings.circumstances import dates_the_last
from communique.claims.meetings.places import kind_of_place, place, place_at
from communique.claims.meetings.relations import is_saying, relation, verbs_in
from communique.claims.meetings.status import BEGUN, LEAVING
from communique.claims.meetings.status import status as status_of
from communique.claims.meetings.status import tense as tense_of
from communique.claims.meetings.syntax import is_passive, preposition
from communique.claims.meetings.triggers import Trigger, contacts, triggers
from communique.claims.scoring import LinearModel
from communique.lexicon.documents import document_classes
from communique.lexicon.places import place_words
from communique.model.claim import Field
from communique.model.days import days, shifted
from communique.model.page import Page, once
from communique.model.reading import Timex
from communique.model.span import Span

TOLD_AS_ONE = (["and"], ["and", "on"], ["through"], ["to"], [","], ["-"], ["–"])
"""What stands between two days of one meeting."""

APPOINTING = frozenset({"for", "until", "till", "to"})
"""Prepositions that with a verb of deciding bring in the day decided on."""

APART = frozenset({"after", "before", "following"})
"""Prepositions that bring in another contact, before or behind."""
SINCE = "since"
ABOUT = frozenset({"about", "on"})
TELLING = frozenset({"brief", "consult", "debrief", "inform", "speak", "talk", "update"})
"""Contacts that may be about another."""

PUBLISHING = frozenset({"air", "broadcast", "print", "publish", "record", "release"})

DATELINE = 12
"""No dateline has more words."""

DASHES = frozenset({"--", "—", "–"})
ACRONYM = 3
DAY = 10
"""The length of a day as EDTF."""


@dataclass(frozen=True, slots=True)
class Setting:
    """A place or time mentioned in the sentence of a trigger."""

    field: Field
    features: tuple[str, ...]


def places(page: Page, trigger: Trigger, rule: Field | None) -> list[Setting]:
    """Every place named in the trigger's sentence, that of its clause (`rule`) before the others."""
    is_own = rule is not None and not _is_elsewhere(page, trigger, rule[1])
    found = [Setting(rule, tuple(_place_features(page, trigger, rule, rule)))] if rule and is_own else []
    seen = {rule[1]} if rule else set()
    for number, field in _placed(page, page.sentence_of(trigger.token).first):
        if field[1] in seen or _speaks(page, number) or _is_left(page, number):
            continue
        if _is_elsewhere(page, trigger, field[1]) or (is_own and _is_no_goal(page, trigger, field[1])):
            continue
        seen.add(field[1])
        found.append(Setting(field, tuple(_place_features(page, trigger, field, rule))))
    return found


def _is_no_goal(page: Page, trigger: Trigger, place: Span) -> bool:
    """True for the place of another contact in "meets X in Graustark before heading to Ruritania": this leads on."""
    return trigger.is_journey and not set(page.tokens_in(place)) & set(page.subtree(trigger.token))


@once
def _placed(page: Page, first: int) -> list[tuple[int, Field]]:
    """The words that name places in the sentence that begins with token `first`."""
    found = ((number, place_at(page, number)) for number in page.tokens_in(page.sentence_of(first).span))
    return [(number, field) for number, field in found if field is not None]


def _speaks(page: Page, token: int) -> bool:
    """True for a seat of government that says something: "Kyiv says"."""
    head = page.head(token)
    return page.tokens[token].deprel.startswith("nsubj") and head >= 0 and is_saying(page, head)


def _is_left(page: Page, token: int) -> bool:
    """True for where a journey begins: "leave Graustark for", "flew in from Graustark"."""
    above, marker = page.head(token), preposition(page, token)
    if above < 0 or page.tokens[above].upos != "VERB":
        return False
    lemma = page.tokens[above].lemma.casefold()
    is_travel = lemma in LEAVING or lemma in place_words("travel")
    return (lemma in LEAVING and marker == "") or (is_travel and marker == "from")


def _place_features(page: Page, trigger: Trigger, field: Field, rule: Field | None) -> Iterator[str]:
    tokens = page.tokens_in(field[1])
    head = page.top(tokens)
    kind, ruled = kind_of_place(page, field), "this" if rule == field else "other" if rule else "none"
    own = "verb" if trigger.verbal else "noun"
    yield f"rule:{ruled}"
    yield f"rule:{ruled}:kind:{kind}"
    yield f"format:{trigger.format}"
    yield f"kind:{kind}"
    yield f"kind:{kind}:deprel:{page.tokens[head].deprel}"
    yield f"deprel:{page.tokens[head].deprel}"
    yield from _governor(page, trigger, head)
    yield f"dateline:{_is_dateline(page, tokens[0])}"
    rivals = _rivals(page, trigger, head)
    yield f"rivals:{rivals}"
    yield f"rivals:{rivals}:{own}"
    elsewhere = min(2, _usual_places(page)[field[0]] - (ruled == "this"))
    yield f"usual:{elsewhere}"
    yield f"usual:{elsewhere}:rule:{ruled}"
    found = relation(page, trigger, tokens[0], tokens[-1] + 1, head)
    yield from found
    marked = next(f for f in found if ":marker:" in f)
    free = next(f for f in found if f.startswith("verbs:"))
    yield f"{marked}:{free}"
    yield f"{marked}:{free}:rivals:{rivals}"
    yield f"{marked}:kind:{kind}"


def _governor(page: Page, trigger: Trigger, head: int) -> Iterator[str]:
    """What a place or time hangs on: the contact itself, a word of saying, the verb over the contact, another word."""
    at = page.head(head)
    while at >= 0 and page.tokens[head].deprel.startswith(("flat", "appos", "conj")):
        head, at = at, page.head(at)
    if at < 0:
        yield "above:none"
        return
    above = _standing(page, trigger, at)
    yield f"above:{above}"
    yield f"above:{above}:{preposition(page, head)}"
    yield f"above:lemma:{page.tokens[at].lemma.casefold()}"


def _standing(page: Page, trigger: Trigger, token: int) -> str:
    if token in trigger.heads:
        return "contact"
    if token in contacts(page):
        return "other contact"
    if is_saying(page, token):
        return "saying"
    return "own verb" if token == page.head(trigger.outer) else page.tokens[token].upos


def _is_dateline(page: Page, token: int) -> bool:
    """True for a place at the beginning of a sentence, before a dash or alone in capitals."""
    sentence = page.sentence_of(token)
    if sentence.role == "title" or token - sentence.first > DATELINE:
        return False
    before, own = page.tokens[sentence.first : token], page.tokens[token].text
    after = [t.text for t in page.tokens[token + 1 : min(sentence.last, token + DATELINE)]]
    is_first = all(t.text.isupper() or not t.text[0].isalpha() for t in before)
    is_alone = len(own) > ACRONYM and own.isupper() and not all(w.isupper() for w in after if w.isalpha())
    return is_first and (is_alone or not DASHES.isdisjoint(after))


@once
def _usual_places(page: Page) -> Counter[str]:
    """How often the words of a report place a contact somewhere."""
    return Counter(field[0] for trigger in triggers(page) if (field := place(page, trigger)) is not None)


def times(page: Page, trigger: Trigger, rule: Field | None, told: str) -> list[Setting]:
    """Every dated expression of time in the trigger's sentence; days told as one ("Friday and Saturday") are one."""
    dated = _dated(page, trigger, told)
    found = []
    for timex, last in _as_told(page, dated):
        span = timex.span if last is timex else timex.span.join(last.span)
        value = _value(page, timex, told) if last is timex else f"{timex.value}/{last.value}"
        features = _time_features(page, trigger, timex, rule, told, len(dated))
        found.append(Setting((value, span), tuple(features)))
    return found


def _dated(page: Page, trigger: Trigger, status: str) -> list[Timex]:
    """The expressions of the trigger's sentence that may date it: no lengths, centuries, days of the dateline, and of
    the last such contact before.
    """
    told = [t for t in told_in(page, page.sentence_of(trigger.token).span) if t.type != "DURATION" and t.value]
    told = [t for t in told if not dates_the_last(page, t) and not _is_of_paper(page, t)]
    told = [t for t in told if not (_is_of_publishing(page, trigger, t) or _is_of_event(page, trigger, t.span))]
    told = [t for t in told if not (_is_only_said(page, trigger, t) or _is_of_another(page, trigger, t.span))]
    dated = [t for t in told if not t.value.endswith("XX")]
    if status == "scheduled":
        dated = [t for t in dated if not (_is_of_leaving(page, trigger, t) or _is_of_arriving(page, trigger, t))]
    return _of_own_clause(page, trigger, dated)


def _is_only_said(page: Page, trigger: Trigger, timex: Timex) -> bool:
    """True for a time in the words that somebody says, of a contact that is outside them: "'We left last week,' she
    said after the meeting".
    """
    here, sentence = page.tokens[trigger.token].span, page.sentence_of(trigger.token).span
    contents = (c for a in page.attributions_in(sentence) for c in a.contents)
    return any(c.overlaps(timex.span) and not c.overlaps(here) for c in contents)


def _is_of_another(page: Page, trigger: Trigger, setting: Span) -> bool:
    """True for the day or place of a contact at another time: "met X in Graustark and will receive Y on Monday"."""
    if _is_of_topic(page, trigger, setting):
        return True
    above = _above(page, setting)
    if above < 0 or above in trigger.heads or above not in contacts(page):
        return False
    if page.tokens[above].upos == "NOUN":
        other = next(t for t in triggers(page) if above in t.heads)
        return {status_of(page, trigger), status_of(page, other)} == {"held", "scheduled"}
    if page.tokens[above].upos != "VERB":
        return False
    clause = {*trigger.heads, page.head(trigger.outer)} - {-1}
    up = (above, *page.ancestors(above))
    below = list(takewhile(lambda n: n not in clause, up))
    is_beside = len(below) == len(up) or any(page.tokens[n].deprel == "conj" for n in below)
    is_beside = is_beside or any(page.tokens[n].deprel == "conj" and page.head(n) == above for n in clause)
    return is_beside and {status_of(page, trigger), tense_of(page, above)} == {"held", "scheduled"}


def _is_of_event(page: Page, trigger: Trigger, setting: Span) -> bool:
    """True for the time or place of what a contact follows, or is the first since: "the first talks since the war ended
    in May", "met after the truce had come into force on Sunday".
    """
    for event in page.ancestors(page.top(page.tokens_in(setting))):
        markers = {page.tree.folded[c] for c in page.children(event, "mark", "case")}
        has_subject = page.child(event, "nsubj", "nsubj:pass") is not None
        is_clause = has_subject and page.tokens[event].deprel.startswith("advcl")
        if SINCE in markers or (is_clause and markers & APART):
            return trigger.token not in page.subtree(event)
    return False


def _above(page: Page, setting: Span) -> int:
    """What governs a phrase, or -1."""
    return page.head(page.top(page.tokens_in(setting)))


def _is_of_topic(page: Page, trigger: Trigger, setting: Span) -> bool:
    """True for the day or place of a contact that this one is about, or follows: "briefed X on his visit to Graustark
    last week", "met X after talks in Graustark".
    """
    is_telling = page.tokens[trigger.token].lemma.casefold() in TELLING
    markers = APART | ABOUT if is_telling else APART
    inside = page.tokens_in(setting)
    for noun in page.children(trigger.token, "obl", "nmod") if trigger.verbal else ():
        phrase = page.subtree(noun) if page.tokens[noun].upos == "NOUN" and preposition(page, noun) in markers else []
        is_met = noun in contacts(page) or (is_telling and not contacts(page).isdisjoint(phrase))
        if is_met and (inside[0] in phrase or (is_telling and inside[0] - 1 in phrase)):
            return True
    return False


def _is_elsewhere(page: Page, trigger: Trigger, place: Span) -> bool:
    apart = (_is_of_another, _is_of_journey, _is_of_event)
    return any(is_apart(page, trigger, place) for is_apart in apart)


def _is_of_journey(page: Page, trigger: Trigger, place: Span) -> bool:
    """True for where somebody goes before or after a contact: "met X before flying to Graustark"."""
    beside = page.children(trigger.token, "advcl") if trigger.verbal else []
    travels = (c for c in beside if page.tokens[c].lemma.casefold() in place_words("travel") | LEAVING)
    apart = (c for c in travels if any(page.tree.folded[m] in APART for m in page.children(c, "mark", "case")))
    return any(page.tokens_in(place)[0] in page.subtree(c) for c in apart)


def _is_of_paper(page: Page, timex: Timex) -> bool:
    """True for the time of a document that is spoken of: "on the accord of 2029", "under the 2015 agreement"."""
    top = page.top(page.tokens_in(timex.span))
    paper = page.head(top) if top >= 0 and page.tokens[top].deprel.startswith(("nmod", "compound", "nummod")) else -1
    return paper >= 0 and paper not in contacts(page) and bool(document_classes(page.tokens[paper].lemma.casefold()))


def _is_of_publishing(page: Page, trigger: Trigger, timex: Timex) -> bool:
    """True for the day on which somebody's words came out: "in an interview published on Tuesday"."""
    above = _above(page, timex.span)
    is_told = above >= 0 and page.tokens[above].xpos == "VBN" and above not in page.ancestors(trigger.token)
    return is_told and page.tokens[above].lemma.casefold() in PUBLISHING


def _of_own_clause(page: Page, trigger: Trigger, dated: list[Timex]) -> list[Timex]:
    """Times without those beyond the relative clause of the contact, and, if others are left, those in another's."""
    own = _relative(page, trigger.outer)
    heads = {t: page.top(page.tokens_in(t.span)) for t in dated}
    if own >= 0:
        inside = set(page.subtree(page.head(own)))
        return [t for t in dated if heads[t] in inside]
    other = [t for t in dated if _relative(page, heads[t]) < 0]
    return other or dated


def _relative(page: Page, token: int) -> int:
    """The verb of the innermost relative clause that holds a token, or -1."""
    return next((n for n in (token, *page.ancestors(token)) if page.tokens[n].deprel == "acl:relcl"), -1)


def _is_of_leaving(page: Page, trigger: Trigger, timex: Timex) -> bool:
    """True for the day somebody left to meet: "left last night to attend"."""
    above = _above(page, timex.span)
    if above < 0 or above == trigger.token:
        return False
    return page.tokens[above].lemma.casefold() in LEAVING and page.tokens[above].xpos in ("VBD", "VBN")


def _is_of_arriving(page: Page, trigger: Trigger, timex: Timex) -> bool:
    """True for the past day of a journey to where somebody is to meet: "left Friday for Strelsau, where he is to"."""
    there = (n for n in (trigger.outer, *page.ancestors(trigger.outer)) if page.tokens[n].upos == "VERB")
    where = (n for n in there if any(page.tree.folded[c] == "where" for c in page.children(n, "advmod")))
    clause = next(where, -1)
    is_outside = clause >= 0 and page.tokens_in(timex.span).start not in page.subtree(clause)
    return is_outside and "" < days(timex.value)[0] < page.report.day


def is_of_saying(page: Page, trigger: Trigger, field: Field) -> bool:
    """True for the day on which somebody says what became of a contact: "said on Monday the talks had been frank"; what
    somebody says has begun began on that day.
    """
    verb = _above(page, field[1])
    if verb < 0 or not is_saying(page, verb) or verb in trigger.heads:
        return False
    said = [c for c in page.children(verb, "ccomp") if page.tokens[c].lemma.casefold() not in BEGUN]
    return any(n in said for n in (trigger.outer, *page.ancestors(trigger.outer)))


def is_of_deciding(page: Page, trigger: Trigger, field: Field) -> bool:
    """True for the day on which a meeting was agreed on or called for: "agreed on Tuesday to meet"."""
    top = page.top(page.tokens_in(field[1]))
    above = page.head(top)
    if above < 0 or preposition(page, top) in APPOINTING or above not in page.ancestors(trigger.outer):
        return False
    is_past = page.tokens[above].xpos == "VBD" or bool(page.children(above, "aux") and page.tokens[above].xpos == "VBN")
    return is_past and not is_passive(page, above)


def _as_told(page: Page, dated: Sequence[Timex]) -> Iterator[tuple[Timex, Timex]]:
    """Expressions in text order as first and last of their days; a day that another continues is told with it."""
    number = 0
    while number < len(dated):
        last = number
        while last + 1 < len(dated) and _goes_on(page, dated[last], dated[last + 1]):
            last += 1
        yield dated[number], dated[last]
        number = last + 1


def _goes_on(page: Page, first: Timex, second: Timex) -> bool:
    """True for two days, months or years, the second right after the first, with no word but "and" between."""
    if page.report.text[first.end : second.start].casefold().split() not in TOLD_AS_ONE:
        return False
    last, following = days(first.value)[1], days(second.value)[0]
    are_alike = len(first.value) == len(second.value) <= DAY and "/" not in first.value
    return are_alike and bool(last and following) and shifted(last, 1) == following


def _value(page: Page, timex: Timex, status: str) -> str:
    """The day itself where a meeting is postponed "until" it, else as `bounded`."""
    return timex.value if status == "postponed" else bounded(page, timex)


def _time_features(
    page: Page, trigger: Trigger, timex: Timex, rule: Field | None, status: str, count: int
) -> list[str]:
    tokens = page.tokens_in(timex.span)
    head = page.top(tokens)
    above = page.head(head)
    day = page.report.day
    begun = days(timex.value.partition("/")[0])[1]
    tense = "past" if begun < day else "same" if timex.value[:DAY] == day else "future"
    rivals = _rivals(page, trigger, head)
    return [
        f"rivals:{rivals}",
        f"rivals:{rivals}:{'verb' if trigger.verbal else 'noun'}",
        f"rule:{'this' if rule and rule[1].overlaps(timex.span) else 'other' if rule else 'none'}",
        f"reporting:{above >= 0 and is_saying(page, above)}",
        *_governor(page, trigger, head),
        f"status:{status}:{tense}",
        f"count:{min(count, 3)}",
        f"precision:{len(timex.value.partition('/')[0])}",
        *relation(page, trigger, tokens[0], tokens[-1] + 1, head),
    ]


def _rivals(page: Page, trigger: Trigger, head: int) -> str:
    """What stands nearer to an expression than the trigger: another contact, a verb, or none of the two."""
    own = abs(head - trigger.token)
    sentence = page.sentence_of(trigger.token)
    near = range(max(sentence.first, head - own + 1), min(sentence.last, head + own))
    others = set(near).difference(trigger.heads)
    if not contacts(page).isdisjoint(others):
        return "contact"
    return "none" if verbs_in(page).isdisjoint(others) else "verb"


def scored(found: list[Setting], model: LinearModel) -> tuple[tuple[float, Field], ...]:
    """Every setting with its likelihood, the likeliest first."""
    told = sorted(((model.best(s.features)[1], -s.field[1].start, s.field) for s in found), reverse=True)
    return tuple((likelihood, field) for likelihood, _, field in told)


def likeliest(found: Sequence[tuple[float, Field]], model: LinearModel) -> Field | None:
    """The setting that the model holds likeliest, if likely enough."""
    return found[0][1] if found and found[0][0] >= model.threshold else None
