from collections import Counter
from importlib.resources import files

import pytest

from drafting.demo.content import Content, Deletion, Insertion, PrivateDraft, SubmittedAmendment, kind_of
from drafting.rules.kinds import ClauseKind
from drafting.rules.life import DraftState, Outcome
from drafting.rules.roles import DelegationKind

Proposals = tuple[SubmittedAmendment | PrivateDraft, ...]
HOSTS_LIST = [
    "Tajikistan", "Kazakhstan", "Kyrgyzstan", "Uzbekistan", "Turkmenistan", "Hungary", "Switzerland", "Bahrain",
    "India", "Armenia", "Russian Federation", "China", "United States of America", "Spain", "Germany", "Czechia",
    "Estonia", "Canada", "Belgium", "Slovakia", "Sweden", "United Kingdom", "Ukraine", "Japan", "Indonesia",
    "Türkiye", "Afghanistan", "Iraq", "Pakistan", "Qatar", "Morocco", "Jordan", "Kuwait", "Oman",
    "Syrian Arab Republic", "Libya", "UN", "OSCE", "EU", "CSTO", "SCO", "CIS",
]  # fmt: skip


def test_the_delegations_stand_in_the_hosts_order(demo: Content) -> None:
    names = [delegation.name for delegation in demo.delegations]

    assert names == HOSTS_LIST


def test_the_host_stands_first_and_the_organisations_last(demo: Content) -> None:
    kinds = [delegation.kind for delegation in demo.delegations]

    assert demo.conference.host == demo.delegations[0].name
    assert kinds == [DelegationKind.STATE] * 36 + [DelegationKind.ORGANISATION] * 6


def test_no_two_delegations_share_a_code_and_no_two_people_a_name(demo: Content) -> None:
    people = [person for delegation in demo.delegations for person in (delegation.head, delegation.delegate)]
    people += [*demo.chairs, demo.secretariat, demo.observer]

    codes = {delegation.code for delegation in demo.delegations}

    assert len(codes) == len(demo.delegations)
    assert len(set(people)) == len(people)
    assert len(demo.chairs) == 2


def test_everyone_named_is_in_the_hosts_list(demo: Content, proposals: Proposals) -> None:
    named = {act.by for act in proposals}
    named |= {member for group in demo.groups for member in group.members}

    assert named <= set(HOSTS_LIST)


def test_members_of_a_group_stand_in_the_hosts_order(demo: Content) -> None:
    for group in demo.groups:
        assert list(group.members) == sorted(group.members, key=HOSTS_LIST.index)


def test_some_delegations_let_their_delegates_submit_and_most_do_not(demo: Content) -> None:
    letting = [delegation for delegation in demo.delegations if delegation.delegates_submit]

    assert 3 <= len(letting) <= len(demo.delegations) / 2


def test_many_delegations_submit_many_amendments_most_with_a_reason(demo: Content) -> None:
    amendments = demo.amendments

    reasoned = [amendment for amendment in amendments if amendment.reason]

    assert len(amendments) >= 70
    assert len({amendment.by for amendment in amendments}) >= 25
    assert len(reasoned) > len(amendments) / 2


def test_every_kind_of_clause_is_amended_in_every_way(demo: Content) -> None:
    kinds = {kind_of(amendment.clause) for amendment in demo.amendments}
    deleted = [amendment for amendment in demo.amendments if isinstance(amendment.proposal, Deletion)]
    inserted = {amendment.proposal.kind for amendment in demo.amendments if isinstance(amendment.proposal, Insertion)}

    assert kinds == set(ClauseKind)
    assert len(deleted) >= 4
    assert inserted == {ClauseKind.PREAMBULAR, ClauseKind.OPERATIVE, ClauseKind.SUBPARAGRAPH}


def test_the_hot_paragraphs_have_many_amendments(demo: Content) -> None:
    counts = Counter(amendment.clause for amendment in demo.amendments)

    assert sum(count >= 5 for count in counts.values()) >= 8
    assert max(counts.values()) <= 9


def test_a_delegation_amends_a_clause_once(proposals: Proposals) -> None:
    made = [(act.by, act.clause, type(act.proposal)) for act in proposals]

    twice = [key for key, count in Counter(made).items() if count > 1]

    assert not twice


def test_amendments_are_numbered_in_the_order_of_submission_and_decided_after_it(demo: Content) -> None:
    numbers = [amendment.number for amendment in demo.amendments]
    times = [amendment.at for amendment in demo.amendments] + [decision.at for decision in demo.decisions]

    assert numbers == list(range(1, len(numbers) + 1))
    assert times == sorted(times)
    assert len(set(times)) == len(times)


def test_about_twelve_amendments_are_decided_each_once_and_no_rejection_lacks_a_reason(demo: Content) -> None:
    decided = [decision.amendment for decision in demo.decisions]
    rejections = [decision for decision in demo.decisions if decision.outcome is Outcome.REJECTED]

    assert len(set(decided)) == len(decided) >= 12
    assert {decision.chair for decision in demo.decisions} == {0, 1}
    assert rejections
    assert all(decision.reason for decision in rejections)


def test_a_delegates_draft_waits_for_clearance_and_another_is_being_written(demo: Content) -> None:
    states = [draft.state for draft in demo.drafts if draft.by == "Pakistan"]

    assert states == [DraftState.WAITING, DraftState.WRITING]


@pytest.mark.parametrize("name", ["amendments.toml", "conference.toml"])
def test_each_file_says_at_its_head_that_it_is_invented(name: str) -> None:
    head = (files("drafting.demo") / name).read_text(encoding="utf-8")[:400]

    assert "invented" in head


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("Title", ClauseKind.TITLE),
        ("Heading 3", ClauseKind.HEADING),
        ("Chapeau", ClauseKind.CHAPEAU),
        ("PP4", ClauseKind.PREAMBULAR),
        ("OP5", ClauseKind.OPERATIVE),
        ("OP7 (c) (i)", ClauseKind.SUBPARAGRAPH),
        ("Note 2", ClauseKind.NOTE),
    ],
)
def test_a_label_names_its_kind(label: str, kind: ClauseKind) -> None:
    assert kind_of(label) is kind
