"""A change as git shows it."""

import pytest

from fjdex.render.unified import unified


@pytest.mark.parametrize(
    ("before", "after", "diff"),
    [
        ("a\n", "a\n", ""),
        ("", "", ""),
        ("", "a\nb\n", "--- /dev/null\n+++ b/f\n@@ -0,0 +1,2 @@\n+a\n+b\n"),
        ("a\nb\n", "", "--- a/f\n+++ /dev/null\n@@ -1,2 +0,0 @@\n-a\n-b\n"),
        ("a\nb\n", "a\nc\nb\n", "--- a/f\n+++ b/f\n@@ -1,2 +1,3 @@\n a\n+c\n b\n"),
        ("a\n", "b\n", "--- a/f\n+++ b/f\n@@ -1 +1 @@\n-a\n+b\n"),
        ("甲 \n", "甲\n", "--- a/f\n+++ b/f\n@@ -1 +1 @@\n-甲 \n+甲\n"),
        (
            "1\n2\n3\n4\n5\n6\n7\n8\n",
            "1\n2\n3\n4\n5\n6\n7\n9\n",
            "--- a/f\n+++ b/f\n@@ -5,4 +5,4 @@\n 5\n 6\n 7\n-8\n+9\n",
        ),
    ],
)
def test_a_change_is_shown_by_its_lines(before: str, after: str, diff: str) -> None:
    """Three lines around, and no file's name where there is no file."""
    assert unified("f", before, after) == diff


@pytest.mark.parametrize("sign", ["\x0b", "\x0c", "\x85", "\u2028"])
def test_only_a_line_feed_ends_a_line(sign: str) -> None:
    """What only some programs take for the end of a line stays within it, as git sees it."""
    assert unified("f", f"a{sign}b\n", f"a{sign}c\n") == (
        f"--- a/f\n+++ b/f\n@@ -1 +1 @@\n-a{sign}b\n+a{sign}c\n"
    )


@pytest.mark.parametrize(("before", "after"), [("a", "a\n"), ("a\n", "a")])
def test_a_newline_at_the_end_is_a_change(before: str, after: str) -> None:
    """A last line that gets or loses its newline is shown as two, and which of them has none."""
    mark = "\n\\ No newline at end of file\n"
    old, new = (text if text.endswith("\n") else text + mark for text in (before, after))

    assert unified("f", before, after) == f"--- a/f\n+++ b/f\n@@ -1 +1 @@\n-{old}+{new}"


def test_other_line_ends_are_a_change() -> None:
    """A line that only ends otherwise is shown as changed."""
    assert unified("f", "a\r\n", "a\n") == "--- a/f\n+++ b/f\n@@ -1 +1 @@\n-a\r\n+a\n"
