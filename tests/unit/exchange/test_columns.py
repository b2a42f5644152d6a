"""Heads and words, in either language and however they are written."""

import pytest

from fjdex.exchange.columns import code_of, field_of, statement_of

HEADS = (
    ("编号", ("id", "")),
    (" ID ", ("id", "")),
    ("指标\n名称", ("name", "")),
    ("数值（万亿元）", ("value", "万亿元")),
    ("完成值(万个)", ("value", "万个")),
    ("数值（必填）", ("value", "")),
    ("*填报值：", ("value", "")),
    ("日期（截至9月底）", ("date", "截至9月底")),
    ("Next  Step", ("action", "")),
    ("note_zh", ("note_zh", "")),
    ("ＮＯＴＥ", ("note", "")),
    ("目标值", ("", "")),
    ("序号", ("", "")),
    ("责任处室", (None, "")),
    ("数值说明", (None, "")),
)


@pytest.mark.parametrize(("head", "wanted"), HEADS)
def test_a_head_means_a_field(head: str, wanted: tuple[str | None, str]) -> None:
    """By its words alone; what is in brackets behind it is told apart."""
    assert field_of(head) == wanted


CODES = (
    ("qualifier", "超", "at-least"),
    ("qualifier", "or more", "from"),
    ("qualifier", "just-under", "just-under"),
    ("status", "初步数", "provisional"),
    ("comparability", "Part only", "partial"),
    ("qualifier", "perhaps", "perhaps"),
    ("note", "超", "超"),
)


@pytest.mark.parametrize(("field", "word", "wanted"), CODES)
def test_a_word_means_a_code(field: str, word: str, wanted: str) -> None:
    """What is no word of the field stands for itself, to be judged later."""
    assert code_of(field, word) == wanted


def test_what_a_sheet_says_of_itself_has_labels() -> None:
    """In either language; other texts are none."""
    labels = ("填报单位", "Reporting agency", "季度", "Returned on", "标题")
    assert [statement_of(one) for one in labels] == [
        "agency",
        "agency",
        "quarter",
        "returned",
        None,
    ]
