"""From mentions to engagements: acts, participants, capacities, places, dates, topics, statements, outcomes, initiatives."""

from elshi.engagements.assemble import read_engagements

__all__ = ["read_engagements"]
