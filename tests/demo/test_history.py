"""The history of the demo shows everything that can happen to an amendment."""

from collections import Counter
from itertools import combinations

from drafting.demo.content import Content, Insertion, PrivateDraft, Replacement, SubmittedAmendment
from drafting.demo.wording import proposed, written
from drafting.rules.life import Outcome
from drafting.text import (
    Blocked,
    CarriedOver,
    Edits,
    Rebased,
    Runs,
    Satisfied,
    Tokens,
    admit,
    admit_prose,
    conflicts,
    looks,
    rebase,
    same,
)

Proposals = tuple[SubmittedAmendment | PrivateDraft, ...]


def _relations(demo: Content, tokens: dict[str, Tokens], edits: dict[int, Edits]) -> Counter[str]:
    """Count the pairs of amendments of one clause by how they stand to each other."""
    clauses = {amendment.number: amendment.clause for amendment in demo.amendments}
    pairs = [(one, other) for one, other in combinations(edits, 2) if clauses[one] == clauses[other]]
    return Counter(_relation(tokens[clauses[one]], edits[one], edits[other]) for one, other in pairs)


def _relation(base: Tokens, one: Edits, other: Edits) -> str:
    if same(one, other):
        return "identical"
    if found := conflicts(base, one, other):
        return "touching" if found[0].reason.needs_a_look else "conflict"
    return "near" if looks(base, one, other) else "free"


def _carried_over_each_decision(
    demo: Content, tokens: dict[str, Tokens], edits: dict[int, Edits]
) -> dict[int, list[Rebased]]:
    """For every accepted amendment, what becomes of the others on its clause."""
    clauses = {amendment.number: amendment.clause for amendment in demo.amendments}
    accepted = [decision.amendment for decision in demo.decisions if decision.outcome is Outcome.ACCEPTED]
    return {
        number: [
            rebase(tokens[clauses[number]], edits[other], edits[number])
            for other in edits
            if other != number and clauses[other] == clauses[number]
        ]
        for number in accepted
        if number in edits
    }


def test_every_amendment_and_draft_names_a_clause_of_the_zero_draft(
    proposals: Proposals, words: dict[str, Runs]
) -> None:
    named = {act.clause for act in proposals}

    assert named <= set(words)


def test_every_amendment_and_draft_changes_its_clause(proposals: Proposals, words: dict[str, Runs]) -> None:
    for act in proposals:
        if isinstance(act.proposal, Replacement):
            assert proposed(words[act.clause], act.proposal.edits) != words[act.clause]


def test_what_delegations_and_chairs_write_is_let_in_as_it_stands(
    demo: Content, proposals: Proposals, words: dict[str, Runs]
) -> None:
    for act in proposals:
        if isinstance(act.proposal, Replacement):
            runs = proposed(words[act.clause], act.proposal.edits)
            assert admit(runs) == runs
        elif isinstance(act.proposal, Insertion):
            assert admit(written(act.proposal.text)) == written(act.proposal.text)
        assert admit_prose(act.reason) == act.reason
    for decision in demo.decisions:
        assert admit_prose(decision.reason) == decision.reason


def test_every_replacement_is_one_that_the_engine_sees(edits: dict[int, Edits]) -> None:
    assert all(edits.values())


def test_amendments_of_one_clause_stand_to_each_other_in_every_way(
    demo: Content, tokens: dict[str, Tokens], edits: dict[int, Edits]
) -> None:
    relations = _relations(demo, tokens, edits)

    assert relations["identical"] >= 20
    assert relations["conflict"] >= 20
    assert relations["touching"] >= 5
    assert relations["near"] >= 10
    assert relations["free"] >= 100


def test_the_decisions_carry_over_overtake_and_reflect_other_amendments(
    demo: Content, tokens: dict[str, Tokens], edits: dict[int, Edits]
) -> None:
    fates = Counter(
        type(fate) for others in _carried_over_each_decision(demo, tokens, edits).values() for fate in others
    )

    assert fates[CarriedOver] >= 15
    assert fates[Satisfied] >= 8
    assert fates[Blocked] >= 4


def test_no_clause_is_decided_twice_so_that_edits_of_the_zero_draft_suffice(demo: Content) -> None:
    clauses = [demo.amendments[decision.amendment - 1].clause for decision in demo.decisions]

    assert len(set(clauses)) == len(clauses)
