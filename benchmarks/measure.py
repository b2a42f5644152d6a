"""Measure start-up and scale, and print tables in Markdown: `benchmarks/run > tables.md`.

Everything is a ratio or a bound taken in one run on one machine, with the yardstick beside it.
Seconds are processor seconds (user and system) of the process that is measured: another's work on
the same machine counts less in them than in the clock's. Needs fjdex and git; writes only to a
temporary folder. `--quick` takes a twentieth of the readings and fewer rounds.
"""

import argparse
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path

from costs import Cost, cost

HERE = Path(__file__).resolve().parent
PLAN = HERE.parent / "data"
PYTHON = sys.executable
FJDEX = (PYTHON, "-m", "fjdex")


@dataclass(frozen=True)
class Row:
    """One line of a table: what was measured, against what, and the bar that is set."""

    name: str
    ratio: float
    costs: tuple[Cost, ...]
    bar: str


def main() -> None:
    """Measure and print."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--quick", action="store_true")
    quick = asked.parse_args().quick
    with tempfile.TemporaryDirectory() as room:
        work, rounds = Path(room), 5 if quick else 20
        tables = (
            _table("Start-up, on the shipped plan", START_UNIT, start_up(work, rounds)),
            _table("Scale", "times the yardstick", scale(work, quick=quick)),
        )
        sys.stdout.write("\n".join((_head(), *tables)))


START_UNIT = "times `python -c pass`"


@dataclass(frozen=True)
class Case:
    """A command at start-up: its words, its bar, what comes before it, and its environment.

    `again` has it run once before it is measured: nothing has changed since then.
    """

    name: str
    words: Sequence[str]
    bar: int
    before: Callable[[], None] = lambda: None
    more: Mapping[str, str] = field(default_factory=dict)
    again: bool = False


_RECORD = ("record", "5g-base-stations", "7万", "--date", "2022-08-31")
RECORD = (*_RECORD, "--source", "fjca-2022-09", "-n", "--yes")
_RECORD_BIG = ("record", "target-0008", "78000", "--date", "2023-03-30")
RECORD_BIG = (*_RECORD_BIG, "--source", "bulletin-2023-03-31", "-n", "--yes")
COMPLETION = {
    "_FJDEX_COMPLETE": "complete_bash",
    "COMP_WORDS": "fjdex show 5g",
    "COMP_CWORD": "2",
}
OTHER = ("status", "--kind", "target", "--lang", "en")


def start_up(work: Path, rounds: int) -> list[Row]:
    """Measure short commands against a bare interpreter, one after the other in every round."""
    plan, cache = work / "plan", work / "cache"
    shutil.copytree(PLAN, plan / "data")
    _commit(plan)
    file = plan / "data" / "readings" / "5g-base-stations.yaml"
    line = b"- {date: 2023-08-31, value: 81000, source: chinanews-2023-08-04}\n"

    def edited() -> None:
        toggle(file, line)

    def forgotten() -> None:
        shutil.rmtree(cache, ignore_errors=True)

    def unasked() -> None:
        shutil.rmtree(cache / "answers", ignore_errors=True)

    cases = (
        Case("`--version`", ("--version",), 7),
        Case("`--help`", ("--help",), 7),
        Case("completing an id", (), 7, more=COMPLETION, again=True),
        Case("`status`, nothing changed, in a pipe", ("status",), 9, again=True),
        Case("the same at a terminal", ("status",), 13, more={"terminal": "1"}, again=True),
        Case("the same with a filter, in English", OTHER, 9, again=True),
        Case("`status` with a filter that is new", OTHER, 30, unasked),
        Case("`status`, the first time", ("status",), 30, forgotten),
        Case("`status`, after an edit", ("status",), 30, edited),
        Case("`check`, after an edit", ("check",), 32, edited),
        Case("`record`", RECORD, 32),
        Case("`diff`, one reading changed", ("diff",), 32, edited),
    )
    given = {"FJDEX_CACHE": str(cache), "FJDEX_DATA": str(plan / "data"), "FJDEX_LANG": "zh"}
    bare: list[Cost] = []
    costs: dict[str, list[Cost]] = {one.name: [] for one in cases}
    for _ in range(rounds + 1):
        bare.append(cost((PYTHON, "-c", "pass"), {}))
        for one in cases:
            one.before()
            runs = range(1 + one.again)
            costs[one.name] += [cost((*FJDEX, *one.words), {**given, **one.more}) for _ in runs][
                -1:
            ]
    yardstick = Row("`python -c pass`", 1, tuple(bare[1:]), "")
    return [
        yardstick,
        *(
            Row(one.name, _median(kept) / _median(bare[1:]), tuple(kept), f"{one.bar}x")
            for one in cases
            for kept in (costs[one.name][1:],)
        ),
    ]


def toggle(file: Path, line: bytes) -> None:
    """Put a line at the end of a file, or take it away again."""
    text = file.read_bytes()
    file.write_bytes(text.replace(line, b"") if line in text else text + line)


class Scale:
    """A plan of a thousand records with a million readings, and what commands take on it."""

    def __init__(self, work: Path, many: int) -> None:
        self.many, self.work, self.big = many, work, self.made(work / "big", many)
        _commit(self.big)
        self.cache = work / "cache-of-scale"
        self.shipped = work / "plan" / "data"
        self.file = self.big / "readings" / "target-0008.yaml"

    @staticmethod
    def made(folder: Path, readings: int, *, records: int = 0, areas: int = 100) -> Path:
        """Write a plan with so many readings, a thousand a record."""
        words = (("--records", records or max(1, readings // 1000)), ("--readings", readings))
        given = [str(word) for pair in (*words, ("--areas", areas)) for word in pair]
        subprocess.run((PYTHON, HERE / "generate.py", folder, *given), check=True)
        return folder

    def run(self, *words: str, data: Path | None = None, kept: bool = True) -> Cost:
        """Answer what a command takes; without `kept` nothing is known from before."""
        cache = str(self.cache) if kept else "off"
        given = {"FJDEX_CACHE": cache, "FJDEX_DATA": str(data or self.big), "FJDEX_LANG": "zh"}
        return cost((*FJDEX, *words), given)

    def first(self, data: Path | None = None) -> Cost:
        """Answer what `status` takes the first time."""
        shutil.rmtree(self.cache, ignore_errors=True)
        return self.run("status", data=data)

    def edited(self, *words: str) -> Cost:
        """Answer what a command takes after one reading has changed."""
        toggle(self.file, b"- {date: 2023-04-15, value: 79000, source: bulletin-2023-03-31}\n")
        return self.run(*words)

    def floor(self, data: Path | None = None) -> Cost:
        """Answer what the yardstick takes."""
        return cost((PYTHON, HERE / "floor.py", data or self.big), {})


def scale(work: Path, *, quick: bool) -> list[Row]:
    """Measure a large plan against a compiled pattern."""
    of = Scale(work, 50_000 if quick else 1_000_000)
    floors = [of.floor() for _ in range(3)]
    little = [of.run(*RECORD, data=of.shipped) for _ in range(6)][1:]
    measured: list[tuple[str, Sequence[Cost], str, Sequence[Cost]]] = [
        ("one compiled pattern over all lines (the yardstick)", floors, "", floors),
        ("`status`, the first time", [of.first() for _ in range(3)], "2x, 1 GiB", floors),
        ("`status`, nothing changed", [of.run("status") for _ in range(5)], "0.6 s", floors),
        ("`status`, one reading changed", [of.edited("status") for _ in range(4)], "0.8 s", floors),
        ("`check`, nothing kept", [of.run("check", kept=False) for _ in range(3)], "3x", floors),
        ("`diff`, one reading changed", [of.edited("diff") for _ in range(4)], "1.5 s", floors),
        ("`record` on the shipped plan (its yardstick)", little, "", little),
        ("`record`", [of.run(*RECORD_BIG) for _ in range(6)][1:], "1.3x", little),
        ("`report`, after `status`", [of.run("report", "2022Q4", "-o", "-")], "3 s", floors),
    ]
    rows = [
        Row(name, _median(costs) / _median(yardstick), tuple(costs), bar)
        for name, costs, bar, yardstick in measured
    ]
    return [*rows, _growth(of), *_dense(of)]


def _growth(of: Scale) -> Row:
    """Compare what a reading costs; what the records cost is taken off by plans without any."""
    small = _of_readings(of, 10_000, of.made(of.work / "small", 10_000))
    big = _of_readings(of, of.many, of.big)
    name = f"cost of a reading in `status`, of {of.many:,} against 10,000"
    return Row(name, (big / of.many) / (small / 10_000), (), "1.3x")


def _of_readings(of: Scale, many: int, data: Path) -> float:
    records = max(1, many // 1000)
    bare = of.made(of.work / f"bare-{records}", records, records=records, areas=1)
    return _median([of.first(data) for _ in range(7)]) - _median([of.first(bare) for _ in range(7)])


def _dense(of: Scale) -> list[Row]:
    """Measure a plan in which every reading is the record's own, so that each may rate it."""
    data = of.made(of.work / "dense", of.many, areas=1)
    floors = [of.floor(data) for _ in range(3)]
    measured = (
        ("the same pattern over readings that all count (their yardstick)", floors),
        ("`status`, the first time", [of.first(data) for _ in range(3)]),
        ("`status`, nothing changed", [of.run("status", data=data) for _ in range(3)]),
        ("`check`, nothing kept", [of.run("check", data=data, kept=False) for _ in range(3)]),
    )
    least = _median(floors)
    return [Row(name, _median(costs) / least, tuple(costs), "") for name, costs in measured]


def _commit(folder: Path) -> None:
    author = ("-c", "user.name=benchmark", "-c", "user.email=benchmark@example.invalid")
    steps = (("init", "--quiet"), ("add", "--all"), ("commit", "--quiet", "--message", "plan"))
    for words in steps:
        subprocess.run(("git", *author, *words), cwd=folder, check=True)


def _median(costs: Sequence[Cost]) -> float:
    return statistics.median(one.cpu for one in costs)


_NAMED = ("typer", "pydantic", "ruamel.yaml", "ruamel.yaml.clib", "rich", "jinja2")


def _head() -> str:
    releases = ", ".join(f"{name} {version(name)}" for name in _NAMED)
    machine = f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores"
    return f"{machine}; Python {platform.python_version()}; {releases}.\n"


def _table(title: str, unit: str, rows: Sequence[Row]) -> str:
    heads = ("what", unit, "bar", "median s", "least to most s", "MiB")
    lines = [
        f"## {title}\n",
        f"| {' | '.join(heads)} |",
        "| --- | ---: | --- | ---: | --- | ---: |",
    ]
    return "\n".join([*lines, *map(_line, rows)]) + "\n"


def _line(row: Row) -> str:
    if not row.costs:
        return f"| {row.name} | {row.ratio:.2f} | {row.bar} | | | |"
    cpu = [one.cpu for one in row.costs]
    spread = f"{min(cpu):.3f}–{max(cpu):.3f}"
    memory = f"{max(one.memory for one in row.costs):.0f}"
    middle = f"{statistics.median(cpu):.3f}"
    return f"| {row.name} | {row.ratio:.2f} | {row.bar} | {middle} | {spread} | {memory} |"


if __name__ == "__main__":
    main()
