import pytest

from drafting.text.reading.attribution import Attribution, Head, Party, Stance, gathered, in_grammar, named, shown

EU, G77 = Party("EU", group=True), Party("G77", group=True)
US, JP = Party("US"), Party("JP")


@pytest.mark.parametrize(
    ("heads", "expected"),
    [
        ((Head((EU, US)),), "EU, US"),
        ((Head((EU,)), Head((US, JP), Stance.OPPOSE)), "EU proposes; US, JP oppose"),
        ((Head((EU, JP)), Head((US,), Stance.OPPOSE)), "EU, JP propose; US opposes"),
        ((Head((US,), Stance.SEEK_CLARIFICATION),), "US seeks clarification"),
        ((Head((US,), Stance.CONSIDERING), Head((JP,), Stance.FLEXIBLE)), "US considering; JP flexible"),
        ((Head((US,), Stance.SUPPORT_AD_REFERENDUM),), "US supports ad referendum"),
        ((), ""),
    ],
)
def test_heads_are_written_in_the_grammar_and_proposing_is_said_beside_other_stances_only(heads, expected):
    assert in_grammar(heads) == expected


def test_groups_alone_are_named_where_the_chair_says_so():
    heads = (Head((US, EU)), Head((JP,), Stance.OPPOSE), Head((G77, JP), Stance.SUPPORT))

    assert shown(heads, Attribution.FULL) == heads
    assert shown(heads, Attribution.GROUP) == (Head((EU,)), Head((G77,), Stance.SUPPORT))
    assert shown(heads, Attribution.ANONYMOUS) == ()
    assert named([US, EU], Attribution.FULL) == (US, EU)


def test_equal_proposals_are_gathered_under_all_their_parties_in_the_order_given():
    one = (Head((JP,)), Head((EU, US), Stance.SUPPORT))
    other = (Head((EU,)), Head((G77,), Stance.OPPOSE), Head((US, G77), Stance.SUPPORT))

    assert gathered([one, other]) == (
        Head((JP, EU)),
        Head((US, G77), Stance.SUPPORT),
        Head((G77,), Stance.OPPOSE),
    )


def test_a_supporter_who_comes_to_propose_the_same_is_named_once():
    assert gathered([(Head((JP,)), Head((EU,), Stance.SUPPORT)), (Head((EU,)),)]) == (Head((JP, EU)),)
    assert gathered([]) == ()
