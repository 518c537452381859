"""A language's word lists for reading engagements, compiled once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from elshi.language.phrases import Lemmatiser, Lexicon, word_list
from elshi.language.rooms import language_room
from elshi.records import Span

__all__ = ["ActWord", "Frame", "Lexicons", "lemmatiser", "lexicons"]


@dataclass(frozen=True, slots=True)
class Frame:
    """Which slots of a clause hold the parties of an act, and how many it takes to be one."""

    parties: frozenset[str]
    least: int
    own: bool = False  # all its parties stand in its own sentence
    guests: bool = False  # its object is received
    stays: bool = False  # the word is a journey where the text tells its days: «с 4 по 6 мая находился в Риме»
    appeals: bool = False  # the word may also be an appeal: "called on the parties to …"
    placed: bool = False  # a place follows: "will be in Suva"


@dataclass(frozen=True, slots=True)
class ActWord:
    """A phrase that reports an act: type, frame, whether it is a noun that needs a verb beside it, and itself as the rule's name."""

    type: str
    frame: Frame
    noun: bool
    phrase: str


@dataclass(frozen=True)
class Lexicons:
    """All lists of one language. Lexicons over tokens give, as entries, the phrase itself or its mark."""

    code: str
    acts: Lexicon[ActWord]
    light: Lexicon[str]
    decoys: Lexicon[str]
    back: Lexicon[str]
    settings: Lexicon[str]
    journeys: Lexicon[str]
    attribution: Lexicon[str]
    background: Lexicon[str]
    outside: Lexicon[str]
    attended: Lexicon[str]
    together_sat: Lexicon[str]
    reported: Lexicon[str]
    valued: Lexicon[str]
    programme: Lexicon[str]
    namesakes: Lexicon[str]
    reporting: frozenset[str]
    governing: Lexicon[str] | None
    wishes: Lexicon[str]
    formerly: Lexicon[str]
    auxiliaries: frozenset[str]
    together: Lexicon[str]
    attends: Lexicon[str]
    remote: Lexicon[str]
    anonymous: Lexicon[str]
    handed_on: Lexicon[str]
    purposes: frozenset[str]
    inside: Lexicon[str]
    led: Lexicon[str]
    cancelled: Lexicon[str]
    denied: Lexicon[str]
    denied_but: frozenset[str]
    denied_through: frozenset[str]
    planned: Lexicon[str]
    joins: Lexicon[str]
    organises: Lexicon[str]
    posts: Lexicon[str]
    shorts: Lexicon[frozenset[str]]
    former: Lexicon[str]
    appointed: Lexicon[str]
    acting: Lexicon[str]
    before_posts: Lexicon[str]
    holding: frozenset[str]
    groups: Lexicon[str]
    complement: frozenset[str]
    asides: frozenset[str]
    travellers: frozenset[str]
    delegations: frozenset[str]
    composed: Lexicon[str]
    whose: frozenset[str]
    joins_slots: frozenset[str]
    glue: frozenset[str]
    joints: frozenset[str]
    appositions: frozenset[str]
    complement_prepositions: frozenset[str]
    host_prepositions: frozenset[str]
    host_endings: tuple[str, ...]
    home: str
    sides: Lexicon[str]
    leaders: Lexicon[str]
    company: Lexicon[str]
    living: Lexicon[str]
    articles: frozenset[str]
    ranks: frozenset[str]
    describing: frozenset[str]
    titles: frozenset[str]
    honorifics: frozenset[str]
    heralds: Lexicon[str]
    quantities: Lexicon[str]
    attributes: frozenset[str]
    gathered: frozenset[str]
    heads: frozenset[str]
    residing: frozenset[str]
    many_states: Lexicon[str]
    holidays: Lexicon[str]
    accompanying: frozenset[str]
    tail_prepositions: frozenset[str]
    successions: frozenset[str]
    state_words: frozenset[str]
    concern_prepositions: frozenset[str]
    concern_followers: frozenset[str]
    missions: frozenset[str]
    named_bodies: frozenset[str]
    behalf: Lexicon[str]
    body_prepositions: frozenset[str]
    body_followers: tuple[str, ...]
    international: tuple[str, ...]
    city_adjectives: tuple[str, ...]
    city_endings: tuple[str, ...]
    firms: Mapping[str, tuple[str, ...]]
    collectives: frozenset[str]
    leading: frozenset[str]
    pronouns: Mapping[str, tuple[str, ...]]
    state_first: bool
    name_after_comma: bool


@cache
def lemmatiser(code: str) -> Lemmatiser:
    """What turns a word of a list into the lemmas that its first reading gives in this language."""
    room = language_room(code)

    @cache
    def lemmatise(word: str) -> frozenset[str]:
        tokens = room.tokens(word, Span(0, len(word)))
        return frozenset(r.lemma for t in tokens for r in t.readings[:1]) if len(tokens) == 1 else frozenset()

    return lemmatise


def _plain(phrases: Iterable[str], code: str) -> Lexicon[str]:
    return Lexicon(((p, p) for p in phrases), lemmatiser(code))


def _act_words(table: Mapping[str, Any]) -> Iterator[tuple[str, ActWord]]:
    frames = {name: Frame(frozenset(f.pop("parties")), **f) for name, f in ((name, dict(frame)) for name, frame in table["frames"].items())}
    for act in table["act"]:
        for phrase in act["phrases"]:
            yield phrase, ActWord(act["type"], frames[act["frame"]], act.get("noun", False), phrase)


def _marked(table: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for mark, phrases in table.items():
        for phrase in phrases:
            yield phrase, mark


@cache
def lexicons(code: str) -> Lexicons:
    """The lists of the language with this code; raises FileNotFoundError if one is missing."""
    acts, parties = word_list(code, "acts"), word_list(code, "parties")
    posts, words = word_list(code, "posts"), acts["words"]
    return Lexicons(
        code=code,
        acts=Lexicon(_act_words(acts), lemmatiser(code)),
        light=_plain(words["light"], code),
        decoys=_plain(words["decoys"], code),
        back=_plain(words["back"], code),
        settings=_plain(words["settings"], code),
        journeys=_plain(words.get("journeys", ()), code),
        attribution=_plain(words["attribution"], code),
        background=_plain(words["background"], code),
        together_sat=_plain(words.get("together_sat", ()), code),
        attended=_plain(words.get("attended", ()), code),
        outside=_plain(words["outside"], code),
        reported=_plain(words.get("reported", ()), code),
        valued=_plain(words.get("valued", ()), code),
        programme=_plain(words.get("programme", ()), code),
        governing=_plain(words["governing"], code) if "governing" in words else None,
        wishes=_plain(words.get("wishes", ()), code),
        formerly=_plain(words.get("formerly", ()), code),
        auxiliaries=frozenset(words.get("auxiliaries", ())),
        together=_plain(words.get("together", ()), code),
        attends=_plain(acts["joins"].get("attends", ()), code),
        remote=_plain(words.get("remote", ()), code),
        anonymous=_plain(words.get("anonymous", ()), code),
        handed_on=_plain(words["handed_on"], code),
        purposes=frozenset(words.get("purposes", ())),
        inside=_plain(words["inside"], code),
        led=_plain(words.get("led", ()), code),
        composed=_plain(words["composed"], code),
        cancelled=_plain(acts["status"]["cancelled"], code),
        denied=_plain(acts["status"]["denied"], code),
        denied_but=frozenset(acts["status"].get("denied_but", ())),
        denied_through=frozenset(acts["status"].get("denied_through", ())),
        planned=_plain(acts["status"]["planned"], code),
        joins=_plain(acts["joins"]["phrases"], code),
        organises=_plain(acts["joins"]["organises"], code),
        posts=Lexicon([*_marked(posts["posts"]), *((p, "counterpart") for p in posts["counterpart"])], lemmatiser(code)),
        former=_plain(posts["former"], code),
        appointed=_plain(posts["appointed"], code),
        acting=_plain(posts["acting"], code),
        before_posts=_plain([*posts["acting"], *posts["former"], *posts["appointed"], *posts["ranking"]], code),
        holding=frozenset(posts["holding"]),
        shorts=Lexicon(((word, frozenset(kinds)) for word, kinds in posts["short"].items()), lemmatiser(code)),
        groups=Lexicon(_marked(word_list(code, "groups")), lemmatiser(code)),
        complement=frozenset(words["complement"]),
        asides=frozenset(words.get("asides", ())),
        delegations=frozenset(words["delegations"]),
        travellers=frozenset(words.get("travellers", ())),
        whose=frozenset(parties.get("whose", ())),
        joins_slots=frozenset(acts["joins"]["slots"]),
        glue=frozenset(parties["glue"]),
        joints=frozenset(parties["joints"]),
        appositions=frozenset(parties["appositions"]),
        complement_prepositions=frozenset(parties["complement_prepositions"]),
        host_prepositions=frozenset(parties["host_prepositions"]),
        collectives=frozenset(parties["collectives"]),
        leading=frozenset(w for phrase in words["inside"] for w in phrase.split()),
        host_endings=tuple(parties["host_endings"]),
        home=parties["home"],
        sides=_plain(parties["sides"], code),
        leaders=_plain(parties["leaders"], code),
        company=_plain(parties["company"], code),
        living=_plain(parties["living"], code),
        reporting=frozenset(words.get("reporting", ())),
        namesakes=_plain(parties["namesakes"], code),
        articles=frozenset(parties["articles"]),
        ranks=frozenset(parties["ranks"]),
        describing=frozenset(parties["describing"]),
        titles=frozenset(parties["titles"]),
        heralds=_plain(words["heralds"], code),
        honorifics=frozenset(parties.get("honorifics", ())),
        accompanying=frozenset(parties.get("accompanying", ())),
        attributes=frozenset(parties.get("attributes", ())),
        gathered=frozenset(words.get("gathered", ())),
        heads=frozenset(words["heads"]),
        residing=frozenset(parties.get("residing", ())),
        many_states=_plain(words["many_states"], code),
        holidays=_plain(words["holidays"], code),
        quantities=_plain(parties.get("quantities", ()), code),
        tail_prepositions=frozenset(parties["tail_prepositions"]),
        successions=frozenset(parties["successions"]),
        state_words=frozenset(parties["state_words"]),
        concern_prepositions=frozenset(parties["concern_prepositions"]),
        concern_followers=frozenset(parties["concern_followers"]),
        missions=frozenset(parties.get("missions", ())),
        named_bodies=frozenset(parties.get("named_bodies", ())),
        behalf=_plain(parties["behalf"], code),
        body_prepositions=frozenset(parties["body_prepositions"]),
        body_followers=tuple(parties["body_followers"]),
        international=tuple(parties["international"]),
        city_adjectives=tuple(parties["city_adjectives"]),
        city_endings=tuple(parties["city_endings"]),
        firms={state: tuple(beginnings) for state, beginnings in word_list(code, "firms").items()},
        pronouns={word: tuple(marks) for word, marks in parties["pronouns"].items()},
        state_first=parties["state_first"],
        name_after_comma=parties["name_after_comma"],
    )
