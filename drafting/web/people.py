"""The secretariat's page of delegations and people: who sits where, and how they get in."""

from collections.abc import Iterable
from typing import TypeVar

from flask import Blueprint, render_template, request, url_for
from werkzeug.wrappers import Response

from drafting.errors import InvalidTextError, NotFoundError
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


@page.get("/people")
@declares(Act.MANAGE_SEATS)
def show() -> str:
    """Show every delegation in the host's order with its people."""
    now = room().store.clock()
    with room().store.read() as session:
        return render_template(
            "people/page.html",
            conference=conference_view(session),
            delegations=delegation_seats(session, now=now),
            others=other_seats(session, now=now),
            roles=list(Role),
            kinds=list(DelegationKind),
            notice=notice(session),
            here="People",
        )


@page.post("/people/delegations")
@declares(Act.MANAGE_SEATS)
def add_delegation() -> Response:
    """Add a delegation at the end of the host's list."""
    lines = _delegation_lines()
    return once(lambda session: _to(delegations.add_delegation(session, actor(), lines), f"{lines.name} is entered."))


@page.get("/people/delegations/<delegation_id>")
@declares(Act.MANAGE_SEATS)
def delegation(delegation_id: str) -> str:
    """Show the form of one delegation."""
    now = room().store.clock()
    with room().store.read() as session:
        found = _one(delegation_seats(session, now=now), delegation_id)
        return render_template(
            "people/delegation.html",
            conference=conference_view(session),
            delegation=found,
            kinds=list(DelegationKind),
            notice=notice(session),
            here="People",
        )


@page.post("/people/delegations/<delegation_id>")
@declares(Act.MANAGE_SEATS)
def edit_delegation(delegation_id: str) -> Response:
    """Change what was entered of a delegation."""
    lines = _delegation_lines()

    def perform(session: Writing) -> Done:
        delegations.edit_delegation(session, actor(), delegation_id, lines)
        return _to(delegation_id, f"{lines.name} is changed.")

    return once(perform)


@page.post("/people/delegations/<delegation_id>/remove")
@declares(Act.MANAGE_SEATS)
def remove_delegation(delegation_id: str) -> Response:
    """Remove a delegation that was entered by mistake."""

    def perform(session: Writing) -> Done:
        name = delegations.find_delegation(session, delegation_id).name
        delegations.remove_delegation(session, actor(), delegation_id)
        return Done(url_for("people.show"), f"{name} is removed.")

    return once(perform)


@page.post("/people/persons")
@declares(Act.MANAGE_SEATS)
def add_person() -> Response:
    """Give a person a seat."""
    lines = _person_lines()
    return once(lambda session: _to(seats.add_person(session, actor(), lines), f"{lines.name} is entered."))


@page.get("/people/persons/<participant_id>")
@declares(Act.MANAGE_SEATS)
def person(participant_id: str) -> str:
    """Show the form of one person."""
    return _person_page("people/person.html", participant_id)


@page.post("/people/persons/<participant_id>")
@declares(Act.MANAGE_SEATS)
def edit_person(participant_id: str) -> Response:
    """Change what was entered of a person."""
    lines = _person_lines()

    def perform(session: Writing) -> Done:
        seats.edit_person(session, actor(), participant_id, lines)
        return _to(participant_id, f"{lines.name} is changed.")

    return once(perform)


@page.get("/people/persons/<participant_id>/take-away")
@declares(Act.MANAGE_SEATS)
def ask_take_away(participant_id: str) -> str:
    """Ask whether the seat is to be taken away, and say what that does."""
    return _person_page("people/take_away.html", participant_id)


@page.post("/people/persons/<participant_id>/take-away")
@declares(Act.MANAGE_SEATS)
def take_away(participant_id: str) -> Response:
    """Take the seat away: the person is signed out everywhere at once."""

    def perform(session: Writing) -> Done:
        seats.take_seat_away(session, actor(), participant_id)
        name = seats.find_person(session, participant_id).name
        return _to(participant_id, f"The seat of {name} is taken away. They are signed out everywhere.")

    return once(perform)


@page.post("/people/persons/<participant_id>/give-back")
@declares(Act.MANAGE_SEATS)
def give_back(participant_id: str) -> Response:
    """Give the seat back."""

    def perform(session: Writing) -> Done:
        seats.give_seat_back(session, actor(), participant_id)
        return _to(participant_id, f"{seats.find_person(session, participant_id).name} has the seat again.")

    return once(perform)


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


def _person_page(template: str, participant_id: str) -> str:
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
        raise InvalidTextError("Choose one of the offered words and send the form again.") from refusal


def _to(about: str, sentence: str) -> Done:
    return Done(f"{url_for('people.show')}#{about}", sentence)
