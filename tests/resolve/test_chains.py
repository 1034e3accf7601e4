"""Where the words of a claim come from in the end: own, copied, credited beside the words, or by a dateline."""

from dataclasses import replace

import pytest

from communique.model.claim import Claim
from communique.model.fact import Source
from communique.model.report import Report
from communique.resolve.chains import chains, followed
from communique.resolve.outlets import is_outlet, outlet_name, wire_of
from communique.testing import a_claim, a_report

FAR = "The ministry gave no further details and the envoys left by the back door. " * 5


def source(report: Report, claim: Claim, *others: Claim, known: tuple[Report, ...] = ()) -> Source:
    reports = {r.id: r for r in (report, *known)}
    return chains(reports, {id: id for id in reports}, [claim, *others]).source(claim, claim.id)


def credited(said: str, *more: str) -> Source:
    report = a_report(said, *more, outlet="Radio Skerry")
    met = a_claim(report, "meetings", said=said, status="held")
    cites = report.text[report.text.index("according to") :]
    return source(report, met, a_claim(report, "citations", said=cites, cited="Reuters", kind="news_agency"))


def test_an_outlet_credited_beside_the_words_is_their_origin() -> None:
    found = credited("They met in Oslo, according to Reuters.")
    assert (found.origin, found.relation) == ("Reuters", "credit")


@pytest.mark.parametrize("between", [FAR, ""])
def test_a_credit_of_another_sentence_does_not_count_for_the_words(between: str) -> None:
    found = credited("They met in Oslo.", between, "The round is over, according to Reuters.")
    assert (found.origin, found.relation) == ("Radio Skerry", "own")


def said_on(second: str, *, by: str) -> Source:
    first = "Ada Lund told Reuters that the round was over."
    report = a_report(f"{first} {second}", outlet="Radio Skerry")
    told = a_claim(report, "statements", said=first, speaker="Ada Lund", content="the round was over")
    more = a_claim(report, "statements", said=second, speaker=by, content="the ferry would leave")
    return source(report, more, told)


def test_what_a_credited_speaker_goes_on_to_say_is_credited_too() -> None:
    assert said_on("She said the ferry would leave.", by="Ada Lund").origin == "Reuters"


def test_what_somebody_else_says_next_is_not_credited() -> None:
    assert said_on("Jonas Vell said the ferry would leave.", by="Jonas Vell").origin == "Radio Skerry"


def test_an_outlet_that_names_itself_is_its_own_origin() -> None:
    report = a_report("They met, the source told Reuters.", outlet="Reuters")
    cites = a_claim(report, "citations", cited="Reuters", kind="news_agency")
    assert source(report, a_claim(report, "meetings", status="held"), cites).relation == "own"


def test_a_press_release_is_no_outlet() -> None:
    report = a_report("They met, the ministry said in a statement.", outlet="Radio Skerry")
    cites = a_claim(report, "citations", cited="the ministry", kind="press_release")
    assert source(report, a_claim(report, "meetings", status="held"), cites).origin == "Radio Skerry"


def test_an_agency_in_the_dateline_is_the_origin_of_all_that_follows() -> None:
    report = a_report("OSLO, May 2 (Reuters) - They met.", outlet="Radio Skerry")
    found = source(report, a_claim(report, "meetings", said="They met.", status="held"))
    assert (found.origin, found.relation) == ("Reuters", "credit")


def test_an_unknown_word_in_brackets_is_no_agency() -> None:
    report = a_report("OSLO (two hours late) - They met.", outlet="Radio Skerry")
    assert source(report, a_claim(report, "meetings", status="held")).relation == "own"


@pytest.mark.parametrize(
    ("text", "wire"),
    [
        ("MOSCOW, May 2. /TASS/. They met.", "TASS"),
        ("OSLO, May 2 (Northern Wire) - They met.", "Northern Wire"),
        ("SAN JOSE (COSTA RICA), 16 OCT 89 (DPA) -- [TEXT] They met.", "DPA"),
        ("SEOUL, Dec. 30 (Yonhap) -- They met.", "Yonhap"),
        ("They met (again) in Oslo.", ""),
    ],
)
def test_a_dateline_names_its_agency(text: str, wire: str) -> None:
    assert wire_of(a_report(text)) == wire


def test_outlets_go_by_one_name_and_by_their_initials() -> None:
    assert outlet_name("Reuter (via FBIS)") == outlet_name("the Reuters news agency") == "Reuters"
    assert is_outlet("MPA", "Maretia Press Agency")
    assert not is_outlet("MPA", "Northern Wire")


def test_credits_are_followed_to_the_end() -> None:
    def told(outlet: str, origin: str, relation: str) -> Source:
        return Source("2031-05-02", outlet, outlet, outlet, 0, 1, "x", origin=origin, relation=relation)

    found = followed(
        [told("Axios", "Axios", "own"), told("Reuters", "Axios", "credit"), told("BBC", "Reuters", "credit")]
    )
    assert {s.origin for s in found} == {"Axios"}
    circle = followed([told("Reuters", "BBC", "credit"), told("BBC", "Reuters", "credit")])
    assert len(circle) == 2


def test_a_credit_beside_later_words_is_not_for_what_the_report_told_before() -> None:
    told, again = "They met in Oslo on Monday.", "The round lasted an hour, according to Reuters."
    report = a_report(told, again, outlet="Radio Skerry")
    first = a_claim(report, "meetings", said=told, status="held")
    second = a_claim(report, "meetings", said=again, status="held")
    met = replace(first, evidence=(*first.evidence, *second.evidence))
    cites = a_claim(report, "citations", said=again, cited="Reuters", kind="news_agency")
    assert source(report, met, cites).relation == "own"
