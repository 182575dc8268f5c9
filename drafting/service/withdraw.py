"""A delegation takes an amendment back; its words stay readable."""

from drafting.errors import RuleError
from drafting.records.amendment import Amendment
from drafting.records.writing import Writing
from drafting.rules.access import Act
from drafting.rules.life import AmendmentState, may_become
from drafting.service.actor import Actor
from drafting.service.finding import find_document, own_amendment


def withdraw(session: Writing, actor: Actor, amendment_id: str) -> Amendment:
    """Withdraw an amendment of one's own delegation.

    Raises:
        NotFoundError: It is another delegation's, or there is none.
        NotAllowedError: The actor may not submit for the delegation, or the text is adopted.
        RuleError: It was decided or withdrawn already.
    """
    amendment = own_amendment(session, actor, amendment_id)
    actor.must(Act.SUBMIT, stage=find_document(session, amendment.document_id).stage)
    actor.must_submit()
    if not may_become(amendment.state, AmendmentState.WITHDRAWN):
        raise RuleError(f"Amendment {amendment.number} is {amendment.state} and cannot be withdrawn any more.")
    amendment.state = AmendmentState.WITHDRAWN
    session.record(
        "amendment-withdrawn",
        actor.id,
        document=amendment.document_id,
        clauses=[amendment.clause_id],
        amendment=amendment.id,
        number=amendment.number,
    )
    return amendment
