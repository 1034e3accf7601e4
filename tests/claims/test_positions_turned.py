"""What stands around a word of stance: what is given in return, what follows its particle, what somebody disclaims."""

import pytest

from communique.claims.holders import Voices
from communique.claims.offices import offices
from communique.claims.positions.candidates import candidates
from communique.claims.positions.wording import wording
from communique.claims.statements import statements


def told(page):
    """Party, stance and issue of every candidate."""
    found = candidates(page, Voices(page, statements(page), offices(page)))
    return {(c.holder.party[0], c.stance, page.text(wording(page, c))) for c in found}


def stands(page):
    return {(party, stance) for party, stance, _ in told(page)}


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("Norway is willing to withdraw its troops in exchange for guarantees.", "NOR"),
        ("Finland agreed to free the sailors in return for an end to the blockade.", "FIN"),
        ("Portugal will lift the embargo so long as the rebels keep the truce.", "PRT"),
        ("Indonesia will reopen the border as soon as the raids end.", "IDN"),
        ("Norway said the islands could only be shared under a treaty.", "NOR"),
    ],
)
def test_what_is_done_in_turn_or_for_so_long_is_conditional(annotate, text, party):
    assert (party, "conditional") in stands(annotate(text))


def test_as_soon_as_possible_is_no_condition(annotate):
    page = annotate("Norway agreed to reopen the border as soon as possible.")

    assert ("NOR", "conditional") not in stands(page)


@pytest.mark.parametrize(
    ("text", "party", "stance", "issue"),
    [
        ("Portugal voted on Monday in Oslo against the resolution.", "PRT", "rejects", "the resolution"),
        ("Finland turned its back on the treaty.", "FIN", "rejects", "the treaty"),
        ("Norway threw its weight behind the peace plan.", "NOR", "supports", "the peace plan"),
    ],
)
def test_what_follows_a_particle_is_the_issue(annotate, text, party, stance, issue):
    assert (party, stance, issue) in told(annotate(text))


def test_days_counted_are_no_object_of_a_call(annotate):
    page = annotate("Norway can call up 20,000 reservists for up to 180 days.")

    assert not any(c.word == "call for" for c in candidates(page, Voices(page, statements(page), offices(page))))


@pytest.mark.parametrize(
    ("text", "party", "issue"),
    [
        ("Norway said that it had no involvement in the raid.", "NOR", "involvement in the raid"),
        ("Finland said there was no violation of the truce.", "FIN", "violation of the truce"),
        ("Portugal said there was no such pact with the rebels.", "PRT", "such pact with the rebels"),
        ("Indonesia said it had nothing to do with the raid.", "IDN", "the raid"),
    ],
)
def test_who_has_no_part_in_a_thing_denies_it(annotate, text, party, issue):
    assert (party, "denies", issue) in told(annotate(text))


@pytest.mark.parametrize(
    "text", ["Norway said there was no deal to announce yet.", "Norway said there was no progress in the talks."]
)
def test_what_is_not_there_yet_is_not_denied(annotate, text):
    assert ("NOR", "denies") not in stands(annotate(text))


def test_who_does_not_hesitate_is_for_a_thing(annotate):
    assert ("NOR", "supports") in stands(annotate("Norway will not hesitate to send relief to the islands."))


@pytest.mark.parametrize(
    ("text", "party", "stance"),
    [
        ("Some Norwegian factions demanded a truce.", "Some Norwegian factions", "demands"),
        ("Many Finnish politicians rejected the plan.", "Many Finnish politicians", "rejects"),
        ("U.S. allies objected to the blockade.", "U.S. allies", "rejects"),
    ],
)
def test_those_of_a_state_who_speak_for_themselves_are_not_the_state(annotate, text, party, stance):
    assert (party, stance) in stands(annotate(text))


def test_onlookers_take_no_stand(annotate):
    assert not stands(annotate("Many observers reject the plan."))


def test_the_two_are_those_named_before(annotate):
    page = annotate("Norway and Finland met on Monday. The two called for a truce in the islands.")

    assert {("NOR", "demands"), ("FIN", "demands")} <= stands(page)


def test_who_is_brought_to_do_a_thing_does_it(annotate):
    page = annotate("Norway denied the raid. It prompted Finland to call for a new treaty.")

    assert ("FIN", "demands") in stands(page)
    assert ("NOR", "demands") not in stands(page)


@pytest.mark.parametrize(
    ("text", "party", "stance"),
    [
        ('"We were urged to leave the talks," Finland said.', "FIN", "demands"),
        ("Norway said it is considering urging Finland to sign.", "NOR", "demands"),
        ("Finland can expect further raids, Norway said.", "FIN", "demands"),
        ("The resolution calls for Finland's withdrawal from the islands.", "FIN", "rejects"),
    ],
)
def test_what_is_done_to_asked_of_or_only_thought_of_is_no_stand(annotate, text, party, stance):
    assert (party, stance) not in stands(annotate(text))


@pytest.mark.parametrize(
    ("text", "party", "stance"),
    [
        ("Norway said it was time to lift the embargo.", "NOR", "demands"),
        ("Finland rebutted the proposal of the rebels.", "FIN", "rejects"),
        ("Finland rebutted the accusation of the rebels.", "FIN", "denies"),
    ],
)
def test_time_for_a_thing_is_a_demand_and_a_proposal_refuted_is_rejected(annotate, text, party, stance):
    assert (party, stance) in stands(annotate(text))


def test_a_hard_time_is_no_time_for_a_thing(annotate):
    assert not stands(annotate("Norway said it was a difficult time in the region."))


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Norway will sign nothing.", "rejects"),
        ("Norway would share out neither power nor the army.", "rejects"),
        ("Norway would rather the draft did not come just now.", "rejects"),
        ("Norway would rather that both armies pull back.", "demands"),
        ("Norway will accept nothing less than a full withdrawal.", "demands"),
        ("Norway is prepared to part with the island, provided the rebels hand over their guns.", "conditional"),
        ("Norway is prepared to prolong the truce, on condition of immunity for its soldiers.", "conditional"),
    ],
)
def test_nothing_neither_rather_and_terms_told_soon_after_turn_a_stand(annotate, text, stance):
    page = annotate(text)
    found = candidates(page, Voices(page, statements(page), offices(page)))

    assert ("NOR", stance) in {(c.holder.party[0], c.stance) for c in found}


@pytest.mark.parametrize(
    "text",
    [
        "“We do not think a boycott of the talks is helpful,” Norwegian Foreign Minister Per Holm said.",
        "“We don’t think it’s helpful to set conditions through the press,” Norwegian spokesman Per Holm said.",
    ],
)
def test_what_somebody_does_not_think_good_is_rejected(annotate, text):
    found = stands(annotate(text))
    assert ("NOR", "rejects") in found
    assert ("NOR", "supports") not in found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Norwegian Foreign Minister Per Holm reiterated the commitment of Norway to the peace accord.",
            ("NOR", "supports", "the peace accord"),
        ),
        (
            "Norwegian Foreign Minister Per Holm reaffirmed Norway's rejection of unilateral measures.",
            ("NOR", "rejects", "unilateral measures"),
        ),
        (
            "Norwegian Foreign Minister Per Holm expressed the readiness of his country to host the talks.",
            ("NOR", "open_to", "host the talks"),
        ),
    ],
)
def test_a_stand_that_is_told_again_keeps_its_sense(annotate, text, expected):
    assert expected in told(annotate(text))


def test_what_two_agreed_on_is_no_demand_of_who_tells_of_it(annotate):
    page = annotate(
        "The presidents of Norway and Finland agreed that the dispute should be settled peacefully, Kenyan envoy John "
        "Otieno said."
    )
    assert "KEN" not in {party for party, _ in stands(page)}


def test_what_must_remain_so_is_told_whole(annotate):
    page = annotate("Norwegian Foreign Minister Per Holm said that the port must remain open.")
    assert "the port must remain open" in {issue for _, _, issue in told(page)}


def test_who_would_end_years_of_war_does_not_reject_it(annotate):
    found = stands(annotate("Norway will end three and a half years of war."))
    assert ("NOR", "rejects") not in found


def test_what_somebody_denies_is_nobodys_stand(annotate):
    page = annotate("Norwegian President Per Holm visited Rome. He denied that Oslo had agreed to cede the port.")
    assert stands(page) == {("NOR", "denies")}


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Norwegian Foreign Minister Per Holm said the accord was not ready.", set()),
        ("Norwegian Foreign Minister Per Holm said the draft was not final.", set()),
        ("Norway has not received any proposal, Foreign Minister Per Holm said.", set()),
        ("Norway is not ready to talk, Foreign Minister Per Holm said.", {("NOR", "rejects")}),
    ],
)
def test_what_is_not_there_yet_is_not_rejected(annotate, text, stance):
    assert stands(annotate(text)) == stance


@pytest.mark.parametrize(
    ("text", "stance", "issue"),
    [
        ("Norway has not withdrawn its demand for the lifting of sanctions.", "demands", "the lifting of sanctions"),
        ("Norway refused to drop its demand for the lifting of sanctions.", "demands", "the lifting of sanctions"),
        ("Norway withdrew its demand for the lifting of sanctions.", "accepts", "the lifting of sanctions"),
        ("Norway never gave up its opposition to the plan.", "rejects", "the plan"),
        ("Norway abandoned its support for the plan.", "rejects", "the plan"),
    ],
)
def test_a_stand_that_is_not_given_up_stands(annotate, text, stance, issue):
    about = {(party, stands_, told_) for party, stands_, told_ in told(annotate(text)) if told_ == issue}

    assert about == {("NOR", stance, issue)}
