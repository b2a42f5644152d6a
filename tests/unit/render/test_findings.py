"""Findings in their four forms."""

import json
from string import Formatter

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from fjdex.messages import Voice, messages_of
from fjdex.plan.findings import CODES, Finding, Place
from fjdex.plan.words import LANGUAGES
from fjdex.render.findings import (
    FORMATS,
    as_json,
    concise,
    full,
    github,
    headline,
    help_of,
    summary,
)

ZH, EN = Voice("zh"), Voice("en")
FILE = "readings/t.yaml"
DATE = Finding("date-malformed", Place(FILE, 7, 10, 7, 20), {"text": "2022-13-30", "form": "month"})
TEXT = "\n" * 6 + "- {date: 2022-13-30, value: 71000, source: fjca-2022-q3}\n"
SHAPE = """\
error[date-malformed]: `2022-13-30` is not a date
  --> data/readings/t.yaml:7:10
   |
 7 | - {date: 2022-13-30, value: 71000, source: fjca-2022-q3}
   |          ^^^^^^^^^^ the month runs from 01 to 12
help: write YYYY-MM-DD, as in 2022-09-30
"""


def test_full_shows_the_line_with_carets() -> None:
    """The full form names code and place, shows the line, points at the place, says what to do."""
    assert full([DATE], {FILE: TEXT}, "data/", EN) == SHAPE


def test_a_blank_line_stands_between_findings() -> None:
    """Two findings are two paragraphs."""
    assert full([DATE, DATE], {FILE: TEXT}, "data/", EN) == f"{SHAPE}\n{SHAPE}"


@given(
    st.text("ab 数（，", min_size=0, max_size=20),
    st.text("ab数（，", min_size=1, max_size=10),
    st.text("ab 数）", max_size=10),
)
@settings(max_examples=100)
def test_carets_stand_under_the_place_as_it_is_seen(before: str, place: str, after: str) -> None:
    """Carets begin where the place begins on screen and are as wide: a Chinese sign is two."""
    start = len(before) + 1
    finding = Finding("value-empty", Place(FILE, 1, start, 1, start + len(place)), {"key": "k"})

    shown = full([finding], {FILE: before + place + after}, "", ZH).split("\n")

    carets = shown[4].removeprefix("   | ")
    assert len(carets) - len(carets.lstrip()) == cell_len(before)
    assert carets.count("^") == cell_len(place)


@given(
    st.text("ab 数（😀", max_size=120),
    st.text("cd数（", min_size=1, max_size=60),
    st.text("ab 数）\t", max_size=120),
    st.integers(20, 130),
)
@example(before="", place="cccccc数数数数数数数数数数数数", after="a", width=20)
@settings(max_examples=100, deadline=None)
def test_a_line_that_is_too_long_is_shown_around_the_place(
    before: str, place: str, after: str, width: int
) -> None:
    """It fits, carets stand under the place or as much of it as fits, and … marks what is not."""
    start = len(before) + 1
    finding = Finding("value-empty", Place(FILE, 1, start, 1, start + len(place)), {"key": "k"})

    shown = full([finding], {FILE: before + place + after}, "", ZH, width).split("\n")

    line, carets = shown[3].removeprefix(" 1 | "), shown[4].removeprefix("   | ")
    room = max(30, width - 5)
    left = next(at for at in range(len(line) + 1) if cell_len(line[:at]) == carets.index("^"))
    wide = len(carets.strip())
    under = next(at for at in range(left, len(line) + 1) if cell_len(line[left:at]) >= wide)
    assert cell_len(line) <= room
    assert place.rstrip().startswith(line[left:under].rstrip("… "))
    assert (before + place + after).replace("\t", " ").find(line.strip("… ")) >= 0
    assert ("…" in line) == (cell_len(before + place + after.replace("\t", " ")) > room)


@pytest.mark.parametrize(
    ("line", "column", "end", "shown", "carets"),
    [
        ("a" * 100 + "bad" + "c" * 100, 101, 104, "…" + "a" * 15 + "bad" + "c" * 15 + "…", (16, 3)),
        ("bad" + "c" * 100, 1, 4, "bad" + "c" * 31 + "…", (0, 3)),
        ("a" * 100 + "bad", 101, 104, "…" + "a" * 31 + "bad", (32, 3)),
        ("数" * 50 + "值", 51, 52, "…" + "数" * 16 + "值", (33, 2)),
        ("b" * 100, 1, 101, "b" * 32 + "…", (0, 33)),
        ("a" * 50, 51, 51, "…" + "a" * 34, (35, 1)),
    ],
)
def test_the_stretch_of_a_long_line(
    line: str, column: int, end: int, shown: str, carets: tuple[int, int]
) -> None:
    """The place stands in the middle where there is enough on both sides."""
    finding = Finding("value-empty", Place(FILE, 1, column, 1, end), {"key": "k"})

    lines = full([finding], {FILE: line}, "", EN, 40).split("\n")

    said = (lines[3], lines[4])
    assert said == (f" 1 | {shown}", f"   | {' ' * carets[0]}{'^' * carets[1]}")


@pytest.mark.parametrize(
    ("place", "text", "carets"),
    [
        (Place(FILE, 1, 3, 1, 3), "ab", "  ^"),
        (Place(FILE, 1, 2, 2, 1), "abc\nd", " ^^"),
        (Place(FILE, 2, 1, 2, 1), "ab\n", "^"),
        (Place(FILE, 9, 1, 9, 1), "ab\n", "^"),
        (Place(FILE, 1, 3, 1, 5), "\t数ab\r\n", "   ^^"),
    ],
)
def test_places_at_the_edges(place: Place, text: str, carets: str) -> None:
    """An empty place, one over several lines, one behind the end: there is always a caret."""
    finding = Finding("value-empty", place, {"key": "k"})

    shown = full([finding], {FILE: text}, "", EN).split("\n")

    assert shown[4].partition("| ")[2] == carets


def test_a_file_that_gave_no_text_shows_no_line() -> None:
    """What could not be read is named without an excerpt."""
    finding = Finding("file-not-utf8", Place(FILE), {"guess": "GBK"})

    assert full([finding], {}, "data/", EN).split("\n")[:2] == [
        "error[file-not-utf8]: readings/t.yaml is not UTF-8",
        "  --> data/readings/t.yaml:1:1",
    ]


def test_concise_is_one_line_a_finding() -> None:
    """The concise form is what editors and grep read: file, line, column, severity, code."""
    assert concise([DATE, DATE], {}, "data/", EN) == 2 * (
        "data/readings/t.yaml:7:10: error[date-malformed] `2022-13-30` is not a date\n"
    )


def test_github_escapes_what_its_grammar_reserves() -> None:
    """Annotations escape percent signs, colons and commas where GitHub would misread them."""
    finding = Finding("id-malformed", Place("a,b:c.yaml", 1, 2, 1, 4), {"text": "5%\n", "form": ""})

    assert github([finding], {}, "", EN).startswith(
        "::error file=a%2Cb%3Ac.yaml,line=1,endLine=1,col=2,endColumn=3,"
        "title=fjdex (id-malformed)::`5%25%0A` cannot be an id"
    )
    assert github([finding], {}, "", EN).count("\n") == 1


@pytest.mark.parametrize(
    ("voice", "said"),
    [
        (EN, "`a` is not a period; the year is missing; write it with its year, as in"),
        (ZH, "“a”不是期间；缺少年份；"),
    ],
)
def test_github_joins_what_it_says_as_the_language_does(voice: Voice, said: str) -> None:
    """Headline, label and help in one line, with the semicolon of the language between."""
    finding = Finding("period-malformed", Place(FILE), {"text": "a", "why": "yearless"})

    assert github([finding], {}, "", voice).partition("(period-malformed)::")[2].startswith(said)


@pytest.mark.parametrize("code", CODES)
def test_every_code_can_be_said_in_every_form(code: str) -> None:
    """Every finding is said in every form and both languages, given the arguments that it names."""
    held = messages_of("en", "finding")
    parts = [text for one, text in held.items() if one.split(".")[0] == code]
    names = {name for text in parts for _, name, _, _ in Formatter().parse(text) if name}
    arguments = {name: f"({name})" for name in names - {"file"}}
    finding = Finding(code, Place(FILE, 1, 1, 1, 2), arguments)

    for language in LANGUAGES:
        for form in FORMATS.values():
            assert form([finding], {FILE: "x\n"}, "", Voice(language)).count(code) == 1
        assert headline(finding, Voice(language))


def test_json_parses_and_counts_columns_in_characters() -> None:
    """The JSON form is one object; ends of places are those of the parser."""
    whole = json.loads(as_json([DATE], {}, "data/", ZH))

    (found,) = whole["findings"]
    assert whole["schema"] == "fjdex.check/1"
    assert (found["file"], found["line"], found["column"]) == ("data/readings/t.yaml", 7, 10)
    assert (found["end_line"], found["end_column"]) == (7, 20)
    assert (found["code"], found["severity"]) == ("date-malformed", "error")


def test_summary_counts() -> None:
    """The summary counts errors, warnings and files, and says so when there is nothing."""
    warning = Finding("source-unused", Place("sources.yaml"), {"text": "x"})

    assert summary([], ZH) == "没有发现问题。"
    assert summary([DATE, DATE, warning], ZH) == "错误2个，警告1个，涉及2个文件。"


def test_what_is_listed_is_joined_as_a_language_does() -> None:
    """Ids and the numbers of lines; what is to be typed keeps the commas of YAML."""
    unknown = Finding("area-unknown", Place(FILE, 1), {"text": "市", "near": "甲市, 乙市"})
    dashes = Finding("yaml-syntax", Place(FILE, 1), {"why": "dashes", "lines": "11, 12"})
    typed = Finding("number-malformed", Place(FILE, 1), {"text": "7", "near": "value: 7, note: a"})

    assert [help_of(one, ZH) for one in (unknown, dashes, typed)] == [
        "是否应为甲市、乙市？或加入areas.yaml",
        "只有记录的第一行写“-”；请把第11、12行的“-”改为空格",
        "写成：value: 7, note: a",
    ]
    assert help_of(dashes, EN) == (
        "only the first line of a record has a `-`: write a blank for it in line 11, 12"
    )
