"""Meetings, read from sentences of our own about peace processes of the past."""

from collections.abc import Callable

import pytest

from communique.claims.meetings import judged, meetings
from communique.claims.meetings.company import company
from communique.claims.meetings.encounters import encounters
from communique.claims.meetings.judging import told
from communique.claims.meetings.ranking import Scene, intermediaries, shipped
from communique.claims.meetings.triggers import triggers
from communique.model.claim import Claim
from communique.model.page import Page

Annotate = Callable[..., Page]


def read(annotate: Annotate, text: str, published: str = "1995-11-10") -> tuple[Claim, ...]:
    return meetings(annotate(text, published=published))


def test_a_meeting_has_its_sides_people_place_and_day(annotate: Annotate) -> None:
    (met,) = read(
        annotate, "Egyptian President Anwar Sadat met Israeli Prime Minister Menachem Begin in Ismailia on Monday."
    )
    assert set(met.all("parties")) == {"EGY", "ISR"}
    assert met.all("participants") == ("Anwar Sadat", "Menachem Begin")
    assert met.get("place") == "Ismailia"
    assert met.get("when") == "1995-11-06"
    assert met.get("status") == "held"


def test_the_publication_day_never_stands_in_for_the_day_of_a_meeting(annotate: Annotate) -> None:
    (met,) = read(annotate, "Officials from Peru and Ecuador met in Brasilia.")
    assert met.get("when") == ""


def test_talks_mentioned_three_times_are_one_meeting(annotate: Annotate) -> None:
    text = (
        "Peru and Ecuador held peace talks in Brasilia on Tuesday. The talks ended without an agreement. "
        "After the meeting, Ecuador's delegation flew home."
    )
    (met,) = read(annotate, text)
    assert set(met.all("parties")) == {"PER", "ECU"}


def test_another_round_on_another_day_is_another_meeting(annotate: Annotate) -> None:
    text = (
        "Peru and Ecuador held talks in Brasilia on Tuesday. "
        "The two sides will hold a new round of talks in Buenos Aires on November 20."
    )
    first, second = read(annotate, text)
    assert (first.get("status"), second.get("status")) == ("held", "scheduled")
    assert second.get("place") == "Buenos Aires"
    assert second.get("when") == "1995-11-20"


def test_a_mediator_is_named_as_one(annotate: Annotate) -> None:
    (met,) = read(annotate, "Eritrea and Ethiopia held talks mediated by Algeria in Algiers on Wednesday.")
    assert "DZA" in met.all("mediators")
    assert set(met.all("parties")) == {"ERI", "ETH"}


def test_names_listed_before_mediators_are_all_of_mediators(annotate: Annotate) -> None:
    page = annotate("Ethiopia and Eritrea rejected what Algerian, Egyptian and Libyan mediators offered.")
    between = intermediaries(page)
    assert {"DZA", "EGY", "LBY"} <= between
    assert not {"ETH", "ERI"} & between


@pytest.mark.parametrize(
    "text",
    [
        "Eritrea and Ethiopia held Algerian-brokered talks in Lome on Wednesday.",
        "Under Algerian auspices, Eritrea and Ethiopia held talks in Lome on Wednesday.",
        "Eritrean and Ethiopian officials met in Lome on Wednesday in the presence of Algeria.",
        "Eritrean and Ethiopian delegations, brought together by Algeria, held talks in Lome on Wednesday.",
        "Talks between Eritrea and Ethiopia, mediated by Algeria, resumed in Lome on Wednesday.",
    ],
)
def test_words_of_mediation_make_mediators_of_no_side(annotate: Annotate, text: str) -> None:
    (met,) = read(annotate, text)
    assert met.all("mediators") == ("DZA",)
    assert set(met.all("parties")) == {"ERI", "ETH"}


def test_who_leads_a_delegation_is_there(annotate: Annotate) -> None:
    text = (
        "A Jordanian delegation headed by Foreign Minister Karim Haddad will visit Damascus on Saturday "
        "for talks with Syrian officials."
    )
    (met,) = read(annotate, text)
    assert met.all("participants") == ("Karim Haddad",)
    assert met.get("place") == "Damascus"


def test_who_tells_of_talks_takes_no_part_in_them_by_that(annotate: Annotate) -> None:
    (met,) = read(annotate, "Peru and Ecuador held talks in Brasilia on Tuesday, according to Chile's government.")
    assert set(met.all("parties")) == {"PER", "ECU"}


def test_views_are_exchanged_by_those_who_meet(annotate: Annotate) -> None:
    text = "Egyptian President Anwar Sadat and Jordan's King Hussein exchanged views in Aqaba on Monday."
    assert len(judged(annotate(text))) == 1


def test_a_meeting_put_off_until_a_day_is_on_that_day(annotate: Annotate) -> None:
    (met,) = read(annotate, "Talks between Peru and Ecuador in Brasilia have been postponed until Tuesday.")
    assert (met.get("status"), met.get("when"), met.get("place")) == ("postponed", "1995-11-14", "Brasilia")


@pytest.mark.parametrize(
    "text",
    [
        "Talks between Peru and Ecuador which were to begin in Brasilia on Monday were postponed until Tuesday.",
        "Talks between Peru and Ecuador in Brasilia that were set for Monday have been put off to Tuesday.",
        "Peru and Ecuador brought their talks in Brasilia forward to Tuesday, Brazilian officials said on Friday.",
    ],
)
def test_the_new_day_of_a_meeting_is_its_day(annotate: Annotate, text: str) -> None:
    (met,) = read(annotate, text)
    assert met.get("when") == "1995-11-14"


@pytest.mark.parametrize(
    ("text", "when", "status"),
    [
        ("Peru and Ecuador agreed to meet in Brasilia in October to draft a treaty.", "1995-10", "held"),
        ("Peru and Ecuador will hold talks in Brasilia on November 20.", "1995-11-20", "scheduled"),
    ],
)
def test_status_and_time_go_together(annotate: Annotate, text: str, when: str, status: str) -> None:
    (met,) = read(annotate, text)
    assert (met.get("when"), met.get("status")) == (when, status)


def test_a_title_says_with_an_infinitive_what_is_to_come(annotate: Annotate) -> None:
    text = "Officials of both states confirmed it on Friday."
    page = annotate(text, title="Peru and Ecuador to hold talks in Brasilia on Monday", published="1995-11-10")
    (met,) = meetings(page)
    assert (met.get("status"), met.get("when")) == ("scheduled", "1995-11-13")


def test_what_began_before_the_report_and_lasts_beyond_it_is_under_way(annotate: Annotate) -> None:
    text = "The foreign minister of Peru visited Ecuador from November 9 to 12 for talks with President Sixto Duran."
    (met,) = read(annotate, text)
    assert (met.get("when"), met.get("status")) == ("1995-11-09/1995-11-12", "under_way")


def test_what_is_under_discussion_is_no_meeting(annotate: Annotate) -> None:
    assert read(annotate, "An American-Egyptian draft is under discussion, two diplomats said.") == ()


def test_two_verbs_of_a_sentence_with_partners_of_their_own_are_two_meetings(annotate: Annotate) -> None:
    text = "Egyptian President Anwar Sadat met Jordan's King Hussein and spoke with Syrian President Hafez al-Assad."
    assert len(judged(annotate(text))) == 2


def test_contacts_in_two_towns_are_two_meetings(annotate: Annotate) -> None:
    text = (
        "Peru and Ecuador held talks in Brasilia this month. "
        "Officials of Peru and Ecuador also met in Buenos Aires this month."
    )
    assert {met.get("place") for met in read(annotate, text)} == {"Brasilia", "Buenos Aires"}


def test_a_visit_by_somebody_has_him_as_a_side(annotate: Annotate) -> None:
    page = annotate("A visit by the Iraqi foreign minister to Tehran was put off.", published="1995-11-10")
    (visit,) = triggers(page)
    told_of = company(page, visit)
    assert "IRQ" in {actor.party for actor in told_of.sides}
    assert told_of.mediators == ()


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Jordan and Israel will hold talks in Washington.", "scheduled"),
        ("Jordan and Israel are expected to hold talks in Washington.", "scheduled"),
        ("Jordan is due to hold talks with Israel in Washington.", "scheduled"),
        ("Jordan offered to hold talks with Israel in Washington.", "proposed"),
        ("Jordan refused to hold talks with Israel in Washington on Friday.", "refused"),
        ("Jordan and Israel called off talks in Washington.", "cancelled"),
        ("Jordan and Israel postponed talks in Washington.", "postponed"),
        ("Jordan and Israel are holding talks in Washington.", "under_way"),
        ("Jordan and Israel held talks in Washington.", "held"),
        ("Jordan and Israel were to have held talks in Washington.", "cancelled"),
        ("Talks between Jordan and Israel collapsed before they started.", "cancelled"),
        ("Jordan and Israel have been holding talks in Washington.", "under_way"),
        ("They’ve been meeting in Washington since Monday, the envoys of Jordan and Israel said.", "under_way"),
        ("Talks between Jordan and Israel have stalled.", "under_way"),
        ("The accord signed in Washington by Jordan and Israel must be kept.", "held"),
        ("King Hussein of Jordan is due in Washington on Friday for talks with Israeli officials.", "scheduled"),
        ("Jordan and Israel are set for talks in Washington.", "scheduled"),
        ("Jordan asked Egypt to foster conditions for the resumption of talks with Israel in Washington.", "proposed"),
        ("King Hussein of Jordan left Amman last night to attend a summit with Israel in Washington.", "scheduled"),
    ],
)
def test_the_status_follows_tense_and_modality(annotate: Annotate, text: str, status: str) -> None:
    (met,) = read(annotate, text)
    assert met.get("status") == status


def test_a_call_by_phone_is_a_call(annotate: Annotate) -> None:
    text = "Norwegian Foreign Minister Johan Holst spoke by phone with Israeli Foreign Minister Shimon Peres on Friday."
    (met,) = read(annotate, text)
    assert met.get("format") == "call"


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Jordan and Israel held virtual talks on Monday.", "video"),
        ("Jordan and Israel held telephone talks on Monday.", "call"),
        ("King Hussein of Jordan met Menachem Begin of Israel in a conference call on Monday.", "call"),
    ],
)
def test_talks_that_nobody_travels_to_are_calls(annotate: Annotate, text: str, form: str) -> None:
    (met,) = read(annotate, text)
    assert met.get("format") == form


def test_a_century_is_no_day_of_a_meeting(annotate: Annotate) -> None:
    (met,) = read(annotate, "Peru and Ecuador held talks at a 14th-century castle outside Brasilia on Monday.")
    assert met.get("when") == "1995-11-06"


def test_a_visit_for_a_meeting_is_the_meeting(annotate: Annotate) -> None:
    text = (
        "Egyptian President Anwar Sadat flew to Jerusalem on Saturday for peace talks "
        "with Israeli Prime Minister Menachem Begin."
    )
    (met,) = read(annotate, text)
    assert met.get("format") == "talks"
    assert met.get("place") == "Jerusalem"


def test_a_press_conference_is_no_meeting(annotate: Annotate) -> None:
    assert read(annotate, "Egyptian President Anwar Sadat held a news conference in Cairo on Monday.") == ()


def test_meeting_a_demand_is_no_meeting(annotate: Annotate) -> None:
    assert read(annotate, "Egypt met the demands of Israel's farmers for cheaper water.") == ()


def test_a_cabinet_meeting_is_no_meeting_of_parties(annotate: Annotate) -> None:
    assert read(annotate, "The Egyptian government held a cabinet meeting in Cairo on Monday.") == ()


def test_the_evidence_is_in_the_text(annotate: Annotate) -> None:
    text = "Peru and Ecuador held peace talks in Brasilia on Tuesday."
    page = annotate(text, published="1995-11-10")
    for met in meetings(page):
        for evidence in met.evidence:
            evidence.verify(page.report.text)


def test_a_day_to_meet_by_is_the_end_of_an_open_time(annotate: Annotate) -> None:
    (met,) = read(annotate, "Peru and Ecuador will hold talks in Brasilia before November 20.")
    assert met.get("when") == "../1995-11-20"


def test_the_people_of_a_movement_meet_for_the_movement(annotate: Annotate) -> None:
    (met,) = read(
        annotate,
        "Sinn Fein leader Gerry Adams met British Prime Minister Tony Blair for peace talks in London on Thursday.",
    )
    assert set(met.all("parties")) == {"Sinn Fein", "GBR"}


def test_an_exchange_of_fire_is_no_contact(annotate: Annotate) -> None:
    assert read(annotate, "An exchange of fire between Peru and Ecuador killed two soldiers on Friday.") == ()


def test_words_that_may_mean_a_call_are_the_call_of_the_same_two_people(annotate: Annotate) -> None:
    text = (
        "Norwegian Foreign Minister Johan Holst spoke with Israeli Foreign Minister Shimon Peres on Friday. "
        "The call between Foreign Minister Johan Holst and Foreign Minister Shimon Peres lasted an hour."
    )
    (met,) = read(annotate, text)
    assert met.get("format") == "call"


def test_two_days_told_as_one_are_the_days_of_one_meeting(annotate: Annotate) -> None:
    (met,) = read(annotate, "Peru and Ecuador held peace talks in Brasilia on Tuesday and Wednesday.")
    assert met.get("when") == "1995-11-07/1995-11-08"


def test_talks_that_began_go_on_whatever_else_is_planned_for_them(annotate: Annotate) -> None:
    text = (
        "Peru wants aid before engaging in the peace talks with Ecuador that started on Thursday in Brasilia. "
        "In comments before heading to Brasilia, Peru said the talks would be hard."
    )
    met = read(annotate, text)[0]
    assert (met.get("status"), met.get("when")) == ("under_way", "1995-11-09/..")


def test_two_years_told_one_after_the_other_are_one_stretch(annotate: Annotate) -> None:
    (met,) = read(annotate, "Peru and Ecuador held talks in Brasilia in 1991 and 1992.")
    assert met.get("when") == "1991/1992"


def test_the_day_on_which_talks_were_agreed_on_is_not_their_day(annotate: Annotate) -> None:
    (met,) = read(annotate, "Peru and Ecuador agreed on Friday to hold talks in Brasilia.")
    assert (met.get("status"), met.get("when")) == ("scheduled", "")


def test_words_to_the_press_are_no_contact(annotate: Annotate) -> None:
    assert read(annotate, "Israeli Prime Minister Menachem Begin spoke to reporters in Jerusalem on Monday.") == ()


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Egyptian President Anwar Sadat had planned to meet Menachem Begin of Israel in Ismailia.", "cancelled"),
        ("Peru ruled out meeting with Ecuador in Brasilia.", "refused"),
        ("Peru urged Ecuador to attend the peace talks, which are set to begin in Brasilia on Monday.", "scheduled"),
        ("Peru and Ecuador were deep in negotiations on the border.", "under_way"),
        ("Peru and Ecuador were in talks on the border.", "under_way"),
        ("Peru and Ecuador failed to reach agreement at talks in Brasilia.", "held"),
        ("Peru and Ecuador will return to the negotiating table in Brasilia.", "scheduled"),
        ("Peru and Ecuador opened talks in Brasilia on Thursday.", "under_way"),
        ("Peru has sent a delegation to Brasilia for further talks with Ecuador.", "under_way"),
        ("A Peruvian delegation will arrive in Ecuador on Friday for a two-day visit.", "scheduled"),
        ("A Peruvian delegation has now flown to Brasilia for talks with Ecuador.", "under_way"),
        ("Peru agreed to attend the peace talks with Ecuador that began in Brasilia on Thursday.", "under_way"),
        ("Talks between Peru and Ecuador, which are being held in Brasilia, would be costly.", "under_way"),
        ("Peru wants to return to the talks with Ecuador, which ended in Brasilia on Monday.", "held"),
        ("The talks between Peru and Ecuador in Brasilia will end on Sunday.", "under_way"),
        ("The envoy opened talks between Peru and Ecuador planned to last for two weeks.", "under_way"),
        ("Peru and Ecuador will hold a summit, which starts Friday in Brasilia.", "scheduled"),
        ("Peru is seeking support ahead of a meeting with Ecuador in Brasilia.", "scheduled"),
        ("Peru praised the planned summit with Ecuador in Brasilia.", "scheduled"),
        ("The visit follows talks between Peru and Ecuador in Brasilia.", "held"),
        ("The summit of Peru and Ecuador in Brasilia rejected the plan.", "held"),
        ("Talks between Peru and Ecuador spilled into a second day.", "under_way"),
        ("Peru avoided talks with Ecuador in Brasilia.", "refused"),
        ("Peru, hosting Ecuador for talks in Lima, offered to free the soldiers.", "held"),
        ("In a letter to Ecuador, Peru said it would free the soldiers on Monday.", "held"),
        ("A Peruvian delegation left for Ecuador on Friday.", "under_way"),
        ("Peru would not have flown to Brasilia for talks with Ecuador without a plan.", "held"),
        ("Ecuador's envoy opened the round on Friday by meeting Peru's negotiator in Brasilia.", "held"),
        ("Neither Peru nor Ecuador has said that it is abandoning the talks in Brasilia.", "under_way"),
        ("Peru said that it would not cancel the talks with Ecuador in Brasilia.", "scheduled"),
        ("Months of talks between Peru and Ecuador have so far brought no agreement.", "under_way"),
        ("Reports have suggested that progress is being made in talks between Peru and Ecuador.", "under_way"),
        ("The envoy met Peru's leaders to lay the groundwork for a dialogue with Ecuador.", "proposed"),
        ("Peru said that any talks with Ecuador would have to include the border.", "proposed"),
    ],
)
def test_the_status_is_told_by_more_than_tense(annotate: Annotate, text: str, status: str) -> None:
    page = annotate(text, published="1995-11-10")
    assert status in {told(page, e) for e in encounters(Scene(page), shipped())}


@pytest.mark.parametrize(
    "text",
    [
        "After the massacre Egypt renewed calls for the withdrawal of Israeli troops, and Sadat sent an envoy.",
        "In their joint statement Sadat and Begin called for the fastest possible ratification of the treaty.",
        "Egypt's envoy has called the decision of the Permanent Court of Arbitration illegal, and Israel's too.",
        "Egypt called on Israel to withdraw its troops from Sinai.",
        "Egyptian President Anwar Sadat arrived in Alexandria on Monday, hours after Israel rejected the treaty.",
    ],
)
def test_who_calls_for_something_or_travels_at_home_meets_nobody(annotate: Annotate, text: str) -> None:
    assert read(annotate, text) == ()


def test_an_opposition_without_a_name_is_a_side(annotate: Annotate) -> None:
    (met,) = read(annotate, "Ethiopia's prime minister and opposition leaders met on Monday to discuss the sanctions.")
    assert set(met.all("parties")) == {"ETH", "opposition"}


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        (
            "Kenya's foreign ministry on Tuesday summoned the British high commissioner over the sanctions.",
            {"KEN", "GBR"},
        ),
        ("The Israeli ambassador was summoned to the Egyptian foreign ministry over the embargo.", {"ISR", "EGY"}),
        ("Norway's prime minister received a delegation from Chile on Monday to discuss the treaty.", {"NOR", "CHL"}),
    ],
)
def test_who_summons_or_receives_an_envoy_meets_the_state_of_the_envoy(
    annotate: Annotate, text: str, parties: set[str]
) -> None:
    (met,) = read(annotate, text)
    assert (met.get("format"), set(met.all("parties"))) == ("meeting", parties)


def test_whom_a_court_summons_it_does_not_meet(annotate: Annotate) -> None:
    assert (
        read(annotate, "A Chilean court summoned two members of the Norwegian delegation's staff over a treaty.") == ()
    )


def test_what_a_visit_follows_came_before_it(annotate):
    page = annotate(
        "Norwegian Prime Minister Karin Sund's visit will follow her first summit with Lebanese President Elias "
        "Haddad on May 1 in Cairo.",
        published="2031-06-04",
    )
    found = next(c for c in meetings(page) if c.get("format") == "summit")
    assert (found.get("status"), found.get("when")) == ("held", "2031-05-01")


def test_the_date_of_a_document_dates_no_talks_on_it(annotate):
    page = annotate("Norwegian and Lebanese ministers held consultations in Oslo on the Skerry Agreement of 2029.")
    assert [c.get("when") for c in meetings(page)] == [""]


def test_a_time_that_somebody_only_speaks_of_dates_no_meeting_outside_the_words(annotate):
    page = annotate(
        'Norwegian Foreign Minister Karin Sund met Lebanese Foreign Minister Elias Haddad in Oslo. "We are closer than '
        'we were last week," Sund said after the meeting.',
        published="2031-06-04",
    )
    assert {c.get("when") for c in meetings(page)} == {""}


@pytest.mark.parametrize(
    "title",
    ["Norway, Lebanon to resume border talks", "Norway and Lebanon to restart talks", "Norway, Lebanon set for talks"],
)
def test_what_a_headline_announces_is_scheduled(annotate: Annotate, title: str) -> None:
    (met,) = meetings(annotate(f"{title}\n\nNegotiators were in town.", title=title, published="1995-11-10"))
    assert (set(met.all("parties")), met.get("status")) == ({"NOR", "LBN"}, "scheduled")
