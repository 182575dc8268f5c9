"""What the engine's work costs beside its targets, and what peers need for the same."""

import json
from collections.abc import Iterator
from functools import partial
from itertools import islice

from drafting.text import Edits, Tokens, apply, edits_between, edits_from_wire, edits_to_wire, rebase
from drafting.text.deciding.graph import ConflictGraph
from drafting.text.reading.attribution import Head, Party
from drafting.text.reading.bracketed import as_text, bracketed
from drafting.text.reading.compilation import Proposal, compilation
from tests.bench.asking import Question, answers, command_of
from tests.bench.hostile import hostile
from tests.bench.material import amended_clause, with_some_words_changed, written_anew
from tests.bench.measured import Row, average, milliseconds, p95
from tests.bench.peers import tokens
from tests.bench.progress import Progress

TWO_WAY = (
    ("diff-match-patch, characters", "dmp-characters", False),
    ("diff-match-patch + cleanupSemantic", "dmp-semantic", False),
    ("difflib, words", "difflib", False),
    ("patiencediff, words", "patiencediff", False),
    ("jsdiff diffWordsWithSpace", "jsdiff-words", True),
    ("jsdiff diffArrays, words", "jsdiff-arrays", True),
)
THREE_WAY = (
    ("git merge-file", "git-merge-file", False),
    ("merge3 + patiencediff", "merge3-patience", False),
    ("node-diff3", "node-diff3", True),
    ("diff-match-patch patch_apply", "dmp-patch", False),
)
PENDING = 100
CLAUSES = 500
EACH = 20


def redlines(progress: Progress) -> Iterator[Row]:
    """Two-way comparison, from text to redline; each tool cuts the words itself."""
    for what, questions, target in (
        ("redline of a 300-word clause, up to 30 words changed", list(with_some_words_changed(150)), 1.0),
        ("redline of a 300-word clause, written anew", list(written_anew(40)), 50.0),
    ):
        peers: dict[str, float | None] = {}
        inside: list[str] = []
        ours, edges = _asked("our-redline", questions, npm=False)
        progress.step()
        for title, name, npm in TWO_WAY:
            peers[title], theirs = _asked(name, questions, npm=npm)
            if theirs:
                inside.append(f"{title}: {theirs}")
            progress.step()
        note = f"edges of changes inside words: ours {edges}; " + (", ".join(inside) or "no peer's")
        yield Row(what, ours, target, peers, note)


def one_clause(progress: Progress) -> Iterator[Row]:
    """One clause with 100 amendments: submitting, deciding, the graph, the compilation."""
    base_text, texts = amended_clause(21, PENDING)
    base = tokens(base_text)
    proposals = {f"a{at}": edits_between(base, tokens(text)) for at, text in enumerate(texts)}
    graph = ConflictGraph.of(base, proposals)

    def submit(text: str) -> object:
        return graph.with_amendment("new", edits_between(base, tokens(text)))

    yield Row(
        "submit one amendment beside 100 (cut, diff, conflict row)",
        milliseconds([partial(submit, text) for text in texts]),
        1.0,
    )
    yield from _decision(base, texts, proposals, graph)
    progress.step()
    note = f"{len(graph.pairs())} pairs of {PENDING * (PENDING - 1) // 2}"
    yield Row(
        "conflict graph of 100 amendments of one clause",
        milliseconds([partial(ConflictGraph.of, base, proposals)] * 30),
        1.0,
        note=note,
    )
    entered = [Proposal(edits, (Head((Party(name),)),)) for name, edits in proposals.items()]
    yield Row(
        "compilation text of a clause with 100 amendments",
        milliseconds([lambda: as_text(bracketed(compilation(base, entered)))] * 30),
        5.0,
    )
    progress.step()


def _decision(base: Tokens, texts: list[str], proposals: dict[str, Edits], graph: ConflictGraph) -> Iterator[Row]:
    names = list(proposals)

    def decide(name: str) -> object:
        accepted = proposals[name]
        return apply(base, accepted), [
            rebase(base, edits, accepted) for other, edits in proposals.items() if other != name
        ]

    def decide_with_graph(name: str) -> object:
        accepted = proposals[name]
        outcomes = {other: rebase(base, edits, accepted) for other, edits in proposals.items() if other != name}
        return graph.after(apply(base, accepted), outcomes)

    proposed = [tokens(text) for text in texts]

    def carry(name: str) -> object:
        accepted = proposals[name]
        return [rebase(base, edits, accepted) for other, edits in proposals.items() if other != name]

    def diff_again() -> object:
        return [edits_between(base, tokens(each)) for each in texts[1:]]

    def compare_again() -> object:
        return [edits_between(base, each) for each in proposed[1:]]

    ours = milliseconds([partial(decide, name) for name in names])
    carrying = milliseconds([partial(carry, name) for name in names])
    again = milliseconds([diff_again] * 10)
    questions: list[Question] = [(base_text_of(base), texts[0], text) for text in texts[1:]]
    peers: dict[str, float | None] = {"drafting, diffing the 99 texts again": again}
    for title, name, npm in THREE_WAY:
        mean = _mean(name, questions, npm=npm)
        peers[title] = None if mean is None else mean * len(questions)
    yield Row("a decision with 100 pending: apply it, rebase 99", ours, 1.0, peers)
    yield Row(
        "… and the conflict graph after it, nothing compared",
        milliseconds([partial(decide_with_graph, name) for name in names]),
        1.0,
    )
    yield Row("… of it, carrying the 99 over", carrying, 1.0)
    usual = average([partial(carry, name) for name in names])
    note = f"means; with the words of all cut already: {average([compare_again] * 3) / usual:.0f} times"
    ratio = average([diff_again] * 3) / usual
    yield Row("… how many times less than diffing the 99 texts again", ratio, 100.0, at_least=True, note=note)


def base_text_of(base: Tokens) -> str:
    """Return the text of plain tokens."""
    return "".join(token.text for token in base).strip()


def one_document(progress: Progress) -> Iterator[Row]:
    """A document of 500 clauses with 10,000 amendments."""
    texts = [amended_clause(1000 + at, EACH, least=60) for at in range(CLAUSES)]
    progress.step()
    cut = [(tokens(base), [tokens(text) for text in proposed]) for base, proposed in texts]
    document = [
        (base, {str(at): edits_between(base, each) for at, each in enumerate(proposed)}) for base, proposed in cut
    ]
    progress.step()

    def from_text() -> object:
        return [
            [edits_between(base, tokens(text)) for text in proposed]
            for (base, _), (_, proposed) in zip(cut, texts, strict=True)
        ]

    stored = [[json.dumps(edits_to_wire(edits)) for edits in proposals.values()] for _, proposals in document]

    def from_store() -> object:
        return [[edits_from_wire(json.loads(wire)) for wire in clause] for clause in stored]

    def graphs() -> list[ConflictGraph]:
        return [ConflictGraph.of(base, proposals) for base, proposals in document]

    yield Row("10,000 amendments of 500 clauses from text", milliseconds([from_text] * 2, warm=0), 1000.0)
    yield Row("10,000 amendments of 500 clauses from stored edits", milliseconds([from_store] * 5, warm=1), 100.0)
    progress.step()
    made = graphs()
    pairs = sum(len(graph.pairs()) for graph in made)
    yield Row(
        "conflict graph of the whole document, cold", milliseconds([graphs] * 5, warm=1), 100.0, note=f"{pairs:,} pairs"
    )
    yield from _after_decisions(document, made)
    progress.step()


def _after_decisions(document: list[tuple[Tokens, dict[str, Edits]]], graphs: list[ConflictGraph]) -> Iterator[Row]:
    compared = 0

    def decide(at: int) -> object:
        nonlocal compared
        base, proposals = document[at]
        accepted = proposals["0"]
        outcomes = {name: rebase(base, edits, accepted) for name, edits in proposals.items() if name != "0"}
        after = graphs[at].after(apply(base, accepted), outcomes)
        compared += after.compared
        return after

    spent = milliseconds([lambda: [decide(at) for at in range(CLAUSES)]], warm=0)
    yield Row("one decision on each of 500 clauses, with 9,500 rebased and the graphs kept up", spent)
    yield Row("pairs compared again after these decisions", float(compared), 0.0)


def hostile_texts(progress: Progress) -> Iterator[Row]:
    """The texts that cost most: everything the engine does with a clause and two proposals of it."""
    worst, which = 0.0, ""
    named = list(hostile())
    found = answers(command_of("all-of-ours", npm=False), (question for _, question in named))
    for (name, _), answer in zip(named, found, strict=True):
        progress.step()
        spent = float("inf") if answer.trouble else answer.cpu
        if spent > worst:
            worst, which = spent, name
    what = "hostile texts within the limits: the worst of all (cut thrice, two diffs, merge, graph, redline, combined)"
    yield Row(what, worst * 1000, 500.0, note=f"worst: {which}")


def _asked(name: str, questions: list[Question], *, npm: bool) -> tuple[float | None, int]:
    found = list(answers(command_of(name, npm=npm), questions))
    good = [answer for answer in found if not answer.trouble]
    if len(good) < len(found):
        return None, 0
    # The first ones pay for starting: a just-in-time compiler, caches.
    spent = [answer.cpu for answer in islice(good, len(good) // 5, None)]
    return p95(spent) * 1000, sum(int(answer.text or 0) for answer in good)


def _mean(name: str, questions: list[Question], *, npm: bool) -> float | None:
    found = [answer for answer in answers(command_of(name, npm=npm), questions) if not answer.trouble]
    return 1000 * sum(answer.cpu for answer in found) / len(found) if found else None
