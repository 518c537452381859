"""The nouns: frozen records that every room shares. Spans are half-open code-point offsets into `document.text`."""

from elshi.records.correction import CorrectedField, Correction
from elshi.records.document import Document, Layout, content_id
from elshi.records.engagement import (
    Basis,
    Engagement,
    EngagementType,
    EventDate,
    Evidence,
    Outcome,
    OutcomeKind,
    Participant,
    ParticipantKind,
    Place,
    Sourced,
    Statement,
    Status,
)
from elshi.records.entity import Appearance, Entity, EntityKind, Occupancy, Tenure, list_appearances
from elshi.records.judgement import Judgement, Subject, Verdict
from elshi.records.likeness import Likeness, Reason
from elshi.records.mention import Label, Mention
from elshi.records.record import Corrected, Field, Ground, Part, Quote, Record, Told
from elshi.records.span import Span, cover, outermost

__all__ = [
    "Appearance",
    "Basis",
    "Corrected",
    "CorrectedField",
    "Correction",
    "Document",
    "Engagement",
    "EngagementType",
    "Entity",
    "EntityKind",
    "EventDate",
    "Evidence",
    "Field",
    "Ground",
    "Judgement",
    "Label",
    "Layout",
    "Likeness",
    "Mention",
    "Occupancy",
    "Outcome",
    "OutcomeKind",
    "Part",
    "Participant",
    "ParticipantKind",
    "Place",
    "Quote",
    "Reason",
    "Record",
    "Sourced",
    "Span",
    "Statement",
    "Status",
    "Subject",
    "Tenure",
    "Told",
    "Verdict",
    "content_id",
    "cover",
    "list_appearances",
    "outermost",
]
