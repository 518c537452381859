"""Own sentences in the languages that Elshi reads and in those that it sets aside."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elshi.language.detection import UNDETERMINED, detect_language
from elshi.language.rooms import SUPPORTED, language_room

SENTENCES = {
    "ru": [
        "Министр прибыл в Осло",
        "Посол вручил грамоты",
        "Встреча в Риге",
        "Стороны обсудили торговлю зерном и перевозки.",
        "Сейтқалиұлы подчеркнул важность моста.",
        "Әлия Нұрланқызы приняла посла Перу Карлоса Вегу.",
        "Ержан Төлегенұлы и Гүлнар Қасымова посетили порт.",
        "Форум «Қазақстан жолы» открылся в Шымкенте.",
        "В Таразе прошёл круглый стол о воде",
        "Глава ведомства заявил, что договор готов.",
        "Переговоры продлятся до пятницы.",
        "Вчера вечером делегация вернулась домой",
        "Консул рассказал студентам о визах.",
        "Подписан план работы на два года",
        "Делегация Венгрии посетит Актау",
        "Президент направил телеграмму королю",
        "Посольство сообщает о смене адреса.",
        "Турецкая сторона предложила новый рейс.",
        "По итогам беседы принято заявление",
        "Болат Ұлықбекұлы провёл телефонный разговор с коллегой из Дании.",
        "Указом главы государства назначен новый посол в Кении",
        "Ван дер Линден подтвердила готовность помочь",
        "МИНИСТР ПРИНЯЛ ПОСЛА ДАНИИ",
        "Рабочая группа собралась в третий раз.",
        "Его коллега из Чехии поблагодарил за приём.",
    ],
    "kk": [
        "Елші сенім грамотасын тапсырды",
        "Астанада кездесу болды",
        "Министр Осло қаласына барды",
        "Тараптар астық саудасын талқылады.",
        "Сергей Иванов пен Ольга Петрова Алматыда кездесті.",
        "Министр Павел Новикова Владимир Смирновты қабылдады.",
        "Келіссөздер жұмаға дейін созылады",
        "Дөңгелек үстелде су мәселесі қаралды.",
        "Елшілік жаңа мекенжайға көшті",
        "Кеше кешке делегация елге оралды.",
        "Консул студенттерге виза туралы айтып берді.",
        "Екі жылға арналған жоспарға қол қойылды",
        "Венгрия делегациясы Ақтауға келеді",
        "Президент корольге жеделхат жолдады.",
        "Түркия тарапы жаңа рейс ұсынды",
        "Сапар барысында бірлескен мәлімдеме қабылданды.",
        "Оның чехиялық әріптесі алғыс білдірді.",
        "Жұмыс тобы үшінші рет жиналды",
        "Болат Серік телефон арқылы сөйлесті.",
        "Мемлекет басшысы Кениядағы елшіні тағайындады",
        "Көрме Таразда ашылды",
        "Брифинг барысында елші жобалар туралы баяндады.",
        "Андрей Козловтың Астанаға сапары аяқталды.",
        "Бүгін Парламентте отырыс өтті",
        "СЫРТҚЫ ІСТЕР МИНИСТРІ ЕЛШІНІ ҚАБЫЛДАДЫ",
    ],
    "en": [
        "Minister visits Oslo",
        "Ambassador presents credentials",
        "Talks in Riga",
        "The sides discussed the grain trade.",
        "Nurlan Qasymbekuly met Aigerim Toleugalieva in Astana.",
        "Ambassador Yerbolat Sarsenuly hosted an iftar in Bern",
        "A round table on water was held in Taraz.",
        "President sends telegram to the King",
        "The envoy said the treaty was ready.",
        "Hungarian delegation to visit Aktau",
        "Consul briefs students on visas",
        "The working group convened for the third time.",
        "Her Czech counterpart thanked her for the welcome.",
        "Yesterday evening the delegation returned home.",
        "The Embassy in Reykjavík has moved.",
        "Türkiye proposed a new flight between İzmir and Şymkent.",
        "MINISTER RECEIVES THE AMBASSADOR OF DENMARK",
        "Kazakhstan and Peru sign a work plan",
        "Deputy Foreign Minister Xulio Peña spoke in Córdoba.",
        "Speakers include Levan, Natia and Großmann.",
        "Prime Minister arrives in Tokyo",
        "Grain exports rise for a second year",
    ],
    "uk": [
        "Міністр прибув до Осло",
        "Посол вручив вірчі грамоти",
        "Сторони обговорили торгівлю зерном.",
        "Переговори триватимуть до п'ятниці",
        "Учора делегація повернулася додому.",
        "Президент України прийняв посла Данії",
        "Підписано план роботи на два роки",
        "Зустріч відбулася в Одесі",
        "Консул розповів студентам про візи",
    ],
    "be": [
        "Міністр прыбыў у Осла",
        "Бакі абмеркавалі гандаль збожжам.",
        "Пасол уручыў граматы прэзідэнту",
        "Сустрэча адбылася ў Гродне",
        "Учора дэлегацыя вярнулася дадому.",
    ],
    "bg": [
        "Министърът пристигна в Осло",
        "Страните обсъдиха търговията със зърно.",
        "Посланикът връчи акредитивните си писма",
        "Срещата се състоя във Варна",
        "Вчера делегацията се завърна у дома.",
        "Президентът прие посланика на Дания",
    ],
    "ky": [
        "Министр Ошко барды жана элчи менен жолугушту",
        "Тараптар эгин соодасын талкуулашты.",
        "Бишкекте эл аралык жолугушуу болуп өттү",
        "Президент Даниянын элчисин кабыл алды",
        "Кечээ делегация өлкөгө кайтып келди.",
        "Эки өлкөнүн ортосунда келишимге кол коюлду",
    ],
    "uz": [
        "Vazir Oslo shahriga keldi va elchi bilan uchrashdi",
        "Tomonlar g'alla savdosini muhokama qildi.",
        "Toshkentda yangi ko'rgazma bo'lib o'tdi",
        "Prezident Daniya elchisini qabul qildi",
        "Вазир элчи билан учрашди",
        "Томонлар ҳамкорлик масалаларини муҳокама қилди.",
        "Тошкентда янги кўргазма бўлиб ўтди",
        "Президент Дания элчисини қабул қилди",
    ],
    "tt": [
        "Министр Казанга килде һәм илче белән очрашты",
        "Президент Дания илчесен кабул итте",
        "Кичә делегация илгә кайтты, җитәкчесе чыгыш ясады.",
        "Казанда яңа күргәзмә ачылды",
    ],
    "tg": ["Вазири корҳои хориҷӣ бо сафири Дания мулоқот кард", "Дар Душанбе ҳамоиш баргузор шуд", "Тарафҳо ҳамкориро муҳокима намуданд."],
    "mn": [
        "Сайд Данийн элчин сайдыг хүлээн авч уулзав",
        "Улаанбаатарт хоёр улсын хэлэлцээр болов",
        "Талууд хамтын ажиллагааны тухай ярилцсан байна.",
    ],
    "tr": [
        "Bakan Oslo'ya gitti ve büyükelçi ile görüştü",
        "Taraflar tahıl ticaretini görüştü.",
        "Cumhurbaşkanı Danimarka büyükelçisini kabul etti",
        "Dün heyet ülkeye döndü.",
        "Ankara'da yeni bir sergi açıldı",
    ],
    "az": [
        "Nazir Danimarkanın səfirini qəbul edib",
        "Bakıda iki ölkə arasında görüş keçirilib",
        "Tərəflər əməkdaşlıq haqqında danışıblar.",
    ],
    "de": [
        "Der Minister traf in Oslo die Botschafterin",
        "Die beiden Seiten sprachen über den Handel mit Getreide.",
        "Gestern kehrte die Delegation nach Hause zurück",
        "Der Präsident empfing den Botschafter von Dänemark",
        "In Bremen wurde eine Ausstellung eröffnet",
    ],
    "fr": [
        "Le ministre a rencontré l'ambassadrice à Oslo",
        "Les deux parties ont parlé du commerce des céréales.",
        "Hier, la délégation est rentrée chez elle",
        "Le président a reçu l'ambassadeur du Danemark",
        "Une exposition est ouverte à Lyon",
    ],
    "es": [
        "El ministro se reunió en Oslo con la embajadora",
        "Las partes hablaron sobre el comercio de cereales.",
        "Ayer la delegación regresó a su país",
        "El presidente recibió al embajador de Dinamarca",
        "Se inauguró una exposición en Sevilla",
    ],
    "it": [
        "Il ministro ha incontrato l'ambasciatrice a Oslo",
        "Le due parti hanno parlato del commercio di cereali.",
        "Ieri la delegazione è tornata nel suo paese",
    ],
    "pl": [
        "Minister spotkał się w Oslo z ambasadorem",
        "Strony rozmawiały o handlu zbożem oraz o współpracy.",
        "Wczoraj delegacja wróciła do kraju",
    ],
    "nl": [
        "De minister ontmoette in Oslo de ambassadeur",
        "Gisteren keerde de delegatie terug naar het land",
        "Beide landen spraken over de handel in graan.",
    ],
    "pt": ["O ministro reuniu-se em Oslo com a embaixadora", "As partes falaram sobre o comércio de cereais e não sobre a pesca."],
    "zh": ["部长在奥斯陆会见了大使。", "双方讨论了粮食贸易", "代表团昨天回国"],
    "ja": ["大臣はオスロで大使と会談しました。", "代表団は昨日帰国した"],
    "ko": ["장관은 오슬로에서 대사를 만났다", "대표단은 어제 귀국했다."],
    "ar": ["التقى الوزير السفير في أوسلو", "ناقش الجانبان تجارة الحبوب بين البلدين", "عاد الوفد إلى البلاد يوم أمس"],
    "el": ["Ο υπουργός συνάντησε τον πρέσβη στο Όσλο"],
    "ka": ["მინისტრი ელჩს ოსლოში შეხვდა"],
}
CASES = [(code, sentence) for code, sentences in SENTENCES.items() for sentence in sentences]


def test_there_are_enough_sentences() -> None:
    assert len(CASES) >= 150


@pytest.mark.parametrize(("code", "sentence"), CASES)
def test_a_sentence_is_known(code: str, sentence: str) -> None:
    assert detect_language(sentence) == code


@pytest.mark.parametrize("nothing", ["", "   \n", "12.05.2026", "+7 (717) 272-00-00 — 50 %", "…?!"])
def test_without_letters_it_is_undetermined(nothing: str) -> None:
    assert detect_language(nothing) == UNDETERMINED


def test_a_page_in_two_languages_goes_to_the_greater_part() -> None:
    kazakh = "Елші сенім грамотасын тапсырды. Тараптар сауда туралы әңгімелесті. Кездесу соңында жоспарға қол қойылды. "
    russian = "Посол вручил грамоты. Стороны говорили о торговле. "
    english = "The ambassador presented his letters. "
    assert detect_language(kazakh + russian) == "kk"
    assert detect_language(russian * 2 + english) == "ru"
    assert detect_language(english * 9 + russian + kazakh) == "en"


def test_a_menu_does_not_outweigh_the_text() -> None:
    menu = "Home\nAbout\nРус\nҚаз\nEng\n"
    assert (
        detect_language(menu + "Министр принял посла Дании и обсудил с ним перевозки зерна через порт.\nСтороны условились о встрече.")
        == "ru"
    )


@pytest.mark.parametrize("code", SUPPORTED)
def test_detection_and_rooms_speak_of_the_same_languages(code: str) -> None:
    assert SENTENCES[code]
    assert language_room(code).code == code
    assert language_room(code) is language_room(code)


@pytest.mark.parametrize("code", ["uk", "und", "", "EN"])
def test_there_is_no_room_for_other_languages(code: str) -> None:
    with pytest.raises(KeyError):
        language_room(code)


@given(st.text(max_size=60))
def test_any_text_gets_some_code(text: str) -> None:
    code = detect_language(text)
    assert code == UNDETERMINED or (code.isalpha() and code.islower())
