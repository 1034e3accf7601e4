"""Statements: speakers, channels, texts published as such."""

from collections.abc import Callable

import pytest

from communique.claims.statements import statements
from communique.model.page import Page

Annotate = Callable[..., Page]


def test_a_person_is_written_by_the_fullest_name(annotate: Annotate):
    page = annotate("French President Jacques Chirac met the envoys. Chirac said that the door was open.")
    assert [s.get("speaker") for s in statements(page)] == ["Jacques Chirac"]


def test_a_pronoun_is_who_it_stands_for(annotate: Annotate):
    page = annotate("“We are ready,” Jacques Chirac said. He added that a date had been fixed.")
    assert {s.get("speaker") for s in statements(page)} == {"Jacques Chirac"}


def test_a_ministry_speaks_for_its_state(annotate: Annotate):
    page = annotate("The French Foreign Ministry said that the border would stay open.")
    assert statements(page)[0].get("speaker") == "FRA"


def test_joint_speakers_make_one_statement_each(annotate: Annotate):
    page = annotate("France and Germany called for an immediate ceasefire in the valley.")
    assert {s.get("speaker") for s in statements(page)} == {"FRA", "DEU"}


def test_an_unnamed_official_stays_as_described(annotate: Annotate):
    page = annotate("A senior French official said that the talks would resume. The official said a date was fixed.")
    assert {s.get("speaker") for s in statements(page)} == {"A senior French official"}


@pytest.mark.parametrize(
    ("text", "channel"),
    [
        ("Ana Petrova said on Truth Social that the deal was near.", "Truth Social"),
        ("“We agree,” Jacques Chirac said in a statement.", "statement"),
        ("“We agree,” Jacques Chirac said at a news conference.", "news conference"),
        ("“We agree,” Jacques Chirac wrote on Telegram.", "Telegram"),
    ],
)
def test_the_channel_stands_beside_the_cue(annotate: Annotate, text: str, channel: str):
    assert [s.get("channel") for s in statements(annotate(text))] == [channel]


def test_the_addressee_is_the_object_of_told(annotate: Annotate):
    found = statements(annotate("“We agree,” Jacques Chirac told reporters."))
    assert [s.get("to") for s in found] == ["reporters"]


def test_contents_and_evidence_stand_in_the_report(annotate: Annotate):
    page = annotate("“We agree,” Jacques Chirac said. “The rest,” he added, “is for the experts.”")
    found = statements(page)
    assert found
    for statement in found:
        for evidence in (*statement.evidence, *(a.evidence for a in statement.arguments)):
            evidence.verify(page.report.text)


def test_sentences_of_a_joint_statement_are_its_authors_words(annotate: Annotate):
    text = "Delegations of France and Germany met in Oslo on Monday. The discussions covered trade and energy."
    page = annotate(text, title="Joint Statement of France and Germany")
    found = statements(page)
    assert {s.get("speaker") for s in found} == {"FRA", "DEU"}
    assert {s.get("mode") for s in found} == {"direct"}


def test_a_report_without_sayings_has_no_statements(annotate: Annotate):
    assert statements(annotate("The delegations of France and Germany arrived in Oslo on Monday.")) == ()


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The ambassador to the League of Nations Ralph Bunche said the truce would hold.", "Ralph Bunche"),
        ("A spokesman for French President Jacques Chirac said the talks would go on in May.", "FRA"),
        ("Norway's army-led government rejects the plan in its current form.", "NOR"),
        ("The Norrin-run health ministry said 40 people had been killed in the raid.", "Norrin-run health ministry"),
        ("A note seen by Reuters said the sanctions would be eased in spring.", "A note"),
    ],
)
def test_a_speaker_is_whoever_the_phrase_is_about(annotate: Annotate, text: str, speaker: str):
    assert [s.get("speaker") for s in statements(annotate(text))] == [speaker]


def test_both_sides_are_the_two_sides_named_last(annotate: Annotate):
    page = annotate(
        "Officials from France and Germany met in Locarno. Both sides said that the talks had been useful and open."
    )
    assert {s.get("speaker") for s in statements(page)} == {"FRA", "DEU"}


@pytest.mark.parametrize(
    "text",
    [
        "The killing has added pressure on the French government to act before winter.",
        "The French minister would not say whether the border would be opened again.",
        "The offensive said nothing about the fate of the prisoners in the valley.",
        "Mr. Chirac responded to the attacks.",
    ],
)
def test_what_nobody_said_is_no_statement(annotate: Annotate, text: str):
    assert statements(annotate(text)) == ()


def test_a_readout_is_the_text_of_the_state_its_title_names(annotate: Annotate):
    page = annotate(
        "French President Jacques Chirac spoke today with the king of Norway about the fisheries dispute.",
        title="Readout of French President Jacques Chirac's call with the king of Norway",
    )
    assert {s.get("speaker") for s in statements(page)} == {"FRA"}


def test_who_is_called_on_is_the_addressee(annotate: Annotate):
    page = annotate("France called on Germany to withdraw its troops from the valley.")
    assert [(s.get("speaker"), s.get("to")) for s in statements(page)] == [("FRA", "DEU")]


def test_a_day_is_no_addressee_and_a_channel_has_no_half_of_its_adjective(annotate: Annotate):
    page = annotate(
        "The French Foreign Ministry on Saturday called the answer “hasty and unfounded.” "
        "In a strongly worded communique, it added that the border was no matter for others."
    )
    found = [(s.get("to"), s.get("channel")) for s in statements(page)]
    assert found == [("", ""), ("", "communique")]


def speakers(page: Page) -> list[str]:
    return [s.get("speaker") for s in statements(page)]


def test_its_spokesman_speaks_for_the_party_named_before_him(annotate: Annotate):
    page = annotate(
        "U.N. spokesman Alexander Ivanov said it was a start. "
        'The French government, its spokesman said, "reserves the right" to close the border by force.'
    )
    assert speakers(page) == ["Alexander Ivanov", "FRA"]


def test_his_press_officer_is_not_he_himself(annotate: Annotate):
    page = annotate("Jonas Vell, one of three co-chairs, is due in Oslo next week, his press officer confirmed.")
    assert speakers(page) == ["his press officer"]


def test_it_at_the_start_of_a_sentence_is_the_party_that_spoke_before(annotate: Annotate):
    page = annotate(
        "The French Foreign Ministry, in a statement posted on its website, described Berlin's claims as groundless. "
        "It noted that the mechanism continues to work."
    )
    assert speakers(page) == ["FRA", "FRA"]


def test_a_joined_verb_of_saying_after_what_might_be_done_is_the_first_speakers(annotate: Annotate):
    page = annotate(
        "Spokesman Jonas Vell said President Livia Moran might travel to Oslo if a meeting is arranged, "
        "but stressed that nothing had been decided."
    )
    assert speakers(page) == ["Jonas Vell", "Jonas Vell"]


def test_who_leads_a_team_does_not_speak_for_it(annotate: Annotate):
    page = annotate("The International Monitoring Team, led by a French general, reported only two violations.")
    assert speakers(page) == ["The International Monitoring Team"]


@pytest.mark.parametrize(
    "text",
    [
        "A senior official, who asked not to be identified, told Reuters that contacts had been suspended.",
        "Jacques Chirac, asked about the role of Berlin in a peace treaty, said Paris would play its part.",
    ],
)
def test_a_wish_for_anonymity_or_a_question_is_no_statement(annotate: Annotate, text: str):
    assert len(statements(annotate(text))) == 1


@pytest.mark.parametrize(
    ("text", "channel"),
    [
        ("France issued a statement saying that it would not return to the talks.", "statement"),
        ("The pact is dead, according to a statement by the French foreign ministry.", "statement"),
        ("Jonas Vell said in an interview with Radio Lanner that he would go.", "interview with Radio Lanner"),
        (
            "In an interview with Ekho Torvik published on Wednesday, Jonas Vell said he would go.",
            "interview with Ekho Torvik",
        ),
    ],
)
def test_a_text_issued_and_who_interviewed_are_the_channel(annotate: Annotate, text: str, channel: str):
    assert [s.get("channel") for s in statements(annotate(text))] == [channel]


def test_who_is_warned_is_no_part_of_what_of(annotate: Annotate):
    found = statements(annotate("Jacques Chirac warned the rebels against an attack on the port."))
    assert [(s.get("to"), s.get("content")) for s in found] == [("the rebels", "against an attack on the port")]


def test_reports_of_the_press_are_not_words_of_the_state(annotate: Annotate):
    found = statements(annotate("According to mainstream Israeli media reports, France has presented a plan."))
    assert [s.get("speaker") for s in found] == ["mainstream Israeli media reports"]


def test_the_leaders_of_the_side_named_right_before_speak_for_it(annotate: Annotate):
    found = statements(annotate("The treaty worries France, whose leaders have called for a new conference."))
    assert [s.get("speaker") for s in found] == ["FRA"]
