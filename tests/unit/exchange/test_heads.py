"""Where the heads of a sheet stand, and what it says above them."""

from fjdex.exchange.grid import Cell, CellPlace, Problem, Remarked, Row, Sheet
from fjdex.exchange.heads import Places, find_heads, head_faults


def rows(*texts: str) -> list[Row]:
    """Make rows of texts whose cells are parted by bars; empty cells are none."""
    return [
        Row(at, {n: Cell(one) for n, one in enumerate(text.split("|"), start=1) if one})
        for at, text in enumerate(texts, start=1)
    ]


def test_heads_are_the_first_row_that_names_an_item_and_what_is_said_of_it() -> None:
    """Titles and what the sheet says of itself stand above."""
    given = rows(
        "进展情况表",
        "填报单位|甲局||季度|2022Q3|报送日期",
        "截至：9月底，季度：二季度",
        "序号|指标名称|数值（万个）|日期|责任处室",
        "1|a|2",
    )

    heads, row = find_heads(iter(given))

    assert heads is not None
    assert row == given[3]
    assert (heads.columns, heads.unit) == ({"name": 2, "value": 3, "date": 4}, "万个")
    assert heads.known == {1: "", 2: "name", 3: "value", 4: "date"}
    assert heads.statements == {"agency": ("甲局", 2, 2), "quarter": ("2022Q3", 2, 5)}


def test_a_statement_may_stand_in_one_cell() -> None:
    """Behind a colon of either width."""
    heads, _ = find_heads(iter(rows("填报单位：甲局|Quarter: 2022Q3", "id|value")))
    assert heads is not None
    assert heads.statements == {"agency": ("甲局", 1, 1), "quarter": ("2022Q3", 1, 2)}


def test_without_heads_the_last_row_seen_is_answered() -> None:
    """None where there is no row; further down than a hundred rows nobody looks."""
    assert find_heads(iter(())) == (None, None)
    given = rows("来源目录", "编号|标题")
    assert find_heads(iter(given)) == (None, given[1])
    assert find_heads(iter(rows(*["x"] * 100, "id|value")))[0] is None


def test_heads_that_mean_the_same_and_heads_that_mean_nothing_are_told() -> None:
    """At their cells."""
    given = rows("id|数值|完成值|处室|电话|目标|上期值")
    heads, row = find_heads(iter(given))
    assert heads is not None
    assert row is not None
    sheet = Sheet("表", given)

    assert list(head_faults(heads, row, Places("a.xlsx", sheet))) == [
        Problem(
            "column-twice", CellPlace("a.xlsx", "表", 1, "C"), {"text": "完成值", "other": "B"}
        ),
        Remarked("column-unknown", CellPlace("a.xlsx", "表", 1), {"text": "处室、电话"}),
    ]
