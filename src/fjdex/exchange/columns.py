"""What the head of a column means, and which words of a cell stand for a code.

A head is taken by its words alone, in either language, whatever stands in brackets behind them; in
the brackets behind a value's head stands its unit.
"""

import re
from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from fjdex.plan.quantities import folded
from fjdex.plan.terms import Comparability, Qualifier, Status

# A field, and the heads under which it is found. Keys with an underscore are those of an export.
_HEADS = {
    "id": "id 编号 代码 指标编号 记录编号 事项编号 item_id record_id indicator_id",
    "name": "name 名称 指标 指标名称 事项 事项名称 任务名称 成果名称 项目名称 任务 成果 item "
    "indicator target title item_name indicator_name",
    "unit": "unit 单位 计量单位 unit_of_measurement unit_of_measure",
    "value": "value 数值 填报值 完成值 累计完成 累计完成值 完成情况 本期值 本期数 本期完成 "
    "本期填报值 实际值 实际完成 数据 actual figure current_value reported_value 累计值",
    "state": "state 状态 完成状态 进展状态",
    "date": "date 日期 时间 截至 截止 截至日期 截止日期 截至时间 截止时间 数据日期 数据时间 as_of "
    "date_observed observed",
    "within": "within 所在期间",
    "period": "period 期间 所属期间 所属期 涵盖期间 覆盖期间 period_covered",
    "area": "area 地区 区域 设区市",
    "part": "part 分项 分项编号 分项名称",
    "qualifier": "qualifier 数值性质 准确程度 限定词 how_exact",
    "status": "status 数据状态 数据性质",
    "printed": "printed 原文 原文数字 as_printed",
    "measure": "measure 口径 其他口径",
    "measure_zh": "measure_zh 其他口径(中文) other_measure(chinese)",
    "measure_en": "measure_en 其他口径(英文) other_measure(english)",
    "comparability": "comparability 可比性",
    "source": "source 来源 数据来源 资料来源 source_id",
    "note": "note 备注 说明 notes remarks comment comments",
    "note_zh": "note_zh 备注(中文) note(chinese)",
    "note_en": "note_en 备注(英文) note(english)",
    "reason": "reason 原因 滞后原因 未完成原因 未达进度原因 reason_why_behind reason_for_delay",
    "action": "action 措施 下一步措施 下步措施 下一步打算 下一步工作 整改措施 next_step next_steps",
    # What is known and passed over: the plan has it.
    "": "序号 no # list goal 目标 目标值 期限 完成期限 due due_date 上期值 上期填报值 上次填报值 "
    "上期数 上期日期 上次日期 last_reading last_date 责任单位 牵头单位 填报单位 lead leads agency "
    "name_zh name_en area_read unit_read published line 清单 名称(中文) 名称(英文) name(chinese) "
    "name(english) 适用地区 area_meant 适用计量单位 unit_meant 公布日 行号 填什么 what_to_give "
    "类型 kind 评价 rating",
}
# What the rows above the heads may say of the whole sheet.
_STATEMENTS = {
    "unit": "单位 计量单位",
    "agency": "填报单位 报送单位 填报部门 报送部门 reporting_agency returned_by agency",
    "quarter": "季度 填报季度 报告期 报告季度 填报期 quarter reporting_quarter",
    "returned": "报送日期 填报日期 填表日期 上报日期 date_returned returned_on date_submitted",
}
_TERMS: Mapping[str, Mapping[StrEnum, str]] = {
    "qualifier": {
        Qualifier.EXACT: "准确 准确数 exact",
        Qualifier.AT_LEAST: "超 超过 more_than over",
        Qualifier.FROM: "以上 及以上 or_more",
        Qualifier.JUST_UNDER: "近 接近 将近 nearly just_under",
        Qualifier.ABOUT: "约 左右 大约 about",
        Qualifier.BY: "不晚于 by",
    },
    "status": {
        Status.FINAL: "终值 正式数 最终数 final",
        Status.PROVISIONAL: "初步数 初步 快报数 provisional preliminary",
    },
    "comparability": {
        Comparability.SAME: "同口径 相同 same",
        Comparability.NEAR: "相近口径 相近 near",
        Comparability.PARTIAL: "部分口径 部分 partial part_only",
        Comparability.PROXY: "其他口径 其他 proxy another_quantity",
    },
}

_space = re.compile(r"[\s_\u00a0]+")
_bracket = re.compile(r"^(.*?)[（(]([^（）()]*)[）)]\s*$", re.DOTALL)
_ignored_unit = frozenset({"必填", "选填", "如有", "required", "optional", "if any"})


def bare(text: str) -> str:
    """Answer a head or a name without what makes no difference: blanks, case, width."""
    return _space.sub("", folded(text).lower()).strip(":：*")


def _by_word(words: Mapping[str, str]) -> Mapping[str, str]:
    return MappingProxyType(
        {bare(word): key for key, line in words.items() for word in line.split()}
    )


_field_of = _by_word(_HEADS)
_statement_of = _by_word(_STATEMENTS)
_code_of: Mapping[str, Mapping[str, str]] = {
    field: {bare(word): code.value for code, line in terms.items() for word in line.split()}
    | {bare(code.value): code.value for code in terms}
    for field, terms in _TERMS.items()
}


def field_of(head: str) -> tuple[str | None, str]:
    """Answer the field that a head means and what stands in brackets behind it.

    The field is "" for what is passed over, None for a head that nobody knows.
    """
    match = _bracket.match(head.strip())
    words, behind = (match[1], match[2].strip()) if match else (head, "")
    whole = _field_of.get(bare(head))
    if whole is not None:
        return whole, ""
    return _field_of.get(bare(words)), "" if bare(behind) in _ignored_unit else behind


def statement_of(text: str) -> str | None:
    """Answer what of the whole sheet a cell above the heads is the label of."""
    return _statement_of.get(bare(text))


def code_of(field: str, text: str) -> str:
    """Answer the code that a word means in a field of codes; other words stand for themselves."""
    return _code_of.get(field, {}).get(bare(text), text)
