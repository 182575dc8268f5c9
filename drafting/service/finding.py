"""Finds what an act is about; what is another's and what does not exist get the same answer."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from drafting.errors import NotFoundError, RuleError
from drafting.records.amendment import Amendment, AmendmentVersion
from drafting.records.conference import Delegation
from drafting.records.document import Clause, Document
from drafting.records.draft import Draft
from drafting.rules.life import Agreement
from drafting.service.actor import Actor

_CLOSED = {Agreement.AGREED_IN_INFORMALS, Agreement.AGREED_AD_REFERENDUM, Agreement.ADOPTED}


def find_document(session: Session, document_id: str) -> Document:
    """Return a document.

    Raises:
        NotFoundError: There is none of this id.
    """
    document = session.get(Document, document_id)
    if document is None:
        raise NotFoundError("document")
    return document


def find_clause(session: Session, clause_id: str, *, document_id: str | None = None) -> Clause:
    """Return a clause, of one document if its id is given.

    Raises:
        NotFoundError: There is none of this id.
    """
    clause = session.get(Clause, clause_id)
    if clause is None or document_id not in (None, clause.document_id):
        raise NotFoundError("clause")
    return clause


def open_clause(session: Session, clause_id: str) -> Clause:
    """Return a clause that amendments may be made to.

    Raises:
        NotFoundError: There is none of this id.
        RuleError: It was deleted, or it is agreed.
    """
    clause = find_clause(session, clause_id)
    if clause.deleted:
        raise RuleError(f"{clause.label} has been deleted by a decision. Insert a new clause after it instead.")
    if clause.agreement in _CLOSED:
        raise RuleError(f"{clause.label} is {clause.agreement}. It takes no amendments until it is reopened.")
    return clause


def find_amendment(session: Session, amendment_id: str, *, document_id: str | None = None) -> Amendment:
    """Return a submitted amendment.

    Raises:
        NotFoundError: There is none of this id.
    """
    amendment = session.get(Amendment, amendment_id)
    if amendment is None or document_id not in (None, amendment.document_id):
        raise NotFoundError("amendment")
    return amendment


def own_amendment(session: Session, actor: Actor, amendment_id: str) -> Amendment:
    """Return an amendment of the actor's delegation.

    Raises:
        NotFoundError: There is none of this id, or it is another delegation's.
    """
    amendment = find_amendment(session, amendment_id)
    if actor.delegation_id is None or amendment.delegation_id != actor.delegation_id:
        raise NotFoundError("amendment")
    return amendment


def own_draft(session: Session, actor: Actor, draft_id: str) -> Draft:
    """Return a draft of the actor's delegation.

    Raises:
        NotFoundError: There is none of this id, or it is another delegation's.
    """
    draft = session.get(Draft, draft_id)
    if draft is None or actor.delegation_id is None or draft.delegation_id != actor.delegation_id:
        raise NotFoundError("draft")
    return draft


def last_wording(session: Session, amendment: Amendment) -> AmendmentVersion:
    """Return the wording that an amendment has now."""
    return session.scalars(
        select(AmendmentVersion).where(
            AmendmentVersion.amendment_id == amendment.id, AmendmentVersion.number == amendment.version
        )
    ).one()


def named(session: Session, amendment: Amendment) -> str:
    """Return how an amendment is spoken of: "Amendment 7 (India)"."""
    return f"Amendment {amendment.number} ({session.get_one(Delegation, amendment.delegation_id).name})"
