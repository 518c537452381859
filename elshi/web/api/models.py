"""The forms of answers and of what is sent. What the records room has is described as it is there."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any, Generic, TypeVar

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from elshi.records import CorrectedField, Engagement, Likeness, OutcomeKind, Record, Subject, Tenure, Verdict
from elshi.records import Correction as CorrectionRecord
from elshi.records import Judgement as JudgementRecord
from elshi.store import Provenance
from elshi.store.jobs import JobState
from elshi.store.tokens import Role
from elshi.web.api.parameters import IsoDay

__all__ = [
    "Claim",
    "Comparison",
    "Correction",
    "Document",
    "DocumentSummary",
    "Entity",
    "FacetCounts",
    "FacetValue",
    "Health",
    "Job",
    "Judgement",
    "NewCorrection",
    "NewDocument",
    "NewJudgement",
    "Occupancy",
    "Outcome",
    "Page",
    "Person",
    "ProblemBody",
    "RecordAnswer",
    "RecordPage",
    "ReportAnswer",
    "SearchPage",
    "Statement",
    "TokenAnswer",
]

Item = TypeVar("Item")
Words = Annotated[str, StringConstraints(pattern=r"^[^\x00]*$")]


class Closed(BaseModel):
    """What is sent has these members and no others."""

    model_config = ConfigDict(extra="forbid")


class Page(BaseModel, Generic[Item]):
    """One page of a list. `next` is the cursor of the next page, null on the last one."""

    items: list[Item]
    next: str | None


class Fault(BaseModel):
    """Where in the request something is not as it should be: the path to it, and what is wrong (English)."""

    where: list[str | int]
    what: str


class ProblemBody(BaseModel):
    """An error (RFC 9457). `title` and `detail` are in the language that the client accepts."""

    type: str = "about:blank"
    title: str
    status: int
    detail: str | None = None
    faults: list[Fault] | None = None
    known: list[str] | None = Field(default=None, description="The parameters that there are, where one was given that is none of them.")
    start: int | None = Field(default=None, description="Where in a query the fault begins, in characters.")
    end: int | None = Field(default=None, description="Where in a query the fault ends, in characters.")


class Health(BaseModel):
    """That the service answers, and which Elshi it is."""

    elshi: str


class RecordAnswer(BaseModel):
    """One engagement as all its reports together tell it. `people` are the ids of its participants, in their order: a person's,
    a body's, a post's or a group's; null where it is not known yet."""

    record: Record
    people: list[str | None]


class ReportAnswer(BaseModel):
    """What one document says of one engagement, with the spans that say it. `document` is the document's key, `record` the record's id
    (null until the report is resolved)."""

    id: str
    record: str | None
    document: str
    language: str
    provenance: Provenance
    read_at: datetime
    engagement: Engagement


class DocumentSummary(BaseModel):
    """A document without its text. `length` counts characters (code points)."""

    key: str
    id: str
    title: str | None
    published: date | None
    language: str | None
    source: str | None
    url: str | None
    length: int


class Claim(BaseModel):
    """One value that a document gives for a field of a report: the spans that say it (half-open, in code points of the text), the rule
    that read them and how sure it is. `about` is the participant, speaker, basis or kind that it belongs to, if any."""

    report: str
    field: str
    value: str
    about: str | None
    spans: list[tuple[int, int]]
    rule: str
    confidence: float


class Document(DocumentSummary):
    """A document with its text and with every value that its newest reading found in it."""

    text: str
    claims: list[Claim]


class Name(BaseModel):
    """A name in a language."""

    language: str
    name: str


class Entity(BaseModel):
    """An organisation, body, country, place, initiative or post: so many records tell of it, the last time on that day."""

    id: str
    kind: str
    name: str
    names: list[Name]
    codes: list[str]
    links: list[str]
    records: int
    last: str | None


class Occupancy(BaseModel):
    """Somebody (`holder`) in a post for somebody, as texts say it (`title`): seen from the first day to the last, in so many records.
    `titles` are the words of the latest record in each language."""

    holder: str
    post: str
    title: str
    represents: list[str]
    tenure: Tenure
    first: str | None
    last: str | None
    records: int
    titles: list[Name]


class Person(Entity):
    """Somebody whom records name, with the posts in which they were seen, the latest first."""

    occupancies: list[Occupancy]


class Quoted(BaseModel):
    """Words of a document: the report, its record (null until it is resolved), the document's key, the span and the words."""

    report: str
    record: str | None
    document: str
    language: str
    day: str | None
    start: int
    end: int
    words: str


class Statement(Quoted):
    """What one participant said."""

    speaker: str


class Outcome(Quoted):
    """What came of an engagement; `due` is the day that the text gives, if any."""

    kind: OutcomeKind
    due: str | None


class FacetValue(BaseModel):
    """So many of the records found have this value; `label` is a name for it, or empty."""

    value: str
    label: str
    count: int


class RecordPage(BaseModel):
    """Records that fit: how many there are in all, and this page of them."""

    total: int
    items: list[RecordAnswer]
    next: str | None


class FacetCounts(BaseModel):
    """How many records fit, and how often the values of facets occur among them."""

    total: int
    facets: dict[str, list[FacetValue]]


class SearchPage(BaseModel):
    """Records that fit: how many there are in all, this page of them, and how often the values of the facets asked for occur."""

    total: int
    items: list[RecordAnswer]
    next: str | None
    facets: dict[str, list[FacetValue]]


class Judgement(BaseModel):
    """Somebody's word that two things are the same or different, under its id."""

    id: str
    judgement: JudgementRecord


class NewJudgement(Closed):
    """What is judged: ids of two records or reports, or of two people."""

    one: Annotated[Words, Field(min_length=1, max_length=100)]
    other: Annotated[Words, Field(min_length=1, max_length=100)]
    verdict: Verdict
    why: Annotated[Words, Field(max_length=2000)] = ""


class Correction(BaseModel):
    """Somebody's word that a value of a record is another one, under its id; `record` is null where its report is no more."""

    id: str
    record: str | None
    correction: CorrectionRecord


class NewCorrection(Closed):
    """What is corrected: the id of a record or of one of its reports, the field, and the value: a code, a day, words, or, for topics and
    represents, codes with spaces between. `participant` is the place (from 0) among the record's, for name, capacity and represents."""

    record: Annotated[str, Field(pattern=r"^[0-9a-f]{1,40}$")]
    field: CorrectedField
    value: Annotated[Words, Field(min_length=1, max_length=500)]
    participant: Annotated[int, Field(ge=0, le=1000)] | None = None
    why: Annotated[Words, Field(max_length=2000)] = ""


class NewDocument(Closed):
    """A document to be read. `id` is what its source calls it; without one it is made from the text."""

    text: Annotated[Words, Field(min_length=1)]
    id: Annotated[Words, Field(min_length=1, max_length=500)] | None = None
    title: Annotated[Words, Field(max_length=2000)] | None = None
    published: IsoDay | None = None
    language: Annotated[str, Field(pattern=r"^[a-z]{2}$")] | None = None
    source: Annotated[Words, Field(max_length=500)] | None = None
    url: Annotated[Words, Field(max_length=2000, pattern=r"^https?://[^\s\x00]+$")] | None = None


class Job(BaseModel):
    """Work that was asked for. `result` is there when it is done, `fault` when it failed."""

    id: str
    kind: str
    state: JobState
    tries: int
    made_at: datetime
    changed_at: datetime
    result: dict[str, Any] | None
    fault: str | None


class Comparison(BaseModel):
    """How two things compare: the two reports (or profiles) that are most alike, how sure the machine is that they are one and what it
    made of each comparison, what a person said, and whether they are one now. Of people, `met` is whether one engagement is told with
    either name (true) or both take part in one (false); `through` are those that make one of two that are not alike themselves."""

    subject: Subject
    one: str
    other: str
    likeness: Likeness
    judgement: JudgementRecord | None
    together: bool
    met: bool | None
    through: list[str]


class TokenAnswer(BaseModel):
    """A token without its secret."""

    id: str
    name: str
    role: Role
    made_at: datetime
    revoked_at: datetime | None
