import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Command

BASE = "The Parties shall report every two years on progress made in the region."
PROMPTLY = BASE.replace("report", "promptly report")
ANNUALLY = BASE.replace("every two years", "annually")
FOUR = BASE.replace("two", "four")


def line(number: object, *amendments: object, base: object = BASE) -> bytes:
    return json.dumps({"id": number, "base": base, "amendments": list(amendments)}).encode() + b"\n"


def answers(command: Command, *lines: bytes) -> list[dict[str, Any]]:
    status, out, err = command("merge", stdin=b"".join(lines))

    assert (status, err) == (0, "")
    return [json.loads(each) for each in out.splitlines()]


def merged(number: object, text: str) -> dict[str, Any]:
    return {"id": number, "outcome": "merged", "text": text, "conflicts": []}


def test_amendments_that_fit_together_are_merged(command: Command) -> None:
    both = PROMPTLY.replace("every two years", "annually")

    assert answers(command, line("one", PROMPTLY, ANNUALLY)) == [merged("one", both)]


def test_amendments_that_do_not_are_named_in_pairs_with_the_words_that_each_touches(command: Command) -> None:
    (answer,) = answers(command, line(7, ANNUALLY, PROMPTLY, FOUR))

    assert answer == {
        "id": 7,
        "outcome": "conflict",
        "text": None,
        "conflicts": [
            {"a": 0, "b": 2, "reason": "overlap", "words_a": "every two years", "words_b": "two"},
        ],
    }


@pytest.mark.parametrize(
    ("one", "other", "reason", "words"),
    [
        ("a x b c d", "a y b c d", "same-place", ("x", "y")),
        ("a c d", "a x c d", "delete-against-modify", ("b", "b")),
        ("a x c d", "a b y d", "touching", ("b", "c")),
        ("a b d", "a d", "subsumed", ("c", "b c")),
    ],
)
def test_what_only_needs_a_look_is_a_conflict_too(
    command: Command, one: str, other: str, reason: str, words: tuple[str, str]
) -> None:
    (answer,) = answers(command, line(1, one, other, base="a b c d"))

    (conflict,) = answer["conflicts"]
    assert (conflict["reason"], conflict["words_a"], conflict["words_b"]) == (reason, *words)


def test_repeated_words_are_ambiguous_and_a_conflict(command: Command) -> None:
    (answer,) = answers(command, line(1, "a a a b", "a x a b", base="a a b"))

    assert (answer["outcome"], answer["conflicts"][0]["reason"]) == ("conflict", "ambiguous")


def test_changes_that_are_merely_near_are_merged(command: Command) -> None:
    assert answers(command, line(1, "a x c d e", "a b c y e", base="a b c d e")) == [merged(1, "a x c y e")]


@pytest.mark.parametrize("amendments", [(), (PROMPTLY,), (PROMPTLY,) * 100])
def test_any_number_of_amendments_is_merged(command: Command, amendments: tuple[str, ...]) -> None:
    assert answers(command, line(1, *amendments)) == [merged(1, PROMPTLY if amendments else BASE)]


def test_words_are_named_whole_however_many(command: Command) -> None:
    words = " ".join(f"word{number}" for number in range(200))

    (answer,) = answers(command, line(1, "a b", f"a {words} x b", base=f"a {words} b"))

    assert [conflict["words_a"] for conflict in answer["conflicts"]] == [words]


def test_texts_come_through_the_door_of_characters(command: Command) -> None:
    assert answers(command, line(1, "Dushanbe\u0301  is  here.\n", base="Dushanbé is here.")) == [
        merged(1, "Dushanbé is here.")
    ]


@pytest.mark.parametrize(
    ("bad", "number", "said"),
    [
        (b"nonsense\n", None, "The line is not JSON"),
        (b"[1, 2]\n", None, "The line is no object."),
        (b'{"id": 3, "base": NaN, "amendments": []}\n', None, "holds NaN"),
        (b'{"id": 3, "base": "a"}\n', 3, "The amendments are no list of texts."),
        (line(3, 4), 3, "In amendment 0: there is no text."),
        (line("x", "a", base=None), "x", "In the base: there is no text."),
        (line(True), None, "no id that is a text or a whole number"),
        (line(1.5), None, "no id that is a text or a whole number"),
        (line(None), None, "no id that is a text or a whole number"),
        (b'{"id": "\\ud800", "base": "a", "amendments": []}\n', None, "The id holds half a character"),
        (line(3, "a", "\ud800"), 3, "In amendment 1: The character U+D800"),
        (line(3, "a\u202eb"), 3, "In amendment 0: The character U+202E RIGHT-TO-LEFT OVERRIDE"),
        (line(3, "a" * 65_537), 3, "it may have 65,536."),
        (line(3, "a " * 10_001), 3, "a clause may have 10,000."),
        (b'{"id": 3, "base": "\xff"}\n', None, "not in UTF-8: byte 20"),
        (b"[" * 100_000 + b"\n", None, "nested too deeply"),
        (b"1" * 5_000 + b"\n", None, "The line is not JSON"),
    ],
)
def test_a_bad_line_is_answered_and_the_stream_goes_on(command: Command, bad: bytes, number: object, said: str) -> None:
    first, second, third = answers(command, line(1, FOUR), bad, line(2, FOUR))

    assert (first, third) == (merged(1, FOUR), merged(2, FOUR))
    assert set(second) == {"id", "error"}
    assert second["id"] == number
    assert said in second["error"]


def test_blank_lines_and_a_byte_order_mark_are_passed_over(command: Command) -> None:
    assert answers(command, b"\xef\xbb\xbf" + line(1), b"\r\n", b" \n", line(2).strip()) == [
        merged(1, BASE),
        merged(2, BASE),
    ]


def test_lines_are_read_from_a_file_too(command: Command, tmp_path: Path) -> None:
    (tmp_path / "cases.jsonl").write_bytes(line("é", FOUR))

    status, out, _ = command("merge", tmp_path / "cases.jsonl")
    missing = command("merge", tmp_path / "none.jsonl")

    assert (status, json.loads(out)) == (0, merged("é", FOUR))
    assert missing[:2] == (1, "")
    assert missing[2] == f"drafting: The file {tmp_path / 'none.jsonl'} cannot be read: No such file or directory.\n"


def started() -> "subprocess.Popen[bytes]":
    code = "from drafting.cli import main; main()"
    pipe = subprocess.PIPE
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    return subprocess.Popen(
        [sys.executable, "-c", code, "merge"], stdin=pipe, stdout=pipe, stderr=pipe, env=environment
    )


def test_each_line_is_answered_before_the_next_is_sent() -> None:
    with started() as process:
        assert process.stdin
        assert process.stdout
        for number in range(3):
            process.stdin.write(line(number, FOUR))
            process.stdin.flush()

            assert json.loads(process.stdout.readline()) == merged(number, FOUR)
        process.stdin.close()

        assert process.wait() == 0


def test_a_closed_pipe_ends_the_command_quietly() -> None:
    with started() as process:
        assert process.stdout
        process.stdout.close()
        process.stdout = None

        _, said = process.communicate(line(1, FOUR) * 3)

        assert (process.returncode, said) == (141, b"")
