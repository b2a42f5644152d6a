"""A row of a spreadsheet in a register is answered with the record to type."""

import pytest

from fjdex.yamlio.flowslips import Diagnosis
from fjdex.yamlio.rows import row


@pytest.mark.parametrize(
    ("file", "line", "typed"),
    [
        (
            "sources.yaml",
            "r-1\t公报\t虚构局\t2022年9月30日\ta://b",
            '- {id: r-1, kind: publication, publisher: 虚构局, published: 2022-09-30, url: "a://b"}',
        ),
        (
            "sources.yaml",
            "虚构局\t2022/9/30",
            "- {id: …, kind: …, publisher: 虚构局, published: 2022-09-30}",
        ),
        ("areas.yaml", "东市\tEast", "- {id: 东市, name: {zh: East, en: …}}"),
        (
            "agencies.yaml",
            "东局\t东市局\t部门",
            "- {id: 东局, name: {zh: 东市局, en: …}, kind: department}",
        ),
        (
            "remarks.yaml",
            "a-1\t2022年三季度\t缺地\t选址",
            "- {id: a-1, quarter: 2022Q3, reason: 缺地, action: 选址}",
        ),
    ],
)
def test_a_row_is_told_with_its_record(file: str, line: str, typed: str) -> None:
    """Each cell under the first key that it can be a value of; … for what is needed besides."""
    found = row(file, line)
    assert found is not None
    assert (found.column, found.end_column, found.why, found.text) == (
        1,
        len(line) + 1,
        "table",
        typed,
    )


def test_a_heading_is_told_as_one() -> None:
    """There is nothing in it to be typed."""
    assert row("areas.yaml", "编号\t名称") == Diagnosis(1, 6, "heading")


@pytest.mark.parametrize(
    ("file", "line"),
    [
        ("targets.yaml", "a\tb"),
        ("sources.yaml", "- id: a\tb"),
        ("sources.yaml", "  publisher:\t局"),
        ("sources.yaml", "\tnote 甲"),
        ("sources.yaml", "- {id: a\t}"),
        ("sources.yaml", "words without a tab"),
    ],
)
def test_what_is_no_row(file: str, line: str) -> None:
    """A file whose records do not stand on one line, a key, an indent, braces, a sentence."""
    assert row(file, line) is None
