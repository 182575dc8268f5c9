import pytest

from drafting.text import edits_between
from drafting.text.deciding.ordering import NotOrdered, Ordered, in_one_list
from tests.text.texts import shown, text


def listed(base: str, *additions: tuple[str, str]) -> str | None:
    """The one list that replacing, in the base, each first by each second makes."""
    tokens = text(base)
    proposals = {
        str(at): edits_between(tokens, text(base.replace(old, new))) for at, (old, new) in enumerate(additions)
    }
    made = in_one_list(tokens, proposals)
    assert isinstance(made, Ordered | NotOrdered)
    return shown(made.text) if isinstance(made, Ordered) else None


@pytest.mark.parametrize(
    ("base", "first", "second", "expected"),
    [
        ("for women.", "women, refugees.", "women and migrants.", "for women, refugees and migrants."),
        ("for women.", "women, and men.", "women and girls.", "for women, men, and girls."),
        ("for women.", "women, men.", "women, girls.", "for women, men, girls."),
        ("pour femmes.", "femmes et hommes.", "femmes et filles.", "pour femmes, hommes et filles."),
        ("pour femmes.", "femmes ou hommes.", "femmes ou filles.", "pour femmes, hommes ou filles."),
        ("para mujeres.", "mujeres y hombres.", "mujeres e indígenas.", "para mujeres, hombres e indígenas."),
        ("para mujeres.", "mujeres e indígenas.", "mujeres y niñas.", "para mujeres, indígenas y niñas."),
        ("con agua.", "agua y madera.", "agua y hierro.", "con agua, madera y hierro."),
        ("para uno.", "uno o dos.", "uno u ocho.", "para uno, dos u ocho."),
        ("para uno.", "uno u ocho.", "uno o dos.", "para uno, ocho o dos."),
        ("для женщин.", "женщин и мужчин.", "женщин и детей.", "для женщин, мужчин и детей."),
        ("для женщин.", "женщин или мужчин.", "женщин или детей.", "для женщин, мужчин или детей."),
        ("барои занон.", "занон ва мардон.", "занон ва кӯдакон.", "барои занон, мардон ва кӯдакон."),
        ("барои занон.", "занон ё мардон.", "занон ё кӯдакон.", "барои занон, мардон ё кӯдакон."),
        ("为妇女。", "妇女和难民。", "妇女、移民。", "为妇女、难民和移民。"),
        ("为妇女。", "妇女和难民。", "妇女和移民。", "为妇女、难民和移民。"),
        ("为妇女。", "妇女或难民。", "妇女或移民。", "为妇女、难民或移民。"),
        ("دعم النساء.", "النساء والرجال.", "النساء والأطفال.", "دعم النساء والرجال والأطفال."),
        ("دعم النساء.", "النساء أو الرجال.", "النساء أو الأطفال.", "دعم النساء، الرجال أو الأطفال."),
    ],
)
def test_additions_at_the_end_of_a_list_are_one_list(base, first, second, expected):
    old = base.split(" ", 1)[1] if " " in base else base[1:]

    assert listed(base, (old, first), (old, second)) == expected


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (", refugees", ", migrants", "for women, refugees, migrants and youth"),
        (" and refugees", " and migrants", "for women, refugees, migrants and youth"),
        (", refugees", " and migrants", "for women, refugees, migrants and youth"),
    ],
)
def test_a_list_that_goes_on_keeps_its_own_conjunction(first, second, expected):
    assert listed("for women and youth", ("women", f"women{first}"), ("women", f"women{second}")) == expected


@pytest.mark.parametrize(
    ("base", "first", "second"),
    [
        ("for women.", "women and men.", "women or girls."),
        ("for women.", "women now.", "women and girls."),
        ("for women.", "women,.", "women and girls."),
        ("为妇女。", "妇女和平。", "妇女和移民。"),
    ],
)
def test_what_is_no_list_makes_none(base, first, second):
    old = base.removeprefix("for ").removeprefix("为")

    assert listed(base, (old, first), (old, second)) is None
