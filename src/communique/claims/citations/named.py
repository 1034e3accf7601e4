"""Outlets and networks: "told Reuters", "according to Anadolu", "wrote on Telegram", "state television reported"."""

from collections.abc import Iterator
from dataclasses import dataclass

from communique.claims.citations.found import Source, clause
from communique.claims.wording import renamed
from communique.lexicon import countries, cues
from communique.lexicon.outlets import Outlet, described, may_begin, may_end_description, named_like, outlet
from communique.model.claim import Claim, Field
from communique.model.page import Page
from communique.model.reading import Name
from communique.model.span import Span

_LONGEST = 5
_INTERVIEW = 6
"""So many words may stand between an interview and the broadcaster it is on."""
_TELLING = frozenset({"tell", "inform", "brief"})
_QUOTING = frozenset({"cite", "quote"})
_POSTING = frozenset({"on", "via", "through", "to"})
_BESIDE = frozenset({"in", "by", "to", "with", "from", "on", "via", "for", "through", "over"})
_TALKS = frozenset(
    {"interview", "article", "column", "op-ed", "ed", "editorial", "commentary", "essay", "piece", "report", "story"}
)
_TALKING = frozenset({"speak", "talk", "comment", "explain", "reveal"})
_MESSAGES = frozenset(
    {"message", "remark", "comment", "e-mail", "email", "response", "reply", "speaking", "statement", "letter", "note"}
)
_SHOWING = frozenset({"see", "obtain", "review", "view", "ask", "contact", "reach", "remark"})
"""Before "by": who had a text, or whom somebody answered."""
_AUDIENCES = frozenset({"media", "press", "medium"})
"""Whoever was told, no source: "told foreign media"."""
_PARTNERS = frozenset({"partner", "affiliate", "sister", "outlet", "programme", "program", "show"})
_REPORTERS = frozenset({"correspondent", "reporter", "journalist"})
"""Who hears for an outlet: "told an INA correspondent"."""
_PRESSES = frozenset({"newspaper", "broadcaster"})
"""Kinds of outlet that share names: "Al Ghad daily" and "Al Ghad TV"."""
_COMPANIES = frozenset({"app", "company", "giant", "network", "platform", "service", "site", "website"})
_WRITINGS = frozenset({"article", "editorial", "interview", "investigation", "poll", "report", "story"})
_DESCRIBING = frozenset({"ADJ", "NOUN", "PROPN", "NUM"})
_ACCOUNTS = frozenset({"account", "post", "channel", "page", "tweet", "message", "response"})
_MASSES = frozenset({"thousands", "hundreds", "millions", "dozens", "countless"})
"""So many posts are nobody's words."""
_NOISE = frozenset(
    "ad advert advertisement attack backlash ban buzz campaign conversation criticism debate discussion feud follower "
    "furor furore harassment hashtag meme movement outcry outrage petition presence rumor rumour search spat storm "
    "subscriber trend user war".split()
)
"""What happens on a network besides somebody's words."""
_NEWSY = frozenset(
    "domestic foreign government international linked local national news official owned press run semi-official "
    "state wire affiliated backed".split()
)
"""Words before "agency" that make it one for news."""
_BRINGING_NEWS = frozenset({"air", "broadcast", "print", "publish", "quote", "report"})
_PUBLISHING = frozenset(
    "report say write publish announce broadcast air carry quote cite reveal claim note add show post tweet declare "
    "describe suggest follow speculate run print accuse warn allege insist argue confirm state stress comment detail "
    "disclose estimate mention explain conclude depict headline editorialise editorialize opine predict recount".split()
)


@dataclass(frozen=True, slots=True)
class Mention:
    """An outlet in the text: the tokens that speak of it, the words to cite, and which it is."""

    first: int
    last: int
    cited: Span
    outlet: Outlet


def outlets(page: Page, said: tuple[Claim, ...]) -> Iterator[Source]:
    """Every outlet or network that stands as a source, with who spoke there."""
    for mention in _mentions(page):
        role = _role(page, mention)
        source = _source(page, said, mention, role) if role else None
        if source is not None and (role != "post" or source.by is not None or _account(page, mention.first)):
            yield source


def _account(page: Page, first: int) -> bool:
    """Whether an account or post is spoken of, not how many: "an official account on Twitter", "posts on X"."""
    near = range(max(0, first - 6), min(len(page.tokens), first + 3))
    told = [t for t in near if page.tokens[t].upos == "NOUN" and page.tokens[t].lemma.casefold() in _ACCOUNTS]
    return bool(told) and not any(page.tokens[t].text.casefold() in _MASSES for t in near)


def _source(page: Page, said: tuple[Claim, ...], mention: Mention, role: str) -> Source:
    by = speaker_near(page, said, mention.cited) if role in ("told", "interview", "post", "carried") else None
    by = None if by is not None and by[1].overlaps(mention.cited) else by
    reporter = _reporter(page, mention.last) if role == "reporter" else None
    by = (reporter.text, reporter.span) if reporter is not None else by
    kind = "interview" if role == "interview" else mention.outlet.kind
    cited = (_full_name(page, mention), mention.cited)
    grade = "on_record" if by and reporter is None else "relayed"
    return Source(cited, kind, by, grade, clause(page, mention.cited), f"outlet_{role}")


def _full_name(page: Page, mention: Mention) -> str:
    """The name as written; letters alone ("KCNA") and "the agency" by the fullest name in the report."""
    name = page.text(mention.cited)
    unnamed = (name.isupper() and " " not in name) or name.islower()
    known = page.referent_at(mention.last - 1 if name.islower() else mention.first) if unnamed else None
    if known is None or known.kind != "body" or (name.islower() and not (outlet(known.name) or named_like(known.name))):
        return name
    return known.name


def _mentions(page: Page) -> Iterator[Mention]:
    """Names and descriptions of outlets in the body, longest first."""
    for sentence in page.sentences:
        at = sentence.last if sentence.role == "title" else sentence.first
        while at < sentence.last:
            found = _longest(page, at, sentence.last)
            if found is None:
                at += 1
                continue
            mention = _mention(page, at, *found)
            yield mention
            at = mention.last


def _mention(page: Page, first: int, last: int, found: Outlet) -> Mention:
    """The outlet at these tokens, cited by its name where the description holds or precedes one."""
    span = page.span(first - 2 if _is_hyphened(page, first) else first, last)
    span = Span(span.start, span.end - page.text(span).endswith("."))
    named = _named_after(page, last, page.sentence_of(first).last) if _common(page, last) else last
    if _is_hyphened(page, first) and named == last:
        return Mention(first, last, span, Outlet(page.text(span), found.kind))
    called = described(page.tokens[last].text) if last < len(page.tokens) and not _common(page, last) else ""
    found = Outlet(found.name, called) if called in _PRESSES and found.kind in _PRESSES else found
    inside = page.text(span).replace("’", "'").find(found.name)
    if inside > 0:
        return Mention(first, last, Span(span.start + inside, span.start + inside + len(found.name)), found)
    start = last + (last < named and page.tokens[last].text.casefold() in _COMPANIES)
    if named > start:
        return Mention(first, named, page.span(start, named), found)
    before = _named_before(page, first) if _common(page, last) else None
    if before is not None:
        return Mention(first, last, before.span, Outlet(before.text, found.kind))
    return Mention(first, last, span, found)


def _is_hyphened(page: Page, first: int) -> bool:
    """Whether a description begins before a hyphen: "state-run radio"."""
    return first > 1 and page.tokens[first - 1].text == "-" and page.are_joined(first - 1, first + 1)


def _common(page: Page, last: int) -> bool:
    """Whether a stretch is a description and no name."""
    return page.tokens[last - 1].upos == "NOUN" and not page.tokens[last - 1].text.isupper()


def _longest(page: Page, first: int, end: int) -> tuple[int, Outlet] | None:
    word = page.tokens[first].text
    if not word[0].isalnum():
        return None
    if (word[0].isupper() or word[0].isdigit()) and may_begin(word):
        for last in range(min(end, first + _LONGEST), first, -1):
            found = outlet(page.words(first, last)) or _with_article(page, first, last)
            if found is not None and not _part_of_name(page, first, last):
                return last, found
    if _is_proper(page, first) and (_heard(page, first) or _reports(page, first)):
        last = first
        while last < min(end, first + _LONGEST) and _is_proper(page, last):
            last += 1
        found = named_like(page.words(first, last))
        if found is not None and not _part_of_name(page, first, last):
            return last, found
    run = _is_hyphened(page, first) and page.words(first, first + 2).islower()  # state-run radio
    return _described(page, first, end) if run or page.tokens[first].upos in _DESCRIBING else None


def _is_proper(page: Page, token: int) -> bool:
    """True for a word of a name, an adjective in it ("Daily") too."""
    return page.tokens[token].upos == "PROPN" or page.tokens[token].xpos == "NNP"


def _with_article(page: Page, first: int, last: int) -> Outlet | None:
    """An outlet known by its article alone: "the Times"."""
    alone = last >= len(page.tokens) or not page.tokens[last].text[:1].isupper()
    return outlet(page.words(first - 1, last)) if alone and first and page.word_before(first) == "the" else None


def _heard(page: Page, first: int) -> bool:
    """Whether a name stands where a report says who was told or spoken to."""
    at = first - 1
    while at > 0 and page.tokens[at].upos == "DET":
        at -= 1
    return at >= 0 and (page.tokens[at].lemma.casefold() in _TELLING or page.tokens[at].text.casefold() in _BESIDE)


def _reports(page: Page, first: int) -> bool:
    """Whether a name is the subject of a verb for what outlets do: "the Lanner Times reported"."""
    name = page.name_at(first)
    if name is None or name.first != first:
        return False
    head = next((t for t in range(first, name.last) if not first <= page.tokens[t].head < name.last), first)
    governor = page.tokens[head].head
    is_subject = page.tokens[head].deprel == "nsubj" and governor >= 0
    return is_subject and page.tokens[governor].lemma.casefold() in _BRINGING_NEWS


def _described(page: Page, first: int, end: int) -> tuple[int, Outlet] | None:
    """Descriptions like "Israeli media"; "the news site Crux" is Crux. None beside an outlet that has a name."""
    last, limit = first + 1, min(end, first + _LONGEST)
    while last < limit and page.tokens[last].upos in _DESCRIBING:
        last += 1
    for stop in range(last, first, -1):
        kind = described(page.words(first, stop)) if _may_end(page, stop - 1) else ""
        if not kind or _is_of_other_work(page, first, stop):
            continue
        inner = _named_inside(page, first, stop)
        if inner is not None:
            return inner
        if _beside_name(page, first) or (first > 0 and page.tokens[first - 1].upos in ("ADJ", "PROPN", "PART", "NOUN")):
            return None
        return stop, Outlet(page.words(first, stop), kind)
    return None


def _is_of_other_work(page: Page, first: int, stop: int) -> bool:
    """True for an "aid agency" or "the UN refugee agency", which gathers no news."""
    if page.tokens[stop - 1].lemma.casefold() != "agency" or stop - first < 2:
        return False
    before = page.tokens[stop - 2].text
    return before.casefold() not in _NEWSY and countries.kind_of(before) != "demonym"


def _may_end(page: Page, token: int) -> bool:
    """True for a noun, or a word in capitals, that a description of outlets can end with."""
    found = page.tokens[token]
    return (found.upos == "NOUN" or found.text.isupper()) and may_end_description(found.text)


def _named_inside(page: Page, first: int, stop: int) -> tuple[int, Outlet] | None:
    """The outlet that a description names: "the official Saba news agency"."""
    for at in range(first + 1, stop):
        name = page.text(page.tokens[at].span)
        found = outlet(name) if name[:1].isupper() else None
        if found is not None:
            return stop, Outlet(name, found.kind)
    return None


def _beside_name(page: Page, first: int) -> bool:
    """Whether an outlet's name stands just before: "Reuters news agency", "Chosun Ilbo, a South Korean newspaper"."""
    before = [page.tokens[t] for t in range(max(0, first - 4), first)]
    return any(t.text[:1].isupper() and outlet(t.text) is not None for t in before)


def _named_after(page: Page, stop: int, end: int) -> int:
    """The end of a name that follows a description: "the news site" → "Cruxnow.com"."""
    last = stop
    if last < end and page.tokens[last].text.casefold() in _COMPANIES:
        last += 1
    while last < end and page.tokens[last].text[:1].isupper() and page.tokens[last].upos != "PUNCT":
        if page.time_at(last) is not None:
            break
        last += 1
        joined = last > stop and page.words(last - 1, last + 2).count(" ") == 0 and last + 2 <= end
        last += 2 if joined and page.tokens[last].text == "-" else 0  # "Al-Rayaam"
    return last


def _named_before(page: Page, first: int) -> Name | None:
    """The name that a description follows: "the Lantern, a Maretian newspaper, reported"."""
    comma = first - 2
    if comma < 1 or page.tokens[first - 1].text.casefold() not in {"a", "an", "the"} or page.tokens[comma].text != ",":
        return None
    name = page.name_at(comma - 1)
    return name if name is not None and name.kind in ("ORG", "EVENT", "MISC") and name.last == comma else None


def _part_of_name(page: Page, first: int, last: int) -> bool:
    """Whether the words are only a part of a longer name."""
    name = page.name_at(first)
    return (
        name is not None and name.kind in ("PERSON", "GPE", "LOC", "EVENT") and (name.first < first or name.last > last)
    )


def _role(page: Page, mention: Mention) -> str:
    """How an outlet or network stands as a source ("told", "quoted", "reported" …), or ""."""
    first, last = mention.first, mention.last
    if renamed(page, first) or _owns_another(page, last):
        return ""
    tops = (t for t in range(first, last) if page.tokens[t].upos != "DET" and not first <= page.tokens[t].head < last)
    head = _up(page, next(tops, last - 1))
    governor = page.tokens[head].head
    lemma = page.tokens[governor].lemma.casefold() if governor >= 0 else ""
    if mention.outlet.kind == "social_post":
        return _posted(page, first, lemma)
    if _according(page, first):
        return "according"
    if lemma in _QUOTING or _near(page, first, _QUOTING):
        return "quoted"
    relation = page.tokens[head].deprel.split(":")[0]
    if (relation in ("obj", "iobj") and lemma in _TELLING) or _near(page, first, _TELLING):
        heard = _common(page, last) and page.tokens[last - 1].lemma.casefold() in _AUDIENCES
        return "" if heard else "told"
    return _publishing(page, mention, relation, lemma)


def _posted(page: Page, first: int, governor: str) -> str:
    """For a network: "post" where somebody's words are on it, not what else happens there."""
    article = first > 1 and page.tokens[first - 1].text.casefold() == "the"
    before = page.tokens[first - 1 - article].text.casefold() if first else ""
    near = {page.tokens[t].lemma.casefold() for t in range(max(0, first - 2 - article), first)}
    if governor in _NOISE or near & _NOISE:
        return ""
    return "post" if before in _POSTING or governor in ("account", "post", "page", "channel", "message") else ""


def _publishing(page: Page, mention: Mention, relation: str, lemma: str) -> str:
    """For an outlet that nobody is said to quote or tell: what it reports or carries."""
    first, last, before = mention.first, mention.last, _before(page, mention.first)
    after = page.tokens[last].lemma.casefold() if last < len(page.tokens) else ""
    if relation == "appos" and _common(page, last):
        return "credited" if _credited(page, first, mention.outlet) else ""
    if (relation == "nsubj" and lemma in _PUBLISHING) or after in ("report", "say"):
        return "reported"
    if _reporter(page, last) is not None:
        return "reporter"
    on_air = mention.outlet.kind == "broadcaster" and before in ("on", "over")
    if (after in _WRITINGS and not _common(page, last)) or on_air:
        return "interview" if on_air and _in_interview(page, first) else "carried"
    return "credited" if _credited(page, first, mention.outlet) else _beside(page, mention, before, lemma)


def _owns_another(page: Page, last: int) -> bool:
    """True for "the BBC's US partner, Y": the other outlet is meant."""
    if last >= len(page.tokens) or page.tokens[last].xpos != "POS":
        return False
    return any(page.tokens[t].lemma.casefold() in _PARTNERS for t in range(last + 1, min(last + 5, len(page.tokens))))


def _reporter(page: Page, last: int) -> Name | None:
    """The reporter whom an outlet's possessive names: "the BBC's X, reporting from Y, says"."""
    name = page.name_at(last + 1) if last + 1 < len(page.tokens) and page.tokens[last].xpos == "POS" else None
    if name is None or name.kind != "PERSON":
        return None
    verbs = [page.tokens[t].head for t in range(name.first, name.last) if page.tokens[t].deprel == "nsubj"]
    tells = [v for v in verbs if v >= 0 and page.tokens[v].lemma.casefold() in _PUBLISHING | _TELLING | {"write"}]
    after = page.tokens[name.last].lemma.casefold() if name.last < len(page.tokens) else ""
    return name if tells or after in _PUBLISHING else None


def _in_interview(page: Page, first: int) -> bool:
    """Whether an interview is told of soon before: "in an interview from Torvik on Channel One"."""
    low = max(page.sentence_of(first).first, first - _INTERVIEW)
    return any(page.tokens[t].lemma.casefold() == "interview" for t in range(low, first))


def _says(lemma: str) -> bool:
    """Whether a verb can say something to an outlet: "confirmed to Reuters"."""
    known = cues.verb(lemma)
    return known is not None and "clause" in known.takes


def _up(page: Page, head: int) -> int:
    """From a name to the noun it qualifies: "Reuters" to "agency"."""
    at = head
    while (
        page.tokens[at].deprel.split(":")[0] in ("compound", "flat", "nmod", "appos")
        and page.child(at, "case") is None
        and abs(page.tokens[at].head - head) <= 3
    ):
        up = page.tokens[at].head
        if up < 0 or not (_describes(page, up) or page.tokens[up].lemma.casefold() in _REPORTERS):
            break
        at = up
    return at


def _describes(page: Page, token: int) -> bool:
    """Whether a noun says what an outlet is: "broadcaster", "partner"."""
    return bool(described(page.tokens[token].text)) or page.tokens[token].lemma.casefold() in _PARTNERS


def _before(page: Page, first: int) -> str:
    """The word before an outlet's name, past what describes it: "on" of "on the state-run broadcaster, Channel One"."""
    at = first - 1
    at -= at > 0 and page.tokens[at].text == "," and _describes(page, at - 1)
    while at > max(0, first - 9) and (
        page.tokens[at].upos in ("DET", "ADJ")
        or page.tokens[at].text == "-"
        or page.tokens[at + 1].text == "-"
        or (page.tokens[at - 1].text == "-" and page.tokens[at].xpos in ("VBN", "VBD"))
        or _describes(page, at)
    ):
        at -= 1
    return page.tokens[at].text.casefold() if at >= 0 else ""


def _beside(page: Page, mention: Mention, before: str, lemma: str) -> str:
    if before not in _BESIDE:
        return ""
    first, named = mention.first, page.text(mention.cited)[:1].isupper()
    window = {page.tokens[t].lemma.casefold() for t in range(max(page.sentence_of(first).first, first - 8), first)}
    if "interview" in window and named:
        return "interview"
    if before == "to" and named and (lemma in _TALKING or window & _MESSAGES or _says(lemma)):
        return "told"
    if before == "with" and named and lemma in _TALKING:
        return "told"
    if before == "by" and window & _SHOWING:
        return "quoted"
    if window & (_TALKS - {"interview"}):
        return "carried"
    if before == "by" and window & (_QUOTING | {"report", "publish", "carry", "air", "broadcast"}):
        return "quoted"
    return ""


def _credited(page: Page, first: int, found: Outlet) -> bool:
    """Whether the line only names sources: "Source: agencies"."""
    sentence = page.sentence_of(first)
    opening = page.text(sentence.span)[:8].casefold()
    return opening.startswith(("source:", "sources:")) and outlet(page.report.outlet) != found


def _according(page: Page, first: int) -> bool:
    words = [page.tokens[t].text.casefold() for t in range(max(0, first - 4), first)]
    return "according" in words and "to" in words


def _near(page: Page, first: int, lemmas: frozenset[str]) -> bool:
    """Whether one of these verbs stands just before, with nothing but modifiers between."""
    at = first - 1
    while at >= 0 and page.tokens[at].upos in ("DET", "ADJ", "NOUN", "PROPN") and first - at < 6:
        at -= 1
    return at >= 0 and page.tokens[at].lemma.casefold() in lemmas


def speaker_near(page: Page, said: tuple[Claim, ...], place: Span) -> Field | None:
    """The speaker of the statement whose sentence holds a place."""
    sentence, found = page.sentence_at(place.start), list[tuple[int, Field]]()
    for statement in said:
        speaker = statement.field("speaker")
        inside = sentence and any(e.span.overlaps(sentence.span) for e in statement.evidence)
        if speaker is not None and inside and statement.get("speaker_kind") != "text":
            found.append((_apart(statement, place), speaker))
    return min(found, key=lambda f: f[0], default=(0, None))[1]


def _apart(statement: Claim, place: Span) -> int:
    """How far a statement stands from a place that it does not hold."""
    return min(max(0, e.span.start - place.end, place.start - e.span.end) for e in statement.evidence)
