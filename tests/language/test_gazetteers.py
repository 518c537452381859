"""Countries, organisations and cities are found in the forms in which texts write them, and nothing else is."""

from __future__ import annotations

import subprocess
import sys
import time

import pytest

from elshi.language.gazetteers import (
    capital,
    capital_of,
    city_country,
    countries,
    country_name,
    find_city,
    find_countries,
    find_country,
    find_organisation,
    find_organisations,
)

COUNTRIES = {
    "ru": """Ирана=IR Турцией=TR Мали=ML Чаде=TD Того=TG Кубе=CU Нигера=NE Нигерии=NG Гвинеи-Бисау=GW Гвинее=GN ДР_Конго=CD Конго=CG
        казахстанцев=KZ швейцарским=CH США=US Нидерландов=NL Филиппинах=PH Объединенных_Арабских_Эмиратах=AE ОАЭ=AE Республики_Армения=AM
        Саудовской_Аравией=SA Королевства_Саудовская_Аравия=SA Республики_Корея=KR Южной_Кореи=KR КНДР=KP Кот-д’Ивуара=CI КНР=CN
        Папуа_—_Новой_Гвинеи=PG Боснией_и_Герцеговиной=BA киргизской=KG Кыргызстаном=KG Киргизии=KG турками=TR россияне=RU финнов=FI
        Израилю=IL Китае=CN Бразилией=BR Греции=GR ФРГ=DE немцы=DE Шри-Ланки=LK Новой_Зеландией=NZ Коста-Рике=CR Белоруссии=BY
        Беларусью=BY Молдавией=MD Молдовы=MD Туркмении=TM Туркменистане=TM КСА=SA РФ=RU РК=KZ ЮАР=ZA Центральноафриканской_Республики=CF
        словацких=SK чехи=CZ корейцы=KR узбекистанцев=UZ Соединенных_Штатов_Америки=US Соединенного_Королевства=GB Южного_Судана=SS
        Судане=SD Доминики=DM Доминиканской_Республикой=DO Чили=CL Перу=PE эмиратской=AE новозеландского=NZ Ватиканом=VA
        Святого_Престола=VA Чешской_Республики=CZ французам=FR""",
    "kk": """Қазақстанның=KZ Грекиядағы=GR түрік=TR қырғыз=KG түріктер=TR қазақстандықтар=KZ АҚШ-тың=US АҚШтың=US БАӘ-де=AE ҚХР=CN ҚР-ның=KZ
        Қазақстан_Республикасының=KZ Армения_Республикасы=AM Біріккен_Араб_Әмірліктерінде=AE Ұлыбританияға=GB Түркиямен=TR Өзбекстанмен=UZ
        Ресейге=RU Оңтүстік_Кореяда=KR швейцариялық=CH Нидерландта=NL қытайлық=CN Әзербайжаннан=AZ Әзірбайжанда=AZ Моңғолияда=MN
        Пәкістандағы=PK Иранға=IR өзбекстандық=UZ Италиядан=IT Чехияның=CZ неміс=DE Вьетнам=VN Босния_мен_Герцеговинаның=BA
        Сауд_Арабиясына=SA Қырғыз_Республикасымен=KG Мысырда=EG Үндістанға=IN Жапонияның=JP жапон=JP РФ=RU Түрікменстанда=TM поляк=PL
        Солтүстік_Македонияға=MK Ватиканда=VA Малидің=ML Нигерде=NE Нигерияда=NG Омандағы=OM ирандық=IR тәжік=TJ өзбек=UZ
        Финляндияның=FI ауған=AF Кубаға=CU грузин=GE армян=AM чех=CZ""",
    "en": """Peru's=PE Lithuanian=LT Omani=OM Finns=FI Kingdom_of_Saudi_Arabia=SA Viet_Nam=VN Türkiye=TR Turkey=TR UK=GB U.S.=US
        UAE=AE Polish=PL
        DPRK=KP ROK=KR Republic_of_Korea=KR Côte_d’Ivoire=CI South_African=ZA Guinea-Bissau=GW Niger=NE Nigerian=NG DR_Congo=CD Georgia=GE
        Danes=DK Kyrgyz_Republic=KG North_Macedonia=MK Swiss=CH Republic_of_the_Congo=CG New_Zealanders=NZ United_States_of_America=US
        Bosnia_and_Herzegovina=BA Netherlands'=NL South_Sudan=SS Papua_New_Guinea=PG Kazakhstani=KZ Holy_See=VA Czechia=CZ Emirati=AE
        Tanzanians=TZ Spaniards=ES Sri_Lankan=LK Kenya's=KE Guinean=GN Dominican_Republic=DO Russian_Federation=RU Hellenic_Republic=GR
        Malian=ML Chadian=TD Togo=TG Saudi=SA""",
}
NO_COUNTRY = {
    "ru": ["мали", "того времени", "чад дыма", "стран", "русский язык", "английский", "куба метр", "сша", "мира", "Мария", "Гвиней"],
    "kk": ["мали", "қазақ тілі", "орыс тілі", "елдің", "ақш", "Кубалай", "Омар", "Ирина"],
    "en": ["us", "polish the floor", "turkey dinner", "Chadwick", "uk", "Germaine", "Jordanstown", "English"],
}
SEVERAL = [
    ("казахстанско-иранский", "ru", ("KZ", "IR")),
    ("ирано-турецкие", "ru", ("IR", "TR")),
    ("казахско-китайские", "ru", ("KZ", "CN")),
    ("послы Франции, Германии и Чили", "ru", ("FR", "DE", "CL")),
    ("қазақ-түрік", "kk", ("KZ", "TR")),
    ("Германия мен Франция", "kk", ("DE", "FR")),
    ("Czech-Polish", "en", ("CZ", "PL")),
    ("Sino-Kazakh", "en", ("CN", "KZ")),
    ("Kazakhstan–Oman", "en", ("KZ", "OM")),
]
ORGANISATIONS = {
    "ru": """Лиги_арабских_государств=LAS ОБСЕ=OSCE Европарламенте=EU Еврокомиссией=EU Секретариатом_ОТГ=OTS ПАСЕ=PACE ЕАЭС=EAEU ЕБРР=EBRD
        Парламентской_ассамблеи_Совета_Европы=PACE Советом_Европы=COE ПРООН=UNDP ЮНЕСКО=UNESCO ЭСКАТО_ООН=ESCAP ЭКОСОС=UN ООН=UN
        Европейского_союза=EU Содружества_Независимых_Государств=CIS Всемирным_банком=WB ТюркПА=TURKPA МАГАТЭ=IAEA НАТО=NATO
        Шанхайской_организации_сотрудничества=SCO Организации_экономического_сотрудничества_и_развития=OECD ШОС=SCO СВМДА=CICA
        Организации_экономического_сотрудничества=ECO Организацией_тюркских_государств=OTS еврокомиссаром=EU БДИПЧ=OSCE
        Управлением_Верховного_комиссара_ООН_по_делам_беженцев=UNHCR Исламского_банка_развития=IsDB Африканским_союзом=AFU
        Международной_организации_по_миграции=IOM АСЕАН=ASEAN БРИКС=BRICS ВОЗ=WHO ЮНИСЕФ=UNICEF МВФ=IMF Азиатским_банком_развития=ADB""",
    "kk": """ШЫҰ=SCO ТМД=CIS ЕО-ның=EU Еуропалық_одақтың=EU БҰҰ_Даму_бағдарламасының=UNDP БҰҰ-ның_Даму_бағдарламасымен=UNDP БҰҰ-да=UN
        Еуропа_Кеңесі_Парламенттік_Ассамблеясының=PACE Түркі_мемлекеттері_ұйымының=OTS ЕҚЫҰ-ға=OSCE ЮНЕСКО-ның=UNESCO ДДҰ=WHO
        Азиядағы_өзара_іс-қимыл_және_сенім_шаралары_кеңесінің=CICA Дүниежүзілік_сауда_ұйымына=WTO Еуропа_Кеңесімен=COE
        Еуропа_қайта_құру_және_даму_банкінің=EBRD Ислам_ынтымақтастығы_ұйымына=OIC Араб_мемлекеттерінің_лигасымен=LAS ЕАЭО=EAEU
        БҰҰ_Бас_Ассамблеясында=UN Халықаралық_көші-қон_ұйымының=IOM ТМҰ-ға=OTS Еурокомиссияның=EU АӨСШК-нің=CICA МАГАТЭ-нің=IAEA
        Ислам_даму_банкімен=IsDB Экономикалық_ынтымақтастық_ұйымының=ECO Африка_одағына=AFU ҰҚШҰ=CSTO Дүниежүзілік_банктің=WB""",
    "en": """European_Commission=EU EU's=EU WHO=WHO UN_Development_Programme's=UNDP League_of_Arab_States=LAS ECO_Secretariat=ECO
        World_Bank=WB
        Council_of_Europe's_Parliamentary_Assembly=PACE OSCE_Mission=OSCE African_Union=AFU U.N.=UN United_Nations=UN UNHCR=UNHCR
        Gulf_Cooperation_Council=GCC Organization_of_Turkic_States=OTS Organisation_of_Turkic_States=OTS TURKSOY=TURKSOY IRENA=IRENA
        International_Labour_Organization=ILO Asian_Development_Bank=ADB Shanghai_Cooperation_Organisation=SCO UN_ESCAP=ESCAP
        European_Parliament=EU Council_of_Europe=COE Venice_Commission=COE""",
}
CITIES = {
    "ru": """Страсбурге=Strasbourg Чолпон-Ате=Cholpon-Ata Нью-Йорке=New_York_City Нур-Султан=Astana Астане=Astana Алма-Ате=Almaty Киева=Kyiv
        Кишинёве=Chisinau Женеве=Geneva Вене=Vienna Риме=Rome Баку=Baku Москвой=Moscow Минске=Minsk Праги=Prague Софии=Sofia Гааге=The_Hague
        Сан-Паулу=Sao_Paulo Варшаве=Warsaw Брно=Brno Гродно=Hrodna Санкт-Петербурге=Saint_Petersburg Казани=Kazan Ташкентом=Tashkent
        Пекине=Beijing Абу-Даби=Abu_Dhabi Дубае=Dubai Эр-Рияде=Riyadh Брюсселя=Brussels Лондоном=London Тегеране=Tehran Стамбуле=Istanbul
        Улан-Баторе=Ulan_Bator Ереване=Yerevan Тбилиси=Tbilisi Усть-Каменогорске=Ust-Kamenogorsk Актау=Aktau Вашингтоне=Washington
        Исламабада=Islamabad Нью-Дели=New_Delhi Куала-Лумпуре=Kuala_Lumpur Путраджайе=Putrajaya Дар-эс-Саламе=Dar_es_Salaam
        Рио-де-Жанейро=Rio_de_Janeiro Мехико=Mexico_City Афинах=Athens Хошимине=Ho_Chi_Minh_City Цюрихе=Zurich Мюнхена=Munich
        Франкфурте-на-Майне=Frankfurt_am_Main Кёльне=Cologne Нижнем_Новгороде=Nizhniy_Novgorod Туркестане=Turkestan городе_Ош=Osh
        Сиане=Xi'an Эль-Кувейте=Kuwait_City Аддис-Абебе=Addis_Ababa Лейдене=Leiden Салониках=Thessaloniki""",
    "kk": """Женевада=Geneva Брноға=Brno Нұр-Сұлтанда=Astana Астанаға=Astana Мәскеуде=Moscow Бейжіңнен=Beijing Ташкентте=Tashkent
        Алматыда=Almaty Қызылордада=Kyzylorda Өскеменде=Ust-Kamenogorsk Түркістанда=Turkestan Нью-Йоркте=New_York_City Стамбұлда=Istanbul
        Ыстамбұлда=Istanbul Вашингтонда=Washington Лондонда=London Венада=Vienna Страсбургте=Strasbourg Гаагада=The_Hague Бакуде=Baku
        Тбилисиде=Tbilisi Ашхабадта=Ashgabat Рамаллада=Ramallah Эр-Риядта=Riyadh Абу-Дабиде=Abu_Dhabi Токиода=Tokyo Ұлан-Баторда=Ulan_Bator
        Римде=Rome Оттавада=Ottawa Қазанда=Kazan Орынборда=Orenburg Омбыда=Omsk Семейде=Semey Ақтөбеде=Aktobe Қарағандыда=Karagandy
        Шымкентте=Shymkent Ақтауда=Aktau Оралда=Oral Көкшетауда=Kokshetau Сианьда=Xi'an Варшавада=Warsaw Бішкекте=Bishkek""",
    "en": """Geneva=Geneva New_York=New_York_City Washington,_D.C.=Washington Strasbourg's=Strasbourg Nur-Sultan=Astana Kiev=Kyiv
        Zürich=Zurich
        Ulaanbaatar=Ulan_Bator São_Paulo=Sao_Paulo The_Hague=The_Hague Xi’an=Xi'an Brasília=Brasilia Kraków=Krakow Cologne=Cologne
        St._Petersburg=Saint_Petersburg Bukit_Mertajam=Bukit_Mertajam Abu_Dhabi=Abu_Dhabi Gothenburg=Gothenburg Tel_Aviv=Tel_Aviv
        Mexico_City=Mexico_City Cholpon-Ata=Cholpon-Ata Turkistan=Turkestan Reykjavik=Reykjavik Gdansk=Gdansk Bombay=Mumbai""",
}
NO_CITY = [("дом", "ru"), ("вена на руке", "ru"), ("сарайда", "kk"), ("nice weather", "en"), ("", "en")]


def pairs(table: dict[str, str]) -> list[tuple[str, str, str]]:
    split = [(code, pair.rpartition("=")) for code, text in table.items() for pair in text.split()]
    return [(code, words.replace("_", " "), meant.replace("_", " ")) for code, (words, _, meant) in split]


@pytest.mark.parametrize(("code", "words", "iso"), pairs(COUNTRIES))
def test_a_country_is_found(code: str, words: str, iso: str) -> None:
    assert find_country(words, code) == iso


@pytest.mark.parametrize(("code", "words"), [(code, words) for code, listed in NO_COUNTRY.items() for words in listed])
def test_no_country_is_found(code: str, words: str) -> None:
    assert find_country(words, code) is None


@pytest.mark.parametrize(("words", "code", "expected"), SEVERAL)
def test_several_countries_are_found_in_order(words: str, code: str, expected: tuple[str, ...]) -> None:
    assert find_countries(words, code) == expected


@pytest.mark.parametrize("code", ["ru", "kk", "en"])
def test_every_country_is_found_by_its_own_name_and_genitive(code: str) -> None:
    for iso in countries():
        assert find_country(country_name(iso, code), code) == iso
        assert find_country(country_name(iso, code, "gen"), code) == iso


def test_country_names() -> None:
    assert country_name("KZ", "ru", "gen") == "Казахстана"
    assert country_name("KZ", "kk", "gen") == "Қазақстанның"
    assert country_name("TR", "en") == "Türkiye"
    with pytest.raises(KeyError):
        country_name("ZZ", "ru")


@pytest.mark.parametrize(("code", "words", "organisation"), pairs(ORGANISATIONS))
def test_an_organisation_is_found(code: str, words: str, organisation: str) -> None:
    assert find_organisation(words, code) == organisation


@pytest.mark.parametrize(("words", "code"), [("who came", "en"), ("eco tourism", "en"), ("AU", "en"), ("во время", "ru"), ("ас", "kk")])
def test_no_organisation_is_found(words: str, code: str) -> None:
    assert find_organisation(words, code) is None


def test_particular_organisations_go_before_general_ones() -> None:
    assert find_organisations("ООН и ЮНЕСКО", "ru") == ("UNESCO", "UN")
    assert find_organisations("EU and OSCE", "en") == ("EU", "OSCE")


@pytest.mark.parametrize(("code", "words", "name"), pairs(CITIES))
def test_a_city_is_found(code: str, words: str, name: str) -> None:
    found = find_city(words, code)
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize(("words", "code"), NO_CITY)
def test_no_city_is_found(words: str, code: str) -> None:
    assert find_city(words, code) is None


def test_a_city_nearby_goes_before_a_larger_one() -> None:
    there, here = find_city("Cambridge", "en"), find_city("Cambridge", "en", {"US"})
    assert there is not None
    assert here is not None
    assert (there.country, here.country) == ("GB", "US")


def test_capitals() -> None:
    assert capital("KZ") == "Astana"
    assert capital_of("Astana") == "KZ"
    assert capital_of("Almaty") is None
    assert city_country("Geneva") == "CH"
    assert city_country("New York") == "US"
    assert city_country("Nowhere at all") is None


def test_every_capital_is_in_the_table_of_cities() -> None:
    assert [c.capital for c in countries().values() if c.capital and capital_of(c.capital) is None] == []


def test_the_tables_load_quickly() -> None:
    started = time.perf_counter()
    script = "from elshi.language.gazetteers import *; find_city('Bern', 'en'); find_country('Bern', 'ru')"
    subprocess.run([sys.executable, "-c", script], check=True)
    assert time.perf_counter() - started < 2
