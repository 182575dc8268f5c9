from itertools import product

import pytest

from drafting.errors import NotAllowedError
from drafting.records.conference import Participant
from drafting.rules.access import Act, may
from drafting.rules.life import Stage
from drafting.rules.roles import Role
from drafting.service.actor import Actor
from drafting.service.sessions import actor_of
from tests.service.conference import Conference


def seated(role: Role) -> Actor:
    return Actor("id", "A person", role)


@pytest.mark.parametrize(("role", "act", "stage"), list(product(Role, Act, Stage)), ids=str)
def test_an_actor_is_refused_exactly_what_the_table_refuses(role: Role, act: Act, stage: Stage) -> None:
    if may(role, act, stage=stage):
        seated(role).must(act, stage=stage)
        return

    with pytest.raises(NotAllowedError) as refusal:
        seated(role).must(act, stage=stage)

    adopted = "The text has been adopted. Nothing in it can be changed any more."
    assert (str(refusal.value) == adopted) is may(role, act)


def test_a_refusal_names_the_seat_and_sends_nobody_to_themselves() -> None:
    with pytest.raises(NotAllowedError) as observers:
        seated(Role.OBSERVER).must(Act.READ_AMENDMENTS)
    with pytest.raises(NotAllowedError) as secretariats:
        seated(Role.SECRETARIAT).must(Act.DECIDE)

    assert str(observers.value) == (
        "Your seat (observer) does not let you read submitted amendments. Ask the secretariat if you need another seat."
    )
    assert str(secretariats.value) == "Your seat (secretariat) does not let you accept or reject an amendment."


def test_only_heads_of_delegation_and_delegates_that_are_let_submit(conference: Conference) -> None:
    submitters = {name for name in conference.people if conference.actor(name).may_submit}

    assert submitters == {"India", "Japan", "Japan delegate", "Spain"}
    with pytest.raises(NotAllowedError, match="Your head of delegation submits"):
        conference.actor("India delegate").must_submit()


def test_a_seat_of_no_delegation_has_none() -> None:
    actor = actor_of(Participant(id="c", name="Chair", role=Role.CHAIR, delegation_id=None), None)

    assert (actor.delegation_id, actor.delegation, actor.may_submit) == (None, "", False)
