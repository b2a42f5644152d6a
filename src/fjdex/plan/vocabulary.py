"""Words that people write for a key or a term of the format, each with what it means there.

A word may mean several, such as 状态: the first one that is known at its place is meant.
"""

from collections.abc import Collection, Mapping

from fjdex.plan.quantities import folded, parse_state

_KEYS = """\
date: 日期 截至日期 统计时间 数据日期 填报日期 时间 观测日期 day when
within: 期内
period: 期间 时期 统计期
area: 地区 区域 地市 设区市 place region city
part: 分项 component
value: 数值 值 完成值 完成数 实际值 累计完成 填报值 数量 目标值 基期值 计划值 amount number figure
state: 状态 进展
qualifier: 限定词 限定
status: 状态 数据状态
printed: 原文 印作 原始数据 raw
measure: 口径 指标口径
unit: 计量单位 单位
comparability: 可比性 口径可比性 comparable
source: 来源 数据来源 出处 src
note: 备注 注 说明 注释 notes comment comments remark remarks
id: 编号 代码 标识 key code
name: 名称 名字 title
title: 标题 题名 名称 name
content: 内容 工作内容 主要内容
leads: 牵头单位 牵头 责任单位 单位 lead agency agencies
due: 期限 截止 截止日期 完成时限 完成时间 deadline
section: 分节 章节 类别
tasks: 任务 任务来源 task
outcomes: 成果 成果来源 outcome
goals: 目标 目标值 goal
baseline: 基期 基期值 基准 base
path: 序时进度计划 序时计划 计划
next: 下一目标 后续目标
kind: 类型 类别 种类 type
operator: 运算符 比较符 比较
decided: 决定 决定日期 印发日期
clause: 条款
every: 频率 填报频率 frequency
lag: 滞后 滞后天数
publisher: 公布单位 发布单位 发布机构 公布者
published: 公布日期 发布日期 发布时间 publish-date
url: 网址 链接 link
confidence: 可信度
quarter: 季度
reason: 原因 滞后原因
action: 措施 下一步措施
by: 填写单位 填报单位 author
aliases: 别名 简称 alias
members: 成员 成员单位 member
parent: 上级 所属 上级地区
start: 开始 开始日期 起始日
end: 结束 结束日期 截止日
ratings: 评价
zh: 中文 cn
en: 英文 english
text: 文本 原文 文字
ref: 出处 条款号
"""
_TERMS = """\
provisional: 暂行 暂定 初步 初步数 初步核算 快报 快报数 预计 preliminary prelim estimate estimated
final: 最终 终核 终审 核定 正式 最终数
exact: 准确 确切 等于
at-least: 超 超过 突破 逾 大于 more-than over
from: 以上 不低于 不少于 至少 >= ≥
just-under: 近 接近 将近 nearly almost
about: 约 左右 大约 上下 approximately circa ~
by: 之前 已于
same: 可比 相同 同口径 一致 comparable
near: 相近 近似 接近 similar
partial: 部分 局部
proxy: 替代 代理 代用
stock: 存量 总量 时点
flow: 流量 累计 当期
ratio: 比重 占比 比率 比例 率 share percentage
growth: 增速 增长 增长率 rate
deliverable: 交付 交付物 建设项目 事项
publication: 公布 发布 公报 publish
reprint: 转载 转引
return: 报送 填报 上报 回报
department: 部门 厅局 bureau office
city: 市 城市 设区市
group: 组 组合
other: 其他 其它
high: 高
medium: 中
low: 低
quarter: 季 季度 每季 每季度 quarterly
half-year: 半年 每半年 half half-yearly
year: 年 年度 每年 yearly annual annually
targets: 指标 target
outcomes: 成果 outcome
tasks: 任务 task
ahead: 超进度 超序时进度
on-schedule: 达进度 达到序时进度
behind: 欠进度 慢于序时进度
far-behind: 严重滞后
reversing: 倒退
met: 已完成
met-late: 逾期完成
met-undated: 已完成时间待核
missed: 到期未完成
undecided: 无法判定
unconfirmed: 到期待确认
not-due: 未到期
ongoing: 持续推进
no-baseline: 缺基期
no-reading: 无数据
cancelled: 已取消
>=: ≥ ≧ => =＞ gte ge 大于等于 大于或等于 不小于 达 以上 不低于 不少于 达到 至少
>: ＞ gt 超 超过 突破 大于
<=: ≤ ≦ =< lte le 小于等于 小于或等于 不大于 以下 不高于 不超过 至多
<: ＜ lt 低于 小于
"""


def _meanings(table: str) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for line in table.splitlines():
        meant, _, words = line.partition(": ")
        for word in words.split():
            found[folded(word)] = (*found.get(folded(word), ()), meant)
    return found


_keys = _meanings(_KEYS)
_terms = _meanings(_TERMS)


def key_meant(text: str, known: Collection[str]) -> str:
    """Answer the known key that a word means, in Chinese, in capitals or otherwise; "" if none."""
    return _meant(text, known, _keys, "_")


def term_meant(text: str, known: Collection[str]) -> str:
    """Answer the known term that a word means, "" where there is none."""
    state = parse_state(text)
    if state is not None and state in known:
        return state.value
    return _meant(text, known, _terms, "-")


def _meant(
    text: str, known: Collection[str], table: Mapping[str, tuple[str, ...]], joint: str
) -> str:
    said = folded(text).strip("“”‘’\"'").lower()
    joined = said.replace(" ", joint).replace("-" if joint == "_" else "_", joint)
    words = (joined, *table.get(said, ()), *table.get(joined.replace("_", "-"), ()))
    return next((word for word in words if word in known), "")
