"""Numbers and quotations that contradict each other."""

from communique.model.fact import Dispute
from communique.resolve.resolution import resolve
from communique.testing import a_claim, a_report


def found(kind: str, *told: tuple[str, str], **fields: str) -> list[Dispute]:
    reports = [a_report(said, outlet=outlet, published="2031-05-06") for outlet, said in told]
    claims = [a_claim(r, kind, said=r.text, **fields) for r in reports]
    return [d for f in resolve(reports, claims).facts for d in f.disputes]


def exchanged(*told: tuple[str, str]) -> list[Dispute]:
    return found("meetings", *told, format="talks", when="2031-05-05", status="held", parties="NOR")


def test_two_origins_that_count_the_same_things_differently_are_a_dispute() -> None:
    (dispute,) = exchanged(
        ("Wire", "The sides agreed in Oslo to exchange 40 prisoners at the Salt Coast crossing."),
        ("Post", "In Oslo the sides agreed to exchange 33 prisoners at the Salt Coast crossing."),
    )
    assert (dispute.type, {s.value for s in dispute.sides}) == ("number", {"40 prisoners", "33 prisoners"})


def test_numbers_of_other_things_are_none() -> None:
    assert not exchanged(
        ("Wire", "The sides agreed in Oslo to exchange 40 prisoners at the Salt Coast crossing."),
        ("Post", "A storm sank 33 boats while hundreds waited for the ferry to the mainland."),
    )


def test_a_number_in_words_is_the_same_number() -> None:
    assert not exchanged(
        ("Wire", "The sides agreed in Oslo to free 12 prisoners at the Salt Coast crossing."),
        ("Post", "In Oslo the sides agreed to free twelve prisoners at the Salt Coast crossing."),
    )


def quoted(*contents: tuple[str, str]) -> list[Dispute]:
    reports = [a_report(f"Sorn said: {words}", outlet=outlet, published="2031-05-06") for outlet, words in contents]
    claims = [
        a_claim(r, "statements", said=r.text, speaker="Ilva Sorn", mode="direct", content=words, cue="said")
        for r, (_, words) in zip(reports, contents, strict=True)
    ]
    return [d for f in resolve(reports, claims).facts for d in f.disputes]


def test_one_quotation_in_two_wordings_is_a_dispute_and_a_shorter_one_is_none() -> None:
    words = "We will never give up the Salt Coast nor the waters before it"
    other = "We will not give up the Salt Coast nor the waters before it"
    assert [d.type for d in quoted(("Wire", words), ("Post", other))] == ["wording"]
    assert not quoted(("Wire", words), ("Post", "never give up the Salt Coast nor the waters before it"))
