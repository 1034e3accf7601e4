"""What is a contact of parties and what only sounds like one, in sentences of our own."""

from collections.abc import Callable

import pytest

from communique.claims.meetings import meetings
from communique.claims.meetings.contacts import way
from communique.claims.meetings.encounter import Encounter
from communique.claims.meetings.encounters import encounters
from communique.claims.meetings.ranking import Scene, shipped
from communique.model.page import Page

Annotate = Callable[..., Page]


def told(annotate: Annotate, text: str) -> list[Encounter]:
    return list(encounters(Scene(annotate(text, published="1995-11-10")), shipped()))


@pytest.mark.parametrize(
    "text",
    [
        "Israeli Prime Minister Menachem Begin welcomed Anwar Sadat's decision on Monday.",
        "Jordan's King Hussein called Menachem Begin's remarks a setback.",
        "Egyptian President Anwar Sadat and Jordan's King Hussein called for a ceasefire in Lebanon on Sunday.",
        "Menachem Begin praised Anwar Sadat in Jerusalem, calling him a friend of Israel.",
    ],
)
def test_what_somebody_has_said_or_done_is_nobody_to_meet(annotate: Annotate, text: str) -> None:
    assert told(annotate, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Israeli Prime Minister Menachem Begin welcomed Egyptian President Anwar Sadat in Jerusalem.",
        "Menachem Begin of Israel called Egyptian President Anwar Sadat on Monday.",
        "Egyptian President Anwar Sadat was received by Menachem Begin in Jerusalem.",
    ],
)
def test_who_is_welcomed_called_or_received_is_met(annotate: Annotate, text: str) -> None:
    assert len(told(annotate, text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Relatives of the hostages gathered at an Israeli base in Tel Aviv on Sunday.",
        "Pilgrims from Egypt and Jordan visited Jerusalem last year.",
        "Crowds in Cairo were calling on Israel to accept the plan.",
    ],
)
def test_crowds_gather_and_travel_without_meeting_anybody(annotate: Annotate, text: str) -> None:
    assert told(annotate, text) == []


def test_leaders_gather_to_meet(annotate: Annotate) -> None:
    assert len(told(annotate, "The leaders of Egypt and Jordan gathered in Cairo on Sunday.")) == 1


def test_travel_to_discuss_something_is_a_visit(annotate: Annotate) -> None:
    (visit,) = told(annotate, "Egyptian President Anwar Sadat travelled to Jordan to discuss a ceasefire in Lebanon.")
    assert visit.format == "visit"


def test_who_is_called_is_named_after_to(annotate: Annotate) -> None:
    (call,) = told(annotate, "On Sunday Anwar Sadat of Egypt made a call to Israeli Defence Minister Ezer Weizman.")
    assert call.format == "call"
    assert call.people == {"Anwar Sadat", "Ezer Weizman"}


def test_calls_for_something_are_demands(annotate: Annotate) -> None:
    assert told(annotate, "Calls for a truce with Israel come from Egypt and Jordan.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Egypt and Israel are at odds. The joint military commission will meet in Geneva on Monday.",
        "Egypt and Israel are at odds. Delegations sat in separate rooms in Geneva until midnight.",
        "Egypt and Israel are at odds. Negotiators haggled over the text until dawn.",
        "Egypt and Israel are at odds. The generals, who dined at the castle on Sunday, made no statement.",
    ],
)
def test_bodies_and_several_envoys_meet_without_naming_another_side(annotate: Annotate, text: str) -> None:
    (met,) = told(annotate, text)
    assert met.pair


@pytest.mark.parametrize(
    "text",
    [
        "Egypt and Israel are at odds. The prisoners sat in a cell in Geneva until midnight.",
        "Egypt and Israel are at odds. Officials argued that the border was closed on Monday.",
    ],
)
def test_who_only_sits_or_argues_meets_nobody(annotate: Annotate, text: str) -> None:
    assert told(annotate, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Egyptian President Anwar Sadat will see the Israeli negotiator on Thursday.",
        "Menachem Begin saw King Hussein of Jordan in Geneva on Sunday.",
        "Egypt and Israel are at odds. The foreign ministers saw each other in Geneva on Sunday.",
    ],
)
def test_who_sees_an_envoy_meets_him(annotate: Annotate, text: str) -> None:
    assert len(told(annotate, text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Menachem Begin sees Anwar Sadat of Egypt as a partner.",
        "A deal would see the prisoners freed by Egypt and Israel.",
        "Egypt saw its envoys turned away in Jordan.",
        "Menachem Begin sees no reason to talk about Jordan.",
    ],
)
def test_who_sees_something_so_meets_nobody(annotate: Annotate, text: str) -> None:
    assert told(annotate, text) == []


@pytest.mark.parametrize(
    ("text", "format_", "status"),
    [
        ("The Egyptian foreign minister is due in Amman on Friday.", "visit", "scheduled"),
        ("Israeli envoy Ezer Weizman is expected in Cairo on Friday.", "visit", "scheduled"),
        ("Jordan invited Egyptian President Anwar Sadat to Amman.", "visit", "proposed"),
        ("An Egyptian delegation is to come to Geneva within days.", "visit", "scheduled"),
        ("Egypt and Israel are at odds. The delegations are to come back to Geneva on Friday.", "talks", "scheduled"),
        ("Egypt and Israel are at odds. Both teams returned to Geneva on Monday.", "talks", "held"),
        ("Egypt and Israel are at odds. The generals are due back at nine on Friday.", "talks", "scheduled"),
        ("The American envoy has been travelling between Cairo and Jerusalem with a proposal.", "shuttle", "under_way"),
    ],
)
def test_who_comes_or_is_due_somewhere_visits_and_both_sides_go_on_talking(
    annotate: Annotate, text: str, format_: str, status: str
) -> None:
    (visit,) = told(annotate, text)
    assert (visit.format, visit.status) == (format_, status)


@pytest.mark.parametrize(
    "text",
    [
        "The prisoners returned to Egypt from Israel on Monday.",
        "Anwar Sadat is careful when it comes to Israel.",
        "Egypt is due to hand the town back to Israel in May.",
        "Israel expects Egypt to withdraw from the town.",
        "Egypt and Israel are at odds. Both delegations went home on Monday.",
    ],
)
def test_not_all_that_comes_and_is_due_is_travel(annotate: Annotate, text: str) -> None:
    assert told(annotate, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Egypt and Israel are at odds. The ninth round opens in Geneva on Thursday.",
        "Egypt and Israel are at odds. A first preparatory session is planned for Friday.",
        "Egypt and Israel are at odds. A fourth sitting may slip to November.",
        "Egypt and Israel are at odds. A dinner for the two ministers on Friday was called off.",
        "Egypt and Israel are at odds. The signature of the treaty is set for Friday in Geneva.",
        "Egypt and Israel are at odds. The next session of the joint commission will be held in Amman.",
    ],
)
def test_one_of_several_sittings_and_what_has_a_day_is_a_meeting(annotate: Annotate, text: str) -> None:
    assert len(told(annotate, text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Egypt and Israel are at odds. The second round of the election in Egypt is on Sunday.",
        "Egypt and Israel are at odds. The candidate wants to win without a second round.",
        "Egypt took note of the demands of Israel.",
        "Egypt and Israel are at odds. Dinner was served at the hotel.",
    ],
)
def test_rounds_of_votes_and_notes_taken_are_no_meetings(annotate: Annotate, text: str) -> None:
    assert told(annotate, text) == []


@pytest.mark.parametrize(
    ("text", "format_"),
    [
        ("Egypt and Israel are at odds. An accord signed in Amman in February broke down.", "ceremony"),
        ("Egypt and Israel signed a treaty on Monday.", "ceremony"),
        ("Negotiators of Egypt and Israel initialled the draft in Geneva.", "ceremony"),
        ("Egypt handed Israel a note of protest on Monday.", "exchange"),
        ("Egypt sent Israel its written reply on Monday.", "exchange"),
        ("Egypt and Israel are at odds. The mediator telephoned both capitals.", "call"),
        ("The mediator was on the telephone to Egypt and Israel all night.", "call"),
    ],
)
def test_sides_sign_together_pass_papers_and_telephone(annotate: Annotate, text: str, format_: str) -> None:
    (met,) = told(annotate, text)
    assert met.format == format_


def test_what_an_agency_writes_for_editors_tells_of_no_meeting(annotate: Annotate) -> None:
    title = "Egypt to meet Israel on Monday"
    text = f"{title} (ATTN: ADDS details) By Ada Quill CAIRO, Nov. 9 (Yonhap) -- Egypt will meet Israel on Monday."
    assert len(told(annotate, text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "The treaty was signed and Egypt and Israel are at peace.",
        "Egypt sent troops to Israel on Monday.",
        "Egypt signed a contract for the dam.",
        "Egypt has a line to Israel and a telephone.",
    ],
)
def test_not_everything_signed_or_sent_is_a_contact(annotate: Annotate, text: str) -> None:
    assert told(annotate, text) == []


def test_what_is_signed_at_a_meeting_is_left_to_it(annotate: Annotate) -> None:
    (met,) = told(annotate, "Anwar Sadat met Menachem Begin in Geneva and they signed an accord in Geneva.")
    assert met.format == "meeting"


@pytest.mark.parametrize(
    "text",
    [
        "Egyptian Foreign Minister Ismail Fahmi met his counterpart at the border on Wednesday.",
        "Egypt and Israel are at odds. They are due back at nine.",
        "Jordan and Egypt put their names to an accord in Amman on Thursday.",
        "Egypt put to the Israelis on Monday a draft of four points.",
        "Egypt and Israel are at odds. The Security Council takes the question up on Monday.",
        "Under a timetable agreed in Geneva on February 13, Egypt and Israel have until May to settle.",
        "Cairo and Jerusalem sit in separate rooms.",
        "The American envoy will visit the two capitals next week.",
        "Egypt and Israel are at odds. A ceremony is planned for Tuesday in Amman.",
        "Egypt and Israel are at odds. A dinner of the ministers was called off.",
    ],
)
def test_a_contact_may_name_no_other_side(annotate: Annotate, text: str) -> None:
    assert len(told(annotate, text)) == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Egypt and Israel signed a treaty on Monday.", "signing"),
        ("Egypt handed Israel a note of protest on Monday.", "passing"),
        ("Anwar Sadat met Menachem Begin in Geneva.", "mutual"),
        ("Anwar Sadat flew to Amman on Monday.", "travel"),
        ("Egypt and Israel held talks on Monday.", "strong"),
    ],
)
def test_a_contact_is_told_in_some_way(annotate: Annotate, text: str, expected: str) -> None:
    page = annotate(text, published="1995-11-10")
    (met,) = encounters(Scene(page), shipped())
    assert way(page, met.trigger) == expected


def test_a_meeting_face_to_face_is_one(annotate: Annotate) -> None:
    page = annotate("French and German leaders met face-to-face on Wednesday, but both sides stuck to their positions.")
    assert [set(c.all("parties")) for c in meetings(page)] == [{"FRA", "DEU"}]


def test_a_session_that_took_three_hours_was_one_and_has_its_place(annotate: Annotate) -> None:
    page = annotate(
        "French and German leaders met on Wednesday. The three-hour session in Locarno was chaired by Ralph Bunche."
    )
    (met,) = meetings(page)
    assert met.get("place") == "Locarno"


@pytest.mark.parametrize("audience", ["parliament", "supporters", "lawmakers", "Radio Skerry"])
def test_who_speaks_to_an_audience_meets_nobody(annotate, audience):
    page = annotate(
        f"Norwegian Prime Minister Karin Sund, speaking to {audience} in Oslo, said that Lebanon had moved troops."
    )
    assert not meetings(page)


def test_delegations_that_sat_down_together_met_whatever_the_dateline(annotate: Annotate) -> None:
    page = annotate(
        "OSTERVIK, March 14 (Ostervik Gazette) - Delegations from Norway and Lebanon sat down together on Friday.",
        published="2031-03-14",
    )
    (met,) = meetings(page)
    assert (set(met.all("parties")), met.get("when")) == ({"NOR", "LBN"}, "2031-03-14")


@pytest.mark.parametrize(
    "text",
    [
        "Der Spiegel met the Norwegian prime minister, Karin Sund, in her office in Oslo on Sunday.",
        "Reporters from Le Monde met Norwegian Prime Minister Karin Sund in Oslo on Monday.",
        "Norwegian Prime Minister Karin Sund spoke to Le Monde in Oslo on Monday.",
    ],
)
def test_an_interview_is_no_contact_of_parties(annotate: Annotate, text: str) -> None:
    assert not told(annotate, text)


@pytest.mark.parametrize(
    "after", ["Peru insists that any licensing round be suspended.", "Ecuador rejects arbitration."]
)
def test_a_round_of_licences_and_arbitration_are_no_talks(annotate: Annotate, after: str) -> None:
    page = annotate(
        "Peruvian Foreign Minister Luz Ortega will meet her Ecuadorian counterpart Ana Solis in Lima on Tuesday. "
        f"{after}",
        published="1995-11-10",
    )
    (met,) = meetings(page)
    assert met.get("status") == "scheduled"


def test_what_a_visit_marks_has_no_status_of_its_own(annotate: Annotate) -> None:
    text = "Begin will visit Cairo on Monday. It marks his first visit to Egypt since taking office in June."
    assert [e.status for e in told(annotate, text)] == ["scheduled", ""]


@pytest.mark.parametrize(
    "text",
    [
        "Did Peruvian President Luz Ortega meet Ecuadorian President Ana Solis in Lima on Monday?",
        "Has Peruvian President Luz Ortega spoken with Ecuadorian President Ana Solis?",
    ],
)
def test_what_is_asked_is_not_told(annotate: Annotate, text: str) -> None:
    assert not told(annotate, text)


@pytest.mark.parametrize(
    "text",
    [
        "Peru recalled its ambassador to Ecuador, Kemal Ardit, for consultations on Monday.",
        "Peru has called its ambassador in Ecuador home for urgent consultations.",
        "The Peruvian envoy to Ecuador returned to Lima for consultations on Monday.",
    ],
)
def test_what_an_envoy_is_called_home_for_is_no_contact_of_states(annotate: Annotate, text: str) -> None:
    assert not meetings(annotate(text, published="1995-11-10"))


def test_who_returns_for_consultations_with_others_meets_them(annotate: Annotate) -> None:
    text = "The Peruvian envoy returned to Quito for consultations with Ecuadorian leaders on Monday."
    (met,) = meetings(annotate(text, published="1995-11-10"))
    assert set(met.all("parties")) == {"PER", "ECU"}
