"""Plans, agreements and truces: their names, which mentions are one, and what became of them."""

import pytest

from communique.claims.dates import Dates
from communique.claims.holders import Voices
from communique.claims.offices import offices
from communique.claims.proposals import proposals
from communique.claims.proposals.authorship import authors, partner
from communique.claims.proposals.grouping import documents
from communique.claims.proposals.mentions import mentions
from communique.claims.proposals.naming import dated, full_name
from communique.claims.proposals.status import status_of
from communique.claims.statements import statements


def names(page):
    """The name of each document."""
    return [page.text(full_name(page, d).name) for d in documents(page, Dates(page))]


def test_a_name_has_neither_article_nor_possessor(annotate):
    assert names(annotate("Mozambique rejected Portugal's peace plan.")) == ["peace plan"]


def test_a_bare_noun_takes_its_complement_into_the_name(annotate):
    assert names(annotate("They signed an agreement on the release of prisoners.")) == [
        "agreement on the release of prisoners"
    ]


def test_the_plan_is_the_plan_named_before(annotate):
    page = annotate("Portugal presented a peace plan. Mozambique rejected the plan.")

    assert len(documents(page, Dates(page))) == 1


def test_what_a_proposal_is_to_do_belongs_to_its_name(annotate):
    assert names(annotate("Mozambique rejected a Portuguese proposal to free all prisoners.")) == [
        "Portuguese proposal to free all prisoners"
    ]


def test_who_signed_an_agreement_does_not_belong_to_a_name_that_tells(annotate):
    assert names(annotate("The peace agreement signed by both sides took effect.")) == ["peace agreement"]


def test_a_truce_by_another_noun_is_the_same_truce(annotate):
    page = annotate("Mozambique declared a ceasefire. The rebels said that they would respect the fragile truce.")

    assert len(documents(page, Dates(page))) == 1


def test_a_truce_with_other_words_is_another_truce(annotate):
    page = annotate("The 1992 ceasefire failed. Mozambique declared a five-day ceasefire.")

    assert len(documents(page, Dates(page))) == 2


def test_the_title_names_the_document_of_the_body(annotate):
    page = annotate("Portugal presented a plan to free all prisoners.", title="Maputo is given a peace proposal")

    assert names(page) == ["plan to free all prisoners"]


def test_an_exchange_of_prisoners_is_a_document_and_one_of_letters_is_none(annotate):
    assert names(annotate("They agreed on an exchange of prisoners.")) == ["exchange of prisoners"]
    assert names(annotate("They agreed on an exchange of letters.")) == []


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        ("Indonesia rejected Finland's peace plan.", ["FIN"]),
        ("Indonesia studies a peace plan drafted by Finland.", ["FIN"]),
        ("Indonesia studies the peace plan that Finland submitted.", ["FIN"]),
        ("Finland presented a peace plan.", ["FIN"]),
        ("Finland introduced a draft resolution.", ["FIN"]),
        ("Indonesia signed a trade agreement with Finland.", ["IDN", "FIN"]),
        ("They recalled the peace agreement between Indonesia and Finland.", ["IDN", "FIN"]),
    ],
)
def test_whose_a_document_is(annotate, text, whose):
    page = annotate(text)
    (document,) = documents(page, Dates(page))

    assert [name for name, _ in authors(page, Voices(page, statements(page), offices(page)), document)] == whose


def test_a_hyphenated_cease_fire_is_a_truce(annotate):
    (found,) = documents(
        annotate("Mozambique declared a cease-fire."), Dates(annotate("Mozambique declared a cease-fire."))
    )

    assert "truce" in found.first.kinds


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Indonesia signed the peace agreement.", "signed"),
        ("The rebels violated the ceasefire.", "violated"),
        ("Mozambique rejected the peace plan.", "rejected"),
        ("The mediators deplored violations of the ceasefire.", "violated"),
        ("People came home during the ceasefire.", "in_force"),
        ("The sides hope to sign the peace agreement.", "under_discussion"),
        ("Mozambique refused to discuss the peace plan.", "rejected"),
        ("Indonesia violated the sanctions.", "in_force"),
        ("The minister spoke of a peace agreement.", "under_discussion"),
    ],
)
def test_the_verb_and_its_tense_give_the_status(annotate, text, status):
    page = annotate(text)
    (document,) = documents(page, Dates(page))

    assert status_of(page, document)[0] == status


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Norway should cancel the fishing accord with Portugal.", "in_force"),
        ("The strike threatens to undermine the truce of the two armies.", "in_force"),
        ("Norway cancelled the fishing accord with Portugal.", "collapsed"),
        ("The envoy cited the 1929 accord on the river.", "in_force"),
        ("The minister cited the Northern Seas Fishing Agreement.", "in_force"),
        ("The envoy spoke at length about the truce.", "in_force"),
        ("The envoy spoke at length about a truce.", "under_discussion"),
        ("The deal envisages the return of the prisoners.", "under_discussion"),
        ("The ministers will discuss the fishing accord signed by Norway and Portugal.", "signed"),
        ("Norway and Portugal called for calm in a joint statement released after the talks.", "agreed"),
        ("Lawmakers introduced a resolution on the river.", "submitted"),
        ("Norway opposes a plan to dam the river.", "floated"),
    ],
)
def test_what_may_be_done_to_a_document_or_is_in_it_is_not_its_status(annotate, text, status):
    page = annotate(text, published="2005-07-11")

    assert status_of(page, documents(page, Dates(page))[0])[0] == status


def test_what_a_report_tells_first_of_a_document_is_its_status(annotate):
    page = annotate("Portugal submitted the peace plan on Monday. Mozambique had rejected the peace plan in May.")
    (document,) = documents(page, Dates(page))

    assert status_of(page, document)[0] == "submitted"


def test_a_title_tells_in_the_present_what_is_done(annotate):
    page = annotate(
        "Veldania and Maretia sign Lantern Islands plan\n\nPresident Marek Sundt of Veldania and President Tomas Arden "
        "of Maretia signed the border plan for the Lantern Islands in Oslo on Sunday."
    )
    (document,) = documents(page, Dates(page))

    assert status_of(page, document)[0] == "signed"


def test_a_report_on_no_dealings_between_sides_has_no_proposal(annotate):
    page = annotate("The mayor unveiled a plan for a bridge.")

    assert proposals(page, Voices(page, statements(page), offices(page))) == ()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("They signed several memorandums of understanding during the visit.", "memorandums of understanding"),
        ("They signed more than ten accords.", "accords"),
        ("Norway gave a seven-point proposal to both delegations.", "seven-point proposal"),
        ("Portugal drew up a plan to end the war in a bid to save the talks.", "plan to end the war"),
        ("Mozambique fell back on Plan B.", "Plan B"),
        ("Norway honoured a deal reached in November.", "deal reached in November"),
        ("They agreed on a road map to boost trade.", "road map to boost trade"),
        ("The 2015 nuclear accord collapsed.", "2015 nuclear accord"),
        ("Mozambique rejected a proposal from Norway to open the border.", "proposal from Norway to open the border"),
    ],
)
def test_a_name_says_what_a_document_is_about_and_no_more(annotate, text, name):
    assert name in names(annotate(text))


def made_by(page):
    """Who made the document that is named first."""
    voices = Voices(page, statements(page), offices(page))
    return {author for author, _ in authors(page, voices, documents(page, Dates(page))[0])}


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("The minerals accord between Mozambique and Portugal, which is to be signed, is ready.", {"MOZ", "PRT"}),
        ("Norway unveiled a Finnish proposal to end the war.", {"FIN"}),
        ("The fisheries treaty, which Norway put in abeyance, still binds Portugal.", set()),
        ("A ceasefire in the north sponsored by Norway and Finland has held.", {"NOR", "FIN"}),
        ("A Norwegian-brokered truce has held.", {"NOR"}),
        ("The Portuguese truce has held.", set()),
        ("An agreement reached with Portugal over the border is in force.", {"PRT"}),
    ],
)
def test_who_made_a_document_is_told_by_those_who_drew_it_up_or_whom_it_is_between(annotate, text, parties):
    assert made_by(annotate(text)) == parties


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The rebels will quit if Norway accepts the Finnish proposal.", "submitted"),
        ("Norway urged Portugal to accept the Finnish proposal.", "submitted"),
        ("Norway wants to sign the minerals treaty.", "under_discussion"),
        ("Portugal spoke of a truce that would begin in March.", "floated"),
    ],
)
def test_what_is_only_supposed_is_not_done(annotate, text, status):
    page = annotate(text)

    assert status_of(page, documents(page, Dates(page))[0])[0] == status


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        ("The raid threatens to undermine a U.S.-Russia-brokered cease-fire that has held.", ["USA", "RUS"]),
        ("Mozambique surprised everybody with a pitch to extend the road.", ["MOZ"]),
        ("Mozambique praised Portugal's deal with Norway.", ["PRT", "NOR"]),
        ("Mozambique suspended the friendship treaty with Portugal on Monday.", ["MOZ", "PRT"]),
        ("Mozambique and Portugal are preparing to renew a historic deal on fisheries.", ["MOZ", "PRT"]),
        ("Norway demanded the implementation of UN Security Council Resolution 9216.", ["UN Security Council"]),
    ],
)
def test_whose_document_it_is(annotate, text, whose):
    page = annotate(text)
    (document,) = documents(page, Dates(page))
    voices = Voices(page, statements(page), offices(page))

    assert [party for party, _ in authors(page, voices, document)] == whose


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Portugal laid out a new five-stage framework.", "submitted"),
        ("Norway did not rule out a unilateral ceasefire.", "under_discussion"),
        ("The peace accord came into force on Monday.", "in_force"),
        ("Norway made a proposal on the islands.", "submitted"),
    ],
)
def test_a_particle_or_not_makes_another_status(annotate, text, status):
    page = annotate(text)

    assert [status_of(page, document)[0] for document in documents(page, Dates(page))] == [status]


def test_a_truce_may_be_told_from_others_by_its_date_alone(annotate):
    assert names(annotate("The truce of February 2002 was holding.")) == ["truce of February 2002"]


def test_when_a_plan_is_carried_out_is_not_when_it_was_drafted(annotate):
    page = annotate("Portugal has drafted a plan under which the rebels would disarm by 2009.", published="2005-07-11")
    dates = Dates(page)
    (plan,) = documents(page, dates)

    assert dated(page, dates, plan) is None


@pytest.mark.parametrize(
    "text",
    [
        "Portugal froze a $90 million aid package.",
        "This was not a proposal made in good faith, Norway said.",
        "The International Monetary Fund met Norway.",
    ],
)
def test_aid_and_what_something_is_not_are_no_documents(annotate, text):
    assert names(annotate(text)) == []


def test_an_offer_is_no_agreement_told_before(annotate):
    page = annotate("Portugal supports a code of conduct. Norway turned down an offer to mediate.")

    assert names(page) == ["code of conduct", "offer to mediate"]


def test_what_began_are_the_talks_and_not_the_treaty_they_are_about(annotate):
    page = annotate("Negotiators from Chile and Peru began talks on a border treaty in Geneva on Monday.")
    (document,) = documents(page, Dates(page))

    assert status_of(page, document)[0] == "under_discussion"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("There could be a new truce deal in place for the holiday.", ["new truce deal"]),
        ("Mozambique rejected the offer on the table.", ["offer"]),
        (
            'Portugal has an ambitious plan for the "day after" the war, its envoy said.',
            ['ambitious plan for the "day after" the war'],
        ),
        ("It was a compromise between Portugal, which had wanted more, and Mozambique.", ["compromise"]),
        ("They issued a joint statement saying that talks would go on.", ["joint statement"]),
    ],
)
def test_a_name_ends_before_how_the_document_stands(annotate, sentence, expected):
    page = annotate(sentence)
    assert [page.text(m.name) for m in mentions(page, Dates(page))] == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Portugal dropped plans for its president to visit Maputo.",
        "The envoys wanted an understanding of how the panel works.",
        "Portugal and Mozambique met on Sunday, according to a ministry statement.",
    ],
)
def test_what_somebody_has_in_mind_is_no_document(annotate, sentence):
    assert names(annotate(sentence)) == []


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Portugal read a note on fishing.", []),
        ("Portugal and Mozambique initialled a note on fishing.", ["note on fishing"]),
        ("The envoys negotiated an amnesty for deserters.", ["amnesty for deserters"]),
        ("The judges spoke of an amnesty.", []),
        ("The Mozambican suggestion did not please Lisbon.", ["Mozambican suggestion"]),
        ("The envoy brought a set of ideas on the harbours.", ["set of ideas on the harbours"]),
        ("Norway spent a great deal on the harbours.", []),
    ],
)
def test_some_nouns_name_a_document_only_where_it_is_settled_or_somebodys(annotate, sentence, expected):
    assert names(annotate(sentence)) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Portugal proposed a joint inquiry.", ["joint inquiry"]),
        ("Portugal proposed the abolition of tolls.", []),
        ("Portugal proposed a meeting.", []),
        ("Portugal suggested a candidate.", []),
    ],
)
def test_something_new_that_is_proposed_is_a_proposal_by_whatever_noun(annotate, sentence, expected):
    assert names(annotate(sentence)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A truce ordered by the Security Council took effect.", "truce ordered by the Security Council"),
        ("Norway drafted a plan that would open both harbours.", "plan that would open both harbours"),
        ("Norway drafted a plan, which Portugal rejected.", "plan"),
        (
            "Norway drafted a formula under which both would share the tolls.",
            "formula under which both would share the tolls",
        ),
    ],
)
def test_a_bare_document_is_named_by_its_maker_or_by_what_it_provides(annotate, text, expected):
    assert names(annotate(text)) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Mozambique declared a truce. An earlier truce broke down within a week.",
        "Norway presented a six-point plan. Portugal answered with a nine-point plan.",
        "Norway's offer pleased nobody. Portugal's offer was better.",
    ],
)
def test_a_document_with_another_number_or_owner_is_another(annotate, text):
    page = annotate(text)

    assert len(documents(page, Dates(page))) == 2


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The Lisbon treaty, which ended a long war, binds both.", "in_force"),
        ("Norway will not scrap the memorandum on fishing.", "in_force"),
        ("Both sides agreed on nine of the ten articles of a peace treaty.", "under_discussion"),
        ("The agreement obliges Norway to open its harbours.", "agreed"),
        ("Norway and Portugal put their names to an agreement.", "signed"),
        ("The ministers spoke of the possible conclusion of an accord.", "under_discussion"),
        ("Norway revoked the trade sanctions.", "in_force"),
    ],
)
def test_what_a_document_does_and_how_far_it_has_come_give_its_status(annotate, text, status):
    page = annotate(text)

    assert status_of(page, documents(page, Dates(page))[0])[0] == status


def test_an_accord_that_was_signed_is_between_the_two_sides_of_the_report(annotate):
    page = annotate(
        "Mozambique and Portugal ended their talks on the border in Oslo on Sunday. A peace accord was signed at noon. "
        "Mozambique thanked Portugal, and the foreign ministers of Mozambique and Portugal embraced."
    )
    (found,) = proposals(page, Voices(page, statements(page), offices(page)))

    assert set(found.all("authors")) == {"MOZ", "PRT"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norway spoke of a truce. Portugal violated the winter truce.", ["winter truce"]),
        ("Rebels fought on despite a cessation of hostilities deal.", ["cessation of hostilities deal"]),
        ('A fragile "cessation of hostilities" truce has held.', ['"cessation of hostilities" truce']),
        ("Portugal called for a no-fly zone over the islands.", ["no-fly zone over the islands"]),
        ("Norway abides by resolution 9216.", ["resolution 9216"]),
    ],
)
def test_a_document_is_called_by_its_whole_name_where_it_is_told_what_became_of_it(annotate, text, expected):
    assert [name.removeprefix("fragile ") for name in names(annotate(text))] == expected


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Norway and Portugal managed to seal an accord on fish.", "agreed"),
        ("Norway helped secure a truce in the hills.", "agreed"),
        ("After agreeing a road map for the islands, the ministers left.", "agreed"),
        ("The truce took effect at noon and collapsed at dusk.", "collapsed"),
        ("The deadline of the rebels passed on Friday.", "collapsed"),
        ("Norway said it would not open the border until a treaty was signed.", "under_discussion"),
        ("The truce between the two armies expires on March 12.", "in_force"),
        ("The Portuguese formula was found inadmissible.", "rejected"),
        ("Portugal and Norway disagree over a proposed deal on fish.", "under_discussion"),
        ("Norway has yet to respond to the Portuguese proposal.", "under_discussion"),
        ("Portugal unveiled a plan for the islands. The ministers are discussing the plan.", "under_discussion"),
        ("The minerals treaty will be signed in March.", "agreed"),
        ("No ship has called there since a truce.", "in_force"),
        ("Portugal opposes launches against United Nations resolutions.", "in_force"),
        ("The envoy recalled the Lisbon agreement.", "in_force"),
    ],
)
def test_how_far_a_document_has_come(annotate, text, status):
    page = annotate(text)

    assert status_of(page, documents(page, Dates(page))[0])[0] == status


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        ("The envoy deplored violations of the Lisbon agreement.", []),
        ("The Portuguese foreign minister brought a proposal on the islands to Oslo.", ["PRT"]),
        ("Norway criticised sanctions imposed on its firms by Portugal.", ["PRT"]),
        ("Diplomats issued a plan for the islands.", []),
        ("The Security Council met on the islands. Norway quoted the resolution.", ["Security Council"]),
    ],
)
def test_a_document_is_of_those_who_made_it_and_not_of_the_town_or_of_anybody(annotate, text, whose):
    page = annotate(text)
    (document,) = documents(page, Dates(page))

    assert [name for name, _ in authors(page, Voices(page, statements(page), offices(page)), document)] == whose


def test_an_accord_with_one_side_is_also_that_of_the_other_side_of_the_report(annotate):
    page = annotate(
        "Norway praised the fishing accord with Portugal. Norway and Portugal signed it in May. "
        "Norway ratified it, and Norway has thanked Portugal."
    )
    voices = Voices(page, statements(page), offices(page))
    document = documents(page, Dates(page))[0]

    assert [name for name, _ in partner(page, voices, document, [("PRT", page.tokens[0].span)])] == ["NOR"]


def test_who_hands_over_a_draft_for_an_organization_makes_it_that_of_the_organization(annotate):
    assert made_by(annotate("UN negotiators handed the two sides a draft proposal.")) == {"UN"}


def entries(page):
    """Name, status and authors of each proposal."""
    found = proposals(page, Voices(page, statements(page), offices(page)))
    return [(c.get("name"), c.get("status"), c.all("authors")) for c in found]


def test_what_talks_are_held_over_is_under_discussion(annotate):
    page = annotate("Norwegian and Lebanese envoys held talks on Thursday over an American plan to end the fighting.")
    assert entries(page) == [("American plan to end the fighting", "under_discussion", ("USA",))]


def test_who_made_a_draft_may_be_told_in_the_next_sentence(annotate):
    page = annotate(
        "Norway and Lebanon met in Oslo. The nine-point draft calls for a buffer zone. It was drawn up by Kenya "
        "and Egypt."
    )
    assert ("nine-point draft", "under_discussion", ("KEN", "EGY")) in entries(page)


def test_what_talks_end_without_is_no_proposal(annotate):
    assert not entries(annotate("Norway and Lebanon ended their talks without a joint statement."))


def test_an_accord_that_is_awaited_is_not_signed(annotate):
    page = annotate("Mozambique wants the rebels to leave before a peace accord is signed.")

    assert status_of(page, documents(page, Dates(page))[0])[0] == "under_discussion"


def test_the_day_of_another_clause_is_not_the_documents(annotate):
    page = annotate("The rebels, who took the port in May 1990, have accepted a Portuguese plan.")

    assert dated(page, Dates(page), documents(page, Dates(page))[0]) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mozambique said it accepts the draft accord as a basis for talks.", "under_discussion"),
        ("Mozambique accepted the draft accord on Monday.", "agreed"),
    ],
)
def test_what_is_accepted_as_a_basis_is_still_talked_about(annotate, text, expected):
    ((_, status, _),) = entries(annotate(text))
    assert status == expected


def test_a_settlement_that_somebody_would_support_is_none_yet(annotate):
    told = entries(annotate("Portugal supported a settlement reached freely by Mozambique and Malawi."))
    assert "agreed" not in {status for _, status, _ in told}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A ceasefire signed by Mozambique in January has been violated at least 30 times.", "violated"),
        ("Mozambique discussed the accord signed by Malawi in January.", "signed"),
    ],
)
def test_what_was_signed_and_broken_is_broken(annotate, text, expected):
    ((_, status, _),) = entries(annotate(text))
    assert status == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The truce between Mozambique and Malawi, which expired on Sunday, was extended by 60 days.", "in_force"),
        ("Mozambique and Malawi agreed to extend the truce that expired on Sunday.", "in_force"),
        ("Mozambique and Malawi failed to extend the truce that expired on Sunday.", "collapsed"),
        ("The truce expired on Sunday after the sides did not extend it.", "collapsed"),
    ],
)
def test_what_ran_out_and_was_given_more_time_is_in_force(annotate, text, expected):
    ((_, status, _),) = entries(annotate(text))
    assert status == expected
