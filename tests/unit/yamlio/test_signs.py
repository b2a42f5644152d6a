"""Full-width signs are told where YAML needs plain ones, and nowhere else."""

import pytest

from fjdex.plan.findings import Finding
from fjdex.yamlio.tree import compose
from fjdex.yamlio.typed import plain

LINE = {"date": "2021-06-30", "value": "1", "source": "s"}
GOOD = "- {date: 2021-06-30, value: 1, source: s}\n"


def read(text: str) -> tuple[object, list[tuple[str, int, int, str]]]:
    """Answer the values of a text, and code, line, column and sign of what is told."""
    node, findings = compose("readings/x.yaml", text)
    return node and plain(node), [_told(one) for one in findings]


def _told(one: Finding) -> tuple[str, int, int, str]:
    return one.code, one.place.line, one.place.column, one.arguments.get("sign", "")


def wide(line: int, column: int, sign: str) -> tuple[str, int, int, str]:
    """Answer the finding of a full-width sign."""
    return "sign-fullwidth", line, column, sign


@pytest.mark.parametrize(
    ("text", "column", "signs"),
    [
        ("- {date：2021-06-30，value：1，source：s}\n", 8, "：，"),
        ("- {date： 2021-06-30， value： 1， source： s}\n", 8, "：，"),
        ("- ｛date: 2021-06-30, value: 1, source: s｝\n", 3, "｛｝"),
        ("- {date: 2021-06-30，value: 1, source: s}\n", 20, "，"),
        ("- {date: 2021-06-30, value：1, source: s}\n", 27, "："),
        ("－ {date: 2021-06-30, value: 1, source: s}\n", 1, "－"),
        ("－{date: 2021-06-30, value: 1, source: s}\n", 1, "－"),
        ("-\u00a0{date: 2021-06-30, value: 1, source: s}\n", 2, "U+00A0"),
        ("-\u3000{date: 2021-06-30, value: 1, source: s}\n", 2, "U+3000"),
        ("- {date:\u00a02021-06-30,\u00a0value:\u00a01, source: s}\n", 9, "U+00A0"),
        ("- {date: 2021-06-30\u00a0, value: 1\u00a0, source: s\u3000}\n", 20, "U+00A0 U+3000"),
        ("- date: 2021-06-30\n  value: 1\n  source: s\n＃ 注\n", 1, "＃"),
        ("－ ｛date：２０２１－０６－３０，ｖａｌｕｅ：１，source：s｝\n", 1, "－｛：，｝"),
        ("- {ｄａｔｅ: 2021-06-30, value: 1, source: ｓ}\n", 4, "ｄａｔｅ"),
    ],
)
def test_a_sign_is_told_and_thought_away(text: str, column: int, signs: str) -> None:
    """The values are those that were meant, and one finding names the signs of the line."""
    line = 4 if "＃" in text else 1
    assert read(text) == ([LINE], [wide(line, column, signs)])


@pytest.mark.parametrize(
    "blanks", ["\u3000", "\u3000\u3000", "\u00a0\u00a0", " \u3000", "  \u00a0"]
)
def test_wide_blanks_before_a_key_are_as_many_as_beside_it(blanks: str) -> None:
    """Whether one was written for one or for two: nothing is said of the column besides."""
    found = [wide(2, blanks.rindex(" ") + 2 if " " in blanks else 1, f"U+{ord(blanks[-1]):04X}")]
    text = f"- date: 2021-06-30\n{blanks}value: 1\n  source: s\n"
    assert read(text) == ([LINE], found)


def test_every_line_is_told_by_itself() -> None:
    """A record in several lines has a finding on each that has a slip."""
    text = "- date：2021-06-30\n\u3000value: 1\n  source：s\n"
    found = [wide(1, 7, "："), wide(2, 1, "U+3000"), wide(3, 9, "：")]
    values, told = read(text)
    assert (values, sorted(told, key=lambda one: one[1])) == ([LINE], found)


@pytest.mark.parametrize("written", ["[甲、乙]", "[甲，乙]", "[甲， 乙]"])
def test_a_list_may_not_be_parted_by_other_commas(written: str) -> None:
    """A list of names: what stands between them in a sentence is no comma to YAML."""
    sign = written[2]
    assert read(f"- leads: {written}\n") == ([{"leads": ["甲", "乙"]}], [wide(1, 12, sign)])


def test_a_list_in_other_brackets() -> None:
    """The brackets of Chinese print are told together with what stands in them."""
    assert read("- leads: 【甲、乙】\n") == ([{"leads": ["甲", "乙"]}], [wide(1, 10, "【、】")])


@pytest.mark.parametrize(
    "text",
    [
        "- {date: 2021-06-30, note: 甲，乙：丙；｛丁｝【戊】（己）, source: s}\n",
        "- {date: 2021-06-30, note: 来源：某，date：某日, source: s}\n",
        "- {date: 2021-06-30, note: “甲，乙”, printed: 7.1万＃, source: s}\n",
        '- {note: "甲, date：乙，value：丙"}\n',
        "- {note: '甲, date：乙，value：丙'}\n",
        "# 注：date：2021，value：1\n- {date: 2021-06-30} # 注，source：s\n",
        "- id: x\n  note: 注，source：s\n  title: {zh: 甲：乙，丙, en: A}\n",
        "- due: {text: 持续推进，date：无}\n",
        "- name: 甲\u3000乙\n",
        "- url: http://x.example/date:1\n",
        "- aliases: [甲（乙）]\n",
        "- note: >-\n    12：30\n    date：2021\n  value: 0\n",
        "- note: |\n    12：30，value：1\n",
        "- note: 甲\n    12：30\n",
        '- note: "甲\n    date：1"\n',
    ],
)
def test_within_a_text_every_sign_is_right(text: str) -> None:
    """Notes, titles, comments and whatever stands in quotes."""
    assert read(text)[1] == []


def test_a_text_of_the_same_file_stays_right() -> None:
    """A slip on one line makes no slip of the signs in the notes of the others."""
    notes = "- {date: 2021-06-30, value: 1, source: s, note: 甲，source：乙}\n"
    assert read(f"{notes}- ｛date: 2021-06-30｝\n{notes}")[1] == [wide(2, 3, "｛｝")]


def test_a_key_below_a_text_is_no_part_of_it() -> None:
    """YAML takes such a line into the text above; who wrote it meant a key, not so far in."""
    text = "- id: x\n  note: 注\n    source：s\n"
    told = sorted(one[:3] for one in read(text)[1])
    assert told == [("sign-fullwidth", 3, 11), ("yaml-syntax", 3, 5)]


def test_places_are_those_of_what_was_written() -> None:
    """Columns after a sign that was thought away are the ones that an editor shows."""
    node, _ = compose("x", "- {date：2021-06-30，value：1x， source：s}\n")
    assert node is not None
    flat = str(node)
    spans = [(8 + 1, 19), (25 + 1, 28), (37, 38)]
    assert [f"column={a}, end_line=1, end_column={b})" in flat for a, b in spans] == [True] * 3


def test_the_line_to_type_is_told() -> None:
    """Where more than one sign of it is wrong, and where it is not too long to repeat."""
    texts = [
        "- {date：2021-06-30，value：1}\n",
        "- {date：2021-06-30}\n",
        f"- {{date：2021-06-30，note: {'甲' * 200}}}\n",
    ]
    near = [compose("x", text)[1][0].arguments["near"] for text in texts]
    assert near == ["- {date: 2021-06-30, value: 1}", "", ""]


@pytest.mark.parametrize(
    "text",
    ["- {date:2021-06-30, value:1, source:s}\n", "- date:2021-06-30\n  value:1\n  source:s\n"],
)
def test_a_colon_wants_a_blank_after_it(text: str) -> None:
    """Without one, key and value are one word to YAML."""
    node, findings = compose("readings/x.yaml", text)
    assert node is not None
    assert (plain(node), {(one.code, one.arguments["why"]) for one in findings}) == (
        [LINE],
        {("yaml-syntax", "blank-line")},
    )


def test_quotes_of_print_around_what_needs_quotes() -> None:
    """They are two together, though only one of them stands where it hurts."""
    text = "- {date: 2021-06-30, note: “甲, 乙”}\n"
    assert read(text) == ([{"date": "2021-06-30", "note": "甲, 乙"}], [wide(1, 28, "“”")])


def test_what_else_is_wrong_is_told_as_well() -> None:
    """A sign hides no other fault, on its line or on another."""
    text = "- {date：2021-06-30，value：1, value: 2}\n- {<<: {note: x}}\n"
    assert [one[:2] for one in sorted(read(text)[1], key=lambda one: one[1:3])] == [
        ("sign-fullwidth", 1),
        ("key-duplicated", 1),
        ("yaml-feature", 2),
    ]


@pytest.mark.parametrize(
    ("file", "text", "column", "meant"),
    [
        (
            "readings/x.yaml",
            "- {date: 2021-06-30，value: 1，printed: 1个，source: s}",
            20,
            "- {date: 2021-06-30, value: 1, printed: 1个, source: s}",
        ),
        ("tasks.yaml", "- {text: 2025年底前，date: 2025-12-31}", 17, ""),
        ("tasks.yaml", "- {zh: 传感器数， en: Sensors}", 12, ""),
        ("plan.yaml", "bands: {ahead: 1.05，behind: 0.60}", 20, ""),
    ],
)
def test_a_wide_comma_before_a_key_ends_even_a_text(
    file: str, text: str, column: int, meant: str
) -> None:
    """It is told with the whole line, and never made a part of the text before it."""
    node, findings = compose(file, f"{text}\n")
    plainly, _ = compose(file, meant or f"{text}\n".replace("，", ", "))
    assert (node and plain(node)) == (plainly and plain(plainly))
    assert [(*_told(one), one.arguments["near"]) for one in findings] == [
        ("sign-fullwidth", 1, column, "，", meant)
    ]


LISTED = "- {id: a, name: {zh: 甲, en: A}, leads: [乙]}"


@pytest.mark.parametrize(
    ("line", "why"),
    [
        (LISTED.replace(": ", "="), "equals"),
        (LISTED.replace(": ", " ＝ "), "equals"),
        (LISTED.replace(": ", "=").replace(", ", "；"), "equals"),
        (LISTED.replace(": ", "＝").replace(", ", "，"), "equals"),
        (LISTED.replace("{zh", "(zh").replace("A}", "A)"), "parens"),
        (LISTED.replace("{zh", "（zh").replace("A}", "A）"), "parens"),
        (LISTED.replace("{zh", "｛zh").replace("A}", "A｝"), "line"),
    ],
)
def test_other_signs_for_colons_and_braces(line: str, why: str) -> None:
    """Are told once a line, with the line to type."""
    node, (found,) = compose("tasks.yaml", f"{line}\n")
    assert node is not None
    assert plain(node) == [{"id": "a", "name": {"zh": "甲", "en": "A"}, "leads": ["乙"]}]
    given = found.arguments
    assert (given["why"], given.get("text") or given["near"]) == (why, LISTED)


@pytest.mark.parametrize(
    ("line", "typed"),
    [("  kind=stock", "kind: stock"), ("  tasks ＝ [a]", "tasks: [a]"), ("  id=a", "id: a")],
)
def test_an_equals_sign_on_a_line_of_its_own(line: str, typed: str) -> None:
    """Where the record takes several lines."""
    _, (found,) = compose("targets.yaml", f"- name: 甲\n{line}\n  unit: 个\n")
    assert (found.place.line, dict(found.arguments)) == (2, {"why": "equals", "text": typed})


@pytest.mark.parametrize(
    "text",
    ['- {note: "a, value=1"}\n', "- url: http://x.cn/?id=1\n", "- note: 甲 value=1\n"],
)
def test_an_equals_sign_in_a_text(text: str) -> None:
    """Is part of it."""
    assert compose("sources.yaml", text)[1] == ()
