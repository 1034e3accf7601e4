"""What the annotator found in one report: plain data, cacheable, versioned.

All offsets are code points of `Report.text`, half-open; token and sentence numbers are positions in the tuples of the
same `Reading`.
"""

from dataclasses import dataclass

from communique.model.span import Span


@dataclass(frozen=True, slots=True)
class Token:
    """One word or mark, after Universal Dependencies' English tokenisation.

    `upos` is a UD part of speech, `xpos` a Penn Treebank tag (tense: VBD, VBZ, MD), `head` the number of the
    governing token in `Reading.tokens` (-1 for the root of a sentence), `deprel` the UD relation to it.
    """

    start: int
    end: int
    text: str
    lemma: str
    upos: str
    xpos: str
    head: int
    deprel: str

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Sentence:
    """Tokens `first` to `last` (half-open) between `start` and `end`; `paragraph` counts from 0.

    `role` is `title`, `dateline` (a place and agency before the text proper, in the first sentence's own entry only
    if it stands apart), `heading` (a cross-head inside the body), `byline` or `body`.
    """

    start: int
    end: int
    first: int
    last: int
    paragraph: int
    role: str = "body"

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Name:
    """A named mention: `kind` is PERSON, ORG, GPE, LOC, NORP (peoples, demonyms), FAC, EVENT or MISC."""

    start: int
    end: int
    first: int
    last: int
    kind: str
    text: str

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Timex:
    """A time expression (TIMEX3): `type` DATE, TIME, DURATION or SET.

    `value` is EDTF (level 1, with a level 2 set `[a,b]` only in `candidates`), or an ISO 8601 duration; empty when the
    expression cannot be placed on the calendar. `candidates` are the readings the text leaves open, best first
    (`value` is the first of them). `rule` names the rule and its reason, for `--explain`.
    """

    start: int
    end: int
    text: str
    type: str
    value: str
    rule: str
    candidates: tuple[str, ...] = ()

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)


TURN = "quotations.turn"
"""The `made_by` of attributions of the turns of a transcript."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """Somebody said something: source, cue and content as spans (PARC's and PolNeAR's terms).

    `contents` holds the pieces in text order: one, or several where the cue splits a quotation or quoted sentences of
    the same speaker follow one another. A `source` or `cue` may be missing (`None`). `mode` is direct (only words
    inside quotation marks), indirect or mixed. `made_by` names the head or rule that found it.
    """

    source: Span | None
    cue: Span | None
    contents: tuple[Span, ...]
    mode: str
    made_by: str


@dataclass(frozen=True, slots=True)
class Mention:
    """One mention of an entity, tokens `first` to `last` (half-open), `head` its head word.

    `form` is name, title ("the secretary of state"), nominal ("the delegation"), pronoun, or demonym ("Ukrainian",
    "Kyiv" for the government).
    """

    start: int
    end: int
    first: int
    last: int
    head: int
    form: str

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Referent:
    """What mentions within one report refer to.

    `kind` is person, party (a state as its ISO 3166-1 alpha-3 code, or another side of the talks), body (an
    organization that is no party) or place. `name` is the canonical name by the annotation guide: the fullest name in
    the report without titles; the code for a state and its government, capital or seat. `country` is the code of the
    state a person or body belongs to, where the report says it. `reason` says how the mentions were joined.
    """

    kind: str
    name: str
    country: str
    mentions: tuple[Mention, ...]
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything the annotator found in one report; `version` names the model and the rules that made it."""

    report: str
    version: str
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    names: tuple[Name, ...]
    times: tuple[Timex, ...]
    attributions: tuple[Attribution, ...]
    referents: tuple[Referent, ...]
