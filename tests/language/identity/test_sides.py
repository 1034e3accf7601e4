"""States, sides, bodies and places."""


def named(page, kind):
    return {r.name: r for r in page.reading.referents if r.kind == kind}


def texts(page, referent):
    return [page.report.text[m.start : m.end] for m in referent.mentions]


def test_names_demonyms_capitals_and_seats_are_one_state(annotate):
    page = annotate("France rejected the plan. Paris said it was late. French officials and the Elysee were silent.")
    assert {"France", "Paris", "French", "Elysee"} <= set(texts(page, named(page, "party")["FRA"]))


def test_a_capital_after_in_is_a_place(annotate):
    page = annotate("Delegates from both sides met in Vienna on Friday.")
    assert "Vienna" in named(page, "place")
    assert "AUT" not in named(page, "party")


def test_a_capital_is_a_place_where_somebody_is_heard_from_it_or_passes_through(annotate):
    for text in (
        "The adviser told the radio from Vienna that nothing was agreed.",
        "The envoy will go to Cairo and from there to Vienna for consultations.",
        "The delegation left for Vienna, where it will meet the mediators.",
        "President Marek Sundt left for Vienna on Saturday evening.",
    ):
        page = annotate(text)
        assert "Vienna" in named(page, "place")
        assert "AUT" not in named(page, "party")


def test_a_capital_from_which_an_answer_comes_is_a_party(annotate):
    page = annotate("There was no answer from Vienna to the proposal.")
    assert "AUT" in named(page, "party")


def test_a_city_in_the_dateline_is_a_place(annotate):
    page = annotate("MUSCAT (Northern Wire) - Oman will host the talks, a diplomat said on Monday.")
    assert any(name.casefold() == "muscat" for name in named(page, "place"))
    assert "OMN" in named(page, "party")


def test_an_acronym_in_brackets_is_its_long_form(annotate):
    page = annotate(
        "The Lantern Islands Fishing Council (LIFC) opposed the plan. The LIFC said on Monday that it would not attend."
    )
    body = named(page, "body")["Lantern Islands Fishing Council"]
    assert "LIFC" in texts(page, body)


def test_known_acronyms_need_no_brackets(annotate):
    page = annotate("The United Nations sent an envoy to the islands. The UN said he would stay for a week.")
    assert {"United Nations", "UN"} <= set(texts(page, named(page, "body")["United Nations"]))


def test_an_organ_of_a_state_is_the_state(annotate):
    page = annotate("The Norwegian government welcomed the offer. The Norwegian side had asked for it.")
    assert {"The Norwegian government", "The Norwegian side"} <= set(texts(page, named(page, "party")["NOR"]))


def test_an_armed_group_is_a_party(annotate):
    page = annotate("The FMLN proposed a truce in 1989. The group said it would stop its attacks.")
    assert {"FMLN", "The group"} <= set(texts(page, named(page, "party")["FMLN"]))


def test_a_state_s_opposition_is_a_party_of_its_own(annotate):
    page = annotate("The Chadian opposition asked for talks. The opposition said the government had refused.")
    assert len(texts(page, named(page, "party")["Chadian opposition"])) == 2
    assert "TCD" in named(page, "party")


def test_a_state_that_no_lexicon_knows_is_found_by_its_demonym(annotate):
    page = annotate("Veldania rejected the plan. The Veldanian delegation left Oslo on Friday.")
    party = named(page, "party")["Veldania"]
    assert {"Veldania", "Veldanian"} <= set(texts(page, party))


def test_a_state_inside_the_name_of_a_sea_is_not_mentioned(annotate):
    page = annotate("Ships crossed the South China Sea on Friday.")
    assert "CHN" not in named(page, "party")


def test_the_north_and_the_south_are_the_koreas_where_they_are_named(annotate):
    page = annotate("North Korea called the South's offer a trick. South Korea said the North had asked for it.")
    assert "North" in texts(page, named(page, "party")["PRK"])
    assert "South" in texts(page, named(page, "party")["KOR"])


def test_a_committee_is_none_of_those_named_otherwise(annotate):
    page = annotate(
        "The Norwegian Fishing Council was late. The Norwegian Fishing Council said that the committee had met."
    )
    found = [name for name, body in named(page, "body").items() if "the committee" in texts(page, body)]
    assert found == []


def test_rebels_once_called_so_stay_the_same_side(annotate):
    page = annotate(
        "The Maretian Liberation Front agreed to talk. The rebels welcomed the plan of the National Renewal Party. "
        "The party's leaders met in Oslo. The guerrillas demand the release of prisoners."
    )
    front = next(r for r in page.reading.referents if r.name == "Maretian Liberation Front")
    assert "The guerrillas" in texts(page, front)


def test_a_ministry_is_the_one_named_in_full_before(annotate):
    page = annotate(
        "Norway's foreign ministry weighed in. “Sweden should stay out of it,” Denmark's envoy answered. "
        "“We keep our promises,” the ministry said."
    )
    state = next(r for r in page.reading.referents if r.name == "NOR")
    assert "the ministry" in texts(page, state)


def test_an_army_with_a_name_of_its_own_is_a_side_and_a_states_army_is_none(annotate):
    page = annotate("The Highland Liberation Army said that it would stop. The Armed Forces said nothing.")
    assert "Highland Liberation Army" in named(page, "party")
    assert not [n for n in (*named(page, "party"), *named(page, "body")) if "Armed Forces" in n]


def test_a_short_name_behind_or_is_the_long_name(annotate):
    page = annotate("The Highland Liberation Army, or ELM, was founded in May. The ELM said that it would talk.")
    assert "ELM" not in named(page, "party")
    assert "ELM" in texts(page, named(page, "party")["Highland Liberation Army"])


def test_the_last_word_of_one_long_name_is_that_body(annotate):
    page = annotate("The Northern Front signed. A spokesman for the Front said that the Front would keep its word.")
    assert "Front" not in named(page, "party")
    assert texts(page, named(page, "party")["Northern Front"]).count("Front") >= 2


def test_one_of_a_movement_is_of_the_movement(annotate):
    page = annotate("The Tigers opened an office. It was further than any Tiger had gone. The Tigers will not disarm.")
    assert not [r for kind in ("party", "body") for r in named(page, kind) if r == "Tiger"]


def test_moscow_was_the_soviet_union_and_is_russia(annotate):
    text = "Moscow said that it would withdraw. Kampala welcomed the decision."
    assert "SUN" in named(annotate(text, published="1988-04-14"), "party")
    assert "RUS" in named(annotate(text, published="2008-04-14"), "party")


def test_a_town_and_its_state_are_two_names(annotate):
    page = annotate("The envoys met in Al Khor, Qatar, on Monday. Karl Holm flew in from Washington, D.C., that night.")
    assert [n.text for n in page.reading.names if n.kind != "PERSON"] == ["Al Khor", "Qatar", "Washington, D.C."]


def test_states_in_a_list_behind_a_place_are_parties_and_the_land_of_a_town_is_none(annotate):
    page = annotate("Invited to the Valley of Doves, Peru, Chile and Brazil answered on Monday.")
    assert {"PER", "CHL", "BRA"} <= set(named(page, "party"))
    assert "QAT" not in named(annotate("The envoys met in Al Khor, Qatar, on Monday."), "party")


def test_a_territory_with_a_government_of_its_own_has_a_code(annotate):
    page = annotate("The Faroese delegation left the session early. Iceland and the Faroe Islands will meet again.")
    assert "FRO" in named(page, "party")


def test_the_office_of_somebody_is_of_the_state_of_that_person_and_of_no_other(annotate):
    text = "President Marek Sundt on Saturday appointed a head of the delegation for the talks with Norway."
    unknown = annotate(f"{text} The president's office announced the decision.")
    assert texts(unknown, named(unknown, "party")["NOR"]) == ["Norway"]
    known = annotate(f"Icelandic {text} The president's office announced the decision.")
    assert "The president's office" in texts(known, named(known, "party")["ISL"])


def test_her_country_is_not_the_one_that_stands_out(annotate):
    page = annotate(
        "France rejected the plan. France's envoy left. Foreign Minister Livia Moran will head her country's team."
    )
    assert not any("country" in text for text in texts(page, named(page, "party")["FRA"]))


def test_of_two_halves_of_a_land_the_first_is_a_state_too(annotate):
    page = annotate(
        "South and North Korea agreed on Thursday to meet, the two sides said. East and West Germany did not."
    )
    assert {"KOR", "PRK"} <= set(named(page, "party"))
    assert "the two sides" in texts(page, named(page, "party")["KOR"])


def test_a_junta_is_the_state_that_it_rules(annotate):
    page = annotate("Mali's military ruler, Colonel Issa Traore, left on Thursday. The junta said it would not follow.")
    assert "The junta" in texts(page, named(page, "party")["MLI"])


def test_both_countries_are_the_two_that_stand_out(annotate):
    page = annotate("Honduras and Nicaragua will talk. Teams from both countries are to meet in Orsa.")
    assert "both countries" in texts(page, named(page, "party")["HND"])
    assert "both countries" in texts(page, named(page, "party")["NIC"])


def test_who_does_something_to_both_sides_is_neither(annotate):
    page = annotate(
        "Norway met Chad. Chad and Kenya went on with their talks. Norway's envoy shuttled between both sides."
    )
    pair = {
        r.name for r in page.reading.referents for m in r.mentions if page.report.text[m.start : m.end] == "both sides"
    }
    assert pair == {"TCD", "KEN"}


def test_who_brings_two_sides_together_is_neither(annotate):
    page = annotate(
        "Egypt and Sudan agreed to exchange prisoners after talks brokered by Oman. The deal was announced by Oman's "
        "foreign minister. The two delegations will meet again in April."
    )
    assert {r.name for _, r in page.mentions_in(page.sentences[-1].span)} == {"EGY", "SDN"}


def test_the_two_sides_are_those_that_the_report_opens_with(annotate):
    page = annotate(
        "Negotiators from Lebanon and Kenya met in Oslo on Monday. Norwegian officials were at the table. "
        "Norway's envoy said that he was pleased. Kenya sent three ministers. Norway hopes that the two "
        "countries will sign."
    )
    for code in ("LBN", "KEN"):
        assert "the two countries" in texts(page, named(page, "party")[code])
    assert "the two countries" not in texts(page, named(page, "party")["NOR"])


def test_mediators_are_not_the_two_sides(annotate):
    page = annotate(
        "Egyptian and Qatari mediators met in Oslo on Monday. Lebanon and Kenya sent their envoys. Norway urged "
        "both sides to sign."
    )
    assert "both sides" not in texts(page, named(page, "party")["EGY"])


def test_a_capital_before_an_accord_is_where_it_was_made(annotate):
    page = annotate("Under the Minsk agreements, Lebanon and Kenya undertook to exchange prisoners.")
    assert "BLR" not in named(page, "party")


def test_the_two_presidents_are_presidents(annotate):
    page = annotate(
        "Envoy Karin Sund met Lebanese President Elias Haddad and Kenyan President John Otieno on Monday. Sund "
        "said that the two presidents would meet."
    )
    people = named(page, "person")
    assert "the two presidents" in texts(page, people["Elias Haddad"])
    assert "the two presidents" in texts(page, people["John Otieno"])
    assert "the two presidents" not in texts(page, people["Karin Sund"])


def test_who_has_lost_an_office_is_the_one_replaced(annotate):
    page = annotate("Premier Jon Dale dismissed army chief Per Holm on Monday. He was replaced by Tor Vik.")
    assert "He" in texts(page, named(page, "person")["Per Holm"])


def test_the_state_news_agency_is_no_body_named_before(annotate):
    page = annotate(
        "The monitors of the African Union left on Monday. The state news agency reported that a summit was near."
    )
    assert not any("agency" in text for text in texts(page, named(page, "body")["African Union"]))


def test_a_minister_is_none_of_the_two_leaders(annotate):
    page = annotate(
        "Premier Jon Dale of Torvik and Kenyan President John Otieno spoke on Monday. Defence Minister Karin Sund was "
        "content. The two leaders will meet."
    )
    people = named(page, "person")
    assert "The two leaders" in texts(page, people["Jon Dale"])
    assert "The two leaders" not in texts(page, people["Karin Sund"])


def test_a_party_is_the_one_named_between_commas_and_no_company(annotate):
    page = annotate(
        "Police found a Mitsubishi truck in the town. Norrin's biggest party, the Harbour Unionists, is threatening to "
        "leave. They say that the rebels are to blame."
    )
    assert "They" in texts(page, named(page, "body")["Harbour Unionists"])


def test_in_capitals_a_car_is_no_state_and_england_is_one(annotate):
    page = annotate("THE FRONT OFFERED TO SUSPEND THE USE OF CAR BOMBS IN THE CITIES OF PERU AND CHILE.")
    assert "CAF" not in named(page, "party")
    assert {"GBR", "FRA"} <= set(named(annotate("England and France rejected the plan."), "party"))


def test_the_two_koreas_are_two_wherever_they_are_named(annotate):
    page = annotate("North Korea and South Korea left. The talks between the two Koreas and Japan ended in May.")
    assert all("Koreas" in texts(page, named(page, "party")[code]) for code in ("PRK", "KOR"))
