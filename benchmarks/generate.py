"""Write an invented plan of any size, the same bytes for the same arguments.

    python benchmarks/generate.py FOLDER --records 1000 --readings 1000000

Every record is a target with a file of readings: a value a quarter for the province and for each
of its counties. `--areas 1` gives every reading to the province, so that all of them rate their
record. Everything in it is invented.
"""

import argparse
import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from itertools import islice
from pathlib import Path

START, END = date(2020, 12, 31), date(2030, 12, 31)
PROVINCE = "乌有省"
# So many targets rest on one task.
TOGETHER = 20
# Yesterday's figures: no reading of tomorrow.
LAST = date(2026, 9, 30)
KINDS = ("stock", "ratio", "flow", "growth")
UNITS = {"stock": "个", "ratio": "%", "flow": "亿元", "growth": "%"}
AGENCIES = tuple(f"乌有省第{number:02}局" for number in range(1, 41))
HEADER = """\
# An invented plan, for measuring only.
id: measured
title: {zh: 乌有省测速用方案（虚构）, en: A plan of an invented province for measuring}
start: 2020-12-31
end: 2030-12-31
sections:
  - {id: tasks-1, list: tasks, name: {zh: 任务, en: Tasks}}
bands: {ahead: 1.05, on-schedule: 1, behind: 0.60, far-behind: 0}
about: 5
every: quarter
lag: 60
classes:
  - {id: completed, name: {zh: 已完成, en: Completed}, ratings: [met, met-late, met-undated]}
  - {id: ahead, name: {zh: 超进度, en: Ahead of schedule}, ratings: [ahead]}
  - {id: on-schedule, name: {zh: 达进度, en: On schedule}, ratings: [on-schedule]}
  - {id: behind, name: {zh: 欠进度, en: Behind schedule}, ratings: [behind, far-behind, reversing, missed]}
  - {id: other, name: {zh: 其它, en: Other}, ratings: [ongoing, undecided, unconfirmed, not-due, no-reading, no-baseline, cancelled]}
"""  # noqa: E501 (a file's lines are as long as they are)
TASK = """\
- id: {id}
  section: tasks-1
  title: {{zh: 虚构的任务第{number:03}号, en: Invented task {number:03}}}
  content: {{zh: 全部数字均属虚构, en: All figures are invented}}
  leads: [{lead}]
  due: {{text: 2030年底前, date: 2030-12-31}}
"""
TARGET = """\
- id: {id}
  name: {{zh: 虚构指标第{number:04}号, en: Invented target {number:04}}}
  kind: {kind}
  unit: "{unit}"
  tasks: [{task}]
  outcomes: []
  leads: [{lead}]
  clause: {{ref: 二（{number}）, text: 虚构的第{number:04}条}}
  goals:
    - {{value: {goal}, operator: ">=", due: 2030-12-31, decided: 2020-12-31, source: plan}}
"""


def main() -> None:
    """Write the folder that the arguments ask for."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("folder", type=Path)
    asked.add_argument("--records", type=int, default=1000)
    asked.add_argument("--readings", type=int, default=1_000_000)
    asked.add_argument("--areas", type=int, default=100)
    asked.add_argument("--seed", type=int, default=2021)
    given = asked.parse_args()
    write(given.folder, given.records, given.readings, given.areas, given.seed)


def write(folder: Path, records: int, readings: int, areas: int = 100, seed: int = 2021) -> None:
    """Write a data folder of so many records, which have so many readings in all."""
    each = max(1, readings // records)
    places = (PROVINCE, *(f"乌有省{number:03}县" for number in range(1, areas)))
    shape = Shape(places, tuple(_days(-(-each // areas))))
    numbers = range(1, records + 1)
    files = {
        "plan.yaml": HEADER,
        "tasks.yaml": "".join(_task(number) for number in range(1, records // TOGETHER + 2)),
        "outcomes.yaml": "[]\n",
        "agencies.yaml": "".join(map(_agency, AGENCIES)),
        "areas.yaml": "".join(map(_area, places)),
        "sources.yaml": "".join(map(_source, dict.fromkeys([START, *shape.days]))),
        "targets.yaml": "".join(_target(number, shape.kind(number)) for number in numbers),
    }
    (folder / "readings").mkdir(parents=True)
    for name, text in files.items():
        (folder / name).write_bytes(text.encode())
    dice = random.Random(seed)  # noqa: S311 (figures for measuring, no secrets)
    for number in numbers:
        lines = islice(_readings(dice, shape, shape.kind(number)), each)
        (folder / "readings" / f"{_id(number)}.yaml").write_bytes("".join(lines).encode())


@dataclass(frozen=True)
class Shape:
    """Where and when every record is read."""

    places: tuple[str, ...]
    days: tuple[date, ...]

    def kind(self, number: int) -> str:
        """Answer a record's kind: what accumulates is read at the ends of quarters only."""
        quarterly = all(day in _ENDS for day in self.days)
        return KINDS[number % (len(KINDS) if quarterly else 2)]


_ENDS = tuple(
    date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
    for year in range(START.year, LAST.year + 1)
    for month in (3, 6, 9, 12)
    if (START.year, START.month) <= (year, month) <= (LAST.year, LAST.month)
)


def _days(count: int) -> Iterator[date]:
    """Answer so many days, the last ones of quarters as long as there are enough of them."""
    if count <= len(_ENDS):
        return iter(_ENDS[:count])
    step = max(1, (LAST - START).days // count)
    return (START + timedelta(days=step * number) for number in range(count))


def _id(number: int) -> str:
    return f"target-{number:04}"


def _task_id(number: int) -> str:
    return f"task-{number:03}"


def _task(number: int) -> str:
    lead = AGENCIES[number % len(AGENCIES)]
    return TASK.format(id=_task_id(number), number=number, lead=lead)


def _agency(name: str) -> str:
    number = AGENCIES.index(name) + 1
    return f"- {{id: {name}, name: {{zh: {name}, en: Bureau {number}}}, kind: department}}\n"


def _area(name: str) -> str:
    parent = "" if name == PROVINCE else f", parent: {PROVINCE}"
    return f"- {{id: {name}, name: {{zh: {name}, en: Area {name[3:6] or 'whole'}}}{parent}}}\n"


def _source(day: date) -> str:
    published = min(day + timedelta(days=20), END)
    of_plan = "- {id: plan, kind: publication, published: 2020-12-31}\n" if day == START else ""
    return f"{of_plan}- {{id: {_cited(day)}, kind: publication, published: {published}}}\n"


def _cited(day: date) -> str:
    return f"bulletin-{day.isoformat()}"


def _target(number: int, kind: str) -> str:
    goal = {"stock": 80000 + number, "ratio": 75, "flow": 9000 + number, "growth": 6}[kind]
    lead = AGENCIES[number % len(AGENCIES)]
    return TARGET.format(
        id=_id(number),
        number=number,
        kind=kind,
        unit=UNITS[kind],
        goal=goal,
        lead=lead,
        task=_task_id(number // TOGETHER + 1),
    )


def _readings(dice: random.Random, shape: Shape, kind: str) -> Iterator[str]:
    for step, day in enumerate(shape.days, start=1):
        share = Decimal(step) / len(shape.days)
        period = f"period: {_period(day)}, " if kind in {"flow", "growth"} else ""
        values = _values(dice, kind, share, day, len(shape.places))
        for place, value in zip(shape.places, values, strict=True):
            area = "" if place == PROVINCE else f"area: {place}, "
            printed = f'"{value}%"' if UNITS[kind] == "%" else f"{value}{UNITS[kind]}"
            yield (
                f"- {{date: {day}, {period}{area}value: {value}, printed: {printed},"
                f" source: {_cited(day)}}}\n"
            )


def _values(
    dice: random.Random, kind: str, share: Decimal, day: date, among: int
) -> Iterator[Decimal]:
    """Answer a figure for the province and one for each county; amounts add up to the first."""
    below = [_value(dice, kind, share, day, max(1, among - 1)) for _ in range(among - 1)]
    whole = _value(dice, kind, share, day, 1)
    yield sum(below, Decimal(0)) if below and UNITS[kind] != "%" else whole
    yield from below


def _period(day: date) -> str:
    return f"{day.year}" if day.month == 12 else f"{day.year}-01/{day.year}-{day.month:02}"  # noqa: PLR2004 (December)


def _value(dice: random.Random, kind: str, share: Decimal, day: date, among: int) -> Decimal:
    """Answer a figure that grows as the plan goes on, with some noise."""
    noise = Decimal(dice.randrange(90, 111)) / 100
    if kind == "growth":
        return (Decimal(6) * noise).quantize(Decimal("0.1"))
    if kind == "ratio":
        return (Decimal(20) + 50 * share * noise).quantize(Decimal("0.1"))
    if kind == "flow":
        year = (Decimal(4000) + 5000 * share) * noise
        return (year * day.month / 12 / among).quantize(Decimal("0.01"))
    return ((20000 + 60000 * share) * noise / among).quantize(Decimal(1))


if __name__ == "__main__":
    main()
