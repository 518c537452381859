"""Constructs of English readouts and wire items: who is written how, who sat together, what leads where."""

from __future__ import annotations

import pytest

from elshi.records import Engagement
from tests.engagements.marked import read_marked, tell


def where(engagement: Engagement) -> tuple[str | None, str | None]:
    place = engagement.place
    return (place.country.value if place.country else None, place.city.value if place.city else None)


def served(engagement: Engagement) -> dict[str, list[str]]:
    return {p.name.value: [r.value for r in p.represents] for p in engagement.participants}


def test_honorifics_in_capitals_are_no_names() -> None:
    (told,) = read_marked(
        "[ORG HE] [POS Minister of Trade of [COU Oman]] [PER Salim Al Rawahi] met [POS [ORG HE] Minister of Trade of [COU Senegal]] "
        "[PER Awa Sarr].",
        "en",
    )
    assert [p.capacity.value for p in told.participants if p.capacity] == ["minister of trade", "minister of trade"]


def test_a_deputy_of_a_ruler_is_no_name() -> None:
    (told,) = read_marked(
        "[ORG HH] the [POS Deputy] [PER Amir] [PER Mubarak Al Sowaidi] received [POS Minister of Trade of [COU Senegal]] [PER Awa Sarr].",
        "en",
    )
    assert tell(told)[2] == ("Mubarak Al Sowaidi", "Awa Sarr")


def test_who_is_accompanied_is_not_told_by_the_pronoun() -> None:
    told = read_marked(
        "[POS Foreign Minister of [COU Malta]] [PER Carmen Zahra] met [POS Minister of Trade of [COU Senegal]] [PER Awa Sarr].\n"
        "[POS Prime Minister of [COU Malta]] [PER Paul Vella] met [POS Chairman of [ORG Sahel Bank]] [PER Modou Faye] and the delegation "
        "accompanying him.",
        "en",
    )
    assert tell(told[1])[2] == ("Paul Vella", "Modou Faye")


@pytest.mark.parametrize("words", ["a group of", "a delegation of", "dozens of"])
def test_a_group_may_be_counted_first(words: str) -> None:
    (told,) = read_marked(
        f"[POS Ambassador of [COU Chile]] [PER Rosa Undurraga] received {words} [COU Chilean] [POS winegrowers] in [CIT Porto].", "en"
    )
    assert len(told.participants) == 2


def test_a_group_in_the_name_of_an_event_takes_no_part() -> None:
    (told,) = read_marked(
        "[POS Foreign Minister of [COU Samoa]] [PER Sina Leavai] took part in the [EVE Pacific Women Leaders Meeting] in [CIT Suva].", "en"
    )
    assert tell(told) == ("conference", "held", ("Sina Leavai",))


def test_a_city_state_is_its_city() -> None:
    (told,) = read_marked(
        "[POS Foreign Minister of [COU Samoa]] [PER Sina Leavai] met [POS [COU Dutch] Minister] [PER Piet Vos] in [COU Singapore].", "en"
    )
    assert where(told) == ("SG", "Singapore")


def test_a_capital_may_be_taken_for_a_site() -> None:
    (told,) = read_marked(
        "In [FAC Port Vila] [POS Foreign Minister of [COU Samoa]] [PER Sina Leavai] met [POS [COU Dutch] Minister] [PER Piet Vos].", "en"
    )
    assert where(told)[0] == "VU"


def test_three_sides_sit_together_with_the_subject_told_before() -> None:
    told = read_marked(
        "[POS Defence Minister of [COU Korea]] [PER Noh Jae-sung] held talks with [POS [COU Dutch] Minister] [PER Piet Vos]. "
        "A trilateral meeting with [POS Defence Minister of [COU Japan]] [PER Ishiguro Takeru] and [POS Defence Minister of [COU Canada]] "
        "[PER Anne Roy] took place on the same day.",
        "en",
    )
    assert len(told) == 2
    assert tell(told[1])[2] == ("Noh Jae-sung", "Ishiguro Takeru", "Anne Roy")


def test_who_sat_together_in_russian() -> None:
    told = read_marked(
        "[POS Министр обороны [COU Кореи]] [PER Но Чжэ Сон] провёл трёхстороннюю встречу с [POS министром обороны [COU Японии]] "
        "[PER Такэру Исигуро] и [POS министром обороны [COU Канады]] [PER Анной Руа].",
        "ru",
    )
    assert len(told) == 1


def test_who_sat_together_in_kazakh() -> None:
    told = read_marked(
        "[POS [COU Корея] Қорғаныс министрі] [PER Но Чжэ Сон] [POS [COU Жапония] Қорғаныс министрі] [PER Такэру Исигуромен] және "
        "[POS [COU Канада] Қорғаныс министрі] [PER Анна Руамен] үшжақты кездесу өткізді.",
        "kk",
    )
    assert len(told) == 1


def test_they_are_the_group_told_before() -> None:
    told = read_marked(
        "Yesterday the [COU German] lawmakers met with [POS Speaker of the [ORG Riigikogu]] [PER Mart Tamm]. "
        "[DAT Today] they were received by [POS Foreign Minister of [COU Estonia]] [PER Priit Uibo].",
        "en",
    )
    assert tell(told[1])[2] == ("German lawmakers", "Priit Uibo")


def test_envoys_told_by_the_genitive_of_their_states() -> None:
    (told,) = read_marked(
        "In [CIT Astana], three [POS ambassadors] – [COU Paraguay]'s [PER Graciela Riquelme], [POS [COU Nepal]'s Bishnu] "
        "[PER Prasad Gautam] and [COU Kenya]'s [PER Wanjiru Kamotho] – presented their credentials "
        "to [POS President of [COU Kazakhstan]] [PER Daniyar Ospan].",
        "en",
    )
    assert served(told)["Graciela Riquelme"] == ["PY"]
    assert served(told)["Bishnu Prasad Gautam"] == ["NP"]


def test_a_post_that_opens_the_sentence_is_not_the_subjects() -> None:
    told = read_marked(
        "[POS Prime Minister of [COU Vietnam]] [PER Nguyen Dinh Khoa] received [POS Minister of Trade of [COU Laos]] [PER Somsak Vong]. "
        "Meeting with the [COU Lao] [POS guest], [PER Khoa] praised the ties of the two countries.",
        "en",
    )
    assert served(told[0])["Nguyen Dinh Khoa"] == ["VN"]


def test_an_act_where_a_journey_leads_is_there() -> None:
    told = read_marked(
        "On [DAT 14 April] [POS Foreign Minister] [PER Catriona Haldane] will visit [COU Nauru], where [POS President] [PER Russ Dageago] "
        "is to receive her.",
        "en",
        source="Ministry of Foreign Affairs of Australia",
    )
    assert where(told[1])[0] == "NR"
    assert served(told[1]) == {"Catriona Haldane": ["AU"], "Russ Dageago": ["NR"]}


def test_to_be_in_a_city_is_a_visit() -> None:
    (told,) = read_marked("[POS Foreign Minister of [COU Samoa]] [PER Sina Leavai] will be in [CIT Suva] on [DAT 5 April].", "en")
    assert (told.type.value, where(told)) == ("visit", ("FJ", "Suva"))
    assert not read_marked("[POS Foreign Minister of [COU Samoa]] [PER Sina Leavai] will be in charge of the talks.", "en")


def test_she_is_the_subject_of_her_sentence() -> None:
    told = read_marked(
        "[POS Foreign Minister of [COU Norway]] [PER Torbjorn Hegge] met [POS [COU Jordanian] Minister] [PER Nasser Tayseer]. "
        "[POS [COU Jordanian] Minister of Youth] [PER Razan Kilani] leaves on Tuesday for [CIT Mombasa], "
        "where she will attend the [EVE Youth Forum].",
        "en",
    )
    assert tell(told[1])[2] == ("Razan Kilani",)


def test_consultations_whose_delegations_are_told_next() -> None:
    (told,) = read_marked(
        "The fourth meeting of political consultations between [COU Brazil] and [COU Thailand] took place in [CIT Brasília]. "
        "The [COU Brazilian] delegation was led by [POS Secretary for Asia] [PER Fernanda Queiroga] and the [COU Thai] delegation by "
        "[POS Deputy Minister] [PER Somsak Charoenrat].",
        "en",
    )
    assert tell(told) == ("talks", "held", ("Fernanda Queiroga", "Somsak Charoenrat"))
    assert served(told) == {"Fernanda Queiroga": ["BR"], "Somsak Charoenrat": ["TH"]}


def test_days_counted_once() -> None:
    told = read_marked(
        "On [DAT 3 March] [POS Envoy of [COU Norway]] [PER Ida Lunde] met [POS [COU Omani] Minister] [PER Salim Al Rawahi]. "
        "Two days later she had consultations with [POS [COU Qatari] Minister] [PER Fahad Al Sowaidi], followed by a working dinner with "
        "[POS [COU Kuwaiti] Minister] [PER Jaber Al Mishal].",
        "en",
    )
    assert [t.date.value for t in told] == ["2026-03-03", "2026-03-05", "2026-03-05"]


def test_a_body_of_state_as_source_tells_whose_officials_they_are() -> None:
    (told,) = read_marked(
        "[POS Deputy Speaker] [PER Liisa Kross] met [POS Ambassador of [COU Ghana]] [PER Kofi Mensah].",
        "en",
        source="Riigikogu Press Service",
    )
    assert served(told)["Liisa Kross"] == ["EE"]


def test_the_delegation_is_the_one_told_before() -> None:
    told = read_marked(
        "A delegation of [COU Spanish] parliamentarians visited [COU Malta] on [DAT 5 March]. The delegation met with [POS President] "
        "[PER Carmen Zahra], [POS Prime Minister] [PER Paul Vella] and [POS Speaker of Parliament] [PER Anton Borg].",
        "en",
    )
    assert [tell(t)[2][1:] for t in told[1:]] == [("Carmen Zahra",), ("Paul Vella",), ("Anton Borg",)]
    assert all("delegation" in tell(t)[2][0] for t in told)


def test_holders_of_several_powers_are_met_apart() -> None:
    told = read_marked(
        "[POS Foreign Minister of [COU Norway]] [PER Ida Lunde] will be received by [POS President] [PER Carmen Zahra] and "
        "[POS Prime Minister] [PER Paul Vella].",
        "en",
    )
    assert len(told) == 2


def test_holders_of_several_powers_in_russian() -> None:
    told = read_marked(
        "[POS Министр иностранных дел [COU Норвегии]] [PER Ида Лунде] встретится с [POS президентом] [PER Кармен Захра] и "
        "[POS премьер-министром] [PER Полом Велла].",
        "ru",
    )
    assert len(told) == 2


def test_a_body_of_ministers_tells_whose_the_meeting_is() -> None:
    (told,) = read_marked(
        "On [DAT 2 March] [POS Foreign Minister of [COU Norway]] [PER Ida Lunde] met [POS Foreign Minister of [COU Malta]] "
        "[PER Anton Borg] on the sidelines of the G20 foreign ministers meeting in [CIT Rio de Janeiro].",
        "en",
    )
    assert tell(told)[2] == ("Ida Lunde", "Anton Borg")


def test_the_inviting_side_takes_no_part() -> None:
    (told,) = read_marked(
        "[POS Foreign Minister of [COU Norway]] [PER Ida Lunde] is attending the forum in [CIT Valletta] at the invitation of the current "
        "[POS Chair], [POS Minister of [COU Malta]] [PER Anton Borg].",
        "en",
    )
    assert tell(told)[2] == ("Ida Lunde",)


def test_what_has_not_been_held_is_no_call() -> None:
    assert not read_marked(
        "The telephone conversation between [POS Foreign Minister of [COU Norway]] [PER Ida Lunde] and "
        "[POS Foreign Minister of [COU Malta]] [PER Anton Borg] has not yet been held.",
        "en",
    )


def test_a_counterpart_from_a_state() -> None:
    (told,) = read_marked(
        "[POS Foreign Minister of [COU Norway]] [PER Ida Lunde] met her counterpart from [COU Malta], [PER Anton Borg].", "en"
    )
    assert served(told) == {"Ida Lunde": ["NO"], "Anton Borg": ["MT"]}


def test_states_of_officials_met_are_not_the_texts_own() -> None:
    told = read_marked(
        "[POS Foreign Minister] [PER Vijitha Perera] met [POS Foreign Minister of [COU Finland]] [PER Elina Salo]. "
        "The talks dealt with cooperation between [COU Sri Lanka] and [COU Finland].",
        "en",
    )
    assert served(told[0])["Vijitha Perera"] == ["LK"]


def test_letters_of_credence_come_from_envoys() -> None:
    (told,) = read_marked(
        "[POS President of [COU Ghana]] [PER Kofi Mensah] received the letters of credence from "
        "[POS Ambassador of [COU Malta]] [PER Anton Borg].",
        "en",
    )
    assert told.type.value == "credentials"


def test_saints_have_states() -> None:
    (told,) = read_marked(
        "[POS Foreign Minister of [COU Norway]] [PER Ida Lunde] met [POS Prime Minister of [COU St. Lucia]] [PER Allen Joseph].", "en"
    )
    assert served(told)["Allen Joseph"] == ["LC"]


def test_whose_envoy_it_is_takes_no_part() -> None:
    told = read_marked(
        "[POS President of [COU Peru]] [PER Santiago Arboleda] met [POS Foreign Minister of [COU Malta]] [PER Anton Borg]. "
        "[PER Arboleda]'s [POS special envoy] for the [LOC Caribbean], [PER Yolanda Palacios], will visit [CIT Kingston] on [DAT 5 April].",
        "en",
    )
    assert tell(told[1])[2] == ("Yolanda Palacios",)
    assert [p.capacity.value for p in told[1].participants if p.capacity] == ["special envoy for the Caribbean"]


def test_titles_behind_a_post_are_no_part_of_it() -> None:
    (told,) = read_marked(
        "[POS Prime Minister Datuk Seri] [PER Azlan Mokhtar] met [POS Foreign Minister of [COU Malta]] [PER Anton Borg ](安).", "en"
    )
    assert [p.capacity.value for p in told.participants if p.capacity] == ["prime minister", "foreign minister"]


def test_a_stay_with_its_days_is_a_visit() -> None:
    (told,) = read_marked(
        "[POS Governor of [REG Bavaria]] [PER Ulrike Henner] was in [CIT Dresden] on [DAT 5-6 March].",
        "en",
    )
    assert (told.type.value, told.date.value, where(told)) == ("visit", "2026-03-05/2026-03-06", ("DE", "Dresden"))


def test_speaking_on_the_margins_is_a_meeting() -> None:
    (told,) = read_marked(
        "[POS Foreign Minister of [COU Norway]] [PER Ida Lunde] spoke with [POS Foreign Minister of [COU Malta]] [PER Anton Borg] on the "
        "margins of the [EVE Energy Forum].",
        "en",
    )
    assert told.type.value == "meeting"


def test_guests_who_have_come_for_a_forum_are_met() -> None:
    told = read_marked(
        "[POS Prime Minister of [COU Malaysia]] [PER Azlan Mokhtar] held bilateral meetings with [POS Prime Minister of [COU Malta]] "
        "[PER Paul Vella] and [POS Deputy Prime Minister of [COU Fiji]] [PER Sina Tora], who are here for the [EVE Halal Summit].",
        "en",
    )
    assert [t.type.value for t in told] == ["meeting", "meeting"]


def test_a_day_for_which_something_called_off_was_due_is_to_come() -> None:
    (told,) = read_marked(
        "The trip of [POS Foreign Minister of [COU Norway]] [PER Ida Lunde] to [CIT Kigali], which was due to begin on [DAT Friday], "
        "has been put off until April.",
        "en",
    )
    assert (told.status.value, told.date.value) == ("cancelled", "2026-03-13")


def test_cities_of_an_item_before_are_not_the_next_ones() -> None:
    told = read_marked(
        "• In [CIT Warsaw], [POS Ambassador] [PER Anna Karimova] met [POS Minister of [COU Poland]] [PER Jan Nowak]. A forum in "
        "[CIT Bukhara] was discussed.\n"
        "• [POS Consul] [PER Timur Rasulov] received [POS Director of [ORG Gulf Air]] [PER Ali Hasan].",
        "en",
    )
    assert where(told[1])[1] is None


def test_letters_of_credence_are_no_letters() -> None:
    (told,) = read_marked(
        "[POS President of [COU Ghana]] [PER Kofi Mensah] has received the letters of credence of [POS Ambassador of [COU Malta]] "
        "[PER Anton Borg] from the protocol department.",
        "en",
    )
    assert told.type.value == "credentials"


def test_who_is_only_invited_is_not_briefed() -> None:
    told = read_marked(
        "[POS Governor of [REG Bavaria]] [PER Ulrike Henner] received [POS Ambassador of [COU Thailand]] [PER Somsak Vong]. The "
        "[POS governor] informed the [POS guest] about the rules for investors and invited [COU Thai] companies to the fair.",
        "en",
    )
    assert [tell(t)[2] for t in told] == [("Ulrike Henner", "Somsak Vong")]


def test_the_name_of_a_council_may_be_a_gathering() -> None:
    (told,) = read_marked(
        "[POS Foreign Minister of [COU Norway]] [PER Torstein Brekke] participated in the [ORG [ORG OSCE] Ministerial Council] in "
        "[CIT Valletta] on [DAT 5 and 6 March].",
        "en",
    )
    assert (told.type.value, where(told)) == ("conference", ("MT", "Valletta"))


def test_to_have_to_cancel_is_to_cancel() -> None:
    (told,) = read_marked("[POS State Secretary of [COU Norway]] [PER Ida Lunde] had to cancel her trip to [CIT Kigali].", "en")
    assert told.status.value == "cancelled"


def test_called_on_one_and_on_another() -> None:
    told = read_marked(
        "[POS Ambassador of [COU India]] [PER Vandana Rao] called on [POS Minister of Trade] [PER Kofi Owusu] and on "
        "[POS Minister of Health] [PER Akua Boateng].",
        "en",
    )
    assert len(told) == 2


def test_counterparts_have_the_posts_of_those_whose_counterparts_they_are() -> None:
    told = read_marked(
        "[POS Foreign Minister] [PER Wiremu Hayward] and [POS Defence Minister] [PER Joanna Lockyer] held talks with their "
        "[COU Australian] [POS counterparts], [PER Catherine Mulvane] and [PER Peter Stathos]. The ministers also met "
        "[POS Prime Minister of [COU Australia]] [PER Daniel Ferraro].",
        "en",
        source="New Zealand Government",
    )
    posts = {p.name.value: p.capacity.value for p in told[0].participants if p.capacity}
    assert (posts["Catherine Mulvane"], posts["Peter Stathos"]) == ("foreign minister", "defence minister")
    assert served(told[0])["Joanna Lockyer"] == ["NZ"]
    assert tell(told[1])[2] == ("Wiremu Hayward", "Joanna Lockyer", "Daniel Ferraro")


def test_to_fly_somewhere_to_visit_is_one_journey() -> None:
    (told,) = read_marked(
        "[DAT Tomorrow] [POS State Secretary of [COU Sweden]] [PER Mikaela Norberg] flies to [CIT Porto] to visit a wind farm.", "en"
    )
    assert (told.type.value, told.status.value) == ("visit", "planned")


def test_the_head_of_a_delegation_takes_part_alone() -> None:
    told = read_marked(
        "[POS State Secretary] [PER Vasile Gor] received [POS Ambassador of [COU Malta]] [PER Anton Borg].\n"
        "[DAT Today] a delegation of the ministry led by [POS Secretary General] [PER Doina Ciumac] is taking part in consultations with "
        "[COU Israel] in [CIT Jerusalem].",
        "en",
        source="Ministry of Foreign Affairs of Moldova",
    )
    assert tell(told[1])[2] == ("Doina Ciumac",)


def test_with_whose_help_something_is_built() -> None:
    told = read_marked(
        "[POS Foreign Minister of [COU Norway]] [PER Ida Lunde] visited a school in [CIT Porto] built with the help of the [COU Korean] "
        "agency [ORG KOICA].",
        "en",
    )
    assert [tell(t)[2] for t in told] == [("Ida Lunde",)]


def test_heads_of_delegation_are_those_told_before() -> None:
    (told,) = read_marked(
        "Consultations between [COU Norway] and [COU Malta] were held in [CIT Porto]. The [COU Norwegian] delegation was led by "
        "[POS Deputy Minister] [PER Ida Lunde] and the [COU Maltese] delegation by [POS Director] [PER Anton Borg]. "
        "The heads of delegation signed a work plan.",
        "en",
    )
    assert tell(told)[2] == ("Ida Lunde", "Anton Borg")
