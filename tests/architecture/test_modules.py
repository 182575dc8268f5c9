import ast
from pathlib import Path

from tests.architecture.tree import imports, modules, name

MOST_LINES = 400


def lines(module: Path) -> int:
    return len(module.read_text(encoding="utf-8").splitlines())


def test_no_module_is_longer_than_a_reader_keeps_in_mind() -> None:
    # A migration is a record of what was done, and is not divided.
    divisible = (module for module in modules("drafting", "exports", "tests") if "versions" not in module.parts)

    assert {name(module): lines(module) for module in divisible if lines(module) > MOST_LINES} == {}


def says_what_lives_in_it(module: Path) -> bool:
    tree = ast.parse(module.read_text(encoding="utf-8"))
    return bool(ast.get_docstring(tree)) or not tree.body


def test_a_module_says_in_its_first_line_what_lives_in_it() -> None:
    assert [name(module) for module in modules("drafting", "exports") if not says_what_lives_in_it(module)] == []


def reads_the_environment(module: Path) -> bool:
    tree = ast.parse(module.read_text(encoding="utf-8"))
    named = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    taken = {imported.removeprefix("os.") for imported in imports(module) if imported.startswith("os.")}
    return bool({"environ", "environb", "getenv"} & (named | taken))


def test_only_the_configuration_reads_the_environment() -> None:
    readers = {name(module) for module in modules("drafting", "exports") if reads_the_environment(module)}

    assert readers == {"drafting/config.py"}


def test_time_and_chance_come_into_the_pure_rooms_as_arguments() -> None:
    calls = {"now", "utcnow", "today", "uuid4", "urandom", "monotonic"}
    rooms = ("drafting/text", "drafting/rules", "drafting/view", "drafting/intake")
    askers = {
        name(module)
        for module in modules(*rooms)
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in calls
    }

    assert askers == set()


def makes_a_blueprint(module: Path) -> bool:
    calls = (
        node.func for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))) if isinstance(node, ast.Call)
    )
    return any(isinstance(called, ast.Name) and called.id == "Blueprint" for called in calls)


def test_pages_do_not_import_one_another() -> None:
    pages = {module for module in modules("drafting/web") if makes_a_blueprint(module)}
    names = {f"drafting.web.{page.stem}" for page in pages}

    joined = {(name(page), other) for page in pages for other in names & imports(page)}

    assert pages
    assert joined == set()
