"""What is wrong within braces and brackets is told at its sign, with what to type."""

import pytest

from fjdex.yamlio.flowslips import MAX_SHOWN, Diagnosis, diagnose_flow, text_meant
from fjdex.yamlio.lines import in_quotes

# A line, the columns of its slip, which it is, what is told, and the line as it was meant.
Slip = tuple[str, int, int, str, str, str | None]
SLIPS: list[Slip] = [
    ("- {id: a kind: k}", 10, 14, "comma", "kind", "- {id: a, kind: k}"),
    ("- {zh: 甲; en: A}", 11, 13, "comma", "en", "- {zh: 甲, en: A}"),
    ("- {{id: a, kind: k}", 4, 5, "doubled", "{", "- {id: a, kind: k}"),
    ("- [id: a, kind: k}", 3, 4, "bracket-kind", "{", "- {id: a, kind: k}"),
    ("- {id: a, kind: k]", 18, 19, "bracket-kind", "}", "- {id: a, kind: k}"),
    ("- {value: 7300[1], id: a}", 15, 18, "footnote", "value: 7300", "- {value: 7300, id: a}"),
    ("- {note: 甲: 乙}", 10, 14, "text", 'note: "甲: 乙"', '- {note: "甲: 乙"}'),
    (
        "- {note: 甲: 乙, 丙, source: s}",
        *(10, 17, "text", 'note: "甲: 乙, 丙"'),
        '- {note: "甲: 乙, 丙", source: s}',
    ),
    ("- {note: 'it's'}", 10, 16, "quoted", 'note: "it\'s"', '- {note: "it\'s"}'),
    ('- {note: "甲"乙}', 10, 14, "quoted", "note: '\"甲\"乙'", "- {note: '\"甲\"乙'}"),
    (
        '- {zh: "甲"乙, en: A}',
        *(8, 12, "quoted", "zh: '\"甲\"乙'"),
        "- {zh: '\"甲\"乙', en: A}",
    ),
    ("- {note: 见[附件1]}", 10, 16, "brackets", 'note: "见[附件1]"', '- {note: "见[附件1]"}'),
    (
        "- {note: 见{附件1}, id: a}",
        *(10, 16, "brackets", 'note: "见{附件1}"'),
        '- {note: "见{附件1}", id: a}',
    ),
    ("- {note: [附件1]见}", 10, 16, "brackets", 'note: "[附件1]见"', '- {note: "[附件1]见"}'),
    ('- {note: "甲, source: s}', 10, 11, "unquoted", 'note: "甲"', '- {note: "甲", source: s}'),
    (
        '- {operator: ">=, due: x, note: "甲"}',
        *(14, 15, "unquoted", 'operator: ">="'),
        '- {operator: ">=", due: x, note: "甲"}',
    ),
    ("- {name {zh: 甲}}", 4, 8, "key", "name: …", "- {name: {zh: 甲}}"),
    (
        "- {operator: >=, due: x}",
        14,
        16,
        "sign",
        'operator: ">="',
        '- {operator: ">=", due: x}',
    ),
    ("- {operator: >}", 14, 15, "sign", 'operator: ">"', '- {operator: ">"}'),
    ("- {qualifier: >=}", 15, 17, "sign", "qualifier: from", "- {qualifier: from}"),
    ("- {note: @甲, url: u}", 10, 12, "sign", 'note: "@甲"', '- {note: "@甲", url: u}'),
    ("- {value: >7万}", 11, 14, "sign", "value: …, qualifier: at-least", None),
    ("- {value: >7000}", 11, 16, "sign", "value: 7000, qualifier: at-least", None),
    ("- {value: *}", 11, 12, "nothing", "value", None),
    ("- {id: a, area: ?}", 17, 18, "nothing", "area", None),
    ("- {id: a,, kind: k}", 9, 11, "doubled", ",", "- {id: a, kind: k}"),
    ("- {id:: a, kind: k}", 6, 8, "doubled", ":", "- {id: a, kind: k}"),
    ("- {id: a, note: zh: 甲, en: A}}", 17, 18, "open", "{", "- {id: a, note: {zh: 甲, en: A}}"),
    ("- {id: a", 9, 10, "unclosed", "}", None),
    ("- {id: a}}", 10, 11, "unopened", "}", None),
    ("- {id: a}，", 10, 11, "after", "，", "- {id: a}"),
    ("- {id: a}　# 注", 10, 12, "comment", "# 注", "- {id: a}  # 注"),
]


@pytest.mark.parametrize("slip", SLIPS, ids=[one[0] for one in SLIPS])
def test_a_slip_is_told(slip: Slip) -> None:
    """Its columns, what it is, what to type, and the line as it was meant."""
    line, column, end, why, text, meant = slip
    assert diagnose_flow(line) == Diagnosis(column, end, why, text, meant)


@pytest.mark.parametrize(
    "line",
    [
        "- {id: a, note: 甲，乙, kind: k}",
        "- {id: a}  # 注 {x",
        '- {note: "甲, source: 乙", id: a} # "x',
        "- id: a",
        "",
        "- {a: 'it''s', b: \"x\\\"y\"}",
        "- [a, b]",
    ],
)
def test_a_line_that_is_right_has_no_slip(line: str) -> None:
    """Whatever stands in its quotes and comments."""
    assert diagnose_flow(line) is None


def test_a_long_text_is_not_repeated() -> None:
    """Only its key."""
    found = diagnose_flow(f"- {{note: 甲: {'乙' * MAX_SHOWN}}}")
    assert found is not None
    assert found.text == 'note: "…"'


@pytest.mark.parametrize(
    ("text", "quoted"),
    [("甲", '"甲"'), ('甲"乙', "'甲\"乙'"), ("a\"b'c", '"a\\"b\'c"'), ("a\\b", "'a\\b'")],
)
def test_the_quotes_that_need_the_fewest_signs(text: str, quoted: str) -> None:
    """Double ones, single ones around double ones, else escapes."""
    assert in_quotes(text) == quoted


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("'it's'", "it's"),
        ("'a''b'", "a'b"),
        ('"甲"', "甲"),
        ('"甲"和"乙"', '"甲"和"乙"'),
        ("甲", "甲"),
    ],
)
def test_what_somebody_put_in_quotes(written: str, meant: str) -> None:
    """Quotes around all of it are no part of it."""
    assert text_meant(written) == meant
