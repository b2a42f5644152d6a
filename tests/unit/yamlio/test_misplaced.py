"""Lines that stand where they say something else are told once, and read where they belong."""

import pytest

from fjdex.plan.findings import Finding
from fjdex.yamlio.misplaced import misplaced
from fjdex.yamlio.tree import compose
from fjdex.yamlio.typed import plain

GOALS = """\
    - {value: 1, due: 2022-12-31}
    - value: 2
      due: 2023-12-31
      path:
        - {date: 2022-12-31, value: 1}
"""
SECOND = """\
- id: b
  due:
    text: 年底
    date: 2022-12-31
"""
RECORD = f"""\
- id: a
  name:
    zh: 甲
    en: A
  reason: |
    第一行
    第二行
  note: 说明，
    其余
  clause: {{ref: 一, text: 原文}}
  goals:
{GOALS}  baseline: {{value: 0, date: 2020-12-31}}
{SECOND}"""
Told = tuple[int, int, str, str]


def read(text: str, file: str = "targets.yaml") -> tuple[object, list[Told]]:
    """Answer what a text holds; line, column, kind and words of everything told."""
    node, findings = compose(file, text)
    return None if node is None else plain(node), [_told(one) for one in findings]


def _told(one: Finding) -> Told:
    given = one.arguments
    words = (
        given[key] for key in ("first", "last", "count", "key", "text", "lines") if key in given
    )
    return one.place.line, one.place.column, given.get("why", one.code), " ".join(words)


def _right(text: str, by: int) -> str:
    return "".join(f"{' ' * by}{line}" for line in text.splitlines(keepends=True))


@pytest.mark.parametrize(
    ("right", "wrong", "told"),
    [
        ("    zh: 甲\n    en: A\n", "  zh: 甲\n  en: A\n", (3, 3, "shallow-lines", "3 4 2")),
        ("    zh: 甲\n", "  zh: 甲\n", (3, 3, "too-shallow", "5")),
        ("    zh: 甲\n", "zh: 甲\n", (3, 1, "too-shallow", "5")),
        ("    第一行\n    第二行\n", "  第一行\n  第二行\n", (6, 3, "shallow-lines", "6 7 2")),
        ("    第二行\n", "第二行\n", (7, 1, "too-shallow", "5")),
        ("    其余\n", "其余\n", (9, 1, "too-shallow", "5")),
        (
            GOALS,
            "".join(line.removeprefix("    ") for line in GOALS.splitlines(keepends=True)),
            (12, 1, "shallow-lines", "12 16 4"),
        ),
        (
            "        - {date: 2022-12-31, value: 1}\n",
            "     - {date: 2022-12-31, value: 1}\n",
            (16, 6, "too-shallow", "9"),
        ),
        (
            "    - {value: 1, due: 2022-12-31}\n",
            "      {value: 1, due: 2022-12-31}\n",
            (12, 7, "entry-dash", "goals 5"),
        ),
        (
            "    - {value: 1, due: 2022-12-31}\n",
            "    {value: 1, due: 2022-12-31}\n",
            (12, 5, "entry-dash", "goals 5"),
        ),
        (
            "        - {date: 2022-12-31, value: 1}\n",
            "          date: 2022-12-31\n          value: 1\n",
            (16, 11, "entry-dash", "path 9"),
        ),
        (
            "    text: 年底\n    date: 2022-12-31\n",
            "  text: 年底\n  date: 2022-12-31\n",
            (20, 3, "shallow-lines", "20 21 2"),
        ),
        ("- id: b\n", "  - id: b\n", (18, 3, "too-deep", "1")),
        (SECOND, _right(SECOND, 3), (18, 4, "deep-lines", "18 21 3")),
        ("  reason: |\n", " reason: |\n", (5, 2, "too-shallow", "3")),
        (
            "  name:\n    zh: 甲\n    en: A\n",
            "   name:\n     zh: 甲\n     en: A\n",
            (2, 4, "deep-lines", "2 4 1"),
        ),
        ("  note: 说明，\n", "- note: 说明，\n", (8, 1, "dashes", "8")),
        ("  goals:\n", "goals:\n", (11, 1, "too-shallow", "3")),
        ("  goals:\n", "  goals: // 待核\n", (11, 9, "behind-key", "goals // 待核")),
        ("  goals:\n", "  goals:，\n", (11, 9, "behind-key", "goals ，")),
        ("  name:\n", "  name: 见下\n", (2, 8, "behind-key", "name 见下")),
        ("- id: a\n", "id: a\n", (1, 1, "dash", "")),
        ("- id: b\n", "id: b\n", (18, 1, "dash", "")),
        ("- id: b\n", "- - id: b\n", (18, 1, "doubled", "-")),
        ("- id: b\n", "- id: b\n- id: b\n", (19, 1, "doubled", "- id: b")),
        (
            "  note: 说明，\n    其余\n  clause",
            "- note: 说明，\n    其余\n- clause",
            (8, 1, "dashes", "8, 10"),
        ),
    ],
)
def test_lines_that_belong_elsewhere(right: str, wrong: str, told: Told) -> None:
    """The record is the same as where they stand right, and nothing else is told."""
    assert RECORD.count(right) == 1
    assert read(RECORD.replace(right, wrong)) == (read(RECORD)[0], [told])


def test_a_lost_line_above_entries() -> None:
    """It is named, and only what stood below it is not known."""
    values, told = read(RECORD.replace("  goals:\n", ""))
    assert told == [(11, 5, "key-line", "goals 3")]
    assert isinstance(values, list)
    assert [sorted(one) for one in values] == [
        ["baseline", "clause", "goals", "id", "name", "note", "reason"],
        ["due", "id"],
    ]


@pytest.mark.parametrize(
    "text",
    [
        RECORD,
        "- id: a\n  goals:\n  - {value: 1}\n  - value: 2\n    due: 2022-12-31\n",
        "- id: a\n  parts:\n- id: b\n  name: {zh: 乙, en: B}\n",
        "- id: a\n  note: 注\n- id: b\n",
        '- id: a\n  note: "甲\n  乙\n  goals:\n  丙"\n- id: b\n',
        "- id: a\n  content: |\n    goals:\n    - {value: 1}\n  note: 注\n",
        "- date: 2021-06-30\n  value: 1\n- value: 2\n  date: 2021-07-31\n",
        "- id: a\n  name:\n  kind: stock\n",
        "- id: a\n  note: 注\n  value 15\n",
        "- id: a\n  note: 注\n备注 甲\n",
        "- id: a\n  note: 注\n名称：甲\n",
        "- id: a\n  clause: {ref: 一, text: 原文\n    - {value: 1}\n",
        "- id: a\n  name: {zh: 甲,\n         en: A}\n- id: b\n",
        "- id: a\n  parts:\n    - id: b\n      name: {zh: 乙, en: B}\n",
        "  - id: a\n    note: 注\n  - id: b\n",
    ],
)
def test_lines_that_stand_where_they_may(text: str) -> None:
    """Nothing is moved that may be meant, or whose slip is another one."""
    assert misplaced("targets.yaml", text) == ([], [])


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ("     - {id: y}\n", [(5, 6, "too-deep", "5")]),
        ("      - {id: y}\n", [(5, 7, "too-deep", "5")]),
    ],
)
def test_an_entry_beside_the_others_of_its_list(wrong: str, told: list[Told]) -> None:
    """Is no record, though it has an id: it begins where they do."""
    sound = "- id: a\n  kind: k\n  parts:\n    - {id: x}\n    - {id: y}\n- id: b\n"
    values = read(sound, "outcomes.yaml")[0]
    assert read(sound.replace("    - {id: y}\n", wrong), "outcomes.yaml") == (values, told)


@pytest.mark.parametrize("key", ["Parts", "parst", '"parts"'])
def test_entries_below_a_key_with_a_slip_stay_where_they_are(key: str) -> None:
    """What is wrong is the key: they are no records beside the others."""
    text = f"- id: a\n  {key}:\n    - {{id: x}}\n    - {{id: y}}\n- id: b\n"
    values, told = read(text, "outcomes.yaml")
    assert told == []
    assert values == [{"id": "a", key.strip('"'): [{"id": "x"}, {"id": "y"}]}, {"id": "b"}]
