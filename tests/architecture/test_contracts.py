import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.architecture.tree import ROOT

# For each contract a module of the project, and an import that it forbids there.
PLANTS = {
    "layers": ("drafting/text/planted.py", "import drafting.service"),
    "pure": ("drafting/rules/planted.py", "import os"),
    "flask": ("drafting/service/planted.py", "import flask"),
    "database": ("drafting/web/planted.py", "import sqlalchemy"),
    "paper": ("drafting/jobs/planted.py", "import weasyprint"),
    "exports": ("exports/planted.py", "import drafting.records"),
    "exports-named-once": ("drafting/jobs/planted.py", "import exports"),
    "config-read-once": ("drafting/web/planted.py", "import drafting.config"),
}


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """Copy what import-linter reads."""
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    for package in ("drafting", "exports"):
        shutil.copytree(ROOT / package, tmp_path / package, ignore=shutil.ignore_patterns("__pycache__"))
    return tmp_path


def lint(place: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", "from importlinter.cli import lint_imports_command as c; c()", "--no-cache"]
    return subprocess.run(command, cwd=place, capture_output=True, text=True, check=False)


def test_every_contract_is_tried() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))

    assert {contract["id"] for contract in settings["tool"]["importlinter"]["contracts"]} == set(PLANTS)


def test_the_project_keeps_every_contract(copy: Path) -> None:
    found = lint(copy)

    assert found.returncode == 0, found.stdout


def test_a_package_that_no_layer_names_breaks_the_layers(copy: Path) -> None:
    (copy / "drafting" / "helpers.py").write_text("", encoding="utf-8")

    found = lint(copy)

    assert found.returncode != 0
    assert "helpers" in found.stdout


@pytest.mark.parametrize("contract", PLANTS)
def test_one_forbidden_import_breaks_its_contract(contract: str, copy: Path) -> None:
    settings = tomllib.loads((copy / "pyproject.toml").read_text(encoding="utf-8"))
    names = {each["id"]: each["name"] for each in settings["tool"]["importlinter"]["contracts"]}
    module, line = PLANTS[contract]
    (copy / module).write_text(f"{line}\n", encoding="utf-8")

    found = lint(copy)

    assert f"{names[contract]} BROKEN" in " ".join(found.stdout.split())
