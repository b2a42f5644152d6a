"""Canonical lines: read by one pattern, written back, and what the full parser makes of them."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

import builders as b
from fjdex.load import load
from fjdex.plan.readings import Reading
from fjdex.plan.scalars import Malformed
from fjdex.plan.words import Words
from fjdex.yamlio.lines import quote, read_lines, write_line

DAY = date(2022, 9, 30)

# canonical lines, every key and every way of writing a text
CANONICAL = [
    "- {date: 2022-09-30}",
    "- {date: 2022-07-24, area: 东市, value: 10867, qualifier: at-least, source: summit}",
    "- {date: 2022-09-30, value: 71000, printed: 7.1万个, source: a-2022-09}",
    "- {date: 2022-09-30, within: 2022-09, state: delivered, qualifier: by}",
    "- {date: 2022-09-30, period: 2022-01/2022-09, value: -0.50, status: provisional}",
    "- {date: 2022-09-30, part: east, state: started, note: 一句话}",
    '- {date: 2022-09-30, value: 1.9, measure: {zh: 每万人, en: "per 10,000"}, unit: 个/万人}',
    "- {date: 2022-09-30, value: 1, comparability: near, note: {zh: 甲, en: A b  c}}",
    '- {date: 2022-09-30, printed: "超8万, 约|\\"x\\" \\\\ #: &*!@%`"}',
    '- {date: 2022-09-30, note: "- x"}',
    '- {date: 2022-09-30, note: "null"}',
    "- {date: 2022-09-30, note: 正式名称去掉“促进”二字}",
    '- {date: 2022-09-30, printed: "2022-09-30"}',
    "- {date: 2022-09-30, printed: (a)}",
    '- {date: 2022-09-30, note: "why?"}',
]


@pytest.mark.parametrize("line", CANONICAL)
def test_a_canonical_line_is_written_as_it_was_read(line: str) -> None:
    """Nothing is added, dropped or moved."""
    readings = read_lines(line)
    assert readings is not None
    assert [write_line(one) for one in readings] == [line]


@pytest.mark.parametrize("line", CANONICAL)
@pytest.mark.parametrize(
    "around", ["%s\n", "# x\n\n%s", "%s\r\n", "[%s]\n", "- {date: 2022-01-01 }\n%s"]
)
def test_the_full_parser_reads_the_same(line: str, around: str) -> None:
    """Canonical or not, a file answers equal readings on the same lines."""
    inner = line.removeprefix("- ") if around.startswith("[") else line
    loaded = load(b.folder(readings={"t": around % inner}))
    assert (loaded.findings, loaded.plan is not None) == ((), True)
    assert loaded.plan is not None
    assert loaded.plan.readings["t"][-1:] == read_lines(line)
    assert loaded.plan.readings["t"][-1].line == 1 + around.partition("%s")[0].count("\n")


@pytest.mark.parametrize("line", CANONICAL)
def test_block_style_reads_the_same(line: str) -> None:
    """A reading spread over several lines, one key on each, is the same reading."""
    readings = read_lines(line)
    assert readings is not None
    pieces = line.removeprefix("- {").removesuffix("}")
    block = "-\n" + "".join(f"  {pair}\n" for pair in split_pairs(pieces))
    loaded = load(b.folder(readings={"t": block}))
    assert loaded.findings == ()
    assert loaded.plan is not None
    assert loaded.plan.readings["t"] == readings


def split_pairs(inside: str) -> list[str]:
    """Split the inside of a flow mapping at the commas of its own level."""
    pairs, depth, quoted, last = [""], 0, False, ""
    for sign in inside:
        quoted ^= sign == '"' and last != "\\"
        depth += 0 if quoted else (sign == "{") - (sign == "}")
        if sign == "," and not depth and not quoted:
            pairs.append("")
        else:
            pairs[-1] += sign
        last = "" if last == "\\" else sign
    return [pair.strip() for pair in pairs]


def test_comments_and_blank_lines_are_passed_over() -> None:
    """Each reading knows its own line."""
    text = "# x\n\n- {date: 2022-01-01}\n  # y\n- {date: 2022-02-01}\n"
    readings = read_lines(text)
    assert readings is not None
    assert [one.line for one in readings] == [3, 5]


@pytest.mark.parametrize("text", ["", "\n", "# only a comment\n"])
def test_nothing_holds_no_readings(text: str) -> None:
    """An empty file is canonical."""
    assert read_lines(text) == ()


@pytest.mark.parametrize(
    "line",
    [
        "[]",
        "- {value: 1, date: 2022-09-30}",
        "-  {date: 2022-09-30}",
        "- {date: 2022-09-30 }",
        "- {date: 2022-09-30,value: 1}",
        "- {date:  2022-09-30}",
        " - {date: 2022-09-30}",
        "- {date: 2022-09-30",
        "- {date: 2022-09-31}",
        "- {date: ２０２２-09-30}",
        "- {date: 2022-09-30, value: 05}",
        "- {date: 2022-09-30, value: ８}",
        "- {date: 2022-09-30, value: 1, value: 2}",
        "- {date: 2022-09-30, state: done}",
        "- {date: 2022-09-30, printed: ~}",
        "- {date: 2022-09-30, printed: null}",
        "- {date: 2022-09-30, printed: }",
        "- {date: 2022-09-30, printed: a # b}",
        "- {date: 2022-09-30, printed: &a b}",
        "- {date: 2022-09-30, printed: 'a'}",
        "- {date: 2022-09-30, printed: a?}",
        '- {date: 2022-09-30, printed: " "}',
        "- {date: 2022-09-30, source: null}",
        "- {date: 2022-09-30, part: null}",
        "- {date: 2022-09-30, area: null}",
        "- {date: 2022-09-30, line: 5}",
        "- {date: 2022-09-30, valeu: 1}",
        "---",
        "\u3000",
        "\u00a0",
        "\u3000# x",
        "\t# x",
        "\t",
        "x",
    ],
)
def test_any_other_line_is_for_the_full_parser(line: str) -> None:
    """The pattern answers nothing then, and what the full parser says of the file holds."""
    assert read_lines(f"- {{date: 2022-01-01}}\n{line}\n") is None


@pytest.mark.parametrize(
    "reading",
    [
        Reading(date=DAY, value=Decimal("1E+5")),
        Reading(date=DAY, measure=Words("GDP", "GDP"), unit="x"),
        Reading(date=DAY, note=Words("一", "one")),
        Reading(date=DAY, note=Words("same", "same")),
        Reading(date=DAY, note=Words("为何?", "why?"), printed="a?b"),
        Reading(date=DAY, printed="true", unit="no"),
    ],
)
def test_what_is_written_reads_back(reading: Reading) -> None:
    """By the pattern and by the full parser alike."""
    line = write_line(reading)
    loaded = load(b.folder(readings={"t": f"- {{date: 2022-09-30 }}\n{line}\n"}))
    assert loaded.plan is not None
    assert (read_lines(line), loaded.plan.readings["t"][1:]) == ((reading,), (reading,))


@pytest.mark.parametrize(
    "text",
    [
        "a\rb",
        "\0",
        "\x7f",
        "a\x85b",
        "a\u2028b",
        "a\u2029b",
        "\ud800",
        "\ufeff",
        "",
    ],
)
@pytest.mark.parametrize("bare", [Reading(date=DAY), Reading(date=DAY, unit="个")])
def test_what_a_file_may_not_hold_is_not_written(bare: Reading, text: str) -> None:
    """A line that the next load would refuse is never made."""
    for reading in (replace(bare, printed=text), replace(bare, note=Words(text, text))):
        with pytest.raises(Malformed) as raised:
            write_line(reading)
        assert raised.value.code == "reading-unwritable"


@pytest.mark.parametrize("text", ["a\nb", "a\tb", "\n", "a\n\n", 'a"\\n'])
def test_a_text_of_several_lines_takes_one(text: str) -> None:
    """Written with escapes, it is read back as it was, by the pattern and by the full parser."""
    reading = Reading(date=DAY, printed=text) if text.strip() else Reading(date=DAY)
    line = write_line(reading)
    again = list(load(b.folder(readings={"t": f"{line}   # 旁\n"})).draft.readings["t"])
    assert ("\n" in line, read_lines(line), again) == (False, (reading,), [reading])


def test_a_comment_beside_a_line_is_none_of_its_business() -> None:
    """It is passed over, and only where a blank stands before it."""
    bare = "- {date: 2022-09-30}"
    assert read_lines(f"{bare} # 旁 }}\n{bare}   #") == read_lines(f"{bare}\n{bare}")
    assert read_lines(f"{bare}# 旁") is None


def test_numbers_that_are_none_are_not_written() -> None:
    """Not a number, and numbers longer than a file may hold."""
    codes = []
    for value in (Decimal("NaN"), Decimal("Infinity"), Decimal("1E+60")):
        with pytest.raises(Malformed) as raised:
            write_line(Reading(date=DAY, value=value))
        codes.append(raised.value.code)
    assert codes == ["reading-unwritable"] * 3


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("指标 a", "指标 a"),
        ("a,b", '"a,b"'),
        ("a: b", '"a: b"'),
        ("#a", '"#a"'),
        ("-a", '"-a"'),
        ("?", '"?"'),
        ("a?", '"a?"'),
        ("a?b", '"a?b"'),
        ("~", '"~"'),
        ("null", '"null"'),
        (" a", '" a"'),
        ("a ", '"a "'),
        ('"', '"\\""'),
        ("\\", '"\\\\"'),
        ("'a'", "\"'a'\""),
        ("", '""'),
        ("true", '"true"'),
        ("no", '"no"'),
    ],
)
def test_texts_are_quoted_where_yaml_could_take_them_for_something_else(
    text: str, written: str
) -> None:
    """Other readers of the file must see a text too: words of truth and nothing are quoted."""
    assert quote(text) == written
