"""Whose words: those of the quoted and not of the quoting, of every joint speaker, of all that a plural sets out."""

from collections.abc import Callable

import pytest

from communique.claims.statements import statements
from communique.model.page import Page

Annotate = Callable[..., Page]
Said = list[tuple[str, str]]


def said(page: Page) -> Said:
    return [(s.get("speaker"), s.get("content")) for s in statements(page)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Torvik Radio quoted the speaker of parliament, Jon Dale, as saying that the war would go on.",
            [("Jon Dale", "the war would go on")],
        ),
        (
            "The minister, Ana Petrova, left. The agency quoted her as saying that Maretia was ready.",
            [("Ana Petrova", "Maretia was ready")],
        ),
        ("“We must wait,” the palace quoted Ana Petrova as telling her cabinet.", [("Ana Petrova", "We must wait")]),
        (
            "Interior Minister Jon Dale has been quoted by Torvik Radio as denying that the army intends to leave.",
            [("Jon Dale", "the army intends to leave")],
        ),
    ],
)
def test_the_quoted_speak_and_not_the_outlet(annotate: Annotate, text: str, expected: Said):
    assert said(annotate(text)) == expected


def test_joint_speakers_with_a_clause_of_their_own_all_speak(annotate: Annotate):
    page = annotate("Kenya and Uganda, which share a border, rejected the plan.")
    assert {s for s, _ in said(page)} == {"KEN", "UGA"}


def test_a_plural_speaks_for_those_it_sets_out(annotate: Annotate):
    page = annotate("The two guarantors, Cuba and Norway, said that the truce must hold.")
    assert {s for s, _ in said(page)} == {"CUB", "NOR"}


def test_an_agency_is_not_the_state_whose_agency_it_is(annotate: Annotate):
    page = annotate("The Georgian news agency Prime-News reported on Wednesday that the talks had failed.")
    assert [s for s, _ in said(page)] == ["Prime-News"]


def test_a_judgement_held_in_common_is_said_and_a_plan_is_not(annotate: Annotate):
    page = annotate("China and Kyrgyzstan agreed that trade should grow. Cuba and Norway agreed to meet in May.")
    assert said(page) == [("CHN", "trade should grow"), ("KGZ", "trade should grow")]


def test_refusing_to_talk_to_an_enemy_is_said_and_to_the_press_is_not(annotate: Annotate):
    page = annotate(
        "France has refused to talk to the rebels. The minister, Ana Petrova, refused to talk to reporters."
    )
    assert said(page) == [("FRA", "to talk to the rebels")]


def test_a_manner_of_speaking_leads_to_a_quotation(annotate: Annotate):
    page = annotate("The envoy, Jon Dale, was silent. Another diplomat was blunter: “They will never sign the map.”")
    assert said(page) == [("Another diplomat", "They will never sign the map.")]


def test_a_readout_that_tells_what_somebody_hoped_does_not_say_it_twice(annotate: Annotate):
    page = annotate(
        "Foreign Minister Ana Petrova, according to a readout issued by her ministry, expressed the hope that the "
        "envoys would return."
    )
    assert [s.get("cue") for s in statements(page)] == ["expressed"]


def test_who_is_quoted_is_not_among_the_words(annotate: Annotate):
    page = annotate("Another official was quoted by the Walla news site as saying that the king had refused.")
    assert said(page) == [("Another official", "the king had refused")]


def test_a_thing_that_was_said_of_does_not_threaten(annotate: Annotate):
    page = annotate("Ana Petrova said every pathway had been cut off, and threatened to veto the law.")
    assert {s for s, _ in said(page)} == {"Ana Petrova"}


def test_who_only_calls_on_somebody_says_nothing(annotate: Annotate):
    page = annotate("Envoy Ana Petrova called on Prime Minister Jon Dale. Ana Petrova called on the rebels to disarm.")
    assert [c for _, c in said(page)] == ["to disarm"]


def test_whom_a_denial_was_made_to_is_not_what_was_denied(annotate: Annotate):
    page = annotate("The minister, Ana Petrova, denied that to Torvik Radio, the state broadcaster.")
    assert said(page) == []


def test_a_statement_is_that_of_the_body_named_before_it(annotate: Annotate):
    page = annotate(
        "The minister, Ana Petrova, met the envoy. A Royal Court statement said the letter dealt with trade."
    )
    assert said(page) == [("Royal Court", "the letter dealt with trade")]


@pytest.mark.parametrize(
    "text",
    [
        "Maretia recalled its ambassador from Torvik on Monday.",
        "Police in Maretia responded with a volley of plastic bullets that scattered the crowd.",
        "The council ordered a global embargo on trade with Maretia on Friday.",
        "Police found more than a hundred kilos of explosives near the harbour on Sunday.",
        "The plan, which calls for joint patrols in the strait, was signed on Friday.",
        "Ana Petrova put forward four proposals to punish Torvik on Wednesday.",
        "Defence Minister Jon Dale is considering urging the president to call up the reserves.",
        "The raid drew sharp criticism from almost all parties in Maretia.",
        "The statement by Ana Petrova gave no indication of how the dispute could be solved.",
        "As state counselor Ana Petrova advises President Jon Dale.",
    ],
)
def test_what_is_done_is_not_said(annotate: Annotate, text: str):
    assert said(annotate(text)) == []


def test_who_takes_turns_rebutting_rebuts(annotate: Annotate):
    page = annotate("Ana Petrova and Jon Dale took turns rebutting the candidate's proposals on trade.")
    assert set(said(page)) <= {
        ("Ana Petrova", "the candidate's proposals on trade"),
        ("Jon Dale", "the candidate's proposals on trade"),
    }


def test_some_of_a_people_speak_for_no_state(annotate: Annotate):
    page = annotate("Many Norwegians said the deal should be revoked. Foreign policy analysts said it would last.")
    assert [s for s, _ in said(page)] == ["Many Norwegians", "Foreign policy analysts"]


def test_what_a_relative_clause_claims_is_not_all_before_it(annotate: Annotate):
    page = annotate("The raid increased worry about tensions between Norway and Iceland, which Oslo claims as its own.")
    assert said(page) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "According to Reuters, Norway denied carrying out a strike and said the raid was a terror act.",
            [("NOR", "carrying out a strike"), ("NOR", "the raid was a terror act")],
        ),
        (
            "Ana Petrova pushed for a quick end to the war, according to Reuters.",
            [("Ana Petrova", "a quick end to the war")],
        ),
        (
            "Jon Dale was glad. “We support a way forward for every citizen.” Dale added.",
            [("Jon Dale", "We support a way forward for every citizen.")],
        ),
        (
            "Ana Petrova praised relations which, she said, are getting stronger thanks to both peoples.",
            [("Ana Petrova", "relations"), ("Ana Petrova", "are getting stronger thanks to both peoples")],
        ),
        (
            "The island nation of Iceland said today its troops would join the force.",
            [("ISL", "its troops would join the force")],
        ),
        (
            "The foreign ministers of Norway and Iceland agreed on Monday that the truce had failed.",
            [("NOR", "the truce had failed"), ("ISL", "the truce had failed")],
        ),
        (
            "The Norwegian Third Fleet said the ship had passed the strait.",
            [("NOR", "the ship had passed the strait")],
        ),
        (
            "Ana Petrova wished Norway well, stressing her wish to widen trade and continue talks with all sides.",
            [("Ana Petrova", "her wish to widen trade and continue talks with all sides")],
        ),
    ],
)
def test_words_are_of_who_said_them_from_where_they_begin(annotate: Annotate, text: str, expected: Said):
    assert set(expected) <= set(said(annotate(text)))


def test_leaders_of_states_are_those_who_hold_the_office(annotate: Annotate):
    page = annotate(
        "Norwegian Prime Minister Ana Petrova and her Icelandic counterpart, Jon Dale, met in Oslo. "
        "The leaders of Norway and Iceland called for a peaceful end to the war. The two also called for more aid."
    )
    assert sorted(said(page)) == [
        ("Ana Petrova", "a peaceful end to the war"),
        ("Ana Petrova", "more aid"),
        ("Jon Dale", "a peaceful end to the war"),
        ("Jon Dale", "more aid"),
    ]


def test_what_is_opposed_is_said_only_in_quotation_marks(annotate: Annotate):
    page = annotate("Ana Petrova opposed “any use of force that could escalate tensions.” Jon Dale opposed the deal.")
    assert said(page) == [("Ana Petrova", "any use of force that could escalate tensions.")]


def test_a_group_is_who_it_is_called_beside_it(annotate: Annotate):
    page = annotate("Maretia's biggest party, the Salt Unionists, is threatening to push for early polls.")
    assert said(page) == [("Salt Unionists", "to push for early polls")]


def test_who_is_moved_to_speak_speaks(annotate: Annotate):
    page = annotate("The raid angered Oslo, and it prompted many Norwegians to call for a reset in ties.")
    assert said(page) == [("many Norwegians", "a reset in ties")]


def test_the_statement_is_of_those_who_spoke_in_it(annotate: Annotate):
    page = annotate(
        "Ana Petrova and Jon Dale were glad, they said in a joint statement after talks in Oslo. "
        "Petrova told reporters that she was tired. The statement also said the sea was calm."
    )
    assert {s for s, c in said(page) if c == "the sea was calm"} == {"Ana Petrova", "Jon Dale"}


def test_who_stands_in_a_relative_clause_does_not_speak(annotate: Annotate):
    page = annotate("At the rally, Ana Petrova whose brother, Jon, is still held in Torvik, said: “We lost four men.”")
    assert said(page) == [("Ana Petrova", "We lost four men.")]


def test_other_speakers_joined_to_a_named_one_speak_too(annotate: Annotate):
    page = annotate("Ana Petrova and other leaders said that output must be cut.")
    assert {s for s, _ in said(page)} == {"Ana Petrova", "other leaders"}


def test_when_it_was_said_is_not_what_was_said(annotate: Annotate):
    page = annotate(
        "During the meeting, the envoy, Ana Petrova, affirmed Maretia's support for the fund, Jon Dale said."
    )
    assert ("Ana Petrova", "Maretia's support for the fund") in said(page)


def test_what_somebody_calls_a_thing_is_no_statement_of_its_own(annotate: Annotate):
    page = annotate("President Jon Dale has pledged to bring what he calls “total peace.”")
    assert [c for _, c in said(page)] == ["to bring what he calls “total peace.”"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norway has accused its neighbour of arming rebels, a charge Iceland denies.", ("ISL", "arming rebels")),
        ("The ships had left the bay, a claim Jon Dale rejected.", ("Jon Dale", "The ships had left the bay")),
    ],
)
def test_a_charge_is_what_it_sums_up(annotate: Annotate, text: str, expected: tuple[str, str]):
    assert expected in said(annotate(text))


def test_the_unnamed_who_spoke_go_on_speaking(annotate: Annotate):
    page = annotate(
        "Two people briefed on the talks said Dale had floated the idea of a joint committee to the army's leaders. "
        "The president's office has not ruled it out, they said."
    )
    assert [speaker for speaker, _ in said(page)] == ["Two people briefed on the talks"] * 2


def test_a_movement_speaks_and_not_the_enemy_told_of_in_a_clause(annotate: Annotate):
    text = (
        "The Free Valley Front, a movement that has fought Kenyan forces since 2027, denounced the summit. "
        "The Free Valley Front is strong. Kenya is not."
    )
    assert said(annotate(text)) == [("Free Valley Front", "the summit")]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Ana Petrova, sister-in-law of the prisoner Jon Dale, said that the war must end.", ["Ana Petrova"]),
        ("Ana Petrova, flanked by Jon Dale and Karin Sund, said that the war must end.", ["Ana Petrova"]),
        ("Kenya and others trying to end the Norwegian strike say that the talks must go on.", ["KEN"]),
        ("Officials in Nairobi meanwhile said that the army would leave.", ["Officials in Nairobi"]),
        (
            "The opposition and the army sat apart. Both opposition and army officials said that talks had not begun. "
            "The opposition said that it would wait.",
            ["Both opposition and army officials", "The opposition"],
        ),
        (
            "Kenyan sources said that the truce would fail. “Nobody wants it,” one said.",
            ["Kenyan sources", "Kenyan sources"],
        ),
        (
            "Envoys of Norway met counterparts from Kenya, Uganda and Chad. Both sides said that the talks were frank.",
            ["Both sides"],
        ),
        (
            "The Norrin rebels hold the town. More than 300 people were killed, according to figures from the "
            "Norrin-run health ministry.",
            ["Norrin-run health ministry"],
        ),
        ("Its ally Belarus said that air strikes would go on.", ["BLR"]),
        ("Its powerful neighbour, Russia, said that the talks must go on.", ["RUS"]),
        ("The April resolution called on the rebels to give up the town.", ["The April resolution"]),
    ],
)
def test_who_says_it_is_whom_the_words_name(annotate: Annotate, text: str, speakers: list[str]):
    assert [s for s, _ in said(annotate(text))] == speakers


def test_a_post_set_into_a_report_is_its_authors(annotate: Annotate):
    page = annotate(
        "The president wrote on Friday.\n\nI welcome the release of our sailors, following successful talks. — Ada "
        "Quill (@adaquill) May 4, 2016\n\nThe envoys left."
    )
    assert ("Ada Quill", "I welcome the release of our sailors, following successful talks") in said(page)


@pytest.mark.parametrize(
    ("army", "side"),
    [
        ("Tanzanian Defence Force", "TZA"),
        ("Royal Thai Army", "THA"),
        ("Armed Forces of the Philippines", "PHL"),
        ("Uganda People's Defence Forces", "UGA"),
        ("Japan Self-Defense Forces", "JPN"),
        ("Rwandan Patriotic Army", "Rwandan Patriotic Army"),
        ("Revolutionary Armed Forces of Colombia", "Revolutionary Armed Forces of Colombia"),
        ("Sudanese Rapid Support Forces", "Rapid Support Forces"),
    ],
)
def test_an_army_is_its_state_unless_it_has_a_name_of_its_own(annotate: Annotate, army: str, side: str):
    assert [s for s, _ in said(annotate(f"The {army} said that the town was taken."))] == [side]


def test_a_description_that_counts_others_speaks_for_itself(annotate: Annotate):
    text = (
        "Foreign Minister Ana Petrova met Jon Dale on Monday. The European Union's envoy for the region, Tomas Lind, "
        "who shuttled between the two rooms, described the mood as sober."
    )
    assert {speaker for speaker, _ in said(annotate(text))} == {"Tomas Lind"}


def test_who_is_thanked_is_none_of_the_two_sides(annotate: Annotate):
    text = (
        "Delegations from Peru and Ecuador met in Geneva on Monday. They thanked Norway and Finland for their help. "
        "The two sides said that they would exchange prisoners."
    )
    assert {speaker for speaker, _ in said(annotate(text))} == {"PER", "ECU"}


def test_who_rings_somebody_says_nothing_by_that(annotate: Annotate):
    assert said(annotate("President Jon Dale called Prime Minister Ana Petrova on Monday.")) == []
    assert said(annotate("President Jon Dale called Ana Petrova a liar on Monday."))


def test_who_asks_not_to_be_named_is_nobody_named_before(annotate: Annotate):
    text = (
        "Foreign Minister Jon Dale opened the session on Monday. A senior diplomat said the session was short. The "
        "diplomat, who asked not to be named, said that mediators had handed out a text."
    )
    assert {speaker for speaker, _ in said(annotate(text))} == {"A senior diplomat"}


def test_a_fragment_that_ends_a_paragraph_is_not_the_next_speakers(annotate: Annotate):
    text = (
        "Norway said that the offer was “not serious.”\n\n“We expected more,” Finnish envoy Paul Ross told reporters "
        "in Geneva."
    )
    assert ("Paul Ross", "We expected more") in said(annotate(text))
    assert all("serious" not in str(content) for speaker, content in said(annotate(text)) if speaker == "Paul Ross")
