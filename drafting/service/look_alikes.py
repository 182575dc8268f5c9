"""Words that look like others: what an amendment brings in of them, and that the chair has seen them."""

from sqlalchemy.orm import Session

from drafting.errors import RuleError
from drafting.records.amendment import Amendment
from drafting.records.document import Clause
from drafting.rules.life import AmendmentKind
from drafting.service.finding import last_wording
from drafting.service.wording import base_runs, proposed
from drafting.text import Runs, tokenise
from drafting.text.characters import mapped
from drafting.text.look_alikes import LookAlike, brought_in


def must_have_seen(session: Session, amendment: Amendment, *, seen: bool) -> None:
    """Refuse to accept an amendment that brings in words that look like others, unless the chair has seen them.

    Raises:
        RuleError: It brings in such words and they were not seen.
    """
    found = () if seen else _of(session, amendment)
    if found:
        raise RuleError(
            f"Amendment {amendment.number} brings in what looks like something else. "
            f"{' '.join(each.sentence for each in found)} Tick that you have seen it, then accept."
        )


def remarks(base: Runs, written: Runs) -> tuple[str, ...]:
    """Return what a writer should know of the characters of a text, as sentences."""
    found = brought_in(tokenise(base), tokenise(written))
    return (*(each.sentence for each in found), *mapped(written))


def _of(session: Session, amendment: Amendment) -> tuple[LookAlike, ...]:
    if amendment.kind is AmendmentKind.DELETE:
        return ()
    wording = last_wording(session, amendment)
    base = base_runs(session, amendment.clause_id, wording.base_version)
    clause = session.get_one(Clause, amendment.clause_id)
    return brought_in(tokenise(base), tokenise(proposed(session, clause, wording)))
