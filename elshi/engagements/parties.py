"""Who stands in a sentence: a name with its posts, a post alone, a body, a group, with whom each stands for and its grammatical slot."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from elshi.engagements.allegiances import STATES, Code, of_duty, read_allegiance
from elshi.engagements.article import Article
from elshi.engagements.attachments import behind_namesake, describes, glued, is_rank, left_of, notes_before, right_of, tells_apart
from elshi.engagements.crowds import are_plain, is_many, leading, stretch, with_group_word
from elshi.engagements.elements import find_elements, head_of, is_title, roles_of
from elshi.engagements.lexicons import Lexicons
from elshi.engagements.party import Party
from elshi.engagements.tags import Element
from elshi.language.base import Case, Slot, Token
from elshi.records import ParticipantKind, Span

__all__ = ["Code", "Party", "find_parties"]

ATTRIBUTIVE = frozenset({"COUNTRY", "ORG", "CITY", "NORP", "REGION"})
POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
HEADING = frozenset("-–—:")
KIN = frozenset({"community", "citizens"})  # kinds of groups that a word anywhere in the phrase tells: "members of the community"


class _Finder:
    """Finds the parties of one sentence."""

    def __init__(self, article: Article, number: int, lexicons: Lexicons) -> None:
        self.article = article
        self.number = number
        self.sentence = article.sentences[number]
        self.lexicons = lexicons
        self.elements = find_elements(article, self.sentence, lexicons)
        self.used: set[int] = set()

    def find(self) -> list[Party]:
        parties = [*self._named(), *self._posts(), *self._groups(), *self._peoples(), *self._bodies(), *self._pronouns()]
        return self._with_heads(sorted(parties, key=lambda p: p.phrase.start))

    def _with_heads(self, parties: list[Party]) -> list[Party]:
        """A body that the text puts under somebody's lead is marked, and whoever leads it acts for it where nothing else is said."""
        leading = [range(m.start, m.end) for m in self.lexicons.led.all(self.sentence.tokens)]
        parties = [p for p in parties if not any(p.phrase.start in words and p.phrase.stop <= words.stop for words in leading)]
        for place in range(1, len(parties)):
            body, head = parties[place - 1], parties[place]
            if self.lexicons.state_first:
                parties[place - 1 : place + 1] = self._headed(body, head)
                continue
            between = [t for t in self.sentence.tokens[body.phrase.stop : head.phrase.start] if t.lower not in self.lexicons.articles]
            leads = self.lexicons.led.all(between) if len(between) <= 5 and head.name is not None else []
            elided = any("leader" in p.roles for p in parties[:place]) and [t.lower for t in between] == ["by"] and head.name is not None
            led = body.kind is ParticipantKind.ORGANIZATION or (body.kind is ParticipantKind.GROUP and self._is_delegation(body))
            if not led or not (elided or (leads and leads[-1].end == len(between))):
                continue
            parties[place - 1] = replace(body, roles=body.roles | {"led"})
            parties[place] = replace(head, codes=head.codes or body.codes, roles=head.roles | {"leader"} | body.roles & {"international"})
        return parties

    def _is_delegation(self, group: Party) -> bool:
        """Whether a group acts for a state, or is what one sends out: «члены делегации во главе с …»."""
        tokens = self.sentence.tokens[group.phrase.start : group.phrase.stop]
        return bool(group.codes) or any(t.lemmas() & self.lexicons.travellers for t in tokens)

    def _headed(self, head: Party, body: Party) -> list[Party]:
        """Kazakh «Пабло Рохас бастаған Чили делегациясы»: whoever leads stands before the body."""
        leads = head.name is not None and head.slot.preposition in self.lexicons.leading
        close = body.phrase.start - head.phrase.stop <= 2
        if not leads or not close or body.kind is not ParticipantKind.ORGANIZATION:
            return [replace(head, roles=head.roles | {"leader"}) if leads else head, body]
        return [replace(head, codes=head.codes or body.codes, roles=head.roles | {"leader"}), replace(body, roles=body.roles | {"led"})]

    def _take(self, elements: Iterable[Element]) -> None:
        for element in elements:
            self.used.update(element.tokens)

    def _keep(self, kept: list[Element], found: Sequence[Element]) -> list[Element]:
        """Those kept of the elements found; none of the others is anybody else's."""
        self._take(e for e in found if e not in kept)
        return kept

    def _free(self, tokens: range) -> bool:
        return not any(i in self.used for i in tokens)

    def _named(self) -> Iterator[Party]:
        previous: Party | None = None
        for person in [e for e in self.elements if e.label == "PERSON"]:
            before = [e for e in self.elements if self._free(e.tokens)]
            left = left_of(person, before, self.sentence, self.lexicons)
            left = left or self._heading(next(iter(self._owner(person)), person), before)
            own = behind_namesake(left, self.sentence, self.lexicons)
            other, left = len(own) < len(left), self._keep(own, left)
            ranked = bool(left) and all(is_rank(e, self.sentence, self.lexicons) for e in left)
            right = [] if left and not ranked else right_of(person, before, self.sentence, self.lexicons)
            right = right or self._second_post(left, person, before)
            if ranked and right:
                self._take(left)
                left = []
            owner = [] if left else self._owner(person)
            members = [*left, *owner, person, *(right or self._state_behind([*left, *owner], person))]
            self._take(members)
            party = self._party(members, ParticipantKind.PERSON, person)
            if other or tells_apart(party.phrase, person, self.sentence, self.lexicons):
                party = replace(party, roles=party.roles | {"namesake"})
            if previous is not None and not party.posts and self._shares(previous, party):
                party = replace(
                    party,
                    posts=previous.posts,
                    codes=party.codes or previous.codes,
                    bodies=party.bodies or previous.bodies,
                    roles=previous.roles,
                )
            yield party
            previous = party

    def _second_post(self, left: Sequence[Element], person: Element, before: Sequence[Element]) -> list[Element]:
        """The post in apposition to a name that has one of a word right before it: "Ambassador Ana Lopez, head of the department, …"."""
        bare = len(left) == 1 and len(left[0].tokens) == 1 and left[0].tokens.stop == person.tokens.start
        if not bare or not self.lexicons.name_after_comma:
            return []
        right = right_of(person, before, self.sentence, self.lexicons)
        stop = right[-1].tokens.stop if right else 0
        tokens = self.sentence.tokens
        closed = right and stop + 1 < len(tokens) and tokens[stop].text == "," and not tokens[stop + 1].is_capital
        own = closed and len(tokens[person.tokens.stop : stop]) > 2 and tokens[stop + 1].lower not in self.lexicons.articles
        return right if own else []

    def _state_behind(self, left: Sequence[Element], person: Element) -> list[Element]:
        """The state or body that stands behind the name: "President Rosa Quispe of Peru", "Piet Vos of the Delft Institute"."""
        if self.lexicons.state_first or any(e.label in ("COUNTRY", "NORP", "ORG") for e in left):
            return []
        tokens = self.sentence.tokens
        at = person.tokens.stop
        if at >= len(tokens) or tokens[at].lower != "of":
            return []
        first = at + 2 if at + 1 < len(tokens) and tokens[at + 1].lower == "the" else at + 1
        return [e for e in self.elements if e.label in ("COUNTRY", "ORG") and e.tokens.start in (at + 1, first)][:1]

    def _owner(self, person: Element) -> list[Element]:
        """The state whose genitive stands before a name without a post: "Nepal's | Bishnu Gautam"."""
        at = person.tokens.start - 1
        if at < 1 or self.sentence.tokens[at].lower not in POSSESSIVE:
            return []
        return [e for e in self.elements if e.label == "COUNTRY" and e.tokens.stop == at and self._free(e.tokens)]

    def _heading(self, person: Element, before: Sequence[Element]) -> list[Element]:
        """A plural post with a dash or a colon before the first of its holders: "with deputies: A, B and C"."""
        posts = [e for e in before if e.tokens.stop == person.tokens.start - 1 and e.label == "POSITION"]
        mark = self.sentence.tokens[person.tokens.start - 1].text if person.tokens.start else ""
        if not posts or mark not in HEADING or not self._is_plural(self.sentence.tokens[posts[0].tokens.start : posts[0].tokens.stop]):
            return []
        return posts[:1]

    def _shares(self, previous: Party, party: Party) -> bool:
        """Whether a name goes on a list whose plural post stands before its first name: "Senators A, B (Rome) and C"."""
        if not any(self._is_plural(self.sentence.tokens[p.start : p.stop]) for p in previous.posts):
            return False
        depth = 0
        for token in self.sentence.tokens[previous.phrase.stop : party.phrase.start]:
            depth += {"(": 1, ")": -1}.get(token.text, 0)
            if depth == 0 and token.lower not in self.lexicons.joints and not is_title(token, self.lexicons):
                return False
        return True

    def _posts(self) -> Iterator[Party]:
        for place, element in enumerate(self.elements):
            if element.label == "POSITION" and self._free(element.tokens):
                many = self._is_many(element.tokens)
                element = with_group_word(element, self.sentence.tokens, self.lexicons) if many else element  # noqa: PLW2901
                members = [self._stretched(element.tokens)] if many else self._with_states(place, element)
                party = self._party(members, ParticipantKind.GROUP if many else ParticipantKind.OFFICE, None)
                self._take(members)
                roles = self._group_roles(element.tokens) | (self._group_roles(party.phrase) & KIN)
                roles |= (
                    {"citizens"}
                    if many
                    and not roles | party.roles
                    and are_plain(self.sentence.tokens[element.tokens.start : element.tokens.stop], self.lexicons)
                    else set()
                )
                yield replace(party, roles=party.roles | roles) if many else party

    def _is_many(self, words: range) -> bool:
        """Whether a post is that of several, or a word for all who lead something: "the leadership of the region"."""
        tokens = self.sentence.tokens[words.start : words.stop]
        return self._is_plural(tokens) or tokens[head_of(tokens, self.lexicons)].lower in self.lexicons.collectives

    def _group_roles(self, head: range) -> frozenset[str]:
        return frozenset(m.entry for m in self.lexicons.groups.all(self.sentence.tokens[head.start : head.stop]) if m.entry != "body")

    def _stretched(self, head: range) -> Element:
        return Element("GROUP", stretch(head, self.sentence, self.elements, self.used, self.lexicons))

    def _is_plural(self, head: Sequence[Token]) -> bool:
        """Whether the first noun of a post is plural: "ambassadors", «послы»."""
        at = head_of(head, self.lexicons)
        readings = head[at].readings[:1]
        if readings and readings[0].part == "VERB":  # "heads of missions"
            readings = tuple(r for r in head[at].readings if r.part == "NOUN")[:1]
        if not readings or readings[0].part not in (("ADJ",) if are_plain(head, self.lexicons) else ("NOUN", "NAME")):
            return False
        unchanging = "fixd" in readings[0].features and at > 0  # «военных атташе»: only the adjective tells
        numbers = head[at - 1].readings[:1] if unchanging and any(r.part == "ADJ" for r in head[at - 1].readings) else readings
        return bool(numbers) and numbers[0].number == "plur"

    def _with_states(self, place: int, element: Element) -> list[Element]:
        """A post without a name, with the state or body written beside it."""
        members = [element]
        if (
            place
            and self._adjacent(self.elements[place - 1], element)
            and describes(self.elements[place - 1], self.sentence, self.lexicons)
        ):
            members.insert(0, self.elements[place - 1])
        if not self.lexicons.state_first and place + 1 < len(self.elements):
            after = self.elements[place + 1]
            if after.label in ("COUNTRY", "ORG") and self._adjacent(element, after):
                members.append(after)
        return members

    def _adjacent(self, first: Element, second: Element) -> bool:
        between = self.sentence.tokens[first.tokens.stop : second.tokens.start]
        return self._free(first.tokens) and self._free(second.tokens) and glued(between, self.lexicons)

    def _peoples(self) -> Iterator[Party]:
        """Nationals by their people's name: "Kenyans living in Canada"."""
        for element in self.elements:
            if element.label != "NORP" or self.lexicons.state_first or not self._free(element.tokens):
                continue
            last = self.sentence.tokens[element.tokens.stop - 1]
            written = last.lower.endswith("s") or not self.lexicons.name_after_comma
            if written and any(r.number == "plur" and r.part in ("NOUN", "NAME") for r in last.readings):
                members = self._stretched(element.tokens)
                party = self._party([members], ParticipantKind.GROUP, None)
                self._take([members])
                yield replace(party, roles=frozenset({"citizens"}))

    def _groups(self) -> Iterator[Party]:
        found = self.lexicons.groups.longest(self.sentence.tokens)
        if self.lexicons.state_first:
            # the last first, bodies behind groups: «дипломатиялық корпус | өкілдері», «университеттің | студенттері»
            found = sorted(found, key=lambda m: (1, m.start) if m.entry == "body" else (0, -m.start))
        for match in found:
            tokens = range(match.start, match.end)
            if not self._free(tokens) or self._is_named(tokens, match.entry):
                continue
            if match.entry != "body" and not is_many(self.sentence.tokens[tokens.start : tokens.stop], self.lexicons):
                continue
            members = self._stretched(tokens)
            kind = ParticipantKind.ORGANIZATION if match.entry == "body" else ParticipantKind.GROUP
            party = replace(self._party([members], kind, None), roles=frozenset({match.entry}) | (self._group_roles(members.tokens) & KIN))
            if match.entry == "body" and not (party.codes or party.bodies):
                continue
            self._take([members])
            yield from self._alike(members, party) if kind is ParticipantKind.ORGANIZATION else (party,)

    def _is_named(self, words: range, kind: str) -> bool:
        """Whether words for a group or body are but part of the name of a body or an event: "the Women Leaders Meeting"."""
        ahead = [e for e in self.elements if e.label in ("ORG", "EVENT") and e.tokens.start <= words.start and words.stop <= e.tokens.stop]
        if any(e.label == "EVENT" and words.stop < e.tokens.stop for e in ahead):
            return not self.lexicons.state_first and self.lexicons.name_after_comma
        bodies = [e for e in ahead if e.label == "ORG"]
        inside = kind != "body" or self.sentence.tokens[words.start].is_capital  # "the Council of the | European Union"
        return any(words.stop < e.tokens.stop or (e.tokens.start < words.start and inside) for e in bodies)

    def _bodies(self) -> Iterator[Party]:
        for element in self.elements:
            if element.label == "ORG" and self._free(element.tokens) and not self._is_short_form(element):
                self._take([element])
                yield from self._alike(element, self._party([element], ParticipantKind.ORGANIZATION, None))

    def _alike(self, element: Element, party: Party) -> Iterator[Party]:
        """A body, and those of other states that share its words: "the ministries of Peru | and Chile"."""
        states = [self.sentence.indexes(c.span) for c in party.codes if c.code in STATES]
        common = range(element.tokens.start, states[0].start) if states and not self.lexicons.state_first else range(0)
        if not common or states[-1].stop != element.tokens.stop or not self._is_several(common):
            yield party
            return
        inside = [Element("COUNTRY", s) for s in states[1:]]
        while state := self._joined_state(inside[-1].tokens.stop if inside else states[0].stop):
            self._take([state])
            inside.append(state)
        first = self._party([replace(element, tokens=range(element.tokens.start, states[0].stop))], party.kind, None)
        yield replace(first, roles=party.roles | ({"alike"} if inside else set()))
        for state in inside:
            yield replace(self._party([state], party.kind, None), slot=party.slot, common=common, roles=party.roles | {"alike"})

    def _is_several(self, words: range) -> bool:
        """Whether a body's words are plural, or an abbreviation that does not change: «между МИД Чили и Перу»."""
        tokens = self.sentence.tokens[words.start : words.stop]
        return self._is_plural(tokens) or (not self.lexicons.name_after_comma and tokens[0].text.isupper())

    def _joined_state(self, at: int) -> Element | None:
        """The state that "and" joins to a body that ends at a token, none that something else is of."""
        tokens = self.sentence.tokens
        if self.lexicons.state_first or at + 1 >= len(tokens) or tokens[at].lower not in self.lexicons.joints or not tokens[at].is_word:
            return None
        first = at + 1 + (tokens[at + 1].lower in self.lexicons.articles)
        state = next((e for e in self.elements if e.label == "COUNTRY" and e.tokens.start == first and self._free(e.tokens)), None)
        if state is None or any(e.tokens.start == state.tokens.stop for e in self.elements):
            return None
        return state if not any(t.lower in POSSESSIVE for t in tokens[state.tokens.stop : state.tokens.stop + 1]) else None

    def _is_short_form(self, element: Element) -> bool:
        """Whether a body in brackets is the short name of the one before them: "the Economic Commission (ECE)"."""
        tokens = self.sentence.tokens
        before, after = element.tokens.start - 1, element.tokens.stop
        bracketed = before > 0 and after < len(tokens) and tokens[before].text == "(" and tokens[after].text == ")"
        return bracketed and any(e.label in ("ORG", "POSITION") and e.tokens.stop == before for e in self.elements)

    def _pronouns(self) -> Iterator[Party]:
        for index, token in enumerate(self.sentence.tokens):
            marks = None if token.text in self.lexicons.honorifics else self.lexicons.pronouns.get(token.lower)
            beside = index > 0 and self.sentence.tokens[index - 1].lower in self.lexicons.accompanying
            if marks is not None and not beside and index not in self.used and ("object" not in marks or self._stands_as_object(index)):
                party = self._party([Element("PRONOUN", range(index, index + 1))], ParticipantKind.PERSON, None)
                slot = Slot(Case.ACC) if "object" in marks and party.slot.preposition is None else party.slot
                yield replace(party, slot=slot, roles=frozenset({"pronoun", *self.lexicons.pronouns[token.lower]}))

    def _stands_as_object(self, index: int) -> bool:
        """Whether a form shared with a possessive ("его", "her") is an object: a verb follows, or nothing that it could own."""
        if self.lexicons.state_first:
            return True
        tokens = self.sentence.tokens
        following = tokens[index + 1].readings[:1] if index + 1 < len(tokens) else ()
        return not following or following[0].part in ("VERB", "PREP", "OTHER")

    def _party(self, members: list[Element], kind: ParticipantKind, person: Element | None) -> Party:
        tokens = self.sentence.tokens
        phrase = range(self._titled(members[0]), members[-1].tokens.stop)
        span = Span(tokens[phrase.start].span.start, tokens[phrase.stop - 1].span.end)
        told = read_allegiance(self.article, self.sentence, self.lexicons, span, person.tokens if person else None)
        posts = self._post_ranges(members)
        roles = frozenset(r for p in posts for r in roles_of(self.sentence, p, self.lexicons))
        at_home = told.hosts if "counterpart" in roles and not told.codes else ()  # «Малавидегі әріптесі»: in the service of that state
        return Party(
            sentence=self.number,
            phrase=phrase,
            span=span,
            kind=kind,
            slot=self._slot(phrase, self._own_name(phrase, person)),
            name=person.tokens if person else None,
            posts=posts,
            codes=of_duty(leading(told.codes, kind, span, self.sentence), roles) or at_home,
            hosts=() if at_home else told.hosts,
            cities=told.cities,
            bodies=told.bodies,
            roles=roles | {"international"} if told.international else roles,
        )

    def _slot(self, phrase: range, name: range | None) -> Slot:
        """The slot of a phrase. Nobody is a place: what looks like the Kazakh locative of a name is its last letters («Лунде»)."""
        slot = self.article.language.slot(self.sentence, phrase, name)
        return Slot(Case.NOM) if self.lexicons.state_first and name is not None and slot.case == Case.LOC else slot

    @staticmethod
    def _own_name(phrase: range, person: Element | None) -> range | None:
        """The name that a phrase ends with, its own start told by the tagger."""
        return person.tokens if person is not None and person.tokens.stop == phrase.stop else None

    def _titled(self, first: Element) -> int:
        """Where a phrase begins with the titles before a name."""
        at, tokens = first.tokens.start, self.sentence.tokens
        while first.label == "PERSON" and at and at - 1 not in self.used:
            step = 2 if tokens[at - 1].text == "." and at > 1 else 1
            written = tokens[at - step].is_capital or not self.lexicons.name_after_comma  # English titles have a capital
            if (
                tokens[at - step].lower not in self.lexicons.titles and tokens[at - step].text not in self.lexicons.honorifics
            ) or not written:
                break
            at -= step
        return at

    def _post_ranges(self, members: Sequence[Element]) -> tuple[range, ...]:
        """The posts, each with the body written next to it."""
        found: list[range] = []
        for place, element in enumerate(members):
            if element.label != "POSITION":
                continue
            start, stop = element.tokens.start, element.tokens.stop
            before, after = members[:place][-1:], members[place + 1 : place + 2]
            if before and before[0].label == "ORG" and before[0].tokens.stop in (start, *self._noted(start)):
                start = before[0].tokens.start
            elif after and after[0].label == "ORG":
                stop = after[0].tokens.stop
            found.append(range(start, stop))
        return tuple(found)

    def _noted(self, start: int) -> list[int]:
        """Where the words in brackets begin that end right ahead of a token: "the Bank (ADB) | president"."""
        return [note.start for note in notes_before(self.sentence.tokens, start) if note.stop == start]


def find_parties(article: Article, number: int, lexicons: Lexicons) -> list[Party]:
    """The parties of sentence `number`, in order, never overlapping."""
    return _Finder(article, number, lexicons).find()
