"""The kinds of clause, and the forms an outcome document takes.

Source: United Nations Editorial Manual (resolutions); A/RES/73/3 (declaration);
the Dushanbe Declarations of 2018 and 2019 (dashes).
"""

from enum import StrEnum


class ClauseKind(StrEnum):
    """What a clause is; ``NOTE`` is a footnote's text, amendable like any other."""

    TITLE = "title"
    HEADING = "heading"
    CHAPEAU = "chapeau"
    PREAMBULAR = "preambular"
    OPERATIVE = "operative"
    SUBPARAGRAPH = "subparagraph"
    NOTE = "note"


class Form(StrEnum):
    """How the document is set.

    ``RESOLUTION``: preamble in participles, numbered operative paragraphs, opening words italic.
    ``DECLARATION``: "We, … therefore:" and numbered paragraphs, verbs roman.
    ``DASHES``: "We, the States …:" and unnumbered dash items; numbers only while negotiating.
    """

    RESOLUTION = "resolution"
    DECLARATION = "declaration"
    DASHES = "dashes"
