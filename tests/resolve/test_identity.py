"""Who is who across reports: never by surname alone, every merge with a reason, a person's word over a rule's."""

from itertools import permutations

from communique.model.claim import Claim
from communique.model.entity import Name
from communique.model.judgement import Judgement
from communique.resolve.identity import identify
from communique.testing import MONDAY, TUESDAY, a_claim, a_report


def office(person: str, role: str, country: str, day: int = 2) -> Claim:
    report = a_report(f"{role} {person} spoke for {country}.", published=f"2031-05-{day:02}", outlet=f"{person}{day}")
    return a_claim(report, "offices", person=person, role=role, country=country, status="current")


def attended(*people: str, day: int = 3) -> Claim:
    report = a_report(f"Those who came: {', '.join(people)}.", published=f"2031-05-{day:02}")
    return a_claim(report, "meetings", format="talks", participants=people, status="held")


def people(claims: list[Claim], judged: list[Judgement] | None = None) -> set[tuple[str, ...]]:
    return {e.names for e in identify(claims, judged or []).entities if e.kind == "person"}


def test_spellings_of_one_name_are_one_person_under_the_usual_form() -> None:
    claims = [office("Arvo Zelenskyy", "president", "UKR", 2), office("Arvo Zelensky", "president", "UKR", 3)]
    claims.append(office("Arvo Zelenskyy", "president", "UKR", 4))
    (entity,) = [e for e in identify(claims).entities if e.kind == "person"]

    assert (entity.name, entity.names, entity.country) == ("Arvo Zelenskyy", ("Arvo Zelensky", "Arvo Zelenskyy"), "UKR")


def test_a_surname_alone_is_nobody_in_particular() -> None:
    assert people([office("Ilva Sorn", "envoy", "NOR"), attended("Sorn")]) == {("Ilva Sorn",), ("Sorn",)}


def test_a_surname_goes_with_the_whole_name_when_the_office_agrees() -> None:
    claims = [office("Ilva Sorn", "foreign minister", "NOR"), office("Sorn", "Minister of Foreign Affairs", "NOR", 3)]
    assert people(claims) == {("Ilva Sorn", "Sorn")}


def test_a_surname_goes_with_the_whole_name_when_the_side_agrees_and_nobody_else_fits() -> None:
    claims = [office("Ilva Sorn", "foreign minister", "NOR"), office("Sorn", "envoy", "NOR", 3)]
    assert people(claims) == {("Ilva Sorn", "Sorn")}
    claims.append(office("Jan Sorn", "spokesman", "NOR", 4))
    assert people(claims) == {("Ilva Sorn",), ("Jan Sorn",), ("Sorn",)}


def test_two_people_of_one_surname_stay_two() -> None:
    claims = [office("Ilva Sorn", "minister", "NOR"), office("Jan Sorn", "minister", "NOR", 3)]
    assert people(claims) == {("Ilva Sorn",), ("Jan Sorn",)}


def test_every_merge_is_a_judgement_with_a_reason() -> None:
    found = identify([office("Arvo Zelenskyy", "president", "UKR"), office("Arvo Zelensky", "president", "UKR", 3)])
    (judgement,) = found.judgements
    assert judgement.verdict == "same"
    assert "spellings" in judgement.reason
    assert 0.9 <= judgement.score <= 1


def test_a_person_can_part_what_a_rule_joined_and_take_it_back() -> None:
    claims = [office("Arvo Zelenskyy", "president", "UKR"), office("Arvo Zelensky", "president", "UKR", 3)]
    left, right = Name("person", "arvo zelensky").id, Name("person", "arvo zelenskyy").id
    apart = Judgement(left, right, "different", "desk", "two cousins", recorded=MONDAY)
    revoked = Judgement(left, right, "unsure", "desk", "an error", recorded=TUESDAY, revokes=apart.id)

    assert people(claims, [apart]) == {("Arvo Zelensky",), ("Arvo Zelenskyy",)}
    assert people(claims, [apart, revoked]) == {("Arvo Zelensky", "Arvo Zelenskyy")}
    assert people(claims, [revoked, apart]) == {("Arvo Zelensky", "Arvo Zelenskyy")}


def test_a_person_can_join_what_rules_keep_apart() -> None:
    claims = [office("Ilva Sorn", "minister", "NOR"), office("Ilva Brandt", "minister", "NOR", 3)]
    married = Judgement(Name("person", "ilva sorn").id, Name("person", "ilva brandt").id, "same", "desk", "married")
    assert people(claims, [married]) == {("Ilva Brandt", "Ilva Sorn")}


def test_a_state_is_its_code_and_a_body_goes_by_its_known_names() -> None:
    report = a_report("The UN and the United Nations, USA and Hamas.")
    claim = a_claim(report, "meetings", parties=["UN", "United Nations", "USA", "Hamas"], status="held")
    found = {e.names: e.outside for e in identify([claim]).entities}
    assert set(found) == {("UN", "United Nations"), ("USA",), ("Hamas",)}
    assert found["USA",] == ("wikidata:Q30",)


def test_descriptions_name_nobody() -> None:
    report = a_report("A senior official said so.")
    claim = a_claim(report, "statements", speaker="a senior official", content="so", mode="indirect")
    assert identify([claim]).entities == ()


def test_the_order_of_claims_does_not_matter() -> None:
    claims = [
        office("Arvo Zelenskyy", "president", "UKR"),
        office("Arvo Zelensky", "president", "UKR", 3),
        office("Zelenskiy", "president", "UKR", 4),
        attended("Zelensky", "Ilva Sorn"),
    ]
    found = {identify(order).entities for order in permutations(claims)}
    assert len(found) == 1


def test_a_state_that_no_lexicon_knows_is_a_side_also_by_its_demonym() -> None:
    report = a_report("Maretia and the Maretian team met Livia Moran.")
    met = a_claim(report, "meetings", parties=["Maretia", "Maretian"], participants=["Livia Moran", "Maretia"])
    found = identify([office("Livia Moran", "foreign minister", "Maretia"), met]).entities
    assert {(e.kind, e.name) for e in found} == {("party", "Maretia"), ("person", "Livia Moran")}
    assert [e.country for e in found if e.kind == "person"] == ["Maretia"]


def test_names_nearly_of_one_spelling_are_one_only_where_the_office_agrees() -> None:
    one, other = (
        office("Abbo Kamelin", "intelligence chief", "NOR"),
        office("Abbo Kabelin", "intelligence chief", "NOR", 3),
    )
    assert people([one, other]) == {("Abbo Kabelin", "Abbo Kamelin")}
    assert len(people([one, office("Abbo Kabelin", "finance minister", "CHL", 3)])) == 2


def test_a_first_name_left_out_needs_the_same_office() -> None:
    whole, short = office("Recep Tavin Erdahl", "president", "NOR"), office("Tavin Erdahl", "president", "NOR", 3)
    assert people([whole, short]) == {("Recep Tavin Erdahl", "Tavin Erdahl")}
    assert len(people([whole, office("Tavin Erdahl", "envoy", "CHL", 3)])) == 2


def test_a_president_without_a_state_agrees_with_no_president() -> None:
    claims = [office("Ilva Sorn", "president", "NOR"), office("Sorn", "president", "", 3)]
    assert len(people(claims)) == 2


def stand(person: str, party: str, day: int) -> Claim:
    report = a_report(f"{person} for {party}.", published=f"2031-06-{day:02}", outlet=f"Stand {day}")
    return a_claim(report, "positions", party=party, by=person, issue="the border", stance="rejects")


def test_a_surname_on_a_report_about_a_side_is_the_one_well_known_person_of_that_side() -> None:
    known = [office("Ilva Sorn", "president", "NOR", day) for day in (2, 3, 4)]
    report = a_report("Mr Sorn spoke of the round with Norway.", published="2031-05-09")
    about = [
        a_claim(report, "statements", speaker="Sorn", content="spoke", mode="indirect", cue="spoke"),
        a_claim(report, "meetings", format="talks", parties=["NOR", "CHL"], participants=["Sorn"], status="held"),
    ]
    assert people([*known, *about]) == {("Ilva Sorn", "Sorn")}
    assert people([*known[:2], *about]) == {("Ilva Sorn",), ("Sorn",)}
    assert people([*known, office("Jan Sorn", "envoy", "CHL", 5), *about]) >= {("Sorn",)}


def test_two_reports_of_a_surname_that_speaks_for_itself_are_not_joined() -> None:
    assert people([stand("Sorn", "Sorn", 2), stand("Sorn", "Sorn", 3)]) == {("Sorn",)}
    assert (
        len([e for e in identify([stand("Sorn", "Sorn", 2), stand("Sorn", "Sorn", 3)]).entities if e.kind == "person"])
        == 2
    )


def test_a_king_is_nobody_in_particular_by_his_given_name() -> None:
    claims = [office("King Abdullah", "king", "NOR"), office("King Abdullah", "king", "CHL", 3)]
    assert len([e for e in identify(claims).entities if e.kind == "person"]) == 2


def test_a_speaker_with_a_first_name_is_a_person_and_one_with_an_outlet_s_is_none() -> None:
    report = a_report("Isaac Torn said so. The Straits Times said so.")
    said = [
        a_claim(report, "statements", speaker=speaker, content="so", mode="indirect", cue="said")
        for speaker in ("Isaac Torn", "The Straits Times")
    ]
    assert people(said) == {("Isaac Torn",)}
