"""The secretariat's corrections of what was read: other kinds, lines into and out of the masthead."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from drafting.errors import NotFoundError, RuleError
from drafting.intake.draft import ReadClause, ReadDraft, masthead_key
from drafting.intake.numbering import number_warnings
from drafting.rules.kinds import ClauseKind
from drafting.text.runs import Run, plain

_PARENTS = (ClauseKind.PREAMBULAR, ClauseKind.OPERATIVE)


def with_kinds(draft: ReadDraft, kinds: Mapping[str, ClauseKind | None]) -> ReadDraft:
    """Return the draft with the kinds that the secretariat gave.

    A subparagraph stands under the paragraph it stood under, or else under the last paragraph
    before it. A line taken out of the masthead comes first among the clauses; a clause put into the
    masthead comes last there.

    Args:
        draft: The draft as it was read.
        kinds: By key of a clause ("c3") or of a masthead line ("m1"); None puts it into the masthead.

    Raises:
        NotFoundError: The draft has no paragraph of such a key.
        RuleError: A paragraph cannot become a note.
    """
    _check(draft, kinds)
    kept, taken = [], []
    for index, line in enumerate(draft.masthead):
        kind = kinds.get(masthead_key(index))
        if kind is None:
            kept.append(line)
        else:
            taken.append(ReadClause(masthead_key(index), None, kind, (Run(line),)))
    given = [(clause, kinds.get(clause.key, clause.kind)) for clause in draft.clauses]
    kept += [_line(clause) for clause, kind in given if kind is None]
    clauses = taken + [replace(clause, kind=kind) for clause, kind in given if kind is not None]
    corrected = replace(draft, masthead=tuple(kept), clauses=_under_parents(clauses))
    stale = set(number_warnings(draft))
    warnings = tuple(warning for warning in draft.warnings if warning not in stale)
    return replace(corrected, warnings=warnings + number_warnings(corrected))


def _check(draft: ReadDraft, kinds: Mapping[str, ClauseKind | None]) -> None:
    known = {clause.key for clause in draft.clauses} | {masthead_key(index) for index in range(len(draft.masthead))}
    if kinds.keys() - known:
        raise NotFoundError("paragraph")
    if ClauseKind.NOTE in kinds.values():
        raise RuleError("A paragraph cannot become a footnote. Choose another kind for it.")


def _line(clause: ReadClause) -> str:
    return f"{clause.marker} {plain(clause.runs)}".strip()


def _under_parents(clauses: Iterable[ReadClause]) -> tuple[ReadClause, ...]:
    out: list[ReadClause] = []
    open_keys: list[str] = []
    for clause in clauses:
        if clause.kind is ClauseKind.SUBPARAGRAPH:
            parent = _parent(clause, open_keys)
            open_keys = [*open_keys[: open_keys.index(parent) + 1], clause.key] if parent else []
            out.append(replace(clause, parent=parent))
        else:
            open_keys = [clause.key] if clause.kind in _PARENTS else []
            out.append(replace(clause, parent=None))
    return tuple(out)


def _parent(clause: ReadClause, open_keys: Sequence[str]) -> str | None:
    if clause.parent in open_keys:
        return clause.parent
    return open_keys[0] if open_keys else None
