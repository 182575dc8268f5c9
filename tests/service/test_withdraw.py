import pytest

from drafting.errors import NotAllowedError, NotFoundError, RuleError
from drafting.records.ids import new_id
from drafting.rules.life import AmendmentState
from drafting.service.withdraw import withdraw
from tests.service.conference import OP1, Conference

BETTER = OP1.replace("without delay", "every month")


def take_back(conference: Conference, who: str, amendment: str) -> None:
    with conference.store.write() as session:
        withdraw(session, conference.actor(who), amendment)


def test_a_delegation_withdraws_its_own_and_the_words_stay_readable(conference: Conference) -> None:
    number = conference.propose("India", "OP1", BETTER)

    take_back(conference, "India", conference.amendment(number).id)

    assert conference.state(number) is AmendmentState.WITHDRAWN
    assert len(conference.wordings(number)) == 1


def test_an_overtaken_amendment_is_withdrawn_too(conference: Conference) -> None:
    number = conference.change("India", "OP1", ("without delay", "each year"))
    conference.accept(conference.propose("Spain", "OP1", BETTER))

    take_back(conference, "India", conference.amendment(number).id)

    assert conference.state(number) is AmendmentState.WITHDRAWN


@pytest.mark.parametrize("who", ["Spain", "Chair 1", "Secretariat", "Observer"])
def test_anothers_amendment_and_one_that_is_not_there_get_the_same_answer(conference: Conference, who: str) -> None:
    number = conference.propose("India", "OP1", BETTER)

    said = set()
    for amendment in (conference.amendment(number).id, new_id()):
        with pytest.raises(NotFoundError) as refusal:
            take_back(conference, who, amendment)
        said.add(str(refusal.value))

    assert len(said) == 1
    assert conference.state(number) is AmendmentState.SUBMITTED


def test_a_delegate_withdraws_only_where_the_delegation_lets(conference: Conference) -> None:
    indias, japans = conference.propose("India", "OP1", BETTER), conference.propose("Japan", "OP1", BETTER)

    with pytest.raises(NotAllowedError):
        take_back(conference, "India delegate", conference.amendment(indias).id)
    take_back(conference, "Japan delegate", conference.amendment(japans).id)

    assert conference.states(indias, japans) == [AmendmentState.SUBMITTED, AmendmentState.WITHDRAWN]


def test_what_was_decided_or_withdrawn_is_not_withdrawn(conference: Conference) -> None:
    rejected, withdrawn = (
        conference.propose("India", "OP1", BETTER),
        conference.change("India", "OP3", ("two", "three")),
    )
    conference.reject(rejected)
    take_back(conference, "India", conference.amendment(withdrawn).id)

    for number, state in ((rejected, "rejected"), (withdrawn, "withdrawn")):
        with pytest.raises(RuleError, match=f"is {state} and cannot be withdrawn any more"):
            take_back(conference, "India", conference.amendment(number).id)
