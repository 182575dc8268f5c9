"""The secretariat's page of delegations and people: who sits where, and how they get in."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeVar

from flask import Blueprint, render_template, request, url_for
from werkzeug.wrappers import Response

from drafting.errors import InvalidTextError, NotFoundError, RuleError
from drafting.records.writing import Writing
from drafting.rules.access import Act
from drafting.rules.roles import DelegationKind, Role
from drafting.service import delegations, seats
from drafting.service.conference import conference_view
from drafting.service.delegations import DelegationLines, split_names
from drafting.service.links import make_link
from drafting.service.seat_views import DelegationSeats, SeatView, delegation_seats, other_seats
from drafting.service.seats import PersonLines
from drafting.web.acts import declares
from drafting.web.once import Done, notice, once
from drafting.web.room import actor, room

page = Blueprint("people", __name__)
_View = TypeVar("_View", DelegationSeats, SeatView)
_Word = TypeVar("_Word", DelegationKind, Role)


Answered = Response | tuple[str, int]
_REFUSALS = (InvalidTextError, NotFoundError, RuleError)


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a form was not carried out; ``form`` names it: "delegation", "person", or "" for another."""

    sentence: str = ""
    form: str = ""


@page.get("/people")
@declares(Act.MANAGE_SEATS)
def show() -> str:
    """Show every delegation in the host's order with its people."""
    return _people_page(Refusal())


@page.post("/people/delegations")
@declares(Act.MANAGE_SEATS)
def add_delegation() -> Answered:
    """Add a delegation at the end of the host's list."""

    def perform(session: Writing) -> Done:
        lines = _delegation_lines()
        return _to(delegations.add_delegation(session, actor(), lines), f"{lines.name} is entered.")

    return _once(perform, lambda sentence: _people_page(Refusal(sentence, "delegation")))


@page.get("/people/delegations/<delegation_id>")
@declares(Act.MANAGE_SEATS)
def delegation(delegation_id: str) -> str:
    """Show the form of one delegation."""
    return _delegation_page(delegation_id)


@page.post("/people/delegations/<delegation_id>")
@declares(Act.MANAGE_SEATS)
def edit_delegation(delegation_id: str) -> Answered:
    """Change what was entered of a delegation."""

    def perform(session: Writing) -> Done:
        lines = _delegation_lines()
        delegations.edit_delegation(session, actor(), delegation_id, lines)
        return _to(delegation_id, f"{lines.name} is changed.")

    return _once(perform, lambda sentence: _delegation_page(delegation_id, Refusal(sentence, "delegation")))


@page.post("/people/delegations/<delegation_id>/remove")
@declares(Act.MANAGE_SEATS)
def remove_delegation(delegation_id: str) -> Answered:
    """Remove a delegation that was entered by mistake."""

    def perform(session: Writing) -> Done:
        name = delegations.find_delegation(session, delegation_id).name
        delegations.remove_delegation(session, actor(), delegation_id)
        return Done(url_for("people.show"), f"{name} is removed.")

    return _once(perform, lambda sentence: _delegation_page(delegation_id, Refusal(sentence)))


@page.post("/people/persons")
@declares(Act.MANAGE_SEATS)
def add_person() -> Answered:
    """Give a person a seat."""

    def perform(session: Writing) -> Done:
        lines = _person_lines()
        return _to(seats.add_person(session, actor(), lines), f"{lines.name} is entered.")

    return _once(perform, lambda sentence: _people_page(Refusal(sentence, "person")))


@page.get("/people/persons/<participant_id>")
@declares(Act.MANAGE_SEATS)
def person(participant_id: str) -> str:
    """Show the form of one person."""
    return _person_page("people/person.html", participant_id)


@page.post("/people/persons/<participant_id>")
@declares(Act.MANAGE_SEATS)
def edit_person(participant_id: str) -> Answered:
    """Change what was entered of a person."""

    def perform(session: Writing) -> Done:
        lines = _person_lines()
        seats.edit_person(session, actor(), participant_id, lines)
        return _to(participant_id, f"{lines.name} is changed.")

    return _once(
        perform, lambda sentence: _person_page("people/person.html", participant_id, Refusal(sentence, "person"))
    )


@page.get("/people/persons/<participant_id>/take-away")
@declares(Act.MANAGE_SEATS)
def ask_take_away(participant_id: str) -> str:
    """Ask whether the seat is to be taken away, and say what that does."""
    return _person_page("people/take_away.html", participant_id)


@page.post("/people/persons/<participant_id>/take-away")
@declares(Act.MANAGE_SEATS)
def take_away(participant_id: str) -> Answered:
    """Take the seat away: the person is signed out everywhere at once."""

    def perform(session: Writing) -> Done:
        seats.take_seat_away(session, actor(), participant_id)
        name = seats.find_person(session, participant_id).name
        return _to(participant_id, f"The seat of {name} is taken away. They are signed out everywhere.")

    return _once(perform, lambda sentence: _person_page("people/take_away.html", participant_id, Refusal(sentence)))


@page.post("/people/persons/<participant_id>/give-back")
@declares(Act.MANAGE_SEATS)
def give_back(participant_id: str) -> Answered:
    """Give the seat back."""

    def perform(session: Writing) -> Done:
        seats.give_seat_back(session, actor(), participant_id)
        return _to(participant_id, f"{seats.find_person(session, participant_id).name} has the seat again.")

    return _once(perform, lambda sentence: _people_page(Refusal(sentence)))


@page.post("/people/persons/<participant_id>/link")
@declares(Act.MANAGE_SEATS)
def link(participant_id: str) -> str:
    """Make a one-time link and show it, this once: it is kept nowhere, so it does not go through ``once``."""
    with room().store.write() as session:
        made = make_link(session, actor(), participant_id)
        return render_template(
            "people/link.html",
            conference=conference_view(session),
            person=seats.find_person(session, participant_id),
            address=url_for("sign_in.link", token=made.token, _external=True),
            expires_at=made.expires_at,
            here="People",
        )


def _once(perform: Callable[[Writing], Done], again: Callable[[str], str]) -> Answered:
    """Carry out the form, or show it again as it was sent, with the sentence that refuses it."""
    try:
        return once(perform)
    except _REFUSALS as refusal:
        return again(str(refusal)), 422


def _people_page(refusal: Refusal) -> str:
    now = room().store.clock()
    with room().store.read() as session:
        return render_template(
            "people/page.html",
            conference=conference_view(session),
            delegations=delegation_seats(session, now=now),
            others=other_seats(session, now=now),
            roles=list(Role),
            kinds=list(DelegationKind),
            refusal=refusal,
            typed=_typed(),
            notice=notice(session),
            here="People",
        )


def _delegation_page(delegation_id: str, refusal: Refusal = Refusal()) -> str:
    now = room().store.clock()
    with room().store.read() as session:
        found = _one(delegation_seats(session, now=now), delegation_id)
        return render_template(
            "people/delegation.html",
            conference=conference_view(session),
            delegation=found,
            kinds=list(DelegationKind),
            refusal=refusal,
            typed=_typed(),
            notice=notice(session),
            here="People",
        )


def _typed() -> dict[str, object]:
    """Return what was sent, by the names that the fields of both forms read."""
    form = request.form
    return {
        **{name: form.get(name, "") for name in ("name", "kind", "code", "email", "role")},
        "groups": [form.get("groups", "")],
        "delegates_may_submit": "delegates_may_submit" in form,
        "delegation_id": form.get("delegation", ""),
    }


def _person_page(template: str, participant_id: str, refusal: Refusal = Refusal()) -> str:
    now = room().store.clock()
    with room().store.read() as session:
        found = delegation_seats(session, now=now)
        people = [person for each in found for person in each.people] + [*other_seats(session, now=now)]
        return render_template(
            template,
            conference=conference_view(session),
            person=_one(people, participant_id),
            delegations=found,
            roles=list(Role),
            refusal=refusal,
            typed=_typed(),
            notice=notice(session),
            here="People",
        )


def _one(views: Iterable[_View], view_id: str) -> _View:
    for view in views:
        if view.id == view_id:
            return view
    raise NotFoundError("person or delegation")


def _delegation_lines() -> DelegationLines:
    form = request.form
    return DelegationLines(
        name=form.get("name", ""),
        kind=_word(DelegationKind, form.get("kind", "")),
        code=form.get("code", ""),
        groups=split_names(form.get("groups", "")),
        delegates_may_submit="delegates_may_submit" in form,
    )


def _person_lines() -> PersonLines:
    form = request.form
    role = _word(Role, form.get("role", ""))
    return PersonLines(form.get("name", ""), form.get("email", ""), role, form.get("delegation") or None)


def _word(kind: type[_Word], given: str) -> _Word:
    try:
        return kind(given)
    except ValueError as refusal:
        raise InvalidTextError("Choose the seat or kind from the list and send the form again.") from refusal


def _to(about: str, sentence: str) -> Done:
    return Done(f"{url_for('people.show')}#{about}", sentence)
