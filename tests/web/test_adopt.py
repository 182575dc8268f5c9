from tests.web.rooms import Pages, Shown

FORM = "//main//form"


def test_what_lapses_is_named_before_the_declaration(pages: Pages) -> None:
    pages.conference.change("India", "OP1", ("all States", "States"))
    pages.conference.change("Japan", "OP1", ("data", "findings"))

    shown = pages.read("Chair 1", "/adopt")

    assert shown.words("//*[@id='lapsing-heading']") == "2 open amendments lapse"
    assert shown.all("//section//li") == ["OP1 Amendment 1 (India), Amendment 2 (Japan)"]


def test_place_and_day_are_those_of_the_conference(pages: Pages) -> None:
    shown = pages.read("Chair 1", "/adopt")

    values = {each.get("name"): each.get("value") for each in shown.root.xpath("//main//input[@id]")}
    assert (values["place"], values["on"]) == ("Dushanbe", "2027-05-17")


def test_the_text_is_adopted_where_and_when_the_chair_declares(pages: Pages) -> None:
    pages.conference.change("India", "OP1", ("all States", "States"))
    chair = pages.browser("Chair 1")
    fields = Shown.of(chair.get(pages.path("/adopt")).text).fields(FORM)

    answer = chair.post(pages.path("/adopt"), **fields, place="Khorog", on="2027-05-19", sure="yes")

    page = Shown.of(chair.get(answer.headers["Location"]).text)
    assert page.words("//*[@id='notice']") == "The text is adopted."
    assert "Adopted at Khorog on 19 May 2027" in page.words("//main")


def test_an_adopted_text_offers_nothing_to_change(pages: Pages) -> None:
    pages.conference.change("India", "OP1", ("all States", "States"))
    chair = pages.browser("Chair 1")
    fields = Shown.of(chair.get(pages.path("/adopt")).text).fields(FORM)
    chair.post(pages.path("/adopt"), **fields, place="Dushanbe", on="2027-05-19", sure="yes")

    text, ours, desk = (
        pages.read("India"),
        pages.read("India", "/our-amendments"),
        pages.read("Chair 1", "/desk?show=all"),
    )

    assert not [name for name in text.links() if name.startswith(("Propose", "Insert"))]
    assert "Lapsed at adoption" in ours.article("Amendment 1").words()
    assert (ours.article("Amendment 1").buttons(), desk.article("Amendment 1").buttons()) == ([], [])
    assert "Adopt the text" not in desk.links()


def test_adoption_wants_a_tick_a_place_and_a_day(pages: Pages) -> None:
    chair = pages.browser("Chair 1")
    fields = Shown.of(chair.get(pages.path("/adopt")).text).fields(FORM)
    whole = {"place": "Khorog", "on": "2027-05-19", "sure": "yes"}

    for missing in whole:
        given = {name: value for name, value in whole.items() if name != missing}
        answer = chair.post(pages.path("/adopt"), **(fields | given))

        assert answer.status_code == 409
        assert Shown.of(answer.text).words("//*[@role='alert']")
    assert pages.read("India").links()["Insert new clause after OP1"]


def test_an_amendment_that_came_meanwhile_is_named_before_it_lapses(pages: Pages) -> None:
    chair = pages.browser("Chair 1")
    fields = Shown.of(chair.get(pages.path("/adopt")).text).fields(FORM)
    pages.conference.change("India", "OP1", ("all States", "States"))

    answer = chair.post(pages.path("/adopt"), **fields, place="Dushanbe", on="2027-05-19", sure="yes")

    assert answer.status_code == 409
    assert "Amendment 1 (India)" in Shown.of(answer.text).words("//section[@class='remark']")


def test_a_text_that_changed_meanwhile_is_not_adopted_and_the_page_comes_back_fresh(pages: Pages) -> None:
    pages.conference.change("India", "OP1", ("all States", "States"))
    chair = pages.browser("Chair 1")
    fields = Shown.of(chair.get(pages.path("/adopt")).text).fields(FORM)
    pages.conference.accept(1)

    answer = chair.post(pages.path("/adopt"), **fields, place="Khorog", on="2027-05-20", sure="yes")

    shown = Shown.of(answer.text)
    values = {each.get("name"): each.get("value") for each in shown.root.xpath("//main//input[@id]")}
    assert answer.status_code == 409
    assert "Amendment 1 was accepted by Chair 1 at" in shown.words("//*[@role='alert']")
    assert (values["place"], values["on"]) == ("Khorog", "2027-05-20")
    assert not shown.root.xpath("//input[@name='sure'][@checked]")
    assert shown.fields(FORM)["read"] != fields["read"]


def test_only_the_chair_adopts(pages: Pages) -> None:
    for who in ("India", "Secretariat", "Observer"):
        assert pages.browser(who).get(pages.path("/adopt")).status_code == 403
