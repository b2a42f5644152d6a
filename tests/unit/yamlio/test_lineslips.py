"""Entries that are set apart by other signs are told with the whole line as it was meant."""

import pytest

from fjdex.yamlio.diagnosis import diagnose
from fjdex.yamlio.flowslips import Diagnosis
from fjdex.yamlio.lineslips import respelled

MEANT = "- {date: 2024-06-30, value: 7, note: 甲}"

RESPELLED = [
    ("- (date: 2024-06-30, value: 7, note: 甲)", 3, 4, "parens", MEANT),
    ("- （date: 2024-06-30、value: 7、note: 甲）", 3, 4, "parens", MEANT),
    ("- {date: 2024-06-30; value: 7；note: 甲}", 20, 21, "separator", MEANT),
    ("- {date=2024-06-30, value＝7, note = 甲}", 8, 9, "equals", MEANT),
    ("- date: 2024-06-30, value: 7, note: 甲", 3, 38, "braces", MEANT),
    ("- {value: 7, source: s # 乙}", 24, 25, "hash-line", "- {value: 7, source: s}  # 乙"),
    ("- {note: 甲 # 乙}", 12, 13, "hash-line", '- {note: "甲 # 乙"}'),
    (
        "- {value: 7, note: 第 #3 批}",
        *(22, 23, "hash-line"),
        '- {value: 7, note: "第 #3 批"}',
    ),
    (
        "- {value: 7 # 乙, note: 甲}",
        *(13, 14, "hash-line"),
        "- {value: 7, note: 甲}  # 乙",
    ),
]


@pytest.mark.parametrize("case", RESPELLED, ids=[one[0] for one in RESPELLED])
def test_the_line_is_told_as_it_was_meant(case: tuple[str, int, int, str, str]) -> None:
    """Where the first such sign stands, which it is, and the line with none of them."""
    line, column, end, why, meant = case
    assert respelled(line) == Diagnosis(column, end, why, meant, meant)


def test_a_comment_that_takes_a_value_with_it_is_told_at_its_sign() -> None:
    """What the value was nobody can say."""
    assert respelled("- {date: 2024-06-30, value: #REF!}") == Diagnosis(29, 30, "hash")


def test_an_entry_on_the_line_of_its_key_is_to_begin_a_new_one() -> None:
    """The dash begins a line of its own."""
    found = respelled("  goals:    - {value: 7, due: 2025-12-31}")
    assert found == Diagnosis(13, 14, "own-line", "goals:")


@pytest.mark.parametrize(
    "line",
    [
        MEANT,
        f"{MEANT}  # 乙 {{丙}}",
        '- {note: "甲; value: 7", value: 7}',
        "- {note: 甲（乙、丙）；丁}",
        "- {url: https://x.invalid/?date=7}",
        "- date: 2024-06-30",
        "  content: 甲; value: 7",
        "- id: a",
    ],
)
def test_a_line_without_such_signs_shows_none(line: str) -> None:
    """Within texts and quotes, and behind a record, every sign is right."""
    assert respelled(line) is None


@pytest.mark.parametrize("bullet", ["1.", "2)", "3、", "+-", "*-"])
def test_numbers_and_doubled_bullets_are_no_dash(bullet: str) -> None:
    """What an editor of texts makes of a list is told as any other bullet."""
    found = diagnose(f"{bullet} {MEANT[2:]}")
    assert found == Diagnosis(1, len(bullet) + 1, "bullet", bullet, MEANT)


@pytest.mark.parametrize("line", ["| 2024-06-30 | 7 | s |", "s\t7\t2024-06-30"])
def test_a_row_is_known_in_any_order(line: str) -> None:
    """Of a table in Markdown, or with the day in another column than the first."""
    meant = "- {date: 2024-06-30, value: 7, source: s}"
    assert diagnose(line) == Diagnosis(1, len(line) + 1, "table", meant)
