"""A small process of talks between two countries that do not exist, as claims: what tests of the record start from."""

from communique.model.claim import Claim
from communique.model.report import Report
from communique.testing import a_claim, a_report

LONG = (
    "The delegations of Veldania and Maretia opened talks in Oslo on Monday after two years without contact.",
    "Ilva Sorn, who leads the Veldanian delegation, said her government would not give up the Salt Coast.",
    "The Maretian envoy Darro Kest answered that the coast had never belonged to anybody but those who fish there.",
    "Norway hosts the round and Omanis carry papers between the rooms, since the sides refuse to sit together.",
    "A first paper on the exchange of prisoners was handed over before noon and neither side rejected it outright.",
    "Fishing crews from both shores waited outside the building with banners that asked for open waters before winter.",
)


def story() -> list[tuple[Report, list[Claim]]]:
    """Eight reports of four outlets: a copy, a credit, a postponement, two dates, a denial and a deadline."""
    return [
        _opening("The Courier", LONG),
        _opening("Harbour Daily", LONG[:4]),
        _credited(),
        _announced(),
        _postponed(),
        _second_round("The Courier", "2031-05-22", "21"),
        _second_round("Northern Wire", "2031-05-23", "22"),
        _denied(),
    ]


def _opening(outlet: str, sentences: tuple[str, ...]) -> tuple[Report, list[Claim]]:
    report = a_report(*sentences, outlet=outlet, published="2031-05-06", title="Talks open in Oslo")
    return report, [
        a_claim(
            report,
            "meetings",
            said=sentences[0],
            format="talks",
            parties=["Veldania", "Maretia"],
            participants=["Ilva Sorn", "Darro Kest"],
            mediators=["NOR", "OMN"],
            place="Oslo",
            when="2031-05-05",
            status="held",
        ),
        a_claim(
            report,
            "offices",
            said=sentences[1],
            person="Ilva Sorn",
            role="head of the delegation",
            country="Veldania",
            status="current",
        ),
        a_claim(
            report,
            "statements",
            said=sentences[1],
            speaker="Ilva Sorn",
            mode="indirect",
            content="her government would not give up the Salt Coast",
            cue="said",
        ),
        a_claim(
            report,
            "positions",
            said=sentences[1],
            party="Veldania",
            by="Ilva Sorn",
            issue="give up the Salt Coast",
            stance="rejects",
        ),
    ]


def _credited() -> tuple[Report, list[Claim]]:
    said = "Veldania and Maretia met in Oslo on 5 May, according to the Courier."
    report = a_report(said, "No date was set for another round.", outlet="Radio Skerry", published="2031-05-07")
    return report, [
        a_claim(report, "citations", said=said, cited="Courier", kind="newspaper"),
        a_claim(
            report,
            "meetings",
            said=said,
            format="talks",
            parties=["Veldania", "Maretia"],
            place="Oslo",
            when="2031-05-05",
            status="held",
        ),
    ]


def _announced() -> tuple[Report, list[Claim]]:
    said = "A second round will be held in Muscat on 14 May, and a list of prisoners is due by 12 May."
    report = a_report(said, outlet="The Courier", published="2031-05-09", title="Second round in Muscat")
    return report, [
        a_claim(
            report,
            "meetings",
            said=said,
            format="talks",
            parties=["Veldania", "Maretia"],
            place="Muscat",
            when="2031-05-14",
            status="scheduled",
        ),
        a_claim(
            report,
            "next_steps",
            said=said,
            who=["Veldania", "Maretia"],
            what="A second round",
            kind="meeting",
            where="Muscat",
            when="2031-05-14",
            modality="scheduled",
        ),
        a_claim(
            report,
            "next_steps",
            said=said,
            who=["Maretia"],
            what="a list of prisoners",
            kind="deadline",
            when="../2031-05-12",
            modality="expected",
        ),
        a_claim(
            report, "proposals", said=said, name="list of prisoners", authors=["Maretia"], status="under_discussion"
        ),
    ]


def _postponed() -> tuple[Report, list[Claim]]:
    said = "The round in Muscat on 14 May has been put off, Oman said."
    report = a_report(said, outlet="Harbour Daily", published="2031-05-13")
    return report, [
        a_claim(
            report,
            "meetings",
            said=said,
            format="talks",
            parties=["Veldania", "Maretia"],
            place="Muscat",
            when="2031-05-14",
            status="postponed",
        )
    ]


def _second_round(outlet: str, published: str, day: str) -> tuple[Report, list[Claim]]:
    said = f"Veldania and Maretia met in Muscat on {day} May without a result."
    report = a_report(said, outlet=outlet, published=published)
    return report, [
        a_claim(
            report,
            "meetings",
            said=said,
            format="talks",
            parties=["Veldania", "Maretia"],
            participants=["Ilva Sorn"],
            place="Muscat",
            when=f"2031-05-{day}",
            status="held",
        )
    ]


def _denied() -> tuple[Report, list[Claim]]:
    said = "Kest denied that Veldania and Maretia met in Muscat without a result."
    report = a_report(said, outlet="Radio Skerry", published="2031-05-24")
    return report, [
        a_claim(
            report,
            "statements",
            said=said,
            speaker="Darro Kest",
            mode="indirect",
            content="Veldania and Maretia met in Muscat without a result",
            cue="denied",
        )
    ]
