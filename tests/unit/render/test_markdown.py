"""The bulletin as Markdown."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fjdex.bulletin.quarterly import bulletin
from fjdex.load import load
from fjdex.messages import Voice
from fjdex.plan.period import parse_period
from fjdex.plan.plan import Plan
from fjdex.plan.words import LANGUAGES
from fjdex.render.bulletin import Words
from fjdex.render.escape import md
from fjdex.render.markdown import bulletin_markdown
from stage import PLANS

QUARTERS = {
    "fujian": ["2021Q1", "2022Q3", "2022Q4", "2023Q2"],
    "invented": ["2023Q1", "2024Q1", "2024Q3", "2025Q4"],
}
CASES = [
    (plan, quarter, language)
    for plan, quarters in QUARTERS.items()
    for quarter in quarters
    for language in LANGUAGES
]
CELL = re.compile(r"(?<!\\)\|")


def plan_on_disk(name: str) -> Plan:
    """Load one of the plans that are shipped."""
    folder = PLANS[name]
    texts = {
        path.relative_to(folder).as_posix(): path.read_bytes().decode()
        for path in folder.rglob("*.yaml")
    }
    loaded = load(texts)
    assert loaded.plan is not None
    return loaded.plan


PLAN = {name: plan_on_disk(name) for name in PLANS}


def written(plan: str, quarter: str, language: str) -> str:
    """Write a bulletin."""
    voice = Voice("zh" if language == "zh" else "en")
    return bulletin_markdown(Words(bulletin(PLAN[plan], parse_period(quarter)), voice), {})


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("plain 文字", "plain 文字"),
        ("a|b", "a\\|b"),
        ("a\nb\tc", "a b c"),
        ("*x* _y_ `z` [w](v) ~u~", "\\*x\\* \\_y\\_ \\`z\\` \\[w\\](v) \\~&#8203;u\\~"),
        ("a\\b", "a\\\\b"),
        ("<b> & </b>", "&lt;b&gt; &amp; &lt;/b&gt;"),
        ("&lt;", "&amp;lt;"),
        ("[x](javascript:alert(1))", "\\[x\\](javascript:alert(1))"),
        ("# a", "\\# a"),
        ("- a", "\\- a"),
        ("+ a", "\\+ a"),
        ("1. a", "1\\. a"),
        ("2) a", "2\\) a"),
        ("---", "\\---"),
        ("===", "\\==="),
        ("> a", "&gt; a"),
        ("-3.5", "-3.5"),
        ("-3.5 - 2", "-3.5 - 2"),
        ("+5", "+5"),
        ("2022-09-30", "2022-09-30"),
        ("12.5", "12.5"),
        ("#1", "#&#8203;1"),
        ("C# 1, 5#楼", "C# 1, 5#楼"),
        ("http://a.b, www.a.b", "http:&#8203;//a.b, www&#8203;.a.b"),
        ("FTP://a.b mailto:a@b.c", "FTP:&#8203;//a.b mailto:a@&#8203;b.c"),
        ("@name, GH-12 !3", "@&#8203;name, GH-&#8203;12 !&#8203;3"),
        ("@_x, a/b#12, &3", "@&#8203;\\_x, a/b#&#8203;12, &amp;&#8203;3"),
        ('~bug %v1 50%、5%以上 %"a b"', '\\~&#8203;bug %&#8203;v1 50%、5%以上 %&#8203;"a b"'),
        ("$x$ 5$", "&#8203;&#36;x&#8203;&#36; 5&#8203;&#36;"),
        (":smile: 12:30:45 a.yaml:7:10", ":&#8203;smile: 12:30:45 a.yaml:7:10"),
        (":+1: :100: :e_mail:", ":&#8203;+1: :&#8203;100: :&#8203;e\\_mail:"),
        ("0123456789" * 4, "0&#8203;" + "123456789" + "0123456789" * 3),
        ("0a" * 32 + " " + "0a" * 19, "0&#8203;" + "a0" * 31 + "a " + "0a" * 19),
    ],
)
def test_texts_are_shown_as_they_are(text: str, escaped: str) -> None:
    """Nothing that a plan holds is taken for Markdown, in a table cell too."""
    assert md(text) == escaped


@given(st.text(max_size=40))
@settings(max_examples=100)
def test_any_text_stays_in_its_cell(text: str) -> None:
    """Whatever a text holds, it is one line and ends no cell."""
    cell = md(text)

    assert "\n" not in cell
    assert CELL.search(re.sub(r"\\\\", "", cell)) is None


@pytest.mark.parametrize(("plan", "quarter", "language"), CASES)
def test_tables_are_whole(plan: str, quarter: str, language: str) -> None:
    """Every row of every table has as many cells as its head, and a head of its own above."""
    rows = [
        [len(CELL.split(line)) for line in block.split("\n") if line.startswith("|")]
        for block in written(plan, quarter, language).split("\n\n")
    ]
    tables = [row for row in rows if row]

    made = bulletin(PLAN[plan], parse_period(quarter))
    sometimes = (made.upcoming, made.figures, made.earlier, made.aside)
    assert len(tables) == 6 + sum(1 for one in sometimes if one)
    assert all(len(set(row)) == 1 and len(row) >= 2 for row in tables)


@pytest.mark.parametrize(("plan", "quarter", "language"), CASES)
def test_the_page_is_tidy(plan: str, quarter: str, language: str) -> None:
    """One title, no blanks at line ends, no runs of blank lines, one newline at the end."""
    text = written(plan, quarter, language)

    assert re.findall(r"^# ", text, re.MULTILINE) == ["# "]
    assert re.search(r"[ \t]\n|\n{3}", text) is None
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
    assert "None" not in text
    assert "{" not in text


@pytest.mark.parametrize(("plan", "quarter", "language"), CASES)
def test_references_lead_to_the_list_of_sources(plan: str, quarter: str, language: str) -> None:
    """Every number in brackets is that of a source in the list, which counts from 1."""
    text = written(plan, quarter, language)
    cited = {int(number) for number in re.findall(r"(?<!\\)\[([0-9]+)\]", text)}
    listed = [int(number) for number in re.findall(r"^([0-9]+)\. ", text, re.MULTILINE)]

    assert listed == list(range(1, len(listed) + 1))
    assert cited <= set(listed)


@pytest.mark.parametrize("plan", PLANS)
def test_addresses_can_be_followed(plan: str) -> None:
    """An address stands as Markdown reads it: no sign in it is escaped as if it were prose."""
    quarter = QUARTERS[plan][-1]
    text = written(plan, quarter, "en")
    known = {one.url for one in PLAN[plan].sources if one.url}
    shown = set(re.findall(r"https?://[^\s>]+", text))

    assert shown <= known


@pytest.mark.parametrize("plan", PLANS)
def test_english_has_no_chinese_but_what_was_said_in_it(plan: str) -> None:
    """In the English bulletin the program's own words are English: heads, notes and the method."""
    text = written(plan, QUARTERS[plan][-1], "en")
    ours = [line for line in text.split("\n") if line.startswith("#")]
    ours += [text.split("\n\n")[-1]]

    assert [line for line in ours if re.search("[\u4e00-\u9fff]", line)] == []
