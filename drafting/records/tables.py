"""Every table of the tool, in one place: what migrations and the log walk over."""

from drafting.records.amendment import Amendment, AmendmentVersion, Decision
from drafting.records.base import Base
from drafting.records.conference import Conference, Delegation, Group, GroupMember, Participant
from drafting.records.document import Clause, ClauseVersion, Document
from drafting.records.draft import Draft
from drafting.records.event import ChainHead, Event
from drafting.records.job import Job, JobState, Rendering
from drafting.records.sign_in import Answer, Credential, SignInFailure, SignInLink, WebSession

RECORDED: tuple[type[Base], ...] = (
    Conference,
    Delegation,
    Group,
    GroupMember,
    Participant,
    Document,
    Clause,
    ClauseVersion,
    Amendment,
    AmendmentVersion,
    Decision,
)


__all__ = [
    "RECORDED",
    "Amendment",
    "AmendmentVersion",
    "Answer",
    "Base",
    "ChainHead",
    "Clause",
    "ClauseVersion",
    "Conference",
    "Credential",
    "Decision",
    "Delegation",
    "Document",
    "Draft",
    "Event",
    "Group",
    "GroupMember",
    "Job",
    "JobState",
    "Participant",
    "Rendering",
    "SignInFailure",
    "SignInLink",
    "WebSession",
]
