from datetime import UTC, date, datetime

from drafting.text.reading.combined import AttributedSegment
from drafting.text.reading.redline import Change, Segment
from drafting.text.runs import Mark, NoteReference, Run
from drafting.web.marks import attributed, day, moment, redline, runs

HOSTILE = "<script>alert('&')</script>"
ESCAPED = "&lt;script&gt;alert(&#39;&amp;&#39;)&lt;/script&gt;"


def test_words_from_people_are_never_html() -> None:
    shown = runs((Run(HOSTILE, frozenset({Mark.EMPHASIS})),), {})

    assert shown == f"<em>{ESCAPED}</em>"


def test_bold_italics_are_both() -> None:
    shown = runs((Run("Urges", frozenset(Mark)),), {})

    assert shown == "<em><strong>Urges</strong></em>"


def test_a_note_is_called_by_its_printed_number() -> None:
    shown = runs((Run("Strategy,"), NoteReference("n9")), {"n9": 3}, "/documents/d")

    assert shown == 'Strategy,<sup><a href="/documents/d#note-3" aria-label="note 3">3</a></sup>'


def test_a_note_that_has_no_number_is_still_seen() -> None:
    assert runs((NoteReference("gone"),), {}) == "<sup>[note]</sup>"


def test_a_redline_marks_what_goes_and_what_comes_and_escapes_both() -> None:
    segments = (
        Segment(Change.KEPT, (Run("States"),)),
        Segment(Change.DELETED, (Run(" shall"),)),
        Segment(Change.INSERTED, (Run(f" {HOSTILE}"),)),
    )

    assert redline(segments, {}) == f"States <del>shall</del> <ins>{ESCAPED}</ins>"


def test_words_that_moved_bear_the_number_that_pairs_both_ends() -> None:
    segments = (
        Segment(Change.DELETED, (Run("Recalling in full"),), 1),
        Segment(Change.KEPT, (Run(" States"),)),
        Segment(Change.INSERTED, (Run(" Recalling in full"),), 1),
    )

    assert redline(segments, {}) == (
        '<del class="moved" data-move="1">Recalling in full</del> States'
        ' <ins class="moved" data-move="1">Recalling in full</ins>'
    )


def test_each_change_of_the_combined_redline_is_followed_by_who_proposes_it() -> None:
    segments = (
        AttributedSegment(Change.KEPT, (Run("all"),), ()),
        AttributedSegment(Change.INSERTED, (Run(" interested"),), ("India", "<Japan>")),
    )

    assert attributed(segments, {}) == 'all <ins>interested</ins><span class="by">[India, &lt;Japan&gt;]</span>'


def test_a_moment_is_told_in_the_conference_s_time_and_names_it() -> None:
    shown = moment(datetime(2027, 5, 18, 21, 5, tzinfo=UTC), "Asia/Dushanbe")

    assert shown == '<time datetime="2027-05-18T21:05:00Z">19 May 2027, 02:05 (Dushanbe)</time>'


def test_a_day_is_printed_without_a_leading_nought() -> None:
    assert day(date(2027, 5, 9)) == "9 May 2027"
