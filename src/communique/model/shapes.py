"""The kinds of entries that may be proposed or added, their fields, and what each field may hold."""

from dataclasses import dataclass

WORDS, SIDE, TIME = "words", "side", "time"
"""What a field holds: words of the report; words, or the code of the state they stand for; an EDTF value."""


def _one_of(values: str) -> frozenset[str]:
    return frozenset(values.split())


Holds = str | frozenset[str]


@dataclass(frozen=True, slots=True)
class Shape:
    """The fields of a kind of entry; without each of `needed` there is no entry. A set names the values of a field."""

    fields: dict[str, Holds]
    needed: tuple[str, ...]


SHAPES = {
    "citations": Shape(
        {
            "cited": WORDS, "by": WORDS,
            "kind": _one_of(
                "news_agency newspaper broadcaster website social_post press_release document interview "
                "anonymous_source"
            ),
        },
        ("cited", "kind"),
    ),
    "offices": Shape(
        {
            "person": WORDS, "role": WORDS, "body": WORDS, "country": SIDE,
            "status": _one_of("current former acting designate"),
        },
        ("person", "role"),
    ),
    "changes": Shape(
        {
            "person": WORDS, "role": WORDS, "body": WORDS, "country": SIDE, "replaces": WORDS, "when": TIME,
            "change": _one_of("appointed elected resigned dismissed died other"),
        },
        ("person", "change"),
    ),
    "meetings": Shape(
        {
            "format": _one_of("meeting talks summit visit call video shuttle ceremony exchange conference"),
            "parties": SIDE, "participants": WORDS, "mediators": SIDE, "place": WORDS, "when": TIME, "topic": WORDS,
            "status": _one_of("held under_way scheduled proposed postponed cancelled refused"),
        },
        ("format", "status"),
    ),
    "statements": Shape(
        {
            "speaker": SIDE, "content": WORDS, "cue": WORDS, "channel": WORDS, "to": WORDS,
            "mode": _one_of("direct indirect mixed"),
        },
        ("speaker", "content"),
    ),
    "positions": Shape(
        {
            "party": SIDE, "by": WORDS, "issue": WORDS,
            "stance": _one_of("demands proposes supports accepts open_to conditional rejects denies undecided"),
        },
        ("party", "issue", "stance"),
    ),
    "proposals": Shape(
        {
            "name": WORDS, "authors": SIDE, "when": TIME,
            "status": _one_of(
                "floated submitted under_discussion revised agreed signed in_force rejected violated collapsed"
            ),
        },
        ("name", "status"),
    ),
    "next_steps": Shape(
        {
            "who": SIDE, "what": WORDS, "where": WORDS, "when": TIME,
            "kind": _one_of("meeting travel decision document deadline action other"),
            "modality": _one_of("scheduled planned expected promised threatened possible demanded"),
        },
        ("what", "modality"),
    ),
    "parties": Shape({"name": SIDE, "role": _one_of("principal mediator host guarantor observer other")}, ("name",)),
}  # fmt: skip
"""Every kind but times, which are rules: exact, and the same on any day."""


def shape_of(kind: str) -> Shape:
    """The shape of a kind of entry; without fields for times and for no kind at all."""
    return SHAPES.get(kind, Shape({}, ()))
