"""Who is meant: the people of one document, and whom a short reference names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from elshi.engagements.allegiances import SERVANTS, STATES
from elshi.engagements.article import Article
from elshi.engagements.capacities import read_capacity
from elshi.engagements.genders import gender_of
from elshi.engagements.lexicons import Lexicons
from elshi.engagements.likenesses import is_misspelt, is_namesake, is_one_post, post_lemmas, same_name, words_of
from elshi.engagements.parties import Code, Party
from elshi.language.base import Case
from elshi.records import ParticipantKind, Span

__all__ = ["Cast", "Person"]

HEADS = frozenset({"regional", "academic", "organisation-head", "business"})  # whose body or city tells who is meant
MAIN = 2  # times the subject: such a person is what the document is about
NEAR = 4  # people named last, among whom a reference with a state looks for its own
BRIEF = 5  # tokens between somebody and those in his or her company
FAR = 4  # sentences: a subject farther back is nobody's antecedent
FACING = frozenset({"with", "с", "со"})
TITLES = 3  # tokens before a name, among which a title may stand
OFFICIAL = (SERVANTS | {"parliament", "organisation-head", "other"}) - {"regional"}
DEPUTY, HEAD = "deputy-minister", "head-of-state"
RULING = frozenset({"minister", "head-of-state", "head-of-government"})
PLAIN = frozenset({"other"})
LEADING = 4  # characters: an article may stand before the state


@dataclass(frozen=True, slots=True)
class Person:
    """One human being of a document. `name` is the fullest form in the nominative, `named` the span it was read from; `capacity` the first
    post given, with `posts` its spans; `lemmas` are the words of all posts given."""

    number: int
    key: frozenset[str]
    name: str
    named: Span
    capacity: str | None
    posts: tuple[Span, ...]
    codes: tuple[Code, ...]
    hosts: tuple[Code, ...]
    cities: tuple[Span, ...]
    bodies: tuple[Span, ...]
    roles: frozenset[str]
    lemmas: frozenset[str]
    gender: str | None = None


class Cast:
    """The people of one document, found first over the whole text and then asked for in reading order."""

    def __init__(self, article: Article, parties: Sequence[Sequence[Party]], lexicons: Lexicons) -> None:
        self._article = article
        self._lexicons = lexicons
        self._by_span: dict[Span, int] = {}
        self.people: list[Person] = []
        self._recent: list[int] = []
        self._sentences: dict[int, int] = {}
        self._subjects: set[int] = set()
        self._faced: set[int] = set()  # those named last as the ones with whom somebody is
        self._led: Counter[int] = Counter()
        self._named_in: dict[int, int] = {}
        named = [p for row in parties for p in row if p.name is not None]
        for group in self._group(named):
            self._admit(group)
        self._learn(parties)
        self._learn_head(parties, named)

    def _key(self, party: Party) -> frozenset[str]:
        assert party.name is not None
        tokens = self._article.sentences[party.sentence].tokens[party.name.start : party.name.stop]
        return self._article.language.name_key(self._article.words(tokens))

    def _group(self, named: Sequence[Party]) -> list[list[tuple[Party, frozenset[str]]]]:
        """Mentions of one person together: longest names first, then each shorter one with the fullest it fits, the nearest before it."""
        keyed = [(party, self._key(party)) for party in named]
        order = sorted(range(len(keyed)), key=lambda i: (-len(words_of(keyed[i][1])), keyed[i][0].span.start))
        groups: list[list[tuple[Party, frozenset[str]]]] = []
        for i in order:
            party, key = keyed[i]
            alike = [g for g in groups if same_name(key, g[0][1]) and not is_namesake(party, (p for p, _ in g))]
            fitting = [] if "namesake" in party.roles else alike
            earlier = [g for g in fitting if any(p.span.start < party.span.start for p, _ in g)]
            best = max(earlier or fitting, key=lambda g: -min(abs(p.span.start - party.span.start) for p, _ in g), default=None)
            if best is None and "namesake" not in party.roles:
                best = next((g for g in groups if is_misspelt(key, g[0][1]) and self._shares_post(g, party)), None)
            if best is None:
                groups.append([(party, key)])
            else:
                best.append((party, key))
        return sorted(groups, key=lambda g: min(p.span.start for p, _ in g))

    def _shares_post(self, group: Sequence[tuple[Party, frozenset[str]]], party: Party) -> bool:
        lemmas = post_lemmas(self._article, party)
        return bool(lemmas) and any(lemmas <= post_lemmas(self._article, p) for p, _ in group)

    def _admit(self, group: Sequence[tuple[Party, frozenset[str]]]) -> None:
        number = len(self.people)
        in_order = sorted((p for p, _ in group), key=lambda p: p.span.start)
        fullest = max(group, key=lambda g: (len(words_of(g[1])), g[0].slot.case == "nom", -g[0].span.start))[0]
        described = next((p for p in in_order if p.posts), in_order[0])
        affiliated = next((p for p in in_order if p.codes), described)
        capacity = read_capacity(self._article, described, self._lexicons)
        self.people.append(
            Person(
                number=number,
                key=max((k for _, k in group), key=len),
                name=self._nominative(fullest),
                named=self.name_span(fullest),
                capacity=capacity,
                posts=self._post_spans(described),
                codes=affiliated.codes,
                hosts=next((p.hosts for p in in_order if p.hosts), ()),
                cities=described.cities,
                bodies=tuple(b for p in in_order for b in p.bodies),
                roles=frozenset(r for p in in_order for r in p.roles),
                lemmas=frozenset().union(*(post_lemmas(self._article, p) for p in in_order)),
                gender=gender_of([self._nominative(fullest)], self._titles(in_order), self._lexicons.code),
            )
        )
        self._by_span.update({p.span: number for p in in_order})

    def _learn(self, parties: Sequence[Sequence[Party]]) -> None:
        """Whom people serve, where only a later reference tells it: "the Lithuanian diplomat"."""
        for party in (p for row in parties for p in row):
            if party.name is not None:
                self._learn_company(party)
                self.note(self.people[self._by_span[party.span]])
            elif party.kind is ParticipantKind.OFFICE and party.codes and self._is_reference(party):
                near, own = [p for p in self.people if p.number in self._recent[-NEAR:]], {c.code for c in party.codes}
                fitting = [] if any(own & {c.code for c in p.codes} for p in near) else [p for p in near if self._fits(party, p)]
                if len(fitting) == 1 and not fitting[0].codes:
                    self.describe(fitting[0], codes=party.codes)
        self._recent.clear()

    def _learn_head(self, parties: Sequence[Sequence[Party]], named: Sequence[Party]) -> None:
        """Who the head of state is whom the text names without a post, and elsewhere by the post alone: the one subject of whom no post is
        told («Ермек Сұлтанбаев … сөйлесті. Мемлекет басшысы … жолдады»)."""
        held = {c.code for p in self.people if HEAD in p.roles for c in p.codes}
        offices = [p for row in parties for p in row if HEAD in p.roles and self._is_vacant(p, held)]
        subjects = {self._by_span[p.span] for p in named if p.slot.case == Case.NOM and p.slot.preposition is None}
        together = {self._by_span[p.span] for o in offices for p in named if p.sentence == o.sentence}
        fitting = [p for p in self.people if p.number in subjects - together and not p.posts and not p.codes and len(words_of(p.key)) > 1]
        if offices and len(fitting) == 1:
            told = max(offices, key=lambda o: bool(o.codes))
            posts, roles = self._post_spans(told), fitting[0].roles | told.roles
            capacity = read_capacity(self._article, told, self._lexicons)
            lemmas = fitting[0].lemmas.union(*(post_lemmas(self._article, o) for o in offices))
            self.describe(fitting[0], capacity=capacity, posts=posts, codes=told.codes, roles=roles, lemmas=lemmas)

    def _is_vacant(self, office: Party, held: set[str]) -> bool:
        """Whether nobody named holds an office that nobody addresses: of the state told, else of the one whose language the text is in."""
        states = {c.code for c in office.codes} or {self._lexicons.home} - {""}
        leads = office.kind is ParticipantKind.OFFICE and office.slot.preposition is None
        return leads and bool(states) and not states & held and not office.hosts

    def _learn_company(self, party: Party) -> None:
        """Who accompanies somebody named right before serves the same state: "Diaz was accompanied by Ambassador Lopez"."""
        person = self.people[self._by_span[party.span]]
        chief = self.people[self._recent[-1]] if self._recent else None
        sentence = self._article.sentences[party.sentence]
        if chief is None or person.codes or not chief.codes or person.number == chief.number:
            return
        first = next(
            (s for s, n in self._by_span.items() if n == chief.number and sentence.span.contains(s) and s.end <= party.span.start), None
        )
        between = sentence.tokens[sentence.index_at(first.end) : party.phrase.start] if first else ()
        if len(between) <= BRIEF and self._lexicons.company.all(between):
            self.describe(person, codes=chief.codes)

    def _is_reference(self, party: Party) -> bool:
        """Whether a post stands with an adjective of its state only: "the Serbian minister", not "the Minister of Trade of Serbia"."""
        tokens = self._article.sentences[party.sentence].tokens
        before = tokens[party.phrase.start - 1].lower if party.phrase.start else ""
        leading = (
            self._lexicons.state_first or before in self._lexicons.articles or tokens[party.phrase.start].lower in self._lexicons.articles
        )
        adjective = self._lexicons.code == "ru" and any(r.part == "ADJ" for r in tokens[party.phrase.start].readings)
        return (
            bool(party.codes)
            and party.codes[0].code in STATES
            and (leading or adjective)
            and party.codes[0].span.start <= party.span.start + LEADING
        )

    def name_span(self, party: Party) -> Span:
        """The span of a party's name, or of the whole phrase where it has none."""
        if party.name is None:
            return party.span
        tokens = self._article.sentences[party.sentence].tokens
        return Span(tokens[party.name.start].span.start, tokens[party.name.stop - 1].span.end)

    def _nominative(self, party: Party) -> str:
        assert party.name is not None
        tokens = self._article.sentences[party.sentence].tokens[party.name.start : party.name.stop]
        return self._article.language.person_name(tokens, party.slot)

    def _titles(self, parties: Iterable[Party]) -> list[str]:
        """The words right before the names of a person, lower case."""
        tokens = [(self._article.sentences[p.sentence].tokens, p.name.start) for p in parties if p.name is not None]
        return [t.lower for row, start in tokens for t in row[max(0, start - TITLES) : start]]

    def _post_spans(self, party: Party) -> tuple[Span, ...]:
        tokens = self._article.sentences[party.sentence].tokens
        return tuple(Span(tokens[p.start].span.start, tokens[p.stop - 1].span.end) for p in party.posts)

    def number_of(self, party: Party) -> int:
        """The number of the person whom a party names."""
        return self._by_span[party.span]

    def resolve(self, party: Party, others: Sequence[int] = (), home: str | None = None) -> Person | None:
        """The person whom a party names, or None. `others` are people whom the same act names: a reference means none of them, and
        rather somebody of another state; of whom no state is told act for `home`."""
        if party.name is not None:
            person = self.people[self._by_span[party.span]]
            self._count(person, party)
            return person
        before = [self.people[n] for n in dict.fromkeys([*reversed(self._recent)]) if n not in others]
        if "pronoun" in party.roles:
            before = self._ahead(party, before, others) or before
            before = [p for p in before if self._may_be(party, p)] or before
            meant = self._antecedent(before, party) if before and "both" not in party.roles else None
            told = {"masc", "femn"} & party.roles
            if meant is not None and party.slot.case == Case.NOM:
                self._named_in[meant.number] = self._article.sentences[party.sentence].paragraph
            if meant is not None and meant.gender is None and len(told) == 1:
                self.describe(meant, gender=next(iter(told)))
            return meant
        fitting = self._of_rank(party, [p for p in before if self._fits(party, p)]) or self._peers(party, before, others)
        meant = self._likeliest(self._facing(fitting, others, home), party) if fitting else self._first_of_side(before, party)
        meant = meant or self._named_later(party, others)
        if meant is not None:
            self._count(meant, party)
        return meant

    def _peers(self, party: Party, before: Sequence[Person], others: Sequence[int]) -> list[Person]:
        """Whom "the Polish counterpart" of somebody named beside means, where the text has named who serves that state in such a post."""
        if "counterpart" not in party.roles or not party.codes:
            return []
        ranks, own = {r for n in others for r in self.people[n].roles} & SERVANTS, {c.code for c in party.codes}
        serving = [p for p in before if own & {c.code for c in p.codes} and (ranks or SERVANTS) & p.roles]
        return serving if ranks or len(serving) == 1 else []

    def _named_later(self, party: Party, others: Sequence[int]) -> Person | None:
        """Who holds an office that a text names before its holder: the one person named further on with the same post of the same state."""
        if party.kind is not ParticipantKind.OFFICE or not party.posts or "counterpart" in party.roles:
            return None
        states = {c.code for c in party.codes} or ({self._lexicons.home} - {""} if HEAD in party.roles else set())
        words = post_lemmas(self._article, party)
        later = [p for p in self.people if p.named.start > party.span.end and p.number not in others and p.posts]
        alike = [p for p in later if p.roles - PLAIN == party.roles - PLAIN and (HEAD in p.roles or is_one_post(words, p.lemmas))]
        posted = {c.code for c in party.hosts}
        same = [p for p in alike if ({c.code for c in p.codes} or states) == states and posted <= {c.code for c in p.hosts}]
        return self.describe(same[0], codes=same[0].codes or party.codes) if len(same) == 1 and states else None

    def _ahead(self, party: Party, before: Sequence[Person], others: Sequence[int]) -> list[Person]:
        """Who is named ahead of a pronoun in its own sentence, where no act has told of any of them yet: "during the visit of A, he …"."""
        sentence = self._article.sentences[party.sentence].span
        if any(self._sentences.get(p.number) == party.sentence for p in before):
            return []
        spans = [s for s in self._by_span if sentence.contains(s) and s.end <= party.span.start]
        named = (self.people[self._by_span[s]] for s in sorted(spans, reverse=True) if self._by_span[s] not in others)
        return [p for p in named if p.codes]

    def _of_rank(self, party: Party, fitting: list[Person]) -> list[Person]:
        """Those of several whose state and rank a reference tells: "the Minister" is no deputy where a minister is named too."""
        own = {c.code for c in party.codes}
        fitting = [p for p in fitting if own & {c.code for c in p.codes}] or fitting  # who may be of the state told after who is
        words = post_lemmas(self._article, party)
        fitting = [p for p in fitting if "regional" in party.roles and words <= p.lemmas] or fitting
        if "minister" not in party.roles or DEPUTY in party.roles:
            return fitting
        return [p for p in fitting if DEPUTY not in p.roles] or fitting

    def _facing(self, fitting: list[Person], others: Sequence[int], home: str | None) -> list[Person]:
        """Those of several who are of another state than the others of the act, if there are such."""
        if len(fitting) < 2 or not others:
            return fitting
        states = {code for n in others for code in self._states(self.people[n], home, OFFICIAL)}
        return [p for p in fitting if not self._states(p, home, SERVANTS) & states] or fitting

    @staticmethod
    def _states(person: Person, home: str | None, servants: frozenset[str]) -> set[str]:
        """Whom a person acts for; one of these posts of whom it is not told, for the document's own state."""
        own = {home} if home and person.roles & servants and "international" not in person.roles else set()
        return {c.code for c in person.codes} or own

    def _first_of_side(self, before: Sequence[Person], party: Party) -> Person | None:
        """Whom "the head of the delegation" means where nobody is said to lead it: of a state's people the one most often subject."""
        own = {c.code for c in party.codes}
        side = [p for p in reversed(before) if own & {c.code for c in p.codes}]
        return max(side, key=lambda p: self._led[p.number], default=None) if "leader" in self._kinds(party) else None

    def _antecedent(self, before: Sequence[Person], party: Party) -> Person:
        """Whom a pronoun means: somebody of its own sentence; behind a day or place at the head of one, which turns to what is next, the
        document's main person; else the last subject before the last person named."""
        last = before[0]
        if self._sentences.get(last.number) == party.sentence:
            goes_on = party.slot.case == Case.NOM and party.slot.preposition is None
            subject = (p for p in before if p.number in self._subjects and self._sentences.get(p.number) == party.sentence)
            apart = [p for p in before if p.number not in self._faced or self._sentences.get(p.number) != party.sentence]
            turns = goes_on and bool(apart) and last not in apart
            return next(subject, None) or (self._antecedent(apart, party) if turns else last) if goes_on else last
        paragraph = self._article.sentences[party.sentence].paragraph
        here = [p for p in before if self._named_in.get(p.number) == paragraph and p.number in self._subjects] or before
        main = max(here, key=lambda p: self._led[p.number])
        if party.phrase.start > 0 and self._led[main.number] >= MAIN and self._led[main.number] > self._led[last.number]:
            return main
        near = [p for p in before if p.number in self._subjects and self._sentences.get(p.number, -FAR) > party.sentence - FAR]
        return near[0] if near else last

    def _may_be(self, party: Party, person: Person) -> bool:
        """Whether a pronoun's gender is not that of somebody else: as titles ("Ms") and surnames («-ова») tell it."""
        told = {"masc", "femn"} & party.roles
        return not told or person.gender is None or person.gender in told

    def _count(self, person: Person, party: Party) -> None:
        """Note where a person was named, and how often as the subject."""
        paragraph = self._article.sentences[party.sentence].paragraph
        self._named_in[person.number] = paragraph
        if self._sentences.get(person.number) != party.sentence:
            self._subjects.discard(person.number)
        self._sentences[person.number] = party.sentence
        (self._faced.add if party.slot.preposition in FACING else self._faced.discard)(person.number)
        if party.slot.case == Case.NOM and party.slot.preposition is None:
            self._led[person.number] += 1
            self._subjects.add(person.number)
        elif (
            party.slot.case == Case.GEN
            and party.slot.preposition is None
            and all(self._sentences.get(n) != party.sentence for n in self._subjects)
        ):
            self._subjects.add(person.number)  # whose conversation or visit a sentence is about

    def _likeliest(self, fitting: Sequence[Person], party: Party) -> Person:
        """Of those whom a post may mean: one named in this paragraph before one named earlier; of these the one most often subject."""
        paragraph = self._article.sentences[party.sentence].paragraph
        here = [p for p in fitting if self._named_in.get(p.number) == paragraph]
        return max(here or fitting, key=lambda p: self._led[p.number])

    def _fits(self, party: Party, person: Person) -> bool:
        """Whether a post without a name can mean this person: no other state, and the words of the post or its kind."""
        if party.kind is ParticipantKind.GROUP and "any" not in self._kinds(party):
            return False
        own, theirs = {c.code for c in party.codes}, {c.code for c in person.codes}
        leads = not theirs and HEAD in party.roles & person.roles  # a state has one
        if own and not own & theirs and (theirs or not self._is_reference(party)) and not leads:
            return False
        posted, elsewhere = {c.code for c in party.hosts}, {c.code for c in person.hosts}
        apart = self._named_in.get(person.number) != self._article.sentences[party.sentence].paragraph
        if posted and not posted & elsewhere and (elsewhere or apart):
            return False
        if own & theirs - STATES and "organisation-head" in person.roles and {"organisation-head", "diplomat"} & party.roles:
            return True
        words = post_lemmas(self._article, party)
        if (words and words <= person.lemmas) or (own & theirs and party.roles & RULING and "counterpart" in person.roles):
            return True  # also the colleague from the same state
        kinds = self._kinds(party)
        return bool(kinds & person.roles) or "any" in kinds

    def _kinds(self, party: Party) -> frozenset[str]:
        """The kinds of posts that a short reference ("the diplomat") may stand for."""
        tokens = self._article.sentences[party.sentence].tokens[party.phrase.start : party.phrase.stop]
        matches = self._lexicons.shorts.longest(tokens)
        kinds = matches[-1].entry if matches else frozenset()
        return kinds if party.codes or "ruler" not in kinds else frozenset()  # "the Kazakh leader"

    def before(self, offset: int) -> list[int]:
        """The numbers of the people named or meant before an offset, the last first."""
        return [n for n in dict.fromkeys(reversed(self._recent)) if self.people[n].named.start < offset]

    def note(self, person: Person) -> None:
        """Remember that the text has just named this person."""
        self._recent.append(person.number)

    def describe(self, person: Person, **changes: object) -> Person:
        """The person with more known of them, from here on."""
        changed = replace(person, **changes)  # type: ignore[arg-type]
        self.people[person.number] = changed
        return changed

    def is_office(self, party: Party) -> bool:
        """Whether a post without a name stands for an office-holder whom the text does not name."""
        tokens = self._article.sentences[party.sentence].tokens[party.phrase.start : party.phrase.stop]
        own = bool(self._lexicons.home) or (len(tokens) > 1 and any(t.lemmas() & self._lexicons.state_words for t in tokens))
        of_state = HEAD in party.roles and own  # where the language is one state's own, a head of state not told to be another's is its
        named = bool(party.codes) or of_state or (bool(party.cities or party.bodies) and bool(party.roles & HEADS))
        return party.kind is ParticipantKind.OFFICE and (named or self._is_of_region(party))

    def _is_of_region(self, party: Party) -> bool:
        """Whether a post in a region names it, though no list knows it: "the Premier of Tasmania", «губернатор штата Пинанг»."""
        tokens = self._article.sentences[party.sentence].tokens[party.phrase.start + 1 : party.phrase.stop]
        named = any(t.is_capital and not self._lexicons.posts.at([t], 0) for t in tokens)
        return "regional" in party.roles and named and not self._lexicons.state_first
