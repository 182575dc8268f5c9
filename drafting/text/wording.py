"""What an edit does, in words, for sentences on pages and in mails."""

from drafting.text.edits import Edit
from drafting.text.tokens import Tokens

LONGEST = 24
"""Longer stretches are cut in their middle, to this many tokens."""


def words(base: Tokens, edit: Edit) -> str:
    """Return the words an edit touches: those it replaces or deletes, or those it inserts."""
    return quoted(base[edit.start : edit.stop] or edit.new)


def whole_words(base: Tokens, edit: Edit) -> str:
    """Return what ``words`` does, however long it is: nothing is cut."""
    return _plain(base[edit.start : edit.stop] or edit.new)


def in_words(base: Tokens, edit: Edit) -> str:
    """Return what an edit does: "inserts “and girls” after “women”", "replaces “shall” with “should”"."""
    old, new = quoted(base[edit.start : edit.stop]), quoted(edit.new)
    if edit.inserts:
        before = base[max(0, edit.start - 3) : edit.start]
        return f"inserts “{new}” after “{quoted(before)}”" if before else f"inserts “{new}” at the beginning"
    if edit.deletes:
        return f"deletes “{old}”"
    return f"sets “{old}” otherwise" if is_formatting(base, edit) else f"replaces “{old}” with “{new}”"


def is_formatting(base: Tokens, edit: Edit) -> bool:
    """Tell whether an edit keeps every word and changes only how they are set."""
    old = base[edit.start : edit.stop]
    return [(token.text, token.note) for token in old] == [(token.text, token.note) for token in edit.new]


def quoted(tokens: Tokens) -> str:
    """Return tokens as plain words; a note reference reads "[note]"."""
    if len(tokens) > LONGEST:
        half = LONGEST // 2
        return f"{quoted(tokens[:half])} … {quoted(tokens[-half:])}"
    return _plain(tokens)


def _plain(tokens: Tokens) -> str:
    return "".join(f"{token.text}[note]" if token.note else token.text for token in tokens).strip()
