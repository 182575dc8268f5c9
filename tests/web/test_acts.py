import pytest
from flask import Flask

from drafting.rules.access import ACCESS, Act, may
from drafting.rules.roles import Role
from drafting.service.seats import take_seat_away
from drafting.web.acts import _ACT, declares, guard_acts
from tests.house import Browser
from tests.web.rooms import Pages

SEATS = {
    "India": Role.HEAD,
    "India delegate": Role.DELEGATE,
    "Chair 1": Role.CHAIR,
    "Secretariat": Role.SECRETARIAT,
    "Observer": Role.OBSERVER,
}


def routes(pages: Pages) -> list[tuple[str, str, Act]]:
    """Return method, path and act of every route, its variables filled with what is not there."""
    found = []
    for rule in pages.app.url_map.iter_rules():
        if rule.endpoint == "static":
            continue
        values = {name: "amend" if name == "way" else "0" * 32 for name in rule.arguments}
        path = pages.app.url_map.bind("localhost").build(rule.endpoint, values, method=_method(rule.methods))
        found.append((_method(rule.methods), path, getattr(pages.app.view_functions[rule.endpoint], _ACT)))
    return found


def _method(methods: set[str] | None) -> str:
    return "POST" if methods and "POST" in methods else "GET"


def test_every_route_declares_an_act_of_the_table(pages: Pages) -> None:
    assert len(routes(pages)) > 30
    assert {act for _, _, act in routes(pages)} <= set(ACCESS)


def test_an_application_with_a_route_that_declares_none_does_not_start() -> None:
    app = Flask("planted")
    app.add_url_rule("/declared", view_func=declares(Act.VISIT)(_declared))
    guard_acts(app)
    app.add_url_rule("/planted", view_func=_planted)

    with pytest.raises(RuntimeError, match="The route /planted declares no act"):
        guard_acts(app)


def _declared() -> str:
    return ""


def _planted() -> str:
    return ""


@pytest.mark.parametrize("who", SEATS)
def test_no_seat_gets_past_an_act_that_it_does_not_carry(pages: Pages, who: str) -> None:
    browser, role = pages.browser(who), SEATS[who]
    browser.get("/")
    before = pages.conference.dump()

    refused = [
        (path, browser.post(path) if method == "POST" else browser.get(path))
        for method, path, act in routes(pages)
        if not may(role, act)
    ]

    assert refused
    assert {path: answer.status_code for path, answer in refused} == {path: 403 for path, _ in refused}
    assert pages.conference.dump() == before


def test_a_visitor_is_led_to_sign_in_and_changes_nothing(pages: Pages) -> None:
    before = pages.conference.dump()

    for method, path, act in routes(pages):
        if may(None, act):
            continue
        browser = Browser.on(pages.app)
        answer = browser.post(path) if method == "POST" else browser.get(path)
        assert answer.status_code == (401 if method == "POST" else 303), path
        if method == "GET":
            assert answer.location.startswith("/sign-in?next=/")

    assert pages.conference.dump() == before


def test_a_seat_that_was_taken_away_opens_nothing(pages: Pages) -> None:
    browser = pages.browser("Spain")
    with pages.conference.store.write() as session:
        take_seat_away(session, pages.conference.actor("Secretariat"), pages.conference.people["Spain"])

    assert browser.get(pages.path()).status_code == 303
    assert browser.post("/drafts/1", runs="[]").status_code == 401
