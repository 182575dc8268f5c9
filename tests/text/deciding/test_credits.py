from itertools import permutations

from hypothesis import event, given

from drafting.text import CarriedOver, Edit, Edits, Tokens, apply, edits_between, rebase, union
from drafting.text.deciding.credits import (
    Credits,
    Names,
    Struck,
    credited,
    credited_through,
    struck,
    uncredited,
    written,
)
from drafting.text.deciding.subamendment import into_parent
from tests.text.deciding.situations import Fitting, fitting, fitting_anywhere, subamended
from tests.text.texts import shown, text

BASE = text("we shall act on all")


def names_of(proposals: dict[str, Edits]) -> dict[tuple[int, int, Tokens], Names]:
    """Who asks for each edit."""
    out: dict[tuple[int, int, Tokens], Names] = {}
    for name, edits in sorted(proposals.items()):
        for edit in edits:
            out[edit.key] = (*out.get(edit.key, ()), name)
    return out


def accepted_in(case: Fitting, order: tuple[str, ...]) -> tuple[Tokens, Credits]:
    """The text and its by_whom when amendments are accepted in an order, those reflected on the way credited too."""
    base, pending = case[0], dict(case[1])
    by_whom = uncredited(base)
    for name in order:
        accepted = pending.get(name, ())
        by_whom = credited(base, by_whom, accepted, names_of(pending))
        carried = {other: rebase(base, edits, accepted) for other, edits in pending.items() if other != name}
        pending = {other: each.edits for other, each in carried.items() if isinstance(each, CarriedOver)}
        base = apply(base, accepted)
    return base, by_whom


def told(tokens: Tokens, by_whom: Credits) -> str:
    return " ".join(
        f"{token.word}:{'+'.join(by)}" if by else token.word for token, by in zip(tokens, by_whom, strict=True)
    )


def test_who_asks_for_a_word_is_its_author():
    proposals = {
        "eu": edits_between(BASE, text("we should act on all")),
        "usa": edits_between(BASE, text("we shall act now on all")),
    }

    assert told(*accepted_in((BASE, proposals), ("eu", "usa"))) == "we should:eu act now:usa on all"


def test_all_who_ask_for_the_same_are_its_authors():
    edits = edits_between(BASE, text("we should act on all"))

    assert told(*accepted_in((BASE, {"eu": edits, "usa": edits}), ("eu",))) == "we should:eu+usa act on all"


def test_words_that_slide_have_one_author_wherever_they_were_found():
    base = text("no harm no harm")
    proposals: dict[str, Edits] = {
        "eu": (Edit(0, 0, text("no harm"), 0, 4),),
        "usa": (Edit(3, 3, text("harm no"), 0, 4),),
    }

    first, second = accepted_in((base, proposals), ("eu", "usa")), accepted_in((base, proposals), ("usa", "eu"))

    assert told(*first) == told(*second) == "no:eu+usa harm:eu+usa no harm no harm"


def test_words_that_are_put_in_again_keep_their_author():
    wide = (Edit(1, 4, text("shall now act on"), 1, 4),)

    assert told(apply(BASE, wide), credited(BASE, (("un",),) * 5, wide, names_of({"eu": wide}))) == (
        "we:un shall:un now:eu act:un on:un all:un"
    )


def test_a_note_of_what_was_struck_names_who_asked_for_it():
    edits = edits_between(BASE, text("we act now on all"))

    assert struck(BASE, edits, names_of({"eu": edits})) == (Struck((BASE[1],), ("eu",)),)


def test_the_words_of_a_sub_amendment_are_of_both():
    middle = text("we shall act now on all")
    parent, sub = edits_between(BASE, middle), edits_between(middle, text("we shall act now and here on all"))
    together = into_parent(BASE, parent, sub)

    made = credited_through(BASE, parent, sub, together, ("eu",), ("usa", "eu"))

    assert told(apply(BASE, together), written(BASE, uncredited(BASE), made)) == (
        "we shall act now:eu and:eu+usa here:eu+usa on all"
    )
    assert shown(apply(BASE, together)) == "we shall act now and here on all"


@given(fitting_anywhere(3))
def test_credits_do_not_depend_on_the_order_of_acceptance(case):
    base, proposals = case

    outcomes = {accepted_in(case, order) for order in permutations(proposals)}

    event("shared" if any(len(by) > 1 for by in names_of(proposals).values()) else "apart")
    assert len(outcomes) == 1
    ((final, by_whom),) = outcomes
    assert final == apply(base, union(*proposals.values()))
    assert len(by_whom) == len(final)


@given(fitting(3))
def test_what_was_never_put_in_keeps_its_credit(case):
    base, proposals = case
    edits = union(*proposals.values())
    first = tuple((f"first {at}",) for at in range(len(base)))

    by_whom = credited(base, first, edits, names_of(proposals))

    kept = [by for by in by_whom if by and by[0].startswith("first")]
    assert kept == sorted(kept, key=first.index)
    assert len(kept) >= len(base) - sum(edit.stop - edit.start for edit in edits)
    for by in set(by_whom) - set(first):
        assert set(by) <= set(proposals)
    for edit in edits:
        assert names_of(proposals)[edit.key]
    after = apply(base, edits)
    assert all(after[at] == base[first.index(by)] for at, by in enumerate(by_whom) if by in first)


@given(subamended())
def test_credits_through_a_sub_amendment_are_of_those_who_put_the_words(case):
    base, proposed, (sub_text,), _ = case
    parent, sub = edits_between(base, proposed), edits_between(proposed, sub_text)
    together = into_parent(base, parent, sub)

    made = credited_through(base, parent, sub, together, ("p",), ("s",))
    by_whom = written(base, uncredited(base), made)

    of_parent = credited(base, uncredited(base), parent, names_of({"p": parent}))
    both = dict.fromkeys(names_of({"s": sub}), ("p", "s"))
    stepwise = credited(proposed, of_parent, sub, both)
    assert len(by_whom) == len(sub_text) == len(stepwise)
    assert set(by_whom) <= {(), ("p",), ("p", "s")}
    # Words of the base that one takes out and the other puts in again are the base's once they go together.
    assert all(one in ((), other) or other == () for one, other in zip(by_whom, stepwise, strict=True))
