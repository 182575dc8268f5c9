import re
from pathlib import Path

from tests.architecture.tree import name, written_files

# Put together here, so that this file does not hold what it looks for.
MACHINE_PATHS = re.compile(
    r"(?<![\w.])/(?:{})/".format("|".join(("ho" + "me", "ro" + "ot", "wo" + "rk", "Us" + "ers")))
)
REGISTRIES = re.compile("|".join(("pypi" + r"\.org", "python" + "hosted", r"registry\.npm" + "js", "npm" + r"js\.org")))
BINARY = {".woff2", ".png", ".jpg", ".ico", ".docx", ".pdf", ".gz", ".zip", ".webp"}
FILES = [file for file in written_files() if file.suffix not in BINARY]


def is_utf_8(file: Path) -> bool:
    try:
        file.read_bytes().decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def test_every_file_is_text_in_utf_8() -> None:
    assert [name(file) for file in FILES if not is_utf_8(file)] == []


def test_no_file_names_a_path_of_one_machine_or_the_host_of_a_registry() -> None:
    found = {
        (name(file), match.group())
        for file in FILES
        for pattern in (MACHINE_PATHS, REGISTRIES)
        if (match := pattern.search(file.read_text(encoding="utf-8", errors="replace")))
    }

    assert found == set()


def test_every_package_is_locked_with_its_hash() -> None:
    for lock in (file for file in FILES if file.suffix == ".lock"):
        packages = re.split(r"\n(?=\S)", lock.read_text(encoding="utf-8").strip())

        assert [line for line in packages if "--hash=sha256:" not in line] == []
