"""A text with signs that are others, and the way back to the columns that were written."""

from fjdex.plan.findings import Place
from fjdex.yamlio.mended import Mended, Slip


def test_columns_lead_back() -> None:
    """Of what stands before, within and behind the signs, on their line alone."""
    mended = Mended("a：b，c\nd", [Slip(1, 2, "：", ": "), Slip(1, 4, "，", ", ")])
    assert mended.text == "a: b, c\nd"
    columns = [mended.place(Place("f", 1, at, 1, at)).column for at in (1, 2, 4, 7)]
    assert columns == [1, 2, 3, 5]
    assert mended.place(Place("f", 2, 1, 2, 2)) == Place("f", 2, 1, 2, 2)


def test_the_kind_of_a_slip() -> None:
    """A colon without its blank, a blank that is none, a sign."""
    kinds = [Slip(1, 1, written, "").kind for written in (":", "\u3000", "：")]
    assert kinds == ["colon", "blank", "sign"]
