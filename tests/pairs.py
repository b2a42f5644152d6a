"""A small invented plan to compare with itself after an edit, and what such a comparison says."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from fjdex.load import Loaded, load
from fjdex.review.change import READING, Change, Deed, Subject
from fjdex.review.compare import Comparison, compare

Edit = tuple[str, str, str]
# Every key of every file stands here once at least, so that each can be edited.
TEXTS: Mapping[str, str] = MappingProxyType(
    {
        "plan.yaml": """\
id: invented
title: {zh: 虚构的方案, en: An invented plan}
start: 2021-01-01
end: 2022-12-31
sections:
  - {id: tasks-1, list: tasks, name: {zh: 一, en: One}, total: 2}
  - {id: outcomes-1, list: outcomes, name: {zh: 二, en: Two}}
bands: {ahead: 1.05, on-schedule: 1, behind: 0.60, far-behind: 0}
about: 5
every: quarter
lag: 60
classes:
  - {id: done, name: {zh: 已完成, en: Done}, ratings: [met, met-late]}
""",
        "tasks.yaml": """\
- id: task-1
  section: tasks-1
  title: {zh: 任务一, en: Task one}
  content: {zh: 修路, en: Build a road}
  leads: [甲局, 乙局]
  due: {text: 2022年底前, date: 2022-12-31}
- id: task-2
  section: tasks-1
  title: {zh: 任务二, en: Task two}
  content: {zh: 架桥, en: Build a bridge}
  leads: [乙局]
  due: {text: 持续推进}
""",
        "outcomes.yaml": """\
- id: outcome-1
  section: outcomes-1
  title: {zh: 成果一, en: Outcome one}
  leads: [甲局]
  due: {text: 2022年底前, date: 2022-12-31}
  tasks: [task-1]
- id: outcome-2
  section: outcomes-1
  title: {zh: 成果二, en: Outcome two}
  leads: [甲局]
  due: {text: 2022年6月底前, date: 2022-06-30, note: 按月末计}
  area: 东市
  parts:
    - {id: north, name: {zh: 北站, en: North}}
    - {id: south, name: {zh: 南站, en: South}, area: 西市}
  path:
    - {date: 2021-12-31, state: started}
""",
        "targets.yaml": """\
- id: stations
  name: {zh: 基站数, en: Stations}
  kind: stock
  unit: 个
  tasks: [task-1]
  outcomes: [outcome-1]
  leads: [甲局]
  clause: {ref: 二（一）1, text: 建成基站730个以上}
  goals:
    - {value: 700, operator: ">=", due: 2022-12-31, decided: 2020-06-01, source: plan-a}
    - value: 730
      operator: ">="
      due: 2022-12-31
      decided: 2021-01-01
      source: plan-b
      path:
        - {date: 2021-12-31, value: 365}
  next: {value: 900, due: 2025-12-31}
  baseline: {value: 0, date: 2020-12-31}
  note: 含室内
- id: users
  name: {zh: 用户数, en: Users}
  kind: stock
  unit: 户
  leads: [乙局]
  clause: {ref: 二（一）2, text: 用户73户}
  goals:
    - {value: 73, operator: ">=", due: 2022-12-31, decided: 2021-01-01}
  baseline: {value: 0, date: 2020-12-31}
""",
        "agencies.yaml": """\
- {id: 甲局, name: {zh: 甲局, en: Bureau A}, kind: department, aliases: [甲]}
- {id: 乙局, name: {zh: 乙局, en: Bureau B}, kind: department}
- {id: 各市, name: {zh: 各市, en: All cities}, kind: group, members: [东市]}
""",
        "areas.yaml": """\
- {id: 虚构省, name: {zh: 虚构省, en: Invented province}}
- {id: 东市, name: {zh: 东市, en: East}, parent: 虚构省}
- {id: 西市, name: {zh: 西市, en: West}, parent: 虚构省}
""",
        "sources.yaml": """\
- {id: plan-a, kind: publication, title: 甲方案, published: 2020-06-01}
- {id: plan-b, kind: publication, title: 乙方案, published: 2021-01-01}
- id: news-1
  kind: publication
  publisher: 虚构报
  published: 2022-01-20
  url: https://invented.example/1
- {id: news-2, kind: return, publisher: 甲局, published: 2022-04-20}
""",
        "remarks.yaml": """\
- id: stations
  quarter: 2022Q1
  reason: 选址未定
  action: 四月底前定
  by: 甲局
  date: 2022-04-10
""",
        "readings/stations.yaml": """\
- {date: 2021-12-31, value: 365, printed: 365个, source: news-1}
- {date: 2021-12-31, area: 东市, value: 200, source: news-1}
- {date: 2022-03-31, value: 400, source: news-2}
""",
        "readings/outcome-2.yaml": """\
- {date: 2021-11-30, part: north, state: started, source: news-1}
""",
    }
)


def edited(*edits: Edit) -> dict[str, str]:
    """Answer the plan's texts with a text replaced in a file, once for each edit.

    What is replaced must be there; an empty one puts the new text at the end of the file.
    """
    texts = dict(TEXTS)
    for file, old, new in edits:
        text = texts.get(file, "")
        assert old in text, (file, old)
        texts[file] = text.replace(old, new, 1) if old else text + new
    return {file: text for file, text in texts.items() if text}


def compared(before: Mapping[str, str], after: Mapping[str, str]) -> Comparison:
    """Compare two folders' texts."""
    return compare(load(before), load(after))


def loaded(*edits: Edit) -> Loaded:
    """Load the plan after some edits."""
    return load(edited(*edits))


def said(changes: Sequence[Change]) -> list[str]:
    """Answer what happened to which record."""
    return [f"{one.code} {one.id}" for one in changes]


_OPPOSITE: Mapping[Deed, Deed] = {
    Deed.ADDED: Deed.REMOVED,
    Deed.REMOVED: Deed.ADDED,
    Deed.WITHDRAWN: Deed.ADDED,
    Deed.REVISED: Deed.REVISED,
    Deed.RENAMED: Deed.RENAMED,
    Deed.CORRECTED: Deed.CORRECTED,
}


def mirrored(change: Change) -> Change:
    """Answer the change that takes another one back."""
    deed = _OPPOSITE[change.deed]
    if change.thing == READING and deed is Deed.REMOVED:
        deed = Deed.WITHDRAWN
    return replace(
        change,
        subject=Subject(change.table, change.subject.former, change.id),
        deed=deed,
        before=change.after,
        after=change.before,
        place_before=change.place_after,
        place_after=change.place_before,
    )


def back(changes: Sequence[Change]) -> list[Change]:
    """Answer the changes that take others back, in an order of their own."""
    return in_order([mirrored(one) for one in changes])


def in_order(changes: Sequence[Change]) -> list[Change]:
    """Sort changes by all that they say."""
    return sorted(changes, key=repr)
