"""A line among the others of its record says where the slip is, and what it was meant to be."""

import pytest

from fjdex.yamlio.blockslips import diagnose_line
from fjdex.yamlio.edits import HOLE
from fjdex.yamlio.flowslips import MAX_LINE, Diagnosis

RECORD = [
    "- id: a",
    "  kind: publication",
    "  title: {zh: 甲, en: A}",
    "  publisher: 群岛数字局",
    "  goals:",
    "    - value: 1",
    "      due: 2022-12-31",
    "  note: 注",
]


def diagnosed(at: int, line: str) -> Diagnosis | None:
    """Answer what is told of a line in the place of one of the record."""
    return diagnose_line("sources.yaml", [*RECORD[:at], line, *RECORD[at + 1 :]], at)


@pytest.mark.parametrize("at", range(len(RECORD)))
def test_a_line_that_is_right(at: int) -> None:
    """Has no slip."""
    assert diagnosed(at, RECORD[at]) is None


@pytest.mark.parametrize(
    ("at", "line", "told"),
    [
        (0, "- id a", Diagnosis(3, 7, "key", "id: a", "- id: a")),
        (
            1,
            "  kind publication",
            Diagnosis(3, 19, "key", "kind: publication", "  kind: publication"),
        ),
        (
            3,
            '  publisher "甲" 局',
            Diagnosis(3, 18, "key", "publisher: '\"甲\" 局'", "  publisher: '\"甲\" 局'"),
        ),
        (1, "  kind", Diagnosis(3, 7, "key", "kind: …", f"  kind: {HOLE}")),
        (4, "  goals", Diagnosis(3, 8, "key", "goals:", "  goals:")),
        (7, "  note 注", Diagnosis(3, 9, "key", "note: 注", "  note: 注")),
        (1, "   kind: k", Diagnosis(4, 8, "too-deep", "3", "  kind: k")),
        (1, " kind: k", Diagnosis(2, 6, "too-shallow", "3", "  kind: k")),
        (3, "publisher: 甲", Diagnosis(1, 10, "too-shallow", "3", "  publisher: 甲")),
        (6, "     due: 2022-12-31", Diagnosis(6, 9, "too-shallow", "7", "      due: 2022-12-31")),
        (6, "       due: 2022-12-31", Diagnosis(8, 11, "too-deep", "7", "      due: 2022-12-31")),
        (7, "   - value: 2", Diagnosis(4, 11, "too-shallow", "5", "    - value: 2")),
        (3, "  id: b", Diagnosis(3, 5, "dash", "", "- id: b")),
        (3, "id: b", Diagnosis(1, 3, "dash", "", "- id: b")),
        (0, "— id: a", Diagnosis(1, 2, "bullet", "—", "- id: a")),
        (5, "    • value: 1", Diagnosis(5, 6, "bullet", "•", "    - value: 1")),
        (0, "-id: a", Diagnosis(2, 2, "dash-blank", "id:", "- id: a")),
        (0, "\t- id: a", Diagnosis(1, 4, "tab", "", "- id: a")),
        (0, "  id: a", Diagnosis(3, 5, "dash", "", "- id: a")),
        (5, "    - value: 1, due: x}", Diagnosis(7, 8, "open", "{", "    - {value: 1, due: x}")),
        (2, "  title: zh: 甲, en: A}", Diagnosis(10, 11, "open", "{", "  title: {zh: 甲, en: A}")),
        (1, "\tkind: k", Diagnosis(1, 2, "tab", "", "  kind: k")),
        (
            3,
            '  publisher: "群岛" 局',
            Diagnosis(14, 20, "quoted", "publisher: '\"群岛\" 局'", "  publisher: '\"群岛\" 局'"),
        ),
        (
            3,
            '  publisher: "局',
            Diagnosis(14, 15, "unquoted", 'publisher: "局"', '  publisher: "局"'),
        ),
        (
            3,
            "  publisher: 甲: 乙",
            Diagnosis(14, 18, "text", 'publisher: "甲: 乙"', '  publisher: "甲: 乙"'),
        ),
        (
            3,
            "  publisher: @甲",
            Diagnosis(14, 16, "sign", 'publisher: "@甲"', '  publisher: "@甲"'),
        ),
        (
            6,
            "      operator: >=",
            Diagnosis(17, 19, "sign", 'operator: ">="', '      operator: ">="'),
        ),
        (
            2,
            "  title: {zh: 甲 en: A}",
            Diagnosis(17, 19, "comma", "en", "  title: {zh: 甲, en: A}"),
        ),
        (
            3,
            "bulletin-x\tpublication\t群岛局\t2023-01-01",
            Diagnosis(
                *(1, 38, "table"),
                "- {id: bulletin-x, kind: publication, publisher: 群岛局, published: 2023-01-01}",
            ),
        ),
        (3, "编号\t类型\t公布单位", Diagnosis(1, 11, "heading")),
    ],
)
def test_a_slip_is_told(at: int, line: str, told: Diagnosis) -> None:
    """Where it is made, with the line that was meant where that is certain."""
    assert diagnosed(at, line) == told


@pytest.mark.parametrize(
    "line",
    [
        "  # kind publication",
        "",
        "    goes on",
        "  weather: fine",
        "  note: |",
        "  note: '甲' # 注",
        "x" * MAX_LINE * 2,
    ],
)
def test_what_is_no_slip(line: str) -> None:
    """Comments, texts of several lines, keys of others, what nobody typed."""
    assert diagnosed(7, line) is None


LISTED = ["- id: a", "  goals:", "    - {value: 1}", "    - {value: 2}", "    - {value: 3}"]


@pytest.mark.parametrize(
    ("at", "line", "told"),
    [
        (2, "    {value: 1}", Diagnosis(5, 6, "dash", "", "    - {value: 1}")),
        (3, "     {value: 2}", Diagnosis(6, 7, "dash", "", "    - {value: 2}")),
        (2, "      - {value: 1}", Diagnosis(7, 8, "too-deep", "5", "    - {value: 1}")),
        (3, "   - {value: 2}", Diagnosis(4, 5, "too-shallow", "5", "    - {value: 2}")),
        (4, "      - {value: 3}", Diagnosis(7, 8, "too-deep", "5", "    - {value: 3}")),
    ],
)
def test_an_entry_that_stands_otherwise_than_the_others(
    at: int, line: str, told: Diagnosis
) -> None:
    """Without its dash, or in a column of its own: the others say which is right."""
    lines = [*LISTED[:at], line, *LISTED[at + 1 :]]
    found = [diagnose_line("targets.yaml", lines, one) for one in range(len(lines))]
    assert [one for one in found if one is not None] == [told]


def test_the_keys_of_a_mapping_need_no_dash() -> None:
    """plan.yaml begins with one."""
    assert diagnose_line("plan.yaml", ["id: a", "start: b"], 0) is None
