"""What is to come: futures, words of planning, dates that lie ahead."""

import pytest

from communique.claims.dates import Dates, bounded, is_after, is_ahead
from communique.claims.holders import Voices
from communique.claims.next_steps import next_steps
from communique.claims.next_steps.actors import options, step_doers
from communique.claims.next_steps.candidates import candidates
from communique.claims.next_steps.features import modality_features
from communique.claims.next_steps.firmness import firmness
from communique.claims.next_steps.kinds import kind_of
from communique.claims.next_steps.places import place
from communique.claims.next_steps.same import is_alike
from communique.claims.next_steps.wording import wording
from communique.claims.offices import offices
from communique.claims.statements import statements


def words(page):
    """The announcing word of every candidate."""
    return {c.word for c in candidates(page, Voices(page, statements(page), offices(page)))}


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The two delegations will meet in Helsinki.", "will"),
        ("Indonesia plans to sign the agreement.", "plan"),
        ("The mediators are expected to present a draft.", "expect"),
        ("The minister is due to fly to Helsinki.", "due"),
        ("The president is to visit Maputo on Friday.", "be to"),
    ],
)
def test_what_is_announced_is_a_candidate(annotate, text, word):
    assert word in words(annotate(text, published="2005-07-11"))


@pytest.mark.parametrize(
    ("until", "when"),
    [
        ("within ten days", "2005-07-11/2005-07-21"),
        ("within 48 hours", "2005-07-11/2005-07-13"),
        ("in the next two months", "2005-07-11/2005-09-11"),
        ("within a year", "2005-07-11/2006-07-11"),
        ("within 9000 years", "2005-07-11/9999-07-11"),
        ("within a week of the signing", ""),
        ("in the coming weeks", ""),
    ],
)
def test_a_deadline_that_is_a_length_counts_from_publication(annotate, until, when):
    page = annotate(f"Indonesia will send an envoy to Helsinki {until}.", published="2005-07-11")
    found = Dates(page).within(range(len(page.tokens)))

    assert (found[0] if found else "") == when


@pytest.mark.parametrize(
    ("until", "when"),
    [
        ("by Friday", "../2005-07-15"),
        ("before September", "../2005-09"),
        ("by the end of September", "../2005-09-30"),
        ("before the end of next week", "../2005-07-24"),
        ("in September", "2005-09"),
        ("at the end of September", "2005-09"),
    ],
)
def test_a_deadline_is_open_at_its_start_and_an_end_is_a_last_day(annotate, until, when):
    page = annotate(f"Indonesia will send an envoy to Helsinki {until}.", published="2005-07-11")

    assert [bounded(page, t) for t in page.reading.times] == [when]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The council is consulting, and is to answer before Monday.", "answer before Monday"),
        ("The mediator asked both delegations to be back by 20 July.", "back by 20 July"),
        ("The delegates are due back in Helsinki on Friday.", "due back in Helsinki on Friday"),
        ("Further talks are likely.", "likely"),
        ("No new round of talks is scheduled.", "scheduled"),
        ("The army will free the sailors and open the border.", "open the border"),
        ("Finland wants all the factions to come to Helsinki.", "come to Helsinki"),
        ("The accord is the paper under which Indonesia is to withdraw its troops.", "withdraw its troops"),
        ("The council is to meet on Friday to hear Finland.", "meet on Friday to hear Finland"),
        ("The mediator sent the rebels an invitation to visit Helsinki.", "visit Helsinki"),
        ("The minister would like to go to Helsinki.", "go to Helsinki"),
        ("The assembly authorised the envoy to sign the treaty.", "sign the treaty"),
    ],
)
def test_a_step_is_found_in_whatever_form_it_is_announced(annotate, text, words):
    page = annotate(text, published="2005-07-11")

    assert words in {page.text(c.what) for c in candidates(page, Voices(page, statements(page), offices(page)))}


@pytest.mark.parametrize(
    "text", ["The army freed the sailors and opened the border.", "The sailors are due a pension.", "War is likely."]
)
def test_what_is_done_or_no_step_is_not_found_for_its_form(annotate, text):
    assert words(annotate(text, published="2005-07-11")) == set()


def test_what_somebody_does_beside_on_the_day_of_the_report_is_no_step(annotate):
    page = annotate("Speaking in Helsinki on Monday, the envoy said that the talks had failed.", published="2005-07-11")

    assert words(page) == set()


def test_what_happened_is_no_candidate(annotate):
    page = annotate("The two delegations met in Helsinki and left.", published="2005-07-11")

    assert words(page) == set()


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Norway kept the ships at sea in order to press Portugal.", "press"),
        ("The minister went on to praise the hosts.", "praise"),
        ("Norway suggested Portugal was arming the rebels.", "arm"),
        ("The rebels are believed to be holding two soldiers.", "hold"),
    ],
)
def test_a_purpose_and_what_is_so_already_are_no_candidates(annotate, text, verb):
    page = annotate(text, published="2005-07-11")
    found = {page.tokens[c.head].lemma for c in candidates(page, Voices(page, statements(page), offices(page)))}

    assert verb not in found


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("It is unclear how Norway will respond to the blockade.", "respond"),
        ("The report gave no indication of how the quarrel could be resolved.", "resolve"),
        ("Analysts wondered which of the rebel groups would attend the talks.", "attend"),
        ("Norway will send ships should the talks fail.", "fail"),
        ("Indonesia is ready to withdraw provided the border can be secured.", "secure"),
        ("Norway did not expect that Finland would answer.", "answer"),
        ("The minister expressed disbelief that Norway would invite the rebels.", "invite"),
        ("Norway had originally agreed to send ships.", "send"),
        ("In 1995 Indonesia pledged to open the border, but nothing was done.", "open"),
        ("Finland tried to save the talks.", "save"),
        ("The rebels will know what the vote means.", "know"),
        ("The general will be a hero in Indonesia.", "hero"),
    ],
)
def test_what_is_asked_doubted_long_past_or_a_state_is_no_candidate(annotate, text, verb):
    page = annotate(text, published="2005-07-11")
    found = {page.tokens[c.head].lemma for c in candidates(page, Voices(page, statements(page), offices(page)))}

    assert verb not in found


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Norway said it would announce on Friday where the talks will be held.", "announce"),
        ("Indonesia agreed on Sunday to send an envoy.", "send"),
        ("The minister did not rule out that Norway would send ships.", "send"),
        ("There will be a briefing in Helsinki.", "be"),
    ],
)
def test_what_is_told_in_such_words_but_to_come_stays_a_candidate(annotate, text, verb):
    page = annotate(text, published="2005-07-11")
    found = {page.tokens[c.head].lemma for c in candidates(page, Voices(page, statements(page), offices(page)))}

    assert verb in found


def test_the_time_of_what_a_present_tense_tells_of_is_not_its_own(annotate):
    own = annotate("The minister leaves for Helsinki on Sunday.", published="2005-07-11")
    other = annotate("The report cites the plan of the ministers for Sunday.", published="2005-07-11")

    assert "leave" in words(own)
    assert "cite" not in words(other)


def test_a_dated_meeting_ahead_is_a_next_step_with_its_date(annotate):
    page = annotate("Indonesia and Finland will meet in Helsinki on Friday.", published="2005-07-11")
    (step,) = next_steps(page, Voices(page, statements(page), offices(page)), ())

    assert step.get("when") == "2005-07-15"
    assert {"IDN", "FIN"} <= set(step.all("who"))
    assert step.get("kind") == "meeting"


@pytest.mark.parametrize(
    ("value", "ahead"),
    [
        ("2005-07-12", True),
        ("2005-07-11", True),
        ("2005-07-10", False),
        ("2005-07", True),
        ("2005-06", False),
        ("2005", True),
        ("2005-07-05/2005-07-20", True),
        ("2005-07-01/..", True),
        ("200X", True),
        ("", False),
        ("2005-21", False),
        ("2005-22", True),
        ("2005-34", False),
        ("2005-40", False),
        ("[2005-07-10,2005-07-12]", True),
    ],
)
def test_a_date_is_ahead_when_it_ends_on_or_after_publication(value, ahead):
    assert is_ahead(value, "2005-07-11") is ahead


@pytest.mark.parametrize(
    ("value", "after"),
    [
        ("2005-07-12", True),
        ("2005-07", False),
        ("2005-21", False),
        ("2005-23", True),
        ("../2005-08", False),
        ("", False),
    ],
)
def test_a_date_is_after_what_it_begins_behind(value, after):
    assert is_after(value, "2005-07-11") is after


def test_an_appointment_in_a_season_gone_by_is_no_step(annotate):
    page = annotate(
        "Ana Petrova was appointed foreign minister of Norway in the spring of 2031.", published="2031-11-20"
    )
    assert next_steps(page, Voices(page, statements(page), offices(page)), ()) == ()


def options_of(page, met=()):
    """The names of every option of the report's one candidate, by way."""
    voices = Voices(page, statements(page), offices(page))
    (candidate,) = candidates(page, voices)
    return {way: who.names for who in options(page, voices, candidate, met) for way in who.ways}


def test_the_doer_may_take_a_step(annotate):
    assert options_of(annotate("Indonesia will withdraw its soldiers."))["doer"] == ("IDN",)


def test_those_met_may_take_it_together_with_the_doer(annotate):
    assert options_of(annotate("Indonesia will meet with Finland."))["together"] == ("IDN", "FIN")


def test_those_without_a_name_are_taken_as_written(annotate):
    assert options_of(annotate("All neighbouring states will withdraw."))["noun"] == ("All neighbouring states",)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The two delegations will meet in Helsinki.", "Helsinki"),
        ("The minister will depart for Helsinki.", "Helsinki"),
        ("The two sides will attend the Helsinki talks.", "Helsinki"),
        ("Indonesia will accept the plan to end the war in Aceh.", None),
        ("Norway will send troops to Aceh.", "Aceh"),
        ("The camp will be lifted as a gift to Finland.", None),
        ("Norway will send new proposals on Aceh to Finland.", None),
    ],
)
def test_a_place_is_where_a_step_is_to_be(annotate, text, expected):
    page = annotate(text, published="2005-07-11")
    voices = Voices(page, statements(page), offices(page))
    found = place(page, candidates(page, voices)[0])

    assert (found[0] if found else None) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Indonesia would have met the rebels on Friday.",
        "Indonesia has met the rebels on Monday.",
        "Indonesia has yet to meet the rebels.",
        "The talks held on Monday were difficult.",
    ],
)
def test_what_has_been_or_is_not_yet_is_no_step(annotate, text):
    page = annotate(text, published="2005-07-11")

    assert not candidates(page, Voices(page, statements(page), offices(page)))


@pytest.mark.parametrize(
    "text",
    [
        "Indonesia called on Finland to release the prisoners.",
        "Indonesia urged Finland to release the prisoners.",
        "Finland is expected to release the prisoners.",
        "The president of Indonesia feared Finland would release the prisoners.",
    ],
)
def test_who_is_asked_or_expected_takes_the_step(annotate, text):
    page = annotate(text, published="2005-07-11")
    voices = Voices(page, statements(page), offices(page))
    found = [c for c in candidates(page, voices) if page.text(c.what).startswith("release")]

    assert [h.party[0] for h in voices.holders(step_doers(page, found[0]))] == ["FIN"]


def test_a_step_told_twice_is_one(annotate):
    page = annotate(
        "Indonesia and Finland will meet in Helsinki on Friday. The talks are delicate. "
        "Indonesia and Finland are to meet in Helsinki on Friday.",
        published="2005-07-11",
    )

    assert len(next_steps(page, Voices(page, statements(page), offices(page)), ())) == 1


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ({"withdraw", "soldier"}, {"withdraw", "soldier", "island"}, True),
        ({"withdraw", "soldier"}, {"free", "prisoner"}, False),
        (set(), set(), False),
    ],
)
def test_wordings_that_share_half_their_words_are_alike(one, other, alike):
    assert is_alike(frozenset(one), frozenset(other)) is alike


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Indonesia will meet the rebels in Helsinki.", "meeting"),
        ("The talks will resume in Helsinki.", "meeting"),
        ("Norway will resume talks with Finland.", "meeting"),
        ("Norway will resume gas supplies.", "action"),
        ("The minister will begin a visit to Finland.", "travel"),
        ("The minister will depart for Helsinki.", "travel"),
        ("The two sides will sign the accord.", "document"),
        ("The rebels will accept the offer.", "decision"),
        ("Indonesia will withdraw its soldiers.", "action"),
        ("Norway will receive the Indonesian envoy.", "meeting"),
        ("Norway will receive the data.", "action"),
        ("Norway will take part in a second round of talks.", "meeting"),
        ("The minister will see the Finnish envoy.", "meeting"),
        ("The ninth round of talks is fixed for Friday.", "meeting"),
        ("Indonesia's reply is due on Friday.", "action"),
        ("The first report is due on Friday.", "document"),
        ("The minister is expected in Helsinki on Friday.", "travel"),
        ("The minister wants to be in Helsinki by Friday.", "travel"),
        ("Indonesia plans to strike a deal on Friday.", "document"),
        ("The police will seal the border.", "action"),
        ("The release of the prisoners is to begin on Friday.", "action"),
        ("The miners plan a rally on Friday.", "action"),
    ],
)
def test_the_kind_of_a_step_is_that_of_its_word_or_of_an_empty_verb_that_of_its_noun(annotate, text, kind):
    page = annotate(text, published="2005-07-11")
    found = candidates(page, Voices(page, statements(page), offices(page)))

    assert kind_of(page, found[0]) == kind


def told(page):
    """The words in which every candidate would be told."""
    voices = Voices(page, statements(page), offices(page))
    return {page.text(wording(page, voices, c)) for c in candidates(page, voices)}


@pytest.mark.parametrize(
    "text",
    [
        "Norway might host another round if the rebels agree to attend.",
        "Finland had planned to sign the treaty in June.",
        "Portugal rejected a proposal to hold talks in Lisbon.",
        "Portugal ruled out further talks.",
        "Norway denied a report that it had agreed to send troops.",
        "Portugal will not sign the treaty until the troops leave.",
        "Reporters asked whether Portugal would sign the treaty.",
        "Would Portugal sign the treaty?",
        "They had agreed to hold talks in March 2004.",
    ],
)
def test_what_is_refused_or_a_condition_or_was_once_planned_is_no_step(annotate, text):
    page = annotate(text, published="2005-07-11")
    found = {page.tokens[c.head].lemma for c in candidates(page, Voices(page, statements(page), offices(page)))}

    assert not found & {"attend", "sign", "hold", "talk", "talks", "send", "agree"}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The talks will be held in Oslo on Friday.", "The talks will be held in Oslo on Friday"),
        ("Portugal will not attend the summit.", "not attend the summit"),
        ("Portugal won't attend the summit.", "won't attend the summit"),
        ("There will be a second meeting in Oslo.", "There will be a second meeting in Oslo"),
        ("Norway will host the talks because both sides trust it.", "host the talks"),
        ('Finland said it would sign "within two weeks".', 'sign "within two weeks"'),
    ],
)
def test_a_step_is_told_with_what_it_befalls_and_with_its_negation(annotate, text, words):
    assert words in told(annotate(text, published="2005-07-11"))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Norway will pay for the bridge.", "action"),
        ("The minister will pay a visit to Helsinki.", "travel"),
        ("Norway will join the alliance of the northern states.", "action"),
        ("Norway will join the talks in Helsinki.", "meeting"),
        ("The president will call up the reserves.", "action"),
        ("The president will call the prime minister on Friday.", "meeting"),
        ("Indonesia will conduct two tests of its missiles.", "action"),
    ],
)
def test_some_verbs_are_of_a_kind_by_their_noun_alone(annotate, text, kind):
    page = annotate(text, published="2005-07-11")
    voices = Voices(page, statements(page), offices(page))

    assert [kind_of(page, c) for c in candidates(page, voices)][:1] == [kind]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Norway will go to great lengths.", "action"),
        ("The minister will go to Helsinki.", "travel"),
        ("The rebels will return to the negotiating table.", "meeting"),
        ("Portugal will stop firing.", "action"),
        ("Portugal will send a delegation.", "travel"),
        ("Portugal will release the prisoners.", "action"),
    ],
)
def test_verbs_of_motion_are_travel_where_they_go_somewhere(annotate, text, kind):
    page = annotate(text, published="2005-07-11")
    found = candidates(page, Voices(page, statements(page), offices(page)))

    assert kind_of(page, found[0]) == kind


@pytest.mark.parametrize(
    ("text", "threatened"),
    [
        ("Norway warned that it would close the border.", True),
        ("The rebels threatened to attack the port.", True),
        ("Norway will continue to help the parties.", False),
        ("Norway would continue to facilitate the talks, it said.", False),
        ("Norway would accept observers if Finland withdraws, it said.", False),
        ("Norway will not attend the talks if Finland keeps its troops there, it said.", True),
    ],
)
def test_a_threat_has_a_word_of_threat_or_harm_or_a_condition(annotate, text, threatened):
    page = annotate(text, published="2005-07-11")
    voices = Voices(page, statements(page), offices(page))
    found = {firmness(page, voices, c) for c in candidates(page, voices)}

    assert ("threatened" in found) is threatened


def test_the_day_of_another_clause_is_not_that_of_a_step(annotate):
    page = annotate("The minister will attend and will fly to Oslo on Friday.", published="2005-07-11")
    days = {page.tokens[c.head].lemma: c.when for c in candidates(page, Voices(page, statements(page), offices(page)))}

    assert days["attend"] is None
    assert days["fly"] is not None


def test_the_day_of_a_verb_goes_before_one_in_its_subject(annotate):
    page = annotate("The meeting of September 1 will be prepared on August 20.", published="2005-07-11")
    found = candidates(page, Voices(page, statements(page), offices(page)))

    assert [c.when.value for c in found if page.tokens[c.head].lemma == "prepare"] == ["2005-08-20"]


def test_the_next_round_and_its_holding_are_one_step(annotate):
    page = annotate("The next round of talks will be held in Helsinki on Friday.", published="2005-07-11")

    assert len(next_steps(page, Voices(page, statements(page), offices(page)), ())) <= 1


def test_new_proposals_that_have_been_made_are_no_step(annotate):
    page = annotate("Portugal had submitted new proposals on the border.", published="2005-07-11")

    assert not candidates(page, Voices(page, statements(page), offices(page)))


@pytest.mark.parametrize(
    ("text", "feature"),
    [
        ("Under the accord Indonesia will withdraw its soldiers.", "under=True"),
        ("Indonesia will withdraw its soldiers.", "under=False"),
        ("Indonesia will perhaps withdraw its soldiers.", "near=perhaps"),
        ("Indonesia will withdraw its soldiers if the rebels agree.", "if=True"),
        ("Indonesia will withdraw its soldiers on 20 July.", "when=10"),
    ],
)
def test_how_firm_a_step_is_is_told_by_accords_doubts_conditions_and_days(annotate, text, feature):
    page = annotate(text, published="2005-07-11")
    voices = Voices(page, statements(page), offices(page))
    step = next(c for c in candidates(page, voices) if page.text(c.what).startswith("withdraw"))

    assert feature in modality_features(page, voices, step)


@pytest.mark.parametrize(
    ("text", "is_step"),
    [
        ("Talks between Indonesia and Finland set for July 20 were called off.", False),
        ("A summit of Indonesia and Finland, which was to be held on July 20, has been called off.", False),
        ("A round of talks between Indonesia and Finland scheduled for July 20 has been put off for a week.", False),
        ("Talks between Indonesia and Finland were postponed until July 20.", True),
    ],
)
def test_what_was_called_off_is_no_step_unless_it_has_a_new_day(annotate, text, is_step):
    page = annotate(text, published="2005-07-11")
    assert bool(next_steps(page, Voices(page, statements(page), offices(page)), ())) is is_step
