"""The law of the import: every word of the file is in what was read, or a warning names it."""

from collections import Counter
from collections.abc import Iterable, Sequence

from drafting.intake.blocks import Block, Source, words_of
from drafting.intake.draft import ReadDraft
from drafting.text.runs import plain

_MOST_NAMED = 400


def missing(source: Source, draft: ReadDraft) -> tuple[str, ...]:
    """Return the words of the file that are in no clause, masthead line, note or marker, in the file's order."""
    lacking = (
        Counter(source.words)
        - Counter(kept_words(draft))
        - Counter(markup_words(source.blocks, draft))
        - Counter(source.markup)
    )
    out = []
    for word in source.words:
        if lacking[word] > 0:
            lacking[word] -= 1
            out.append(word)
    return tuple(out)


def kept_words(draft: ReadDraft) -> list[str]:
    """Return every word of masthead, clauses and notes."""
    texts = [
        *draft.masthead,
        *(plain(clause.runs) for clause in draft.clauses),
        *(plain(note.runs) for note in draft.notes),
    ]
    return [word for text in texts for word in words_of(text)]


def markup_words(blocks: Iterable[Block], draft: ReadDraft) -> list[str]:
    """Return the words of the markers that the file's own text holds and the draft's labels replace."""
    typed = Counter(block.marker for block in blocks if block.typed)
    dropped = Counter(clause.marker for clause in draft.clauses) & typed
    return [word for marker in dropped.elements() for word in words_of(marker)]


def missing_warnings(words: Sequence[str]) -> tuple[str, ...]:
    """Return the warning that names words of the file that were not kept; nothing where all were."""
    if not words:
        return ()
    more = f" … and {len(words) - _MOST_NAMED:,} more" if len(words) > _MOST_NAMED else ""
    return (
        f"These words of the file are not in what was read: “{' '.join(words[:_MOST_NAMED])}”{more}. "
        "Add them by hand if they belong to the text.",
    )
