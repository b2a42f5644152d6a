"""Whether a text of readings is canonical all through."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import builders as b
from fjdex.plan.scalars import parse_name_id
from fjdex.yamlio.ledger import Columns, columns_of, ledger_of
from fjdex.yamlio.lines import read_lines
from fjdex.yamlio.scan import scan

GOOD = "date: 2021-03-31, value: 1"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n\n# 甲: {乙}\n",
        b.lines(GOOD),
        b.lines(GOOD).rstrip("\n"),
        b.lines(
            "date: 2021-03-31, within: 2021-03, period: 2021-01/2021-03, area: 东市, value: -0.5"
        ),
        b.lines("date: 2021-03-31, part: p-1, state: delivered, qualifier: by, status: final"),
        b.lines(
            'date: 2021-03-31, value: 71000, printed: 7.1万个, source: s-1, note: "甲, \\"乙\\""'
        ),
        b.lines(
            "date: 2021-03-31, value: 1, measure: {zh: 甲, en: A b}, unit: 个/人,"
            " comparability: near"
        ),
        b.lines("date: 2021-03-31, value: 1, note: {zh: 甲 乙, en: null and void}"),
    ],
)
def test_what_is_canonical_is_known_at_once(text: str) -> None:
    """Every key, a text in either language, comments and blank lines."""
    found = ledger_of(text)
    assert found is not None
    assert found == read_lines(text)


@pytest.mark.parametrize(
    "inside",
    [
        "date: 2021-02-30, value: 1",
        "date: 1899-12-31, value: 1",
        f"{GOOD}, period: 2021",
        "date: 2021-03-31, period: 2021-04/2021-03, value: 1",
        "date: 2021-03-31, area: 东 市, value: 1",
        f"date: 2021-03-31, area: {'市' * 65}, value: 1",
        "date: 2021-03-31, value: 01",
        f"date: 2021-03-31, value: {'1' * 41}",
        "date: 2021-03-31, state: done",
        "date: 2021-03-31, state: delivered-late",
        f"{GOOD}, source: null",
        f"{GOOD}, source: {'s' * 65}",
        f"{GOOD}, note: null",
        f'{GOOD}, note: ""',
        f'{GOOD}, note: "　"',
        f'{GOOD}, note: "a\u2028b"',
        f"{GOOD}, note: a\u200bb",
        f"{GOOD}, note: - a",
        f'{GOOD}, note: "{"长" * 65_600}"',
        f"{GOOD}, line: 1",
        f"{GOOD},note: a",
        f"{GOOD}, note: a, note: b",
    ],
)
def test_what_is_unusual_is_left_to_others(inside: str) -> None:
    """Also where a closer look would find it right."""
    assert ledger_of(b.lines(GOOD, inside)) is None


@pytest.mark.parametrize(
    "text", ["<<<<<<< a\n", "-\n", "- a\n", "a\n", f" - {{{GOOD}}}\n", "\r\n", "#\t\n"]
)
def test_other_lines_are_left_to_others(text: str) -> None:
    """Conflicts, other shapes, other ends of lines."""
    assert ledger_of(b.lines(GOOD) + text) is None


WORDS = st.sampled_from(
    [
        "甲",
        "a b",
        '"甲, 乙"',
        '"area"',
        '", area: 东市"',
        "null",
        "nul",
        "~",
        "-1",
        "1",
        '"\\n"',
        "#",
        "a#",
    ]
)
PARTS = {
    "within": st.sampled_from(["2021-03", "2021", "2021Q5", "9999", "1899", "2200", "2201"]),
    "period": st.sampled_from(
        ["2021Q1", "2021-01/2021-03", "2021-03/2021-01", "2021H3", "2021-13"]
    ),
    "area": st.sampled_from(["东市", "null", "Null", "东/市", "a", '"东市"', "（东）·1", "\u115f"])
    | st.sampled_from(["-a", "a-", "e\u0301", "é", "a b", "市" * 64, "市" * 65]),
    "part": st.sampled_from(["p", "p-1", "P", "p--1"]),
    "value": st.sampled_from(["1", "-0", "0.50", "+1", ".5", "1e3", "1" * 40, "1" * 41]),
    "state": st.sampled_from(["delivered", "done", "planned "]),
    "qualifier": st.sampled_from(["about", "exact", "abouts"]),
    "status": st.sampled_from(["provisional", "final", "draft"]),
    "printed": WORDS,
    "measure": st.one_of(WORDS, st.builds("{{zh: {}, en: {}}}".format, WORDS, WORDS)),
    "unit": WORDS,
    "comparability": st.sampled_from(["near", "same", "far"]),
    "source": st.sampled_from(["s", "s-1", "null", "S", "s" * 64, "s" * 65]),
    "note": st.one_of(WORDS, st.builds("{{zh: {}, en: {}}}".format, WORDS, WORDS)),
}


@st.composite
def written(draw: st.DrawFn) -> str:
    keys = draw(st.lists(st.sampled_from(list(PARTS)), unique=True, max_size=5))
    ordered = sorted(keys, key=list(PARTS).index)
    pairs = "".join(f", {key}: {draw(PARTS[key])}" for key in ordered)
    day = draw(st.sampled_from(["2021-03-31", "2021-02-29", "2020-02-29", "2021-3-31"]))
    tail = draw(st.sampled_from(["}\n", "} # 甲\n", "}", "} \n", "}\r\n"]))
    return f"- {{date: {day}{pairs}{tail}"


@given(st.lists(st.one_of(written(), st.sampled_from(["\n", "# 甲\n", "  # 甲\n"])), max_size=4))
@example([f"- {{{GOOD}}}\n", "# 甲\n"])
def test_whatever_is_known_at_once_reads_line_by_line_too(lines: list[str]) -> None:
    """The same readings, and nothing in it that a scan forbids."""
    text = "".join(lines)
    found = ledger_of(text)
    if found is not None:
        assert (found == read_lines(text), scan("x", text), len(found)) == (
            True,
            (),
            text.count("- {"),
        )


def test_columns_are_what_is_written() -> None:
    """Key by key, empty where a key is absent."""
    text = "# 甲\n" + b.lines(
        GOOD,
        "date: 2021-06-30, within: 2021-06, period: 2021H1, area: 东市, value: 2.50,"
        ' qualifier: about, status: provisional, printed: "2,5", measure: {zh: 甲, en: A},'
        " unit: 个, comparability: near, source: s-1, note: 乙",
    )
    found = ledger_of(text)
    assert found is not None

    assert columns_of(found) == Columns(
        days=("2021-03-31", "2021-06-30"),
        withins=("", "2021-06"),
        periods=("", "2021H1"),
        areas=("", "东市"),
        values=("1", "2.50"),
        marks=("", ", qualifier: about, status: provisional"),
        printed=("", '"2,5"'),
        measures=("", ", measure: {zh: 甲, en: A}, unit: 个, comparability: near"),
        sources=("", "s-1"),
    )


@pytest.mark.parametrize(
    "inside", ["date: 2021-03-31, state: delivered", "date: 2021-03-31, part: p, value: 1"]
)
def test_states_and_parts_stand_in_no_column(inside: str) -> None:
    """One of them, and there are no columns at all."""
    found = ledger_of(b.lines(GOOD, inside))
    assert found is not None
    assert columns_of(found) is None


@pytest.mark.parametrize("sign", ["（", "）", "(", ")", "·", "-", "A", "z", "0", "9"])
def test_a_name_may_hold_such_signs(sign: str) -> None:
    """What the pattern takes for a name, the parser takes."""
    text = b.lines(f"date: 2021-03-31, area: 东{sign}, value: 1")
    assert [one.area for one in ledger_of(text) or ()] == [parse_name_id(f"东{sign}")]


def test_every_chinese_letter_of_a_name_is_one_to_the_parser() -> None:
    """From the first to the last that the pattern takes, each in its normal form."""
    every = [chr(code) for code in range(0x4E00, 0x9FEF + 1)]
    assert [parse_name_id(one) for one in every] == every
