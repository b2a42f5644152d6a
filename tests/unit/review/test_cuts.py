"""What is left of a file when only one record, or only what differs, is looked at."""

import pytest

from fjdex.review.cuts import lines_of, own_part, readings_cut, records_cut

ONE = "- id: one\n  value: 1\n"
TWO = "- name: 二\n  id: two\n  outcomes: [one]\n"
THREE = '- {id: "three", value: 3}\n'


@pytest.mark.parametrize(
    ("ids", "part"),
    [
        (["one"], ONE),
        (["two"], TWO),
        (["three"], THREE),
        (["three", "one"], ONE + THREE),
        (["thre"], ""),
        (["value"], ""),
    ],
)
def test_the_blocks_of_a_record(ids: list[str], part: str) -> None:
    """Those that have its id, wherever among the keys it stands, and none that names it."""
    assert own_part("# schema\n" + ONE + TWO + THREE, ids) == part


def test_a_list_that_is_set_in_is_one_block() -> None:
    """It is another shape than the usual one, and nothing of it is left out."""
    text = "  - id: one\n  - id: two\n"
    assert own_part(text, ["two"]) == text


def test_what_both_hold_is_left_blank_line_for_line() -> None:
    """But for the record's own; the lines keep their numbers."""
    other = TWO.replace("二", "贰")
    assert records_cut(ONE + TWO + THREE, ONE + other + THREE, []) == (
        "\n\n" + TWO + "\n",
        "\n\n" + other + "\n",
    )
    assert records_cut(ONE + THREE, ONE + THREE, ["three"]) == ("\n\n" + THREE, "\n\n" + THREE)


def test_where_nothing_is_left_there_is_a_list_without_records() -> None:
    """An empty file would be a fault."""
    assert records_cut(ONE, ONE, []) == ("[]\n", "[]\n")


def test_only_readings_that_differ_are_left() -> None:
    """In files of one reading a line."""
    was = "# head\n- {date: 2024-01-01, value: 1}\n- {date: 2024-02-01, value: 2}\n"
    now = "- {date: 2024-01-01, value: 1}\n- {date: 2024-02-01, value: 3} # later\n"
    assert readings_cut(was, now) == (
        "# head\n\n- {date: 2024-02-01, value: 2}\n",
        "\n- {date: 2024-02-01, value: 3} # later\n",
    )


@pytest.mark.parametrize(
    "text",
    [
        "- date: 2024-01-01\n  value: 1\n",
        "- {date: 2024-01-01,\n   value: 1}\n",
        "[{date: 2024-01-01, value: 1}]\n",
    ],
)
def test_readings_of_another_shape_are_left_whole(text: str) -> None:
    """A line alone says nothing there."""
    line = "- {date: 2024-01-01, value: 1}\n"
    assert readings_cut(text, line) == (text, line)
    assert (lines_of(text), lines_of(line)) == (None, frozenset({line.rstrip("\n"), ""}))
