"""What became of a meeting, decided over all its mentions; and the features of tense and modality of one mention."""

from collections import Counter
from collections.abc import Iterator

from communique.claims.meetings.company import governor
from communique.claims.meetings.encounter import Encounter
from communique.claims.meetings.folding import FAMILIES, Meeting
from communique.claims.meetings.status import LEAVING, POSSIBLE, UNREAL, begins, ends, explicit_fate, has_begun
from communique.claims.meetings.syntax import is_perfect, link, preposition
from communique.claims.meetings.table import lead
from communique.claims.meetings.triggers import TRAVEL, Trigger
from communique.lexicon.encounters import attributes, modality, phases
from communique.model.claim import Field
from communique.model.days import days, is_day, shifted
from communique.model.meeting import UNDONE
from communique.model.page import Page

LEADING = 8
"""What the mention that says most counts where another counts 2, and one that says little 1."""

BACK = frozenset({"past", "long past"})
NEAR = frozenset({"same", "around"})
ARRIVING = frozenset({"arrive", "land"})

LASTING = frozenset({"summit", "talks"})
"""Contacts that are hardly over on the day of arrival."""

OPEN = frozenset({"", "held", "scheduled"})
GOING = frozenset({"arrive", "travel", "fly", "come", "go", "head", "send", "dispatch", "return"})
"""Verbs after which somebody who "has" done it is away still."""

WEEK = 6
"""What is said to be of a week or longer may be over."""

LATELY = 2
"""Talks that began so many days before the report go on."""

REACH = 7
"""Words that far from a trigger still colour its status."""

HELPERS = frozenset(
    {"will", "would", "had", "has", "have", "is", "are", "was", "were", "could", "may", "might", "should"}
)
HELPERS |= {
    "if",
    "not",
    "n't",
    "to",
    "been",
    "being",
    "be",
    "after",
    "before",
    "ahead",
    "during",
    "since",
    "until",
    "no",
}
HELPERS |= {"can", "must", "when", "while", "as", "still", "again", "never", "earlier", "later", "already", "soon"}


def status(page: Page, meeting: Meeting) -> str:
    """What became of the meeting by a plain word ("postponed") in the mention that says most or in half of all, else
    what its mentions say most often.

    Where the words say that those who came have met, what they say of the journey does not count. The mention that says
    most counts `LEADING` times, what the title and anaphoric mentions say half.
    """
    best = lead(meeting)
    fates = [f for e in meeting if (f := explicit_fate(page, e.trigger))]
    own = explicit_fate(page, best.trigger)
    if own or len(fates) * 2 >= len(meeting):
        return own or fates[0]
    totals: Counter[str] = Counter()
    has_met = any(e.format not in TRAVEL and not e.anaphoric and told(page, e) == "held" for e in meeting)
    for encounter in meeting:
        if has_met and encounter.format in TRAVEL:
            continue
        is_slight = encounter.sentence.role == "title" or encounter.anaphoric
        totals[told(page, encounter)] += LEADING if encounter is best else 1 if is_slight else 2
    del totals[""]
    found = max(totals, key=lambda label: (totals[label], label)) if totals else "held"
    is_begun = found in UNDONE and any(told(page, e) == "under_way" and _has_begun(page, e) for e in meeting)
    return "under_way" if is_begun else found


def until_today(page: Page, meeting: Meeting, fate: str, when: Field | None) -> str:
    """The status, with the days known: what began before the report and lasts beyond it goes on."""
    first, last = days(when[0]) if when and "/" in when[0] else ("", "")
    if fate != "held" or not first or first > page.report.day or last >= shifted(first, WEEK):
        return fate
    is_arrival = page.tokens[lead(meeting).trigger.token].lemma.casefold() in ARRIVING
    return "under_way" if last > page.report.day or (is_arrival and last == page.report.day) else fate


def since(page: Page, meeting: Meeting, fate: str, when: Field | None) -> Field | None:
    """The time of a meeting that goes on since a day before the report: open at its end."""
    if fate != "under_way":
        return when
    told = when or next((field for e in meeting for _, field in e.times if _follows_since(page, field)), None)
    if told is None or not is_day(told[0]) or told[0] >= page.report.day:
        return when
    return f"{told[0]}/..", told[1]


def told(page: Page, encounter: Encounter) -> str:
    """The status that one mention gives: tense and modality, and, where they leave it open, the day told with them.

    A caption tells of the past in the present tense; who arrives before the report goes out is still there.
    """
    lies = _relation(encounter.when[0], page.report.day) if encounter.when else "unsaid"
    is_sent = encounter.status == "held" and FAMILIES.get(encounter.format) == "exchange"
    if encounter.status in ("", "under_way", "held") and lies == "future" and not is_sent:
        return encounter.status if ends(page, encounter.trigger) else "scheduled"
    if encounter.status == "under_way" and lies in NEAR and begins(page, encounter.trigger):
        return "scheduled"
    if encounter.status == "under_way" and lies in BACK:
        return "under_way" if _has_begun(page, encounter) or _lasts(page, encounter) else "held"
    is_open = encounter.status == "held" or (encounter.status in OPEN and not encounter.trigger.verbal)
    is_late = lies not in BACK or _is_late(page, encounter)
    is_there = is_late and is_open and _is_there(page, encounter.trigger)
    return "under_way" if is_there else encounter.status


def _lasts(page: Page, encounter: Encounter) -> bool:
    """True for what has gone on since its day: "have been meeting since Monday"."""
    return encounter.when is not None and _follows_since(page, encounter.when)


def _follows_since(page: Page, when: Field) -> bool:
    return page.word_before(page.tokens_in(when[1])[0]) == "since"


def _has_begun(page: Page, encounter: Encounter) -> bool:
    """True for talks that began, or went on, in the last days: nothing says that they are over."""
    above = None if encounter.trigger.verbal else link(page, encounter.trigger.outer)
    is_begun = above is not None and above.relation != "obl" and governor(page, above).status == "phase"
    return (is_begun or has_begun(page, encounter.trigger)) and _is_late(page, encounter)


def _is_late(page: Page, encounter: Encounter) -> bool:
    """True for a day so soon before the report that what began on it hardly ended."""
    end = encounter.when[0].rpartition("/")[2][:10] if encounter.when else ""
    return is_day(end) and end >= shifted(page.report.day, -LATELY)


def _is_there(page: Page, trigger: Trigger) -> bool:
    """True for who arrived, and for who has travelled to talks."""
    if trigger.verbal:
        return page.tokens[trigger.token].lemma.casefold() in ARRIVING | LEAVING or _has_gone(page, trigger.token)
    first = page.sentence_of(trigger.token).first
    verb = next((n for n in range(trigger.outer - 1, first, -1) if page.tokens[n].upos == "VERB"), -1)
    if preposition(page, trigger.outer) not in ("for", "to") or verb < 0:
        return False
    is_long = trigger.format in LASTING and page.tokens[verb].xpos == "VBD"
    return _has_gone(page, verb) or (is_long and page.tokens[verb].lemma.casefold() in ARRIVING)


def _has_gone(page: Page, verb: int) -> bool:
    """True for "has travelled": who has is away still."""
    helpers = {page.tokens[c].text.casefold() for c in page.children(verb, "aux")}
    is_gone = is_perfect(page, verb) and helpers.isdisjoint(UNREAL | POSSIBLE)
    return is_gone and page.tokens[verb].lemma.casefold() in GOING


def status_features(page: Page, encounter: Encounter) -> list[str]:
    """What the status of one mention rests on."""
    day = page.report.day
    time = _relation(encounter.when[0], day) if encounter.when else "unsaid"
    told = encounter.status or "none"
    kind = "verb" if encounter.trigger.verbal else "noun"
    return [
        f"rule:{told}",
        f"rule:{told}:time:{time}",
        f"time:{time}",
        f"{kind}:rule:{told}",
        f"{kind}:{page.tokens[encounter.trigger.token].xpos}",
        f"format:{encounter.format}",
        f"format:{FAMILIES.get(encounter.format)}:rule:{told}:time:{time}",
        f"{kind}:rule:{told}:definite:{encounter.definite}",
        f"anaphoric:{encounter.anaphoric}:rule:{told}",
        f"pair:{encounter.company.partnered}:rule:{told}",
        f"title:{encounter.sentence.role == 'title'}",
        f"case:{preposition(page, encounter.trigger.outer)}",
        *_above(page, encounter),
        *sorted(set(_near(page, encounter))),
    ]


def _relation(value: str, day: str) -> str:
    """How a time stands to the day of publication: past, same, around, future, or long past."""
    first, last = days(value)
    if not (first and last):
        return "open"
    if first > day:
        return "future"
    if last < day:
        return "long past" if last[:7] < day[:7] else "past"
    return "same" if value.startswith(day) else "around"


def _above(page: Page, encounter: Encounter) -> Iterator[str]:
    """The predicate over the trigger: its word in the lexicon, its tag, the preposition between."""
    above = None if encounter.trigger.verbal else link(page, encounter.trigger.outer)
    if above is not None:
        yield f"governor:{governor(page, above).status or 'other'}"
        yield f"governor:{page.tokens[above.predicate].xpos}:{above.relation}"
        yield f"governor:{governor(page, above).status or 'other'}:{page.tokens[above.predicate].xpos}"
        yield f"preposition:{above.preposition}"


def _near(page: Page, encounter: Encounter) -> Iterator[str]:
    """Words around the trigger that tell of time and intent."""
    at, sentence = encounter.trigger.token, encounter.sentence
    for number in range(max(sentence.first, at - REACH), min(sentence.last, at + REACH + 1)):
        token = page.tokens[number]
        word, lemma = token.text.casefold(), token.lemma.casefold()
        side = "before" if number < at else "after"
        if word in HELPERS:
            yield f"{side}:{word}"
        for lexicon, key in ((attributes(), word), (modality(), lemma), (phases(), lemma)):
            if number != at and lexicon.get(key, "as_told") != "as_told":
                yield f"{side}:tells:{lexicon[key]}"
        if token.upos == "VERB" and number != at:
            yield f"{side}:{token.xpos}"
