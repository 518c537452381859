"""Reports of invented engagements, as many as wanted, the same ones for the same seed: people with names in three scripts, posts and
states, who meet again and again; each engagement told one to eight times, in three languages, on days that waver, sometimes reprinted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from random import Random

from elshi.records import Basis, EngagementType, ParticipantKind, Status
from elshi.resolution.gists import Gist, Party

__all__ = ["make_reports"]

LANGUAGES = ("ru", "kk", "en")
SYLLABLES = """
ба ба ba|жан жан zhan|кул құл kul|ер ер yer|нур нұр nur|тай тай tai|бек бек bek|сар сар sar|мир мир mir|
дам дам dam|ал ал al|гуль гүл gul|ас ас as|лан лан lan|рус рұс rus|там там tam|хан хан khan|кай қай kai|
рат рат rat|се се se|рик рік rik|ор ор or|май май mai|до до do|сы сы sy|ма ма ma|ка қа ka|
ши ши shi|чен чен chen|вей вей wei|лю лю liu|го го go|мез мез mez|фер фер fer|на на na|пе пе pe|
тро тро tro|ви ви vi|кто кто kto|гри гри gri|зу зу zu|раб раб rab|цик цик tsik|ля ля lya|ури ури uri|
шми шми shmi|бра бра bra|ун ун un|кел кел kel|ло ло lo|
"""
ENDINGS = (("ов", "ов", "ov"), ("ев", "ев", "ev"), ("ин", "ин", "in"), ("улы", "ұлы", "uly"), ("", "", ""), ("сон", "сон", "son"))
POSTS = (
    ("министр иностранных дел", "сыртқы істер министрі", "foreign minister"),
    ("заместитель министра иностранных дел", "сыртқы істер министрінің орынбасары", "deputy foreign minister"),
    ("посол", "елші", "ambassador"),
    ("президент", "президент", "president"),
    ("премьер-министр", "премьер-министр", "prime minister"),
    ("министр энергетики", "энергетика министрі", "energy minister"),
    ("спикер парламента", "парламент төрағасы", "speaker of the parliament"),
    ("генеральный консул", "бас консул", "consul general"),
    ("губернатор", "губернатор", "governor"),
    ("ректор университета", "университет ректоры", "rector of the university"),
    ("министр транспорта", "көлік министрі", "transport minister"),
    ("советник президента", "президент кеңесшісі", "adviser to the president"),
)
STATES = [a + b for a in "ABCDEFGHKMNPRSTU" for b in "ADEGILMNORSTUZ"][:180]
CITIES = [f"City {number}" for number in range(400)]
TYPES = tuple(EngagementType)
SAME_KIND = {EngagementType.TALKS: EngagementType.MEETING, EngagementType.MEETING: EngagementType.TALKS}
FIRST, DAYS = date(2015, 1, 1).toordinal(), 3650
PEOPLE_A_REPORT = 0.05
TOLD = (1, 1, 1, 1, 2, 2, 3, 4, 5, 8)


@dataclass(frozen=True, slots=True)
class _Person:
    names: tuple[str, str, str]
    post: int
    state: str


def _syllables() -> list[tuple[str, ...]]:
    return [tuple(part.split()) for part in SYLLABLES.replace("\n", "").split("|") if part]


def _word(random: Random, syllables: Sequence[tuple[str, ...]], length: int, ending: Sequence[str] = ("", "", "")) -> list[str]:
    chosen = [random.choice(syllables) for _ in range(length)]
    return [("".join(s[i] for s in chosen) + ending[i]).capitalize() for i in range(len(LANGUAGES))]


def _people(random: Random, count: int) -> list[_Person]:
    syllables, weights = _syllables(), [1 / (5 + rank) for rank in range(len(STATES))]
    states = random.choices(STATES, weights, k=count)
    people = []
    for state in states:
        given = _word(random, syllables, 2)
        surname = _word(random, syllables, random.choice((2, 2, 3)), random.choice(ENDINGS))
        names = tuple(f"{a} {b}" for a, b in zip(given, surname, strict=True))
        people.append(_Person((names[0], names[1], names[2]), random.randrange(len(POSTS)), state))
    return people


def _party(random: Random, person: _Person, language: int) -> Party:
    name = person.names[language]
    roll = random.random()
    if roll < 0.05:
        given, surname = name.split()
        name = f"{given[0]}. {surname}"
    elif roll < 0.15 and language == LANGUAGES.index("en"):
        name = name.replace("zh", "j").replace("kh", "h").replace("iu", "yu")
    post = POSTS[person.post][language] if random.random() < 0.9 else None
    return Party(ParticipantKind.PERSON, name, LANGUAGES[language], post, (person.state,))


def _sketch(random: Random, size: int) -> tuple[int, ...]:
    return tuple(sorted(random.getrandbits(32) for _ in range(size)))


def make_reports(count: int, seed: int = 7) -> Iterator[Gist]:
    """So many reports in the order in which they come in: engagement by engagement, a tenth of them late."""
    random = Random(seed)
    people = _people(random, max(50, int(count * PEOPLE_A_REPORT)))
    weights = [1 / (20 + rank) for rank in range(len(people))]
    totals = [0.0]
    for weight in weights:
        totals.append(totals[-1] + weight)
    late: list[Gist] = []
    made = 0
    while made < count:
        for gist in _tell(random, random.choices(people, cum_weights=totals[1:], k=random.choice((2, 2, 2, 3, 4)))):
            if made < count:
                made += 1
                if random.random() < 0.1:
                    late.append(gist)
                else:
                    yield gist
    random.shuffle(late)
    yield from late


def _tell(random: Random, people: Sequence[_Person]) -> Iterator[Gist]:
    """The reports of one engagement of these people."""
    people = list(dict.fromkeys(people))
    day, kind, city, topics = FIRST + random.randrange(DAYS), random.choice(TYPES), random.choice(CITIES), ("politics", "trade")
    wording = [(_sketch(random, 24), _sketch(random, 48)) for _ in LANGUAGES]
    for _ in range(random.choice(TOLD)):
        language = random.randrange(len(LANGUAGES))
        reprint = random.random() < 0.2
        evidence, text = wording[language] if reprint else (_sketch(random, 24), _sketch(random, 48))
        shown = SAME_KIND.get(kind, kind) if random.random() < 0.15 else kind
        told = day if random.random() < 0.9 else day + 1
        key = f"{random.getrandbits(80):020x}"
        parties = tuple(_party(random, person, language) for person in people)
        basis = Basis.EXPLICIT if told == day else Basis.PUBLISHED
        country, place = (people[0].state, city) if random.random() < 0.8 else (None, None)
        when = (told, told, basis, told)
        yield Gist(key, key, LANGUAGES[language], shown, Status.HELD, *when, country, place, parties, topics, (), evidence, text)
