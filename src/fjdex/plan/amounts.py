"""What was meant by a number that is written in another form than a file has it.

Nothing here is ever taken for the value itself: a finding names it, and somebody types it. Where it
is not certain what was meant, the answer is None or "".
"""

import re

from fjdex.plan.quantities import Entered, bare, parse_quantity
from fjdex.plan.scalars import Malformed

# Nobody writes a number, or a remark beside one, at greater length.
_MAX = 64
_MAX_REMARK = 400
_NOTHING_WORDS = """\
- -- --- / \\ ? ?? ... … …… x *
无 暂无 缺 空 未知 不详 待补 待补充 待填 待定 待核 待核实 待查 未公布 尚未公布
n/a na n.a. #n/a nan nil none unknown tbd tba tbc todo pending missing
"""
_NOTHING = frozenset(_NOTHING_WORDS.split())


def means_nothing(text: str) -> bool:
    """Whether a text only says that there is nothing to write: 无, 待补充, N/A, a dash."""
    return bare(text).lower() in _NOTHING


def beside_figure(text: str) -> tuple[str, str] | None:
    """Answer a figure and what stands in brackets behind it: 7300个（初步）; None without any."""
    match = _in_brackets(text.strip()) if len(text) <= _MAX_REMARK else None
    return (match[1], match[2].strip()) if match else None


def number_meant(text: str, unit: str) -> Entered | None:
    """Answer the number that a text means in a unit: ７１０００, 71 000, 7.1万, 八万, 1e3, 71k."""
    for said in (text, _spelt_out(text)):
        try:
            return parse_quantity(said, unit)
        except Malformed:
            pass
    return None


def of_another_unit(text: str, unit: str) -> bool:
    """Whether a text means a number of another unit: ￥7300 where pieces are counted."""
    for said in (text, _spelt_out(text)):
        try:
            parse_quantity(said, unit)
        except Malformed as error:
            if error.code == "quantity-of-another-unit":
                return True
    return False


def in_brackets(text: str) -> str:
    """Answer the figure that stands alone in a pair of brackets: to some it is below zero."""
    match = _bracketed(bare(text)) if len(text) <= _MAX else None
    return match[1] if match else ""


def misread(text: str) -> str:
    """Answer a figure, day or period with digits for the letters like them: 73O0, 2022-l2-31.

    "" where it has none, or other letters besides.
    """
    said = bare(text) if len(text) <= _MAX else ""
    return said.translate(_LIKE) if _like_digits(said) else ""


def trimmed(text: str) -> str:
    """Answer a value without what is no part of it: `7300,`, `7300 // 待核`, =7300, 《x》."""
    said = bare(text) if len(text) <= _MAX else ""
    return _tail("", said).removeprefix("=").strip("《》〈〉 ")


_tail = re.compile(r"\s*(?:(?://|#).*|<[^<>]*>|[,，。;；、.]+|[(（][^()（）]*[)）])$").sub
_SHORT = {"k": "千", "w": "万", "萬": "万", "億": "亿"}
_shortened = re.compile(r"(?<=[0-9千百万亿])\s*([kKwW萬億])(?![A-Za-z/])").sub
# 7万2 is 72000: the power below is understood.
_halved = re.compile(r"^([0-9]+)([千万亿])([1-9])$").sub
_in_yuan = re.compile(r"^[¥￥]\s*([^元]+)元?$").sub
# Signs that end a sentence or lead to a remark below a table.
_marked = re.compile(r"(?<=[\w%])[。；;，,、！!？?*①-⑳†‡]+$").sub
_bracketed = re.compile(r"[(（]\s*([0-9][0-9.,]*)\s*[)）]").fullmatch
_LIKE = str.maketrans("OoIl|", "00111")
_like_digits = re.compile(r"(?=.*[OoIl|])(?=.*[0-9])[0-9OoIl|HQ.,/年月日-]+").fullmatch
_unpaired = re.compile(r"[(（]?([^()（）]*)[)）]?").fullmatch


def _spelt_out(text: str) -> str:
    """Write in full what is written short: 7.1W as 7.1万, 71k as 71千, 71000） as 71000.

    To an accountant a figure in a pair of brackets is below zero: that is left as it is.
    """
    said = bare(text) if len(text) <= _MAX else ""
    match = _unpaired(said)
    if match and len(said) - len(match[1]) == 1:
        said = match[1]
    said = _marked("", said.removeprefix("累计"))
    said = _shortened(lambda match: _SHORT[match[1].lower()], said)
    return _in_yuan(r"\1元", _halved(r"\1.\3\2", said))


_in_brackets = re.compile(r"([^(（]*[^(（\s])\s*[(（]([^()（）]*[^()（）\s])[)）]").fullmatch
