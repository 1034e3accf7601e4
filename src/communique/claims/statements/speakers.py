"""Who a source is: the fullest name, the party spoken for, or the description as written."""

from communique.claims.clauses import RELATIVE_TAGS
from communique.claims.statements.leading import of_states
from communique.claims.statements.memory import Memory, Speaker
from communique.claims.statements.naming import (
    NAMED,
    RELATIVE,
    by_referent,
    has_name,
    is_inside,
    last_parties,
    named_in,
    speaker_of,
)
from communique.claims.statements.outlets import outlet_named
from communique.claims.statements.phrases import (
    COLLECTIVES,
    DOCUMENTS,
    ORGANS,
    PERSONAL,
    SPOKESPEOPLE,
    UNNAMED,
    Phrase,
    asks_not_to_be_named,
    is_unnamed,
    phrase,
    written,
)
from communique.lexicon import cues
from communique.lexicon.countries import code_of
from communique.lexicon.outlets import outlet
from communique.model.page import Page
from communique.model.reading import Mention
from communique.model.span import Span

_OTHERS = frozenset({"other", "several"})
_NUMBERS = {"both": 2, "two": 2, "three": 3, "four": 4}
_SINGULAR = frozenset({"he", "she", "him", "her", "his", "who"})
_PLURAL = frozenset({"they", "them", "their"})
_THING = frozenset({"it", "its", "which"})
_EMPTY = frozenset({"ADP", "PUNCT", "PART", "CCONJ", "SCONJ"})
_ARTICLES = frozenset({"the", "a", "an"})
_ONE_OF_THEM = (("one",), ("another",))
"""Who is so called is one of those that spoke last: "British sources said …; one added"."""
_POINTING = frozenset({"latter", "former", "which"})
_POSSESSIVE = frozenset({"his", "her", "its", "their"})
_OF_NOBODY = frozenset(
    "accord agreement deal decree order plan poll proposal resolution ruling study survey treaty".split()
)
"""Texts that seldom have the last speaker for their author."""
_PRESS = frozenset({"media", "press", "news", "newspaper", "television", "tv", "radio"})
"""Words that make reports those of outlets, of whatever state: "Maretian media reports"."""
_WHERE = frozenset({"in", "at", "near", "inside", "outside"})
_RUNNING = frozenset({"run", "led", "controlled", "backed", "aligned", "affiliated", "held", "administered"})
_JOINING = frozenset({"and", "or", ",", "&", "plus", "with"})
_SETTING_OUT = frozenset({",", ":", "(", "-", "–", "—", "--"})
_SMALL = frozenset({"the", "and", ",", "both", "as", "well"})


def resolve(page: Page, source: Span, memory: Memory) -> tuple[Speaker, ...]:
    """The speakers a source stands for: one, several for joint speakers, none when unknown."""
    found = phrase(page, source)
    if found is None:
        return ()
    parts = _parts(page, found)
    if parts:
        return tuple(s for part in parts for s in resolve(page, part, memory))
    if _is_nobody(page, found):
        return ()
    if page.tokens[found.head].upos == "NOUN" and asks_not_to_be_named(page, found.head):
        return (_described(page, found, memory),)
    for rule in _RULES:
        speakers = rule(page, found, memory)
        if speakers:
            return speakers
    silent = page.tokens[found.head].upos == "PRON" or {found.lemma, found.word} & cues.silent()
    return () if silent else (_described(page, found, memory),)


def _is_nobody(page: Page, found: Phrase) -> bool:
    """Whether a phrase names nobody who could speak: small words alone, a day, an address, the report itself."""
    tokens = range(found.first, found.last)
    if any("@" in page.tokens[t].text or "://" in page.tokens[t].text for t in tokens) or found.sequence[0] == "no":
        return True
    if found.word in _POINTING and page.mention_at(found.head) is None:
        return True
    if (found.sequence[0] == "this" and found.lemma in ("article", "story", "page")) or found.sequence == ("state",):
        return True
    return all(_says_nothing(page, t) or page.time_at(t) is not None for t in tokens)


def _says_nothing(page: Page, token: int) -> bool:
    return page.tree.folded[token] in _ARTICLES or page.tokens[token].upos in _EMPTY


def _parts(page: Page, found: Phrase) -> tuple[Span, ...]:
    """Joint sources: "a minister and an expert" are two, "family members and activists" none."""
    for at in range(found.first + 1, found.last - 1):
        others = page.tokens[at + 1].upos == "DET" or page.tokens[at + 1].text.casefold() in _OTHERS
        if page.tokens[at].upos == "CCONJ" and others and found.sequence[0] != "both":
            before, after = page.span(found.first, at), page.span(at + 1, found.last)
            named = bool(page.mentions_in(before)) and not any(w in found.sequence for w in (",", "(", "of"))
            return (before, after) if named or page.tokens[found.first].upos == "DET" else ()
    return ()


def is_document(page: Page, source: Span) -> bool:
    """Whether a text speaks for its author: "the statement said"."""
    found = phrase(page, source)
    return found is not None and found.lemma in DOCUMENTS


# -- rules, first that answers wins


def _pronoun(page: Page, found: Phrase, memory: Memory) -> tuple[Speaker, ...]:
    if found.sequence in _ONE_OF_THEM:
        return tuple(s for s in memory.last("unnamed") if s.name.endswith("s"))
    if page.tokens[found.head].upos != "PRON" and found.word not in _SINGULAR | _PLURAL | _THING | _POINTING:
        return ()
    if found.word in _THING and memory.authors:
        return memory.authors
    goes_on = _going_on(page, found, memory)
    if goes_on:
        return goes_on
    meant = [r for _, r in page.mentions_in(page.tokens[found.head].span) if r.kind != "place"]
    if meant:
        return tuple(by_referent(page, r, found, memory) for r in meant)
    if found.word in _SINGULAR:
        return memory.last("person", "unnamed", "described")
    if found.word in _PLURAL and len(memory.writers) > 1:
        return memory.writers
    if found.word in _PLURAL:
        return memory.last("unnamed", "described", "party", "body")
    return memory.last("party", "body", "text", "described") if found.word in _THING else ()


def _going_on(page: Page, found: Phrase, memory: Memory) -> tuple[Speaker, ...]:
    """For "It" that opens a sentence the party, for "they" the unnamed, that spoke in the sentence before."""
    if found.word not in ("it", "they") or not memory.heard or len(memory.heard[-1]) != 1:
        return ()
    here, last = page.sentence_at(found.span.start), memory.heard[-1][0]
    if here is None or (found.word == "it" and here.first != found.first):
        return ()
    if last.kind not in (("party", "body") if found.word == "it" else ("unnamed",)):
        return ()
    before = page.sentence_before(here)
    return (last,) if before is not None and before.span.overlaps(last.span) else ()


def _document(page: Page, found: Phrase, memory: Memory) -> tuple[Speaker, ...]:
    """A statement, report or letter speaks for its author."""
    if found.lemma not in DOCUMENTS:
        return ()
    if found.words & _PRESS:
        name, span = written(page, found)
        return () if outlet_named(page, found, memory) else (Speaker(name, span, "text", found.lemma),)
    if "joint" in found.words:
        return last_parties(page, found.span.start, 2)
    source = _source(page, found)
    if source is not None:
        return _run_by(page, source, memory)
    mentions = named_in(page, found, "person", "party", "body")
    mentions = [(m, r) for m, r in mentions if m.head != found.head]
    told = [(m, r) for m, r in mentions if r.kind == "party" or outlet(r.name) is None or m.first < found.head]
    owners = [speaker_of(page, m, r) for m, r in told]
    if owners:
        return (owners[0],)
    if found.definite and found.size == 2 and found.lemma in memory.wrote:
        return memory.wrote[found.lemma]
    issuer = _issuer(page, found)
    if issuer is not None:
        return (issuer,)
    if (found.definite and found.lemma not in _OF_NOBODY) or DOCUMENTS[found.lemma] == "press_release":
        said = memory.authors or memory.last("person", "party", "body", "described", "unnamed")
        if said:
            return said
    name, span = written(page, found)
    return (Speaker(name, span, "text", found.lemma),)


def _source(page: Page, found: Phrase) -> Phrase | None:
    """The body that a text comes from, where it is told by what runs it: "figures from the Norrin-run ministry"."""
    after = range(found.head + 2, found.last)
    if not after or page.tree.folded[found.head + 1] not in ("by", "from", "of") or _runner(page, after) is None:
        return None
    return phrase(page, page.span(after.start, after.stop))


def _issuer(page: Page, found: Phrase) -> Speaker | None:
    """The body named only before its text: "a Royal Court statement"."""
    named = range(found.first + 1, found.head)
    is_body = found.sequence[0] in _ARTICLES and all(page.tokens[t].text[0].isupper() for t in named)
    is_body = is_body and not all(page.time_at(t) for t in named)
    if not named or not is_body or found.words & ORGANS:
        return None
    span = page.span(found.first + 1, found.head)
    return Speaker(page.text(span), span, "body", found.lemma)


def _whose(page: Page, found: Phrase, memory: Memory) -> tuple[Speaker, ...]:
    """For "whose leaders" in "Maretia, whose leaders have called for talks" the side named right before."""
    if found.sequence[0] != "whose" or found.lemma not in ORGANS | {"leader"}:
        return ()
    at = found.first - 1 - (found.first > 0 and page.tokens[found.first - 1].text == ",")
    mention, side = page.mention_at(at), page.referent_at(at)
    if mention is None or side is None or side.kind not in ("party", "body") or not has_name(side):
        return ()
    return (speaker_of(page, mention, side),)


def _persons(page: Page, found: Phrase, memory: Memory) -> tuple[Speaker, ...]:
    """Persons named in the phrase itself, not in what belongs to somebody else."""
    people = [
        (m, r)
        for m, r in named_in(page, found, "person")
        if m.form in ("name", "title") and not is_inside(page, found, m) and not _owned(page, found, m)
    ]
    aside = next((n for n in range(found.first, found.last) if _sets_aside(page, found, n)), found.last)
    people = [(m, r) for m, r in people if m.first < aside] or people
    distinct = {r.name: speaker_of(page, m, r) for m, r in people}
    if len(distinct) > 1 and not found.words & {"and", "or", "both"}:
        said_of = [speaker_of(page, m, r) for m, r in people if m.form == "name" and _goes_by_comma(page, found, m)]
        return (said_of[0] if said_of else list(distinct.values())[-1],)
    return tuple(distinct.values())


def _sets_aside(page: Page, found: Phrase, token: int) -> bool:
    """Whether what follows tells of the source: "X, who met Y", "X, flanked by Y and Z"."""
    is_participle = token > found.head and page.tokens[token].xpos == "VBN" and page.word_before(token) == ","
    return page.tree.folded[token] in RELATIVE or is_participle


def _goes_by_comma(page: Page, found: Phrase, mention: Mention) -> bool:
    """Whether the phrase is built on a name that a comma ends: "X, sister of the prisoner Y,"."""
    ends = mention.first <= found.head < mention.last < found.last
    return ends and page.tokens[mention.last].text == ","


def _owned(page: Page, found: Phrase, mention: Mention) -> bool:
    """Whether "his adviser" would be he himself, "its spokesman" somebody named before."""
    if found.sequence[0] not in _POSSESSIVE or mention.form != "title":
        return False
    return found.lemma in SPOKESPEOPLE or page.referent_at(found.first) == page.referent_of_head(mention.head)


def _together(page: Page, found: Phrase, memory: Memory) -> tuple[Speaker, ...]:
    """For "both sides" or "the three leaders" the last so many parties or persons named before."""
    meant = {r.name: r for m, r in page.mentions_in(found.span) if m.form == "nominal" and m.head == found.head}
    if len(meant) > 1:
        return tuple(by_referent(page, r, found, memory) for r in meant.values())
    before = {page.tree.folded[t] for t in range(found.first, found.head + 1)}
    number = max((_NUMBERS.get(w, 0) for w in before), default=0)
    if found.definite and found.size == 2 and found.word in _NUMBERS and found.word != "both":
        return _so_many(page, found, number, memory)
    if found.definite and found.size == 2 and found.lemma in COLLECTIVES and len(memory.writers) > 1:
        return memory.writers
    lemma = found.lemma.removesuffix("s")
    if not number or lemma not in COLLECTIVES | PERSONAL | {"both"} or not (found.definite or "both" in before):
        return ()
    kind = "person" if lemma in PERSONAL else "party"
    if kind == "party" and len(memory.writers) == number:
        return memory.writers
    return last_parties(page, found.span.start, number, kind)


def _so_many(page: Page, found: Phrase, number: int, memory: Memory) -> tuple[Speaker, ...]:
    """For "the two" who spoke together last, else the persons named last where the sentence before names so many."""
    if len(memory.last()) == number:
        return memory.last()
    first = page.sentence_of(found.first).first
    before = page.sentence_of(first - 1).span if first else Span(0, 0)
    people = {r.name for m, r in page.mentions_in(before, "person") if m.form in NAMED}
    return last_parties(page, found.span.start, number, "person" if len(people) >= number else "party")


def _organ_of(page: Page, found: Phrase, memory: Memory) -> tuple[Speaker, ...]:
    """An organ whose modifier names a person or ministry: "the Trump administration", "his government"."""
    if found.lemma not in ORGANS or found.sequence.count(found.word) > 1 or page.tokens[found.head].upos == "PROPN":
        return ()
    after = [m for m, r in named_in(page, found, "person") if m.first > found.head and m.form == "name"]
    return () if after else _organ(page, found, memory)


def _organ(page: Page, found: Phrase, memory: Memory) -> tuple[Speaker, ...]:
    """A ministry, army or government is its state; a spokesman the body or state he speaks for."""
    spokesperson = found.lemma in SPOKESPEOPLE
    if (not spokesperson and found.lemma not in ORGANS) or _is_body(page, found):
        return ()
    named = named_in(page, found, "party", "person", "body")
    for mention, referent in sorted(named, key=lambda n: (n[0].head, n[0].form) != (found.head, "name")):
        led_by = "by" in found.sequence[found.head - found.first : max(mention.first, found.head) - found.first]
        if led_by or _located(page, mention) or (spokesperson and not _belongs(page, found, mention)):
            continue
        if referent.kind == "party" or (spokesperson and referent.kind == "body"):
            return (Speaker(referent.name, mention.span, referent.kind, found.lemma),)
        if referent.country:
            return (Speaker(referent.country, mention.span, "party", found.lemma),)
    owner = _owner(page, found)
    if owner is not None:
        return (owner,)
    code = next((c for w in page.tokens[found.first : found.head + 1] if (c := code_of(w.text))), "")
    if code and not spokesperson:
        return (Speaker(code, found.span, "party", found.lemma),)
    known = page.referent_of_head(found.head)
    if known is not None and known.kind == "party" and found.span.end > page.tokens[found.head].end:
        return (Speaker(known.name, found.span, "party", found.lemma),)
    earlier = memory.described(found.lemma, "party")
    return (earlier,) if earlier is not None and found.definite else ()


def _owner(page: Page, found: Phrase) -> Speaker | None:
    """Of "its spokesman" the party or body named before it in the sentence: "the cabinet, its spokesman said, …"."""
    sentence = page.sentence_at(found.span.start)
    if sentence is None or found.sequence[0] != "its" or found.span.start <= sentence.start:
        return None
    before = page.mentions_in(Span(sentence.start, found.span.start), "party", "body")
    return speaker_of(page, *before[0]) if before else None


def _is_body(page: Page, found: Phrase) -> bool:
    """Whether an organ's own name is that of a body: "the UN Assistance Mission in Maretia"."""
    known = page.referent_of_head(found.head) or page.referent_at(found.head)
    return known is not None and known.kind == "body" and page.tokens[found.head].upos == "PROPN"


def _located(page: Page, mention: Mention) -> bool:
    """Whether a mention says only where: "the embassy in Torvik"."""
    at = mention.first - 1
    while at > 0 and page.tokens[at].upos == "DET":
        at -= 1
    return at >= 0 and page.tokens[at].text.casefold() in _WHERE


def _run_by(page: Page, found: Phrase, memory: Memory) -> tuple[Speaker, ...]:
    """A body by what runs it: "the Norrin-run health ministry" is neither Norrin nor a state."""
    first = _runner(page, range(found.first, found.head))
    if first is None or outlet_named(page, found, memory):
        return ()
    if page.tokens[first].text.islower() and named_in(page, found, "party"):
        return ()  # "Norrin's army-led government" is Norrin
    span = page.span(first, found.head + 1)
    return (Speaker(page.text(span), span, "body", found.lemma),)


def _runner(page: Page, tokens: range) -> int | None:
    """Who runs a body, by the token of the first word: "Norrin" of "Norrin-run"."""
    runs = (t for t in tokens[2:] if page.tokens[t].text.casefold() in _RUNNING and page.tokens[t - 1].text == "-")
    return next((t - 2 for t in runs), None)


def _called(page: Page, found: Phrase, memory: Memory) -> tuple[Speaker, ...]:
    """A party after what it is called: "its ally Maretia", "its neighbour, Maretia,"."""
    names = page.children(found.head, "appos") if page.tokens[found.head].upos == "NOUN" else []
    told = (m for name in names for m in page.mentions_in(page.tokens[name].span, "party"))
    return next(((speaker_of(page, m, r),) for m, r in told if m.form == "name"), ())


def _surname(page: Page, found: Phrase, memory: Memory) -> tuple[Speaker, ...]:
    """A surname that coreference left alone: the one person of that name."""
    if page.tokens[found.head].upos != "PROPN":
        return ()
    names = {r.name: r for r in page.reading.referents if r.kind == "person" and has_name(r)}
    fit = [r for n, r in names.items() if found.word in n.casefold().split()]
    return (by_referent(page, fit[0], found, memory),) if len(fit) == 1 else ()


def _parties(page: Page, found: Phrase, memory: Memory) -> tuple[Speaker, ...]:
    """Parties and bodies named one beside the other: "the UK and Germany", "Ovar and Lund, which share a border"."""
    if not _JOINING & found.words:
        return ()
    size = next((n for n, w in enumerate(found.sequence) if n and w in RELATIVE), found.size)
    mentions = [
        (m, r)
        for m, r in named_in(page, found, "party", "body")
        if m.form != "pronoun" and m.last <= found.first + size and not is_inside(page, found, m)
    ]
    covered = sum(m.last - m.first for m, _ in mentions)
    small = sum(1 for w in found.sequence[:size] if w in _SMALL)
    if len(mentions) > 1 and size - covered <= small:
        return tuple({r.name: speaker_of(page, m, r) for m, r in mentions}.values())
    return ()


def _enumerated(page: Page, found: Phrase, memory: Memory) -> tuple[Speaker, ...]:
    """The members that a plural noun sets out: "the three guarantors, Russia, Turkey and Iran," are these three."""
    at = found.head + 1
    plural = page.tokens[found.head].xpos in ("NNS", "NNPS")
    if not plural or at >= found.last or page.tokens[at].text not in _SETTING_OUT:
        return ()
    mentions = [
        (m, r) for m, r in named_in(page, found, "party", "body") if m.first >= at and m.form in ("name", "demonym")
    ]
    covered = sum(m.last - m.first for m, _ in mentions)
    rest = found.sequence[at - found.first :]
    small = sum(1 for w in rest if w in _SMALL or not w[0].isalnum())
    if len(mentions) > 1 and len(rest) - covered <= small:
        return tuple({r.name: speaker_of(page, m, r) for m, r in mentions}.values())
    return ()


def _referent(page: Page, found: Phrase, memory: Memory) -> tuple[Speaker, ...]:
    known = page.referent_of_head(found.head)
    if found.sequence[0] in _POSSESSIVE and found.size > 1 and known == page.referent_at(found.first):
        return ()
    if known is None:
        name = page.name_at(found.head)
        known = page.referent_at(found.head) if name is not None and found.lemma not in UNNAMED else None
    if known is None or known.kind == "place" or not has_name(known) or _narrowed(found):
        return ()
    clause = next((n for n in range(found.head, found.last) if page.tokens[n].xpos in RELATIVE_TAGS), found.last)
    named = ((m, r) for m, r in named_in(page, found, "body", "party") if m.last <= clause)
    later = [(m, r) for m, r in named if m.first > found.head and page.tokens[m.head].upos != "ADJ"]
    if known.kind == "party" and later and not is_inside(page, found, later[-1][0]):
        return (speaker_of(page, *later[-1]),)
    if known.kind == "party" and found.lemma in UNNAMED and found.span.end - found.span.start > len(known.name) + 4:
        return ()
    return (by_referent(page, known, found, memory),)


def _narrowed(found: Phrase) -> bool:
    """Whether only some of a party speak: "Democrats who voted for the bill"."""
    after = found.sequence[found.head + 1 - found.first : found.head + 2 - found.first]
    return after == ("who",)


def _described(page: Page, found: Phrase, memory: Memory) -> Speaker:
    name, span = written(page, found)
    kind = "unnamed" if is_unnamed(page, found) else "described"
    if found.definite or found.sequence[0] in ("our", "this", "that"):
        earlier = memory.described(found.lemma, "unnamed", "described", "body", "person")
        if earlier is None and found.lemma == "source":
            earlier = next(iter(memory.last("unnamed")), None)
        if earlier is not None and _shorter(name, earlier.name):
            return Speaker(earlier.name, span, earlier.kind, found.lemma)
    return Speaker(name, span, kind, found.lemma)


def _shorter(name: str, full: str) -> bool:
    """Whether a definite description says no more than an earlier one: "the official", "the UN official"."""
    words, known = name.casefold().split()[1:], full.casefold().split()
    return "and" not in known and (len(words) == 1 or set(words) <= set(known))


def _belongs(page: Page, found: Phrase, mention: Mention) -> bool:
    """Whether a mention stands for whom a spokesman speaks: beside him or after "for" or "of"."""
    between = page.tokens[mention.last : found.head] if mention.last <= found.head else ()
    small = ("ADJ", "PART", "PROPN", "NOUN")
    lemmas = [(t.lemma.casefold(), t.upos) for t in between]
    return all(word in ORGANS or (upos in small and word not in UNNAMED) for word, upos in lemmas)


_RULES = (
    _pronoun,
    _whose,
    _run_by,
    _document,
    _together,
    of_states,
    _organ_of,
    _persons,
    _organ,
    outlet_named,
    _enumerated,
    _parties,
    _referent,
    _called,
    _surname,
)
"""The first that answers wins."""
