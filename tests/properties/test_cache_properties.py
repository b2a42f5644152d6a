"""What makes a second run fast never makes it wrong: with and without it the answer is the same."""

import os
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import cast
from unittest import mock

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import builders as b
from fjdex.check.rules import check
from fjdex.cli import tape
from fjdex.load import Known, Loaded, known_from, load
from fjdex.store import shelf
from rerun import Asker
from unit.check.faults import SOUND, WORDS

HEADER = f"""\
{SOUND["plan.yaml"]}sections:
- {{id: tasks-1, list: tasks, name: {WORDS}}}
- {{id: outcomes-1, list: outcomes, name: {WORDS}}}
"""
TARGETS = b.target(b.goal(), key="t", unit="个") + b.target(b.goal(), key="u", unit="个")
CITED = b.lines(
    "date: 2021-06-30, value: 200, source: s", "date: 2022-03-31, value: 300, source: s",
    "date: 2022-03-31, value: 480, source: late",
    "date: 2022-03-31, area: 东市, value: 7, source: s",
)  # fmt: skip
BLOCK = "- date: 2021-06-30\n  value: 200\n  source: s\n"
TORN = f"<<<<<<< ours\n{CITED}=======\n{BLOCK}>>>>>>> theirs\n"
# Of each file some states, most of them of one size.
STATES: dict[str, list[bytes]] = {
    "readings/t.yaml": [
        one.encode()
        for one in (
            CITED, CITED.replace("480", "180"), CITED.replace("s}", "s }"),
            CITED.replace("06", "13"), BLOCK, TORN, "", "[]\n", "# 无\n",
            CITED.replace("\n", "\r\n"), CITED + "- x\n",
            CITED.replace("value: 480", "value: 48O"), f"\ufeff{CITED}", CITED + CITED,
        )
    ] + [b"\xff" + CITED.encode(), CITED.encode("gbk")],
    "readings/u.yaml": [CITED.encode(), BLOCK.encode(), CITED.replace("480", "720").encode()],
    "readings/nobody.yaml": [CITED.encode(), b""],
    "sources.yaml": [
        (b.source("s", day) + b.source("late", "2022-04-30")).encode()
        for day in ("2022-04-15", "2022-05-15", "2022-13-15")
    ],
    "targets.yaml": [TARGETS.encode(), TARGETS.replace("730", "430").encode(), b"[]\n"],
    "plan.yaml": [HEADER.encode(), HEADER.replace("0.60", "0.90").encode()],
    "remarks.yaml": [b"[]\n", b""],
    "more.yaml": [b"[]\n", b"- 1\n"],
}  # fmt: skip
FILES = st.sampled_from([*["readings/t.yaml"] * 3, *STATES])
QUESTIONS = [
    *[("status",), ("status", "--json"), ("show", "t"), ("check",)] * 2,
    ("status", "t", "--lang=zh"),
    ("status", "--as-of", "2022-03-31", "--json"),
    ("status", "--known-by", "2022-05-01", "--json"),
    ("status", "--area", "东市", "--json"),
    ("show", "u", "--methods", "--json"),
    ("check", "--format", "full"),
    ("check", "data/readings/t.yaml"),
    ("-C", "data", "status"),
    ("-C", "link", "check"),
    ("due", "--json"),
    ("record", "t", "490", "--date=2022-04-15", "--source=late", "-n"),
]  # fmt: skip
FEW = [
    ("status", "--json"),
    ("show", "t"),
    ("check",),
    ("status", "--json", "--as-of=2022-03-30"),
    ("status", "t"),  # of today again: what is known of records is of the last day asked about
]
# How a file is changed so that nobody can tell by its size or its time.
ONE_TICK = (1_600_000_000, 1_600_000_000)


class World:
    """A plan in a folder, another beside it, and a link to one of them."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.asker = Asker(root, root / "cache")
        for name in ("data", "other"):
            (root / name / "readings").mkdir(parents=True)
            texts = b.folder(TARGETS, b.outcome("o"), header=HEADER)
            for file, data in ((key, one.encode()) for key, one in texts.items()):
                self._write(name, file, data)
            for file in ("readings/t.yaml", "readings/u.yaml", "sources.yaml"):
                self._write(name, file, STATES[file][0])
        (root / "link").symlink_to("data")

    def _write(self, folder: str, file: str, data: bytes) -> None:
        path = self.root / folder / file
        self._clear(path)
        path.write_bytes(data)
        os.utime(path, ONE_TICK)

    @staticmethod
    def _clear(path: Path) -> None:
        if path.is_dir() and not path.is_symlink():
            path.rmdir()
        elif path.is_symlink() or path.exists():
            path.unlink()

    def edit(self, folder: str, file: str, state: int) -> None:
        """Bring a file into one of its states, within one tick of the clock."""
        states = STATES[file]
        self._write(folder, file, states[state % len(states)])

    def touch(self, folder: str, file: str, state: int) -> None:
        """Give a file another time and nothing else."""
        if (self.root / folder / file).is_file():
            os.utime(self.root / folder / file, (state, state))

    def take(self, folder: str, file: str, _: int) -> None:
        """Take a file away."""
        self._clear(self.root / folder / file)

    def bar(self, folder: str, file: str, state: int) -> None:
        """Put in a file's place what is none."""
        path = self.root / folder / file
        self._clear(path)
        if state % 3 == 0:
            path.mkdir()
        elif state % 3 == 1:
            os.mkfifo(path)
        else:
            path.symlink_to("nowhere")

    def copy(self, folder: str, file: str, _: int) -> None:
        """Make a file the same in both folders."""
        path, other = (self.root / name / file for name in ("data", "other"))
        given, taken = (path, other) if folder == "data" else (other, path)
        self._clear(taken)
        if given.is_file():
            shutil.copy2(given, taken)

    def swap(self, *_: object) -> None:
        """Put each folder in the place of the other."""
        for old, new in (("data", "third"), ("other", "data"), ("third", "other")):
            (self.root / old).rename(self.root / new)

    def lead(self, folder: str, *_: object) -> None:
        """Lead the link elsewhere."""
        (self.root / "link").unlink()
        (self.root / "link").symlink_to(folder)


Step = Callable[[World, str, str, int], None]
STEPS: list[Step] = [
    *[World.edit] * 6, World.touch, World.take, World.bar, World.copy, World.swap, World.lead,
]  # fmt: skip
DONE = st.tuples(
    st.sampled_from(STEPS),
    st.sampled_from(["data", "data", "other"]),
    FILES,
    st.integers(0, 20),
    st.sampled_from(QUESTIONS),
)


@pytest.fixture(scope="module", autouse=True)
def _one_program() -> Iterator[None]:
    """The program does not change meanwhile, so it is looked at once."""
    made_by = shelf.program()
    with (
        mock.patch.object(tape, "program", return_value=made_by),
        mock.patch.object(shelf, "program", return_value=made_by),
    ):
        yield


@pytest.fixture(scope="module")
def counted() -> Iterator[Counter[str]]:
    """Count what was said again: a property that never met it would say nothing."""
    counts: Counter[str] = Counter()
    yield counts
    assert counts["at once"] > 10
    assert counts["later"] > 0


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(DONE, min_size=2, max_size=6))
def test_the_same_is_said_with_and_without_a_cache(
    counted: Counter[str],
    tmp_path_factory: pytest.TempPathFactory,
    steps: list[tuple[Step, str, str, int, tuple[str, ...]]],
) -> None:
    """After any change, back and forth; in any order; exit code, answer and narration."""
    world = World(tmp_path_factory.mktemp("world"))
    for step, folder, file, state, question in steps:
        for asked in (("status",), question):
            world.asker.ask(*asked)
        step(world, folder, file, state)
        for asked in (question, ("status",)):
            first, second = world.asker.ask(*asked), world.asker.ask(*asked)
            plain = world.asker.plainly(*asked)
            counted["later"] += first.again
            counted["at once"] += second.again

            assert (first.words, second.words) == (plain.words, plain.words)
    shutil.rmtree(world.root)


def asked(world: World) -> list[tuple[object, str, str]]:
    """Answer what is said to a few questions, having held that it is said without a cache too."""
    given = []
    for question in FEW:
        first, plain = world.asker.ask(*question), world.asker.plainly(*question)
        assert first.words == plain.words
        given.append(plain.words)
    return given


@pytest.mark.parametrize(
    ("file", "state"),
    [(file, state) for file, all_ in STATES.items() for state in range(len(all_))],
)
def test_each_change_and_back(tmp_path: Path, file: str, state: int) -> None:
    """Each file in each of its states, and as it was; the day asked about changes in between."""
    world = World(tmp_path)
    first = asked(world)
    before = world.root / "data" / file
    data = before.read_bytes() if before.exists() else None
    world.edit("data", file, state)
    asked(world)
    if data is None:
        world.take("data", file, 0)
    else:
        before.write_bytes(data)
        os.utime(before, ONE_TICK)

    assert asked(world) == first


def _told(loaded: Loaded) -> tuple[object, ...]:
    registers = {file for file in loaded.named if "/" not in file}
    return (
        loaded.plan,
        loaded.findings,
        loaded.sound,
        {file: loaded.named[file] for file in registers},
        {file: loaded.understood[file] for file in registers},
        check(loaded, date(2022, 6, 30)),
    )


@settings(max_examples=60, deadline=None)
@given(st.dictionaries(FILES, st.integers(0, 20), max_size=4), st.sets(FILES))
def test_what_is_known_changes_nothing_of_what_is_loaded(
    states: dict[str, int], changed: set[str]
) -> None:
    """Plan, findings and all that the rules say, whatever is known and whatever has changed."""
    before = b.folder(TARGETS, readings={"t": CITED}, sources=STATES["sources.yaml"][0].decode())
    after = dict(before)
    for file, state in states.items():
        data = STATES[file][state % len(STATES[file])]
        after[file] = data.decode(errors="replace").removeprefix("\ufeff")
    really = {file for file in after if after[file] != before.get(file)}
    known = known_from(load(before), really | changed)
    if any("/" not in file for file in really | changed):
        assert known is None
    else:
        found = load(after, (), cast("Known", known))
        assert _told(found) == _told(load(after))
