"""Where parties stand: words of stance, who holds them, and what negation and conditions leave of them."""

import pytest

from communique.claims.holders import Voices
from communique.claims.offices import offices
from communique.claims.positions import positions
from communique.claims.positions.candidates import candidates
from communique.claims.positions.decide import distinct
from communique.claims.positions.neighbours import neighbours
from communique.claims.positions.wording import wording
from communique.claims.statements import statements


def stands(page):
    """Party and stance of every candidate."""
    return {(c.holder.party[0], c.stance) for c in candidates(page, Voices(page, statements(page), offices(page)))}


@pytest.mark.parametrize(
    ("text", "party", "stance"),
    [
        ("Mozambique rejected the ceasefire on Monday.", "MOZ", "rejects"),
        ("Indonesia demanded a full withdrawal of the troops.", "IDN", "demands"),
        ("Portugal supports the peace plan.", "PRT", "supports"),
        ("Norway is ready to host the talks.", "NOR", "open_to"),
        ("Finland proposed a new round of talks.", "FIN", "proposes"),
    ],
)
def test_a_word_of_stance_gives_its_subject_a_stance(annotate, text, party, stance):
    assert (party, stance) in stands(annotate(text))


def test_not_rejecting_is_being_open(annotate):
    assert ("IDN", "open_to") in stands(annotate("Indonesia did not rule out a ceasefire."))


def test_refusing_support_is_rejection(annotate):
    assert ("PRT", "rejects") in stands(annotate("Portugal does not support the peace plan."))


def test_a_condition_makes_acceptance_conditional(annotate):
    page = annotate("Indonesia will accept the ceasefire if the rebels lay down their weapons.")

    assert ("IDN", "conditional") in stands(page)


@pytest.mark.parametrize(
    ("text", "party", "stance"),
    [
        ("Indonesia dropped its demand for a permanent ceasefire.", "IDN", "accepts"),
        ("Portugal withdrew its support for the peace plan.", "PRT", "rejects"),
        ("Finland spares no effort to resume the talks.", "FIN", "supports"),
        ("Norway has yet to endorse the peace plan.", "NOR", "undecided"),
        ("Norway has not decided whether to attend the talks.", "NOR", "undecided"),
        ("Portugal rejected the accusation.", "PRT", "denies"),
        ("Indonesia will resist any deal until the troops withdraw.", "IDN", "conditional"),
        (
            "Indonesia is ready for a ceasefire on condition that the rebels lay down their weapons.",
            "IDN",
            "conditional",
        ),
        ("Norway hopes that Portugal will sign the treaty.", "NOR", "demands"),
        ("Norway hopes to sign the treaty.", "NOR", "supports"),
        ("Finland is opposed to the sanctions.", "FIN", "rejects"),
        ("Portugal refrained from signing the agreement.", "PRT", "rejects"),
    ],
)
def test_what_stands_around_a_word_of_stance_turns_it(annotate, text, party, stance):
    assert (party, stance) in stands(annotate(text))


@pytest.mark.parametrize(
    ("text", "party", "stance"),
    [
        ("Indonesia insists that the sanctions are lifted before the signing.", "IDN", "demands"),
        ("Portugal insisted that any deal ends the war.", "PRT", "demands"),
        ("Finland insisted that it is essential to open the border.", "FIN", "supports"),
        ("Norway would prefer a truce even if the talks fail.", "NOR", "supports"),
        ("Portugal underlined the need to expand ties with Norway.", "PRT", "supports"),
        ("Indonesia suggested that the talks be held in Oslo.", "IDN", "proposes"),
    ],
)
def test_what_is_held_to_be_right_is_a_stance(annotate, text, party, stance):
    assert (party, stance) in stands(annotate(text))


@pytest.mark.parametrize(
    ("text", "party", "stance", "issue"),
    [
        ("Indonesia called the evacuation order a dangerous escalation.", "IDN", "rejects", "the evacuation order"),
        ("Portugal described the draft as a disaster.", "PRT", "rejects", "the draft"),
        ("Finland branded the claim a fabrication.", "FIN", "denies", "the claim"),
        (
            "Norway said an invasion of the islands would be a catastrophe.",
            "NOR",
            "rejects",
            "an invasion of the islands",
        ),
        ("Norway said it would be a mistake to open the border.", "NOR", "rejects", "open the border"),
        ("Indonesia has yet to respond to the latest proposal.", "IDN", "undecided", "the latest proposal"),
        ("Indonesia has not yet given its answer to the draft.", "IDN", "undecided", "the draft"),
        ("Portugal is reviewing the offer.", "PRT", "undecided", "the offer"),
        ("Portugal would not back any deal without guarantees.", "PRT", "conditional", "any deal"),
        ("An end to the siege is unacceptable to Portugal.", "PRT", "rejects", "An end to the siege"),
        ("Norway said a withdrawal was out of the question.", "NOR", "rejects", "a withdrawal"),
        ("The move came despite calls from Norway for a truce.", "NOR", "demands", "a truce"),
        ("Portugal is under pressure from Finland to accept the deal.", "FIN", "demands", "accept the deal"),
        ("Norway said it would not withdraw from the islands.", "NOR", "rejects", "the islands"),
        ("Norway will normalise ties only after a treaty has been signed.", "NOR", "conditional", "ties"),
        (
            "Portugal called the demand for a pullback of troops unrealistic.",
            "PRT",
            "rejects",
            "the demand for a pullback of troops",
        ),
        ("Finland backs the plan while Norway has rejected it as premature.", "NOR", "rejects", "the plan"),
        ("Finland and Norway, which hosted the talks, proposed a second round.", "NOR", "proposes", "a second round"),
        ("Finland called on Norway not to return to the talks.", "FIN", "demands", "not to return to the talks"),
        ("Finland will accept nothing less than the release of all.", "FIN", "demands", "the release of all"),
        ("Finland dismissed the criticism as premature.", "FIN", "denies", "the criticism"),
        ("Norway plans to press ahead with a conference.", "NOR", "supports", "a conference"),
        ("Finland hosts a conference; Norway has said it will boycott it.", "NOR", "rejects", "a conference"),
        ("Norway will lift its embargo once the mission is there.", "NOR", "conditional", "its embargo"),
        ("Norway sees no need for new talks.", "NOR", "rejects", "new talks"),
        (
            "Finland agreed to negotiations without preconditions.",
            "FIN",
            "accepts",
            "negotiations without preconditions",
        ),
        (
            "Switzerland has yet to decide whether it will attend, Norway said.",
            "CHE",
            "undecided",
            "whether it will attend",
        ),
        ("OSLO, Norway (Agency) - Finland and Portugal signed an accord on Monday.", "PRT", "accepts", "an accord"),
        ("Finland wants to see changes on the ground.", "FIN", "demands", "see changes on the ground"),
        ("Finland rejected any suggestion of a second plan.", "FIN", "rejects", "any suggestion of a second plan"),
        ("The United Nations met. The Secretary-General urged restraint.", "United Nations", "demands", "restraint"),
        ("Norway said there can be no solution by force.", "NOR", "rejects", "solution by force"),
        (
            "Norway said there will be no talks before the siege ends.",
            "NOR",
            "conditional",
            "talks",
        ),
        ("Finland is against lifting the blockade.", "FIN", "rejects", "lifting the blockade"),
        ("Finland said it was not against a direct meeting.", "FIN", "open_to", "a direct meeting"),
        ("Finland tabled a plan backed by treaty. Norway turned it down.", "NOR", "rejects", "a plan"),
        ("Norway agreed in principle to a civilian mission.", "NOR", "accepts", "a civilian mission"),
        ("A truce proposed by Norway began.", "NOR", "proposes", "A truce"),
        ("Norway insists that a no vote would help it.", "NOR", "supports", "a no vote would help it"),
        ("Finland has given up its demand for a full ceasefire.", "FIN", "accepts", "a full ceasefire"),
        ("Finland backed away from its demand for a full ceasefire.", "FIN", "accepts", "a full ceasefire"),
    ],
)
def test_what_a_thing_is_called_and_what_is_left_open_or_given_up_shows_a_stance(annotate, text, party, stance, issue):
    page = annotate(text)
    found = candidates(page, Voices(page, statements(page), offices(page)))

    assert (party, stance, issue) in {(c.holder.party[0], c.stance, page.text(c.issue)) for c in found}


@pytest.mark.parametrize(
    "text",
    [
        "Indonesia considers the group a sect.",
        "Portugal, under fire for months, faces growing calls for a truce.",
        "Portugal has ruled that out and spoken to him.",
        "Finland and Norway failed to agree on a date.",
        "I want to thank our hosts, the king of Norway said.",
        "Does Norway want a truce or not?",
        "An offensive backed by warplanes began in Norway.",
        "In a phone call with Norway, Portugal told of the flood.",
        "Indonesia called the envoy a clown.",
        "Indonesia insisted that the talks were going well.",
        "Indonesia agreed that little had been achieved.",
        "Indonesia suggested that the convoy was late.",
    ],
)
def test_what_somebody_is_called_and_what_is_held_to_be_so_is_no_stance(annotate, text):
    assert not stands(annotate(text))


def test_who_is_named_after_by_takes_the_stand_of_a_passive(annotate):
    assert ("NOR", "rejects") in stands(annotate("The proposal was rejected by Norway on Monday."))


def test_who_is_said_to_want_something_wants_it(annotate):
    assert ("PRT", "demands") in stands(annotate("Portugal is said to want the troops to withdraw from the border."))


def test_what_one_must_do_oneself_is_no_demand(annotate):
    found = stands(annotate('"We must implement the treaty," Finnish President Alexander Stubb said.'))

    assert ("FIN", "supports") in found
    assert ("FIN", "demands") not in found


def test_refusing_to_comment_is_no_stand(annotate):
    assert not stands(annotate("Norway declined to comment."))


def test_every_party_of_a_joint_subject_takes_the_stand(annotate):
    found = stands(annotate("Norway and Finland rejected the proposal."))

    assert {("NOR", "rejects"), ("FIN", "rejects")} <= found


def test_the_issue_is_a_phrase_of_the_report_without_its_speaker(annotate):
    page = annotate("Indonesia demands the release of all prisoners, the foreign ministry said.")

    for claim in positions(page, Voices(page, statements(page), offices(page))):
        issue = claim.argument("issue")
        assert page.text(issue.evidence.span) == issue.value
        assert "said" not in issue.value


def test_a_text_without_words_of_stance_states_no_position(annotate):
    page = annotate("Norway is the host. The hall has forty chairs.")

    assert positions(page, Voices(page, statements(page), offices(page))) == ()


@pytest.mark.parametrize(
    ("text", "party", "stance"),
    [
        ("Norway wants to host the talks.", "NOR", "supports"),
        ("Norway wants the rebels to leave the capital.", "NOR", "demands"),
        ("Norway suspended the talks on Monday.", "NOR", "rejects"),
        ("Norway vowed not to recognise the new government.", "NOR", "rejects"),
    ],
)
def test_what_a_word_is_about_tells_which_of_its_stances_is_meant(annotate, text, party, stance):
    assert (party, stance) in stands(annotate(text))


def test_the_rebels_are_the_one_armed_group_of_the_report(annotate):
    page = annotate("Hamas met mediators on Monday. The rebels rejected the ceasefire.")

    assert ("Hamas", "rejects") in stands(page)


def test_the_rebels_of_a_state_are_the_one_armed_group_of_the_report(annotate):
    page = annotate("The FARC met mediators on Monday. The Colombian guerrillas rejected the ceasefire.")

    assert {party for party, stance in stands(page) if stance == "rejects"} == {"FARC"}


def test_an_outlet_takes_no_stand(annotate):
    page = annotate("Norway rejected the truce. Interfax demanded that Norway accept the truce.")

    assert "Interfax" not in {party for party, _ in stands(page)}


def test_what_one_is_ready_to_do_if_something_holds_is_conditional(annotate):
    assert ("NOR", "conditional") in stands(annotate("Norway is ready to observe the truce if Sweden withdraws."))


def test_neighbours_tell_what_was_told_before(annotate):
    page = annotate("Norway supports the peace plan. Days later, Norway supports the peace plan.")
    found = candidates(page, Voices(page, statements(page), offices(page)))
    told = [any(f == "told" for f in features) for features in neighbours(page, found)]

    assert told[0] is False
    assert told[-1] is True


def test_the_us_is_a_state_and_not_the_first_person(annotate):
    assert ("USA", "rejects") in stands(annotate("The US rejected the ceasefire on Monday."))


@pytest.mark.parametrize(
    "text",
    [
        '"The ceasefire must be respected," Finnish President Alexander Stubb said.',
        '"All sides should return to the talks," Finnish President Alexander Stubb said.',
    ],
)
def test_what_must_be_done_by_all_or_by_nobody_named_is_demanded(annotate, text):
    assert ("FIN", "demands") in stands(annotate(text))


def test_going_on_demanding_is_demanding(annotate):
    found = stands(annotate("Norway continues to demand a ceasefire."))

    assert ("NOR", "demands") in found
    assert ("NOR", "supports") not in found


def test_a_condition_without_if_is_no_demand(annotate):
    found = stands(annotate('"Norway loses, should it sign the treaty," Finnish President Alexander Stubb said.'))

    assert ("FIN", "demands") not in found


def issues(page):
    """Issue and stance of every candidate, in the words in which an entry tells the issue."""
    voices = Voices(page, statements(page), offices(page))
    return {(page.text(wording(page, c)), c.stance) for c in candidates(page, voices)}


@pytest.mark.parametrize(
    ("text", "issue", "stance"),
    [
        ("Norway urged Indonesia to withdraw its troops.", "withdraw its troops", "demands"),
        ("Finland called on the rebels to free the hostages.", "free the hostages", "demands"),
        ("Portugal neither accepted nor rejected the draft.", "the draft", "undecided"),
        ("Indonesia has not accepted the draft and has not refused it.", "the draft", "undecided"),
        ("Norway will accept and support the agreement.", "the agreement", "accepts"),
        (
            "Norway rejected the proposal because it ignores the border.",
            "the proposal",
            "rejects",
        ),
        ("Finland is ready to host the talks if both sides agree.", "host the talks", "conditional"),
        (
            '"The troops must be withdrawn," Norwegian Foreign Minister Elin Haugen said.',
            "The troops must be withdrawn",
            "demands",
        ),
    ],
)
def test_an_issue_is_what_is_asked_without_who_is_asked_and_why(annotate, text, issue, stance):
    assert (issue, stance) in issues(annotate(text))


def test_this_is_what_was_said_before(annotate):
    page = annotate("Portugal said that Mozambique had broken the truce. Mozambique denied this.")

    assert ("Mozambique had broken the truce", "denies") in issues(page)


def test_an_issue_is_never_a_verb_with_a_bare_pronoun(annotate):
    assert not {issue for issue, _ in issues(annotate("Norway made an offer. Portugal refused it."))} & {"refused it"}


def test_at_whose_request_something_is_done_is_not_asked_for(annotate):
    found = issues(annotate("Norway will host the talks at the request of Portugal."))

    assert not {issue for issue, stance in found if stance == "demands"} & {"Portugal"}


def test_what_a_text_calls_for_is_demanded_by_its_authors_not_by_who_tells_of_it(annotate):
    page = annotate("A Portuguese draft calls for a ceasefire, Norwegian Foreign Minister Elin Haugen said.")
    demands = {party for party, stance in stands(page) if stance == "demands"}

    assert demands == {"PRT"}


@pytest.mark.parametrize(
    ("text", "party", "stance"),
    [
        ("Norway could accept a ceasefire.", "NOR", "open_to"),
        ("Norway is in favour of a ceasefire.", "NOR", "supports"),
        ("Portugal said that a ceasefire was out of the question.", "PRT", "rejects"),
        ("Finland will go along with the plan.", "FIN", "accepts"),
    ],
)
def test_phrases_of_assent_and_refusal(annotate, text, party, stance):
    assert (party, stance) in stands(annotate(text))


def accepting(page):
    """Who accepts something."""
    return {party for party, stance in stands(page) if stance == "accepts"}


def test_both_of_whom_a_third_speaks_are_not_the_third(annotate):
    page = annotate(
        "Mozambique met Portugal in Oslo. Mozambique and Portugal had quarrelled for years. "
        "Mozambique had closed its border. Portugal had opened a port. "
        "Norway hosted the talks. "
        "Norwegian Foreign Minister Elin Haugen said on Monday that the two governments had agreed to a truce."
    )

    assert accepting(page) == {"MOZ", "PRT"}


def test_the_ministers_of_two_states_stand_for_both(annotate):
    page = annotate("The foreign ministers of Mozambique and Portugal accepted the plan on Monday.")

    assert accepting(page) == {"MOZ", "PRT"}


def test_two_dozen_countries_and_parties_of_the_left_are_not_those_named_before(annotate):
    page = annotate(
        "Mozambique met Portugal in Oslo. Two dozen countries agreed to the plan. Left-wing parties accepted the plan."
    )

    assert not accepting(page) & {"MOZ", "PRT"}


@pytest.mark.parametrize(
    ("text", "issue", "stance"),
    [
        ("Norway denounced the draft and urged the powers to reject it.", "the draft", "rejects"),
        ("Portugal said that a deal was near and that the rebels should agree to it.", "a deal", "demands"),
        ("Portugal dismissed as unjust a claim to the island.", "a claim to the island", "denies"),
        (
            "Portugal insists that the border is not up for negotiation.",
            "the border is not up for negotiation",
            "rejects",
        ),
    ],
)
def test_an_issue_is_what_it_stands_for(annotate, text, issue, stance):
    assert (issue, stance) in issues(annotate(text))


def test_what_comes_only_later_is_no_stance(annotate):
    assert ("FIN", "accepts") not in stands(annotate("Finland wants guarantees before it accepts any accord."))


def test_both_sides_of_a_war_are_the_armed_group_and_its_state(annotate):
    page = annotate(
        "Colombia fought the Revolutionary Armed Forces of Colombia for years. "
        "The Revolutionary Armed Forces of Colombia attacked a town. Colombia sent troops. "
        "The road was closed by Colombia, and Colombia rebuilt it. Its minister praised Colombia. "
        "Norway and Cuba met in Oslo. Norway said that both sides had accepted a truce."
    )

    assert accepting(page) == {"COL", "Revolutionary Armed Forces of Colombia"}


def test_a_title_adds_no_stance_that_is_told_again_below_it(annotate):
    page = annotate(
        "Indonesia on Monday demanded the release of all prisoners, its foreign minister said. Portugal refused.",
        title="Indonesia demands release of prisoners held by Portugal",
    )
    found = candidates(page, Voices(page, statements(page), offices(page)))
    demands = [(c, 0.9 - n / 10) for n, c in enumerate(found) if c.word == "demand"]

    assert len(demands) == 2
    assert [page.sentence_of(c.trigger).role == "title" for c, _ in distinct(page, demands)] == [False]


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("Indonesia accused Portugal of rejecting the truce.", "PRT"),
        ("Indonesia hopes that Portugal will accept the offer.", "PRT"),
        ("Indonesia said that Portugal would sign the accord.", "PRT"),
        ("Indonesia said that Portugal needed more time.", "PRT"),
        ("Aides of the ethnic Portuguese leader rejected the draft.", "PRT"),
        ("I do not think Portugal wants a truce, the envoy told reporters.", "PRT"),
    ],
)
def test_what_others_allege_or_foretell_is_nobodys_stance(annotate, text, party):
    assert party not in {who for who, _ in stands(annotate(text))}


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("The former Portuguese government demanded a power-sharing accord.", "The former Portuguese government"),
        ("A former Finnish minister said Norway should not hold talks.", "A former Finnish minister"),
    ],
)
def test_who_no_longer_governs_stands_for_no_state(annotate, text, party):
    assert party in {who for who, _ in stands(annotate(text))}


def test_a_subject_speaks_before_the_one_of_the_next_sentence(annotate):
    page = annotate(
        "Thailand met Cambodia, ASEAN chair Malaysia announced. The Philippines, which takes over the chair next year, "
        "proposed a hotline. Vietnam supports a code of conduct."
    )

    assert ("PHL", "proposes") in stands(page)


def test_officials_in_a_capital_take_the_stand_of_its_state(annotate):
    assert ("PRT", "rejects") in stands(annotate("An official in Lisbon rejected the ceasefire."))


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("There must be an immediate ceasefire, the Portuguese foreign minister said.", "demands"),
        ("There must be no sanctions, the Portuguese foreign minister said.", "rejects"),
    ],
)
def test_what_there_must_be_is_asked_for_or_refused(annotate, text, stance):
    assert ("PRT", stance) in stands(annotate(text))


def test_who_says_that_there_should_be_no_doubt_rejects_nothing(annotate):
    page = annotate("There should be no doubt about the ceasefire, the Portuguese foreign minister said.")

    assert ("PRT", "rejects") not in stands(page)


def test_who_is_asked_to_accept_has_not_accepted(annotate):
    page = annotate("Portugal urged Indonesia to accept the peace plan.")

    assert stands(page) == {("PRT", "demands")}


def test_who_remains_committed_or_is_not_on_board_takes_a_stand(annotate):
    assert ("USA", "supports") in stands(annotate("The United States remains committed to working with its partners."))
    assert ("PRT", "rejects") in stands(annotate("Portugal is not on board with the peace plan."))


def test_insisting_that_a_deed_was_not_so_denies(annotate):
    page = annotate("Norway insisted that lifting the embargo was not a response to the talks.")

    assert ("NOR", "denies") in stands(page)


def test_what_is_said_of_a_relative_pronoun_is_said_of_its_noun(annotate):
    page = annotate("Portugal studied the peace plan, which it called unacceptable.")
    found = candidates(page, Voices(page, statements(page), offices(page)))

    assert [page.text(c.issue) for c in found if c.word == "unacceptable"] == ["the peace plan"]


def test_calling_somebody_demands_nothing(annotate):
    assert ("PRT", "demands") not in stands(annotate("Portugal called the truce a first step."))


def test_the_same_stance_in_the_same_words_is_told_once(annotate):
    page = annotate(
        "Portugal demanded the release of the prisoners. The talks went on. Portugal also demanded the release of all "
        "prisoners."
    )
    found = candidates(page, Voices(page, statements(page), offices(page)))
    demands = [(c, 0.9 - n / 10) for n, c in enumerate(found) if c.word == "demand"]

    assert len(demands) == 2
    assert [c for c, _ in distinct(page, demands)] == [demands[0][0]]


def test_an_officer_who_is_dismissed_is_no_stand(annotate):
    assert not stands(annotate("The Norwegian premier dismissed army chief Per Holm on Monday."))


def test_what_is_still_to_be_agreed_is_no_stand(annotate):
    assert not stands(annotate("Norway and Lebanon met in Oslo. The dates will be agreed later through envoys."))


@pytest.mark.parametrize(
    ("text", "issues"),
    [
        (
            "Lebanon reiterated its support for the plan and its opposition to foreign bases.",
            {("supports", "the plan"), ("rejects", "foreign bases")},
        ),
        ("Lebanon said the port must be shared.", {("demands", "the port must be shared")}),
        ("Lebanon said that their ruling should be binding.", {("demands", "their ruling should be binding")}),
    ],
)
def test_an_issue_is_whole_and_ends_where_the_next_begins(annotate, text, issues):
    page = annotate(text)
    found = positions(page, Voices(page, statements(page), offices(page)))
    assert {(c.get("stance"), c.get("issue")) for c in found} == issues


def test_when_a_stand_was_taken_is_none_itself(annotate):
    page = annotate("Lebanon would not accept any map, repeating a position it has held since the 1990s.")
    found = candidates(page, Voices(page, statements(page), offices(page)))
    assert "position" not in {page.tokens[c.trigger].text for c in found}


@pytest.mark.parametrize(
    ("text", "issue", "stance"),
    [
        ("Indonesia made the return of the port a condition for talks.", "the return of the port", "demands"),
        ("Portugal discussed Finland's request to join the talks, which Norway opposes.", "join the talks", "demands"),
        ("Portugal rejects talks with the Free Front (FF).", "talks with the Free Front (FF)", "rejects"),
    ],
)
def test_an_issue_has_what_is_asked_and_nothing_that_is_added(annotate, text, issue, stance):
    assert (issue, stance) in issues(annotate(text))


@pytest.mark.parametrize(
    "text",
    [
        "A truce brokered by Norway, with support from Portugal and Finland, took effect in May.",
        "Portugal's foreign ministry repeated the demand in a letter on Saturday.",
        "The Portuguese envoy, Rui Costa, called on the chairman of the peace committee, General Min Thura.",
    ],
)
def test_stands_without_their_matter_are_none(annotate, text):
    assert not [stand for stand in stands(annotate(text)) if stand[0] in ("PRT", "FIN")]


def test_those_who_take_one_stand_together_are_judged_alike(annotate):
    page = annotate("Norwegian President Karin Sund and Finnish President Aino Salo agreed to a ceasefire.")
    found = positions(page, Voices(page, statements(page), offices(page)))
    assert {(p.get("party"), p.get("by"), p.get("stance")) for p in found} == {
        ("NOR", "Karin Sund", "accepts"),
        ("FIN", "Aino Salo", "accepts"),
    }
