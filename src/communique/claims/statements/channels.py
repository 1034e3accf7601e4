"""Through which channel something was said, and to whom."""

from communique.claims.wording import renamed
from communique.lexicon import cues
from communique.lexicon.outlets import outlet
from communique.model.claim import Field
from communique.model.page import Page, once
from communique.model.span import Span

_BY = frozenset({"in", "at", "on", "via", "during", "through", "over", "by", "from"})
_TEXTS = frozenset({"press_release", "social_post"})
_WRITTEN = frozenset({"press_release", "document"})
_ISSUING = frozenset({"issue", "release", "publish", "post", "distribute", "circulate"})
_LONGEST_NAME = 6
_WHOSE = frozenset({"according"})
"""As in "she said, according to a statement"."""
_OF_TEXTS = (_BY | _WHOSE) - {"on", "at", "over"}
WARNED_OF = frozenset({"against", "about", "of", "not", "that"})
"""What may follow who is warned, and leads to what of."""
_HEARD = ("conference", "briefing", "interview", "speech", "remarks")
"""Kinds of channels that a transcript sets down, the more exact ones first."""
_POSTING = frozenset({"tweet", "retweet"})
_HEARERS = frozenset({"tell", "inform", "assure", "remind", "brief", "ask", "warn", "notify", "reassure", "address"})


def channel(page: Page, cue: Span, contents: tuple[Span, ...], source: Span | None) -> Field | None:
    """The channel named beside a cue: "in a statement", "at a news briefing", "on Twitter"."""
    sentence = page.sentence_at(cue.start)
    if sentence is None:
        return None
    if source is not None:
        passed_on = page.text(cue)[:9].casefold() == "according"
        head = next(
            (
                t
                for t in page.tokens_in(source)
                if _is_channel(page, t) and (passed_on or page.tokens[t].deprel == "nsubj")
            ),
            None,
        )
        if head is not None and page.tokens[head].text.casefold() != "reports":
            return _written(page, head)
    named = _channels(page, sentence.first, sentence.last)
    found = [t for t in named if not any(c.covers(page.tokens[t].span) for c in contents)]
    found = [t for t in found if ";" not in page.text(_between(cue, page.tokens[t].span))]
    networks = [t for t in found if _network(page, t)]
    near = min(networks or found, key=lambda t: abs(page.tokens[t].start - cue.start), default=None)
    if near is not None:
        return _written(page, near)
    told = _hearer(page, cue)
    if told is not None and _is_channel(page, told):
        return _written(page, told)
    issued = _issued(page, cue)
    if issued is not None:
        return _written(page, issued)
    posted = next((t for t in page.tokens_in(cue) if page.tokens[t].lemma.casefold() in _POSTING), None)
    return (page.tokens[posted].text, page.tokens[posted].span) if posted is not None else None


@once
def announced(page: Page, before: int) -> Field | None:
    """The channel that title and introduction name before the first turn of a transcript: "joint press conference"."""
    kinds = {t: _kind(page, t) for t in page.tokens_in(Span(0, before)) if _is_channel(page, t)}
    best = min((t for t in kinds if kinds[t] in _HEARD), key=lambda t: _HEARD.index(kinds[t]), default=None)
    if best is None:
        return None
    first = best - (best > 0 and page.words(best - 1, best + 1).casefold() in cues.channels())
    written = page.tokens_in(_written(page, best)[1])
    while first - 1 in written and (page.referent_at(first - 1) is None or _is_outlet(page, first - 1)):
        first -= 1
    span = page.span(first, best + 1)
    return page.text(span), span


def _is_outlet(page: Page, number: int) -> bool:
    name = page.name_at(number)
    return name is not None and outlet(name.text) is not None


def _kind(page: Page, number: int) -> str:
    token, before = page.tokens[number], page.word_before(number)
    words = (token.lemma.casefold(), token.text.casefold())
    known = cues.channels()
    return next((known[w] for word in words for w in (f"{before} {word}", word) if w in known), "")


def _between(left: Span, right: Span) -> Span:
    first, last = sorted((left, right))
    return Span(first.end, max(first.end, last.start))


def _issued(page: Page, cue: Span) -> int | None:
    """The text that a cue issues, or whose participle it is: "issued a statement saying …"."""
    number = page.tokens_in(cue)[0]
    verb = page.tokens[number]
    issuer = verb.head if verb.xpos == "VBG" and verb.deprel in ("conj", "advcl") and verb.head >= 0 else number
    text = verb.head if verb.xpos == "VBG" and verb.deprel == "acl" else _text_issued(page, issuer)
    known = cues.channels().get(page.tokens[text].lemma.casefold(), "") if text is not None else ""
    return text if known in _TEXTS else None


def _text_issued(page: Page, verb: int) -> int | None:
    return page.child(verb, "obj") if page.tokens[verb].lemma.casefold() in _ISSUING else None


def addressee(page: Page, cue: Span, contents: tuple[Span, ...]) -> Field | None:
    """Whom something was said to: the object of "told", of "called on" before what is called for."""
    told = _called_on(page, cue)
    if told is None:
        told = _hearer(page, cue)
        within = told is not None and any(c.overlaps(page.tokens[told].span) for c in contents)
        if told is not None and within and not _warned_against(page, cue, told):
            return None
    if told is None or _is_channel(page, told):
        return None
    found = page.referent_of_head(told)
    mention = page.mention_at(told)
    if found is not None and mention is not None:
        return found.name, mention.span
    name = page.name_at(told)
    apart = ("appos", "acl", "punct", "case", *(["nmod"] if _warned_against(page, cue, told) else []))
    span = name.span if name else page.subtree_span(told, without=apart)
    return page.text(span), span


def _warned_against(page: Page, cue: Span, told: int) -> bool:
    """As in "warned the rebels against an attack"."""
    after = page.subtree(told, without=("nmod", "acl", "punct"))[-1] + 1
    warned = any(page.tokens[t].lemma.casefold() == "warn" for t in page.tokens_in(cue))
    return warned and page.words(after, after + 1).casefold() in WARNED_OF


def _called_on(page: Page, cue: Span) -> int | None:
    """As in "called on the two sides to stop", "appealed to donors to give"."""
    words = [page.tokens[t].lemma.casefold() for t in page.tokens_in(cue)]
    verb = page.tokens_in(cue)[0]
    if words[:1] not in (["call"], ["appeal"]):
        return None
    for child in page.children(verb, "obl", "obj"):
        case = page.child(child, "case")
        link = page.tokens[case].text.casefold() if case is not None else ""
        asked = link in ("on", "upon") or (link == "to" and words[0] == "appeal")
        if asked and not _timed(page, child):
            return child
    return None


def _hearer(page: Page, cue: Span) -> int | None:
    for token in page.tokens_in(cue):
        if page.tokens[token].lemma.casefold() in _HEARERS:
            return next((c for c in page.children(token, "obj", "iobj") if c > token), None)
    return None


@once
def _channels(page: Page, first: int, last: int) -> tuple[int, ...]:
    """The channels among tokens `first` to `last` that stand after a preposition."""
    return tuple(t for t in range(first, last) if _is_channel(page, t) and _preposed(page, t))


def _is_channel(page: Page, number: int) -> bool:
    token = page.tokens[number]
    if (token.upos in ("NOUN", "PROPN") or token.text.isupper()) and not _is_paper(page, number):
        words = {token.lemma.casefold(), page.tree.folded[number]} & cues.channel_heads()
        if words and _kind(page, number):
            return True
    return _network(page, number)


def _is_paper(page: Page, number: int) -> bool:
    """True for "the Post" and "the Washington Post", which are no posts."""
    return page.tokens[number].text == "Post" and page.sentence_of(number).first < number


def _network(page: Page, number: int) -> bool:
    """Whether a token names a social network, by the name that it has now."""
    token = page.tokens[number]
    if not token.text[:1].isupper() or renamed(page, number):
        return False
    name = page.name_at(number)
    found = outlet(token.text) or (outlet(name.text) if name is not None else None)
    return found is not None and found.kind == "social_post"


def _preposed(page: Page, number: int) -> bool:
    """Whether a channel stands after what leads to one; "on the statement" is what somebody speaks about."""
    leading = _BY | _WHOSE if cues.channels().get(page.tokens[number].lemma.casefold()) not in _WRITTEN else _OF_TEXTS
    if any(page.tokens[c].text.casefold() in leading for c in page.children(number, "case")):
        return True
    return _network(page, number) and any(t.text.casefold() in _BY for t in page.tokens[max(0, number - 5) : number])


def _written(page: Page, head: int) -> Field:
    """The noun with what stands before it, and "with …" after an interview."""
    name = page.name_at(head)
    if _network(page, head):
        token = page.tokens[head]
        place = name.span if name is not None and outlet(token.text) is None else token.span
        place = Span(place.start, place.end - page.text(place).endswith("."))
        return page.text(place), place
    if name is not None and page.tokens[head].lemma.casefold() not in cues.channel_heads():
        return page.text(name.span), name.span
    before = page.children(head, "compound", "amod")
    # a "strongly worded" statement; the "White House" of a "White House transcript"
    kept = [head, *(t for c in before if c < head and page.child(c, "advmod") is None for t in page.subtree(c))]
    for child in page.children(head, "nmod", "flat"):
        case = page.child(child, "case")
        if case is not None and page.tokens[case].text.casefold() == "with" and child > head:
            kept += page.subtree(child, without=("appos", "acl", "punct"))
        elif page.tokens[child].deprel == "nmod:poss" and child < head and _timed(page, child):
            kept += page.subtree(child)
    kept += _heard_by(page, head)
    span = page.span(min(kept), max(kept) + 1)
    return page.text(span), span


def _heard_by(page: Page, head: int) -> range:
    """The name behind "interview with", whatever the tree makes of it."""
    first = head + 2
    if page.tokens[head].lemma.casefold() != "interview" or first >= len(page.tokens):
        return range(0)
    last = first + (page.tokens[first].upos == "DET")
    named = last
    while last < page.sentence_of(head).last and page.tokens[last].upos == "PROPN" and last - first < _LONGEST_NAME:
        last += 1
    return range(first, last) if page.tokens[head + 1].text.casefold() == "with" and last > named else range(0)


def _timed(page: Page, number: int) -> bool:
    """Whether a possessive belongs to the channel's own name, as in "New Year's address"."""
    return page.time_at(number) is not None or "year" in page.tokens[number].lemma.casefold()
